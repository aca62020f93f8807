import { Group, Paper, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ChangeSummary } from '#contract/history.ts';
import { describeProcedure } from '../../i18n/dynamic.ts';
import { useFormat } from '../../i18n/format.ts';
import { ChangeMarks, listEntities } from '../../ui/changes/index.ts';
import { MomentText, TextLink } from '../../ui/index.ts';

/** Change sets, a line for each, latest first. */
export function HistoryTable({ rows, onOpen }: { rows: ChangeSummary[]; onOpen: (id: number) => void }) {
  const { t } = useTranslation(['history', 'common']);
  const format = useFormat();
  return (
    <Paper p={0} style={{ overflow: 'hidden' }}>
      <Table.ScrollContainer minWidth={820}>
        <Table highlightOnHover verticalSpacing={7} aria-label={t('list')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={90}>{t('columns.number')}</Table.Th><Table.Th w={170}>{t('columns.when')}</Table.Th><Table.Th w="32%">{t('columns.what')}</Table.Th>
              <Table.Th w={180}>{t('columns.who')}</Table.Th><Table.Th>{t('columns.records')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((change) => (
              <Table.Tr key={change.id} onClick={() => onOpen(change.id)} style={{ cursor: 'pointer' }}>
                <Table.Td>
                  <TextLink to="/history/{-$changeSetId}" params={{ changeSetId: String(change.id) }}
                    aria-label={t('openDetails', { id: change.id })} onClick={(event) => event.stopPropagation()}>{format.number(change.id)}</TextLink>
                </Table.Td>
                <Table.Td><MomentText at={change.at} /></Table.Td>
                <Table.Td><Group gap="xs"><Text size="sm" fw={500}>{describeProcedure(change.procedure)}</Text><ChangeMarks summary={change} /></Group></Table.Td>
                <Table.Td>{change.actor ?? t('program')}</Table.Td>
                <Table.Td>
                  <Text size="sm">{listEntities(change.entities)} <Text span size="sm" c="dimmed">({t('common:row', { count: change.rows })})</Text></Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
