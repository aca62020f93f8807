import { Alert, Button, Group, Modal, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeField } from '../../../i18n/dynamic.ts';
import { useValueWords, writeValue } from '../../../ui/changes/index.ts';
import { detailFields, type DetailField, type Details } from './form-values.ts';
import { compareEdits, mergeEdits } from './rules-merge.ts';

export interface ConflictDialogProps {
  /** As it was when you began. */
  base: Details;
  mine: Details;
  /** As it is now. */
  theirs: Details;
  /** Who saved in the meantime. */
  by: string | null;
  busy: boolean;
  onSave: (merged: Details) => void;
  onClose: () => void;
}

/** Two people have edited the same student: shows both, field by field, and lets one choose. Nothing is lost. */
export function ConflictDialog({ base, mine, theirs, by, busy, onSave, onClose }: ConflictDialogProps) {
  const { t } = useTranslation(['people', 'common']);
  const words = useValueWords();
  const comparison = compareEdits<Details, DetailField>(detailFields, base, mine, theirs);
  const [keepMine, setKeepMine] = useState<ReadonlySet<DetailField>>(() => new Set(comparison.clashes));
  const write = (field: DetailField, values: Details) => writeValue(field, values[field], words) || t('conflict.empty');
  const choose = (field: DetailField, side: string) => setKeepMine((chosen) => {
    const next = new Set(chosen);
    if (side === 'mine') next.add(field);
    else next.delete(field);
    return next;
  });
  return (
    <Modal opened onClose={onClose} size="xl" title={t('conflict.title')} closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
      <Stack>
        <Text size="sm">{by ? t('conflict.textBy', { name: by }) : t('conflict.text')}</Text>
        {comparison.clashes.length > 0 && (
          <Table verticalSpacing="xs" aria-label={t('conflict.clashes')}>
            <Table.Thead>
              <Table.Tr><Table.Th>{t('conflict.field')}</Table.Th><Table.Th>{t('conflict.theirs')}</Table.Th><Table.Th>{t('conflict.mine')}</Table.Th><Table.Th>{t('conflict.keep')}</Table.Th></Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {comparison.clashes.map((field) => (
                <Table.Tr key={field}>
                  <Table.Th scope="row">{describeField(field)}<Text size="xs" c="dimmed" fw={400}>{t('conflict.was', { value: write(field, base) })}</Text></Table.Th>
                  <Table.Td>{write(field, theirs)}</Table.Td>
                  <Table.Td>{write(field, mine)}</Table.Td>
                  <Table.Td>
                    <SegmentedControl size="xs" aria-label={t('conflict.choose', { field: describeField(field) })} value={keepMine.has(field) ? 'mine' : 'theirs'}
                      onChange={(side) => choose(field, side)} data={[{ value: 'theirs', label: t('conflict.takeTheirs') }, { value: 'mine', label: t('conflict.keepMine') }]} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        {comparison.theirs.length > 0 && (
          <Alert color="blue" title={t('conflict.alsoTheirs')}>
            {comparison.theirs.map((field) => <Text key={field} size="sm">{describeField(field)}: {write(field, base)} → {write(field, theirs)}</Text>)}
          </Alert>
        )}
        {comparison.mine.length > 0 && (
          <Text size="sm" c="dimmed">{t('conflict.alsoMine', { fields: comparison.mine.map(describeField).join(', ') })}</Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{t('conflict.back')}</Button>
          <Button loading={busy} onClick={() => onSave(mergeEdits(comparison, mine, theirs, keepMine))} data-autofocus>{t('conflict.save')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
