import { Badge, Button, Group, Stack, Table, Title } from '@mantine/core';
import { IconPlus, IconSignature } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Consent } from '#contract/family.ts';
import { useCommand, useMay, useQueryOf } from '../../../../client/index.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { DateText, EmptyState, LoadState, RowActions } from '../../../../ui/index.ts';
import { writeName } from '../../student-name.ts';
import { ConsentDialog } from './consent-dialog.tsx';
import { isOver } from './is-over.ts';

/** What the guardians have allowed and refused, by purpose. */
export function ConsentsSection({ studentId }: { studentId: string }) {
  const { t } = useTranslation(['family', 'fields']);
  const may = useMay();
  const query = useQueryOf('consents.list', { studentId });
  const [edited, setEdited] = useState<Consent | 'new' | null>(null);
  const add = may('consents:create') && <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>{t('consent.add')}</Button>;
  return (
    <Stack gap="sm" component="section" aria-label={t('consent.title')}>
      <LoadState query={query}>
        {({ consents }) => (consents.length === 0 ? <EmptyState icon={<IconSignature />} title={t('consent.none')} text={t('consent.noneText')}>{add}</EmptyState> : (
          <>
            <Group justify="space-between"><Title order={2} size="h3">{t('consent.title')}</Title>{add}</Group>
            <Table.ScrollContainer minWidth={680}>
              <Table aria-label={t('consent.title')} verticalSpacing="xs">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('fields:purpose')}</Table.Th><Table.Th>{t('consent.answer')}</Table.Th><Table.Th>{t('fields:date')}</Table.Th><Table.Th>{t('fields:validUntil')}</Table.Th>
                    <Table.Th>{t('consent.by')}</Table.Th><Table.Th>{t('fields:note')}</Table.Th>{may('consents:edit') && <Table.Td />}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>{consents.map((consent) => <ConsentRow key={consent.id} consent={consent} onEdit={() => setEdited(consent)} />)}</Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </>
        ))}
      </LoadState>
      {edited && <ConsentDialog studentId={studentId} consent={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Stack>
  );
}

function ConsentRow({ consent, onEdit }: { consent: Consent; onEdit: () => void }) {
  const { t } = useTranslation('family');
  const format = useFormat();
  const may = useMay();
  const remove = useCommand('consents.remove');
  const over = isOver(consent.validUntil);
  const [color, word] = over ? ['gray', t('consent.expired')] : consent.given ? ['teal', t('consent.yes')] : ['red', t('consent.no')];
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>{t(`consent.purpose.${consent.purpose}`)}</Table.Th>
      <Table.Td><Badge variant="dot" color={color} tt="none" fw={500} c="var(--mantine-color-text)" style={{ background: 'transparent' }}>{word}</Badge></Table.Td>
      <Table.Td><DateText date={consent.date} /></Table.Td><Table.Td><DateText date={consent.validUntil} /></Table.Td>
      <Table.Td>{consent.guardian ? writeName(format, consent.guardian) : '–'}</Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{consent.note}</Table.Td>
      {may('consents:edit') && (
        <Table.Td>
          <RowActions what={t(`consent.purpose.${consent.purpose}`)} onEdit={onEdit} onRemove={may('consents:delete') && (() => remove.mutate({ id: consent.id, rev: consent.rev }))} />
        </Table.Td>
      )}
    </Table.Tr>
  );
}
