import { Group, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '#contract/audit.ts';
import { useQueryOf } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { ChangeHead, ChangeList } from '../../ui/changes/index.ts';
import { ButtonLink, LoadState, MomentText } from '../../ui/index.ts';
import { AboutText, nameTarget } from './about-text.tsx';
import { describeEntry, nameDevice } from './describe-entry.ts';
import { KindMark } from './kind-mark.tsx';
import { WhoText } from './who-text.tsx';

const firstRows = 50;

/** One entry: what is known of it, and every row that it changed with its old and new values. `entries`: those of this number in the list. */
export function EntryDetails({ id, entries }: { id: number; entries: AuditEntry[] }) {
  const { t } = useTranslation('audit');
  const [limit, setLimit] = useState(firstRows);
  const query = useQueryOf('audit.get', { id, limit }, { keep: true });
  return (
    <Stack>
      {entries.map((entry) => <Facts key={`${entry.kind} ${entry.detail}`} entry={entry} />)}
      <LoadState query={query} lines={6}>
        {({ summary, changes, total }) => (
          <Stack>
            {entries.length === 0 && <ChangeHead summary={summary} />}
            <Title order={2} size="h3">{t('details.changes')}</Title>
            {summary.entities.length === 0 && <Text size="sm" c="dimmed">{t('details.nothing')}</Text>}
            {summary.entities.length > 0 && changes.length === 0 && <Text size="sm" c="dimmed">{t('details.hidden')}</Text>}
            <ChangeList changes={changes} total={total} limit={limit} loading={query.isFetching} onLimit={setLimit} />
          </Stack>
        )}
      </LoadState>
    </Stack>
  );
}

function Facts({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const { what, note } = describeEntry(entry, t, format);
  const name = nameTarget(entry, format) ?? entry.about;
  const concerned = entry.targetId ?? entry.userId;
  const rows = [
    { label: t('columns.when'), value: <MomentText at={entry.at} /> },
    { label: t('columns.who'), value: <WhoText entry={entry} /> },
    { label: t('columns.about'), value: name === null ? null : <AboutText entry={entry} /> },
    { label: t('details.device'), value: entry.device ? nameDevice(entry.device) : null },
    { label: t('details.times'), value: entry.times > 1 ? t('times', { count: entry.times }) : null },
    { label: t('details.procedure'), value: entry.procedure },
  ].filter(({ value }) => value !== null);
  return (
    <Stack gap="xs">
      <Group gap="xs"><KindMark kind={entry.kind} /><Title order={2} size="h3">{what}</Title></Group>
      {note && <Text size="sm">{note}</Text>}
      <Table variant="vertical" verticalSpacing={4} layout="fixed" aria-label={t('details.facts')}>
        <Table.Tbody>
          {rows.map(({ label, value }) => (
            <Table.Tr key={label}><Table.Th w={130} scope="row" fw={500}>{label}</Table.Th><Table.Td>{value}</Table.Td></Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {name !== null && concerned !== null && (
        <Group><ButtonLink to="/audit" search={{ targetId: concerned }} variant="default" size="xs">{t('details.onlyThis', { what: name })}</ButtonLink></Group>
      )}
    </Stack>
  );
}
