import { Group, Paper, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '#contract/audit.ts';
import { useFormat } from '../../i18n/format.ts';
import { listEntities } from '../../ui/changes/index.ts';
import { MomentText, TextLink } from '../../ui/index.ts';
import { AboutText } from './about-text.tsx';
import { describeEntry } from './describe-entry.ts';
import { useAuditSearch } from './use-audit-search.ts';
import { KindSign } from './kind-mark.tsx';
import { WhoText } from './who-text.tsx';

export interface AuditTableProps {
  rows: AuditEntry[];
  onOpen: (id: number) => void;
}

/** Entries, a line for each, latest first. */
export function AuditTable({ rows, onOpen }: AuditTableProps) {
  const { t } = useTranslation('audit');
  return (
    <Paper p={0} style={{ overflow: 'hidden' }}>
      <Table.ScrollContainer minWidth={900}>
        <Table highlightOnHover verticalSpacing={7} aria-label={t('list')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={64}>{t('columns.number')}</Table.Th><Table.Th w={165}>{t('columns.when')}</Table.Th><Table.Th w={175}>{t('columns.who')}</Table.Th>
              <Table.Th>{t('columns.what')}</Table.Th><Table.Th w={200}>{t('columns.about')}</Table.Th><Table.Th w={150}>{t('columns.records')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((entry) => <EntryLine key={`${entry.id} ${entry.kind} ${entry.detail}`} entry={entry} onOpen={() => onOpen(entry.id)} />)}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function EntryLine({ entry, onOpen }: { entry: AuditEntry; onOpen: () => void }) {
  const { t } = useTranslation(['audit', 'common']);
  const format = useFormat();
  const { search } = useAuditSearch();
  const { what, note } = describeEntry(entry, t, format);
  return (
    <Table.Tr onClick={onOpen} style={{ cursor: 'pointer' }}>
      <Table.Td>
        <TextLink to="/audit" search={{ ...search, entry: entry.id }} aria-label={t('openEntry', { id: entry.id })} onClick={(event) => event.stopPropagation()}>{format.number(entry.id)}</TextLink>
      </Table.Td>
      <Table.Td><Text size="sm" component="span"><MomentText at={entry.at} /></Text></Table.Td>
      <Table.Td><WhoText entry={entry} /></Table.Td>
      <Table.Td>
        <Group gap={8} wrap="nowrap">
          <KindSign kind={entry.kind} />
          <div>
            <Text size="sm" fw={500}>{what}</Text>
            {note && <Text size="xs" c="dimmed">{note}</Text>}
          </div>
        </Group>
      </Table.Td>
      <Table.Td onClick={(event) => event.stopPropagation()}><AboutText entry={entry} /></Table.Td>
      <Table.Td>
        <Text size="sm">
          {entry.rows > 0 && <>{listEntities(entry.entities)}{entry.rows > 1 && <Text span size="sm" c="dimmed"> ({t('common:row', { count: entry.rows })})</Text>}</>}
          {entry.rows === 0 && entry.times > 1 && t('times', { count: entry.times })}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
