import { Badge, Pagination, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportCounts } from '#contract/exchange.ts';
import { useQueryOf } from '../../client/index.ts';
import { LoadState, MomentText, TextLink } from '../../ui/index.ts';

const pageSize = 20;
const colors = { uploaded: 'yellow', reading: 'yellow', ready: 'blue', committing: 'yellow', committed: 'teal', undone: 'gray', failed: 'red' } as const;

/** The school's imports, latest first; each can be opened and, at any later time, taken back. */
export function ImportList() {
  const { t } = useTranslation(['exchange', 'common']);
  const [page, setPage] = useState(1);
  const query = useQueryOf('imports.list', { offset: (page - 1) * pageSize, limit: pageSize }, { keep: true });
  return (
    <section aria-labelledby="import-list">
      <Title order={2} id="import-list" mb="sm">{t('list.title')}</Title>
      <LoadState query={query}>
        {({ rows, total }) => (total === 0 ? <Text c="dimmed">{t('list.none')}</Text> : (
          <Stack>
            <Table.ScrollContainer minWidth={640}>
              <Table verticalSpacing="xs" highlightOnHover aria-labelledby="import-list">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('list.file')}</Table.Th><Table.Th>{t('list.about')}</Table.Th><Table.Th>{t('list.state')}</Table.Th><Table.Th>{t('list.rows')}</Table.Th>
                    <Table.Th>{t('list.by')}</Table.Th><Table.Th>{t('list.at')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rows.map((row) => (
                    <Table.Tr key={row.id}>
                      <Table.Td><TextLink to="/imports/$importId" params={{ importId: row.id }}>{row.fileName}</TextLink>{row.profile && <Text size="xs" c="dimmed">{t('profile.of', { name: row.profile.name })}</Text>}</Table.Td>
                      <Table.Td>{t(`target.${row.target}`)}</Table.Td>
                      <Table.Td><StateBadge state={row.state} /></Table.Td>
                      <Table.Td>{row.counts && <CountsText counts={row.counts} />}</Table.Td>
                      <Table.Td>{row.createdBy}</Table.Td>
                      <Table.Td><MomentText at={row.createdAt} /></Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
            {total > pageSize && (
              <Pagination value={page} onChange={setPage} total={Math.ceil(total / pageSize)} getControlProps={(control) => ({ 'aria-label': t(`common:page.${control}`) })}
                getItemProps={(item) => ({ 'aria-label': t('common:page.number', { page: item }) })} />
            )}
          </Stack>
        ))}
      </LoadState>
    </section>
  );
}

/** How far an import is. */
export function StateBadge({ state }: { state: keyof typeof colors }) {
  const { t } = useTranslation('exchange');
  return <Badge variant="dot" color={colors[state]} tt="none" fw={500} c="var(--mantine-color-text)" style={{ background: 'transparent' }}>{t(`state.${state}`)}</Badge>;
}

function CountsText({ counts }: { counts: ImportCounts }) {
  const { t } = useTranslation('exchange');
  const parts = (['create', 'change', 'same', 'refused'] as const).filter((fate) => counts[fate] > 0).map((fate) => t(`count.${fate}`, { count: counts[fate] }));
  return <Text size="sm">{parts.join(', ')}</Text>;
}
