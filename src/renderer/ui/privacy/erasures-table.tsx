import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ErasureRow } from '#contract/privacy.ts';
import { MomentText } from '../date-text.tsx';
import { StudentLink } from './student-list.tsx';
import { useCountWords } from './use-count-words.ts';

/** What was erased: whose, when, by whom and why, and how much of which kind; never what it said. */
export function ErasuresTable({ rows, withStudents }: { rows: readonly ErasureRow[]; withStudents: boolean }) {
  const { t } = useTranslation('privacy');
  const write = useCountWords();
  return (
    <Table.ScrollContainer minWidth={720}>
      <Table aria-label={t('tabs.erasures')} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={160}>{t('erasure.when')}</Table.Th>{withStudents && <Table.Th>{t('student')}</Table.Th>}<Table.Th>{t('erasure.ground')}</Table.Th><Table.Th>{t('erasure.by')}</Table.Th><Table.Th w="38%">{t('erasure.what')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id} style={{ verticalAlign: 'top' }}>
              <Table.Th scope="row" fw={400}><MomentText at={row.at} /></Table.Th>
              {withStudents && <Table.Td><StudentLink student={row} /> <Text span size="sm" c="dimmed">{row.studentNo}</Text></Table.Td>}
              <Table.Td>{t(`erasure.kind.${row.kind}`)}{row.reason && <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>{row.reason}</Text>}</Table.Td>
              <Table.Td>{row.by}</Table.Td>
              <Table.Td>{write(row.counts)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
