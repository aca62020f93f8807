import { Modal, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schedule } from '#contract/schedules.ts';
import { useQueryOf } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { LoadState, MomentText, Pages, pageSize } from '../../ui/index.ts';
import { RunState } from './run-state.tsx';
import { seconds } from './seconds.ts';

/** Every run of a schedule, the latest first, with what it left or why it came to nothing. */
export function RunsDialog({ schedule: { id, name }, onClose }: { schedule: Schedule; onClose: () => void }) {
  const { t } = useTranslation(['schedules', 'common']);
  const format = useFormat();
  const [page, setPage] = useState(1);
  const query = useQueryOf('schedules.runs', { id, offset: (page - 1) * pageSize, limit: pageSize }, { keep: true });
  return (
    <Modal opened onClose={onClose} size="xl" title={t('historyTitle', { what: name })} closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
      <LoadState query={query}>
        {({ total, rows }) => (total === 0 ? <Text size="sm" c="dimmed">{t('noRuns')}</Text> : (
          <Stack>
            <Table.ScrollContainer minWidth={700}>
              <Table aria-label={t('historyTitle', { what: name })} verticalSpacing={6}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('columns.started')}</Table.Th><Table.Th>{t('columns.by')}</Table.Th><Table.Th>{t('columns.result')}</Table.Th>
                    <Table.Th ta="right">{t('columns.took')}</Table.Th><Table.Th ta="right">{t('columns.rows')}</Table.Th><Table.Th>{t('columns.file')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rows.map((run) => (
                    <Table.Tr key={run.id}>
                      <Table.Th scope="row" fw={400}><MomentText at={run.startedAt} /></Table.Th>
                      <Table.Td>{run.by ?? t('byTime')}</Table.Td>
                      <Table.Td><RunState run={run} /></Table.Td>
                      <Table.Td ta="right">{run.endedAt === null ? '' : t('seconds', { value: seconds(run.endedAt - run.startedAt) })}</Table.Td>
                      <Table.Td ta="right">{run.rows === null ? '' : format.number(run.rows)}</Table.Td>
                      <Table.Td style={{ overflowWrap: 'anywhere' }}>{run.fileName}{run.removedAt !== null && <Text size="xs" c="dimmed">{t('removedFile')}</Text>}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
            <Pages page={page} total={total} onPage={setPage} />
          </Stack>
        ))}
      </LoadState>
    </Modal>
  );
}
