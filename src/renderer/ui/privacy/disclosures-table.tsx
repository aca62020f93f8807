import { Group, Table, Text } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisclosureRow } from '#contract/disclosures.ts';
import { useCommand, useMay, useQueryOf } from '../../client/index.ts';
import { DateText } from '../date-text.tsx';
import { RemoveDialog } from '../remove-dialog.tsx';
import { RowActions } from '../row-actions.tsx';
import { DisclosureDialog } from './disclosure-dialog.tsx';
import { StudentList } from './student-list.tsx';

/** Disclosures, one on each line, latest first. `withStudents`: also whom they are about, where the screen does not say it. */
export function DisclosuresTable({ rows, withStudents }: { rows: readonly DisclosureRow[]; withStudents: boolean }) {
  const { t } = useTranslation(['privacy', 'fields']);
  const may = useMay();
  const [edited, setEdited] = useState<string | null>(null);
  const [removed, setRemoved] = useState<DisclosureRow | null>(null);
  return (
    <>
      <Table.ScrollContainer minWidth={820}>
        <Table aria-label={t('tabs.disclosures')} verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={110}>{t('fields:date')}</Table.Th><Table.Th>{t('fields:recipient')}</Table.Th><Table.Th>{t('fields:basis')}</Table.Th><Table.Th w="32%">{t('fields:content')}</Table.Th>
              {withStudents && <Table.Th w="24%">{t('students')}</Table.Th>}{may('disclosures:edit') && <Table.Td className="no-print" />}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.id} style={{ verticalAlign: 'top' }}>
                <Table.Td><DateText date={row.date} /></Table.Td>
                <Table.Th scope="row" fw={400}>
                  <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>{row.recipient}</Text>
                  <Text size="sm" style={{ overflowWrap: 'anywhere' }}>{row.purpose}</Text>
                </Table.Th>
                <Table.Td>{t(`basis.${row.basis}`)}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  {row.content || <Text span size="sm" c="dimmed">{t('disclosure.erased')}</Text>}
                  {row.note && <Text size="sm" c="dimmed">{row.note}</Text>}
                  {row.byList && <Group gap={4} mt={2}><IconFileExport size={14} aria-hidden /><Text size="xs" c="dimmed">{t('disclosure.byList')}</Text></Group>}
                  {!row.isWhole && <Text size="xs" c="dimmed">{t('disclosure.partly')}</Text>}
                </Table.Td>
                {withStudents && <Table.Td><StudentList students={row.students} total={row.studentsTotal} /></Table.Td>}
                {may('disclosures:edit') && (
                  <Table.Td className="no-print">
                    <RowActions what={t('disclosure.what', { recipient: row.recipient })} onEdit={row.isWhole && (() => setEdited(row.id))} onRemove={row.isWhole && may('disclosures:delete') && (() => setRemoved(row))} />
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {edited && <DisclosureDialog id={edited} onClose={() => setEdited(null)} />}
      {removed && may('disclosures:delete') && <RemoveDisclosure disclosure={removed} onClose={() => setRemoved(null)} />}
    </>
  );
}

function RemoveDisclosure({ disclosure, onClose }: { disclosure: DisclosureRow; onClose: () => void }) {
  const { t } = useTranslation('privacy');
  const query = useQueryOf('disclosures.dependents', { id: disclosure.id });
  const remove = useCommand('disclosures.remove');
  return (
    <RemoveDialog what={t('disclosure.what', { recipient: disclosure.recipient })} query={query} busy={remove.isPending} onClose={onClose}
      onConfirm={() => remove.mutate({ id: disclosure.id, rev: disclosure.rev }, { onSettled: onClose })} />
  );
}
