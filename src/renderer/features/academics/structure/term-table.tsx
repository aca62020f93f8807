import { Button, Group, Table, Text } from '@mantine/core';
import { IconLock, IconLockOpen, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Term } from '#contract/academics.ts';
import { useCommand, useMay, useQueryOf } from '../../../client/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { RemoveDialog, RowActions } from '../../../ui/index.ts';
import { AskReason } from '../ask-reason.tsx';
import type { Year } from '../year-select.tsx';
import { TermDialog } from './term-dialog.tsx';

/** Terms in the order of a tree, each with how deep it lies. */
function nest(terms: readonly Term[], parentId: string | null = null, depth = 0): { term: Term; depth: number }[] {
  const isHere = (term: Term) => (parentId === null ? !terms.some(({ id }) => id === term.parentId) : term.parentId === parentId);
  return terms.filter(isHere).flatMap((term) => [{ term, depth }, ...nest(terms, term.id, depth + 1)]);
}

/** The nested terms of a year with posting windows and locks. */
export function TermTable({ year }: { year: Year }) {
  const { t } = useTranslation(['academics', 'fields']);
  const may = useMay();
  const [edited, setEdited] = useState<Term | 'new' | null>(null);
  return (
    <>
      {year.terms.length === 0 ? <Text size="sm" c="dimmed">{t('terms.none')}. {t('terms.noneText')}</Text> : (
        <Table.ScrollContainer minWidth={720}>
          <Table aria-label={t('terms.title', { year: year.label })} verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('terms.name')}</Table.Th><Table.Th>{t('fields:type')}</Table.Th><Table.Th>{t('terms.dates')}</Table.Th>
                <Table.Th ta="right">{t('fields:weight')}</Table.Th><Table.Th>{t('terms.posting')}</Table.Th><Table.Th aria-label={t('actions')} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>{nest(year.terms).map(({ term, depth }) => <TermRow key={term.id} term={term} depth={depth} isClosed={year.status === 'closed'} onEdit={() => setEdited(term)} />)}</Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {may('structure:create') && <Button mt="xs" size="xs" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setEdited('new')}>{t('terms.add')}</Button>}
      {edited && <TermDialog year={year} term={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  );
}

interface RowProps { term: Term; depth: number; isClosed: boolean; onEdit: () => void }

function TermRow({ term, depth, isClosed, onEdit }: RowProps) {
  const { t } = useTranslation(['academics', 'common']);
  const may = useMay();
  const format = useFormat();
  const lock = useCommand('terms.setLock');
  const remove = useCommand('terms.remove');
  const [asking, setAsking] = useState<'unlock' | 'remove' | null>(null);
  const dependents = useQueryOf('terms.dependents', { id: term.id }, { enabled: asking === 'remove' });
  const name = pickName(format, term.nameEl, term.nameEn);
  const locked = term.lockedAt !== null;
  const close = () => setAsking(null);
  const set = (reason: string | null) => lock.mutate({ id: term.id, rev: term.rev, locked: !locked, reason }, { onSettled: close });
  // In a closed year even locking is a correction, which has to give a reason.
  const press = () => (locked || isClosed ? setAsking('unlock') : set(null));
  const window = [term.postingOpens, term.postingCloses].some(Boolean) ? t('terms.pair', { from: format.date(term.postingOpens) || '…', to: format.date(term.postingCloses) || '…' }) : t('terms.always');
  return (
    <Table.Tr>
      <Table.Th scope="row" pl={depth * 20 + 10} fw={depth === 0 ? 600 : 500}>{name}</Table.Th>
      <Table.Td>{t(`termType.${term.type}`)}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{t('terms.pair', { from: format.date(term.startDate), to: format.date(term.endDate) })}</Table.Td>
      <Table.Td ta="right">{format.number(term.weight)}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{locked ? <Group gap={4} wrap="nowrap"><IconLock size={14} aria-hidden />{t('terms.locked')}</Group> : window}</Table.Td>
      <Table.Td>
        {may('structure:edit') && (
          <Group gap={4} wrap="nowrap" justify="flex-end">
            <Button size="compact-xs" variant="subtle" color="gray" leftSection={locked ? <IconLockOpen size={14} aria-hidden /> : <IconLock size={14} aria-hidden />} loading={lock.isPending} onClick={press}>
              {locked ? t('terms.unlock') : t('terms.lock')}
            </Button>
            <RowActions what={name} onEdit={onEdit} onRemove={may('structure:delete') && (() => setAsking('remove'))} />
          </Group>
        )}
        {asking === 'unlock' && <AskReason title={locked ? t('terms.unlockTitle', { term: name }) : t('terms.lock')} text={locked && t('terms.unlockText')} action={locked ? t('terms.unlock') : t('terms.lock')} busy={lock.isPending} onConfirm={set} onClose={close} />}
        {asking === 'remove' && <RemoveDialog what={name} query={dependents} busy={remove.isPending} onClose={close} onConfirm={() => remove.mutate({ id: term.id, rev: term.rev }, { onSettled: close })} />}
      </Table.Td>
    </Table.Tr>
  );
}
