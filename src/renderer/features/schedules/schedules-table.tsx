import { ActionIcon, Badge, Group, Paper, Table, Text, Tooltip } from '@mantine/core';
import { IconHistory, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schedule } from '#contract/schedules.ts';
import { useFormat } from '../../i18n/format.ts';
import { MomentText, RowActions } from '../../ui/index.ts';
import { describeWhen } from './describe-when.ts';
import { describeWork } from './describe-work.ts';
import { RunState } from './run-state.tsx';
import { seconds } from './seconds.ts';

type Act = (schedule: Schedule) => void;
/** `false`: not for this user. `busy`: one is running, and no other is begun by hand meanwhile. */
export interface SchedulesTableProps { schedules: readonly Schedule[]; timeZone: string; busy: boolean; onHistory: Act; onRun: Act | false; onEdit: Act | false; onRemove: Act | false }

/** A line for each schedule. */
export function SchedulesTable({ schedules, timeZone, busy, onHistory, onRun, onEdit, onRemove }: SchedulesTableProps) {
  const { t } = useTranslation('schedules');
  const format = useFormat();
  return (
    <Paper p={0} style={{ overflow: 'hidden' }}>
      <Table.ScrollContainer minWidth={960}>
        <Table verticalSpacing={8} aria-label={t('title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="19%">{t('columns.name')}</Table.Th><Table.Th w="17%">{t('columns.when')}</Table.Th><Table.Th w="18%">{t('columns.where')}</Table.Th>
              <Table.Th w="21%">{t('columns.last')}</Table.Th><Table.Th w={176}>{t('columns.next')}</Table.Th><Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {schedules.map((schedule) => {
              const { id, name, work, when, lastRun, runAsName } = schedule;
              const [runLabel, historyLabel] = [t('runNow', { what: name }), t('history', { what: name })];
              return (
                <Table.Tr key={id}>
                  <Table.Th scope="row" fw={500}>{name}<Text size="xs" c="dimmed" fw={400}>{describeWork(t, work)} · {runAsName}</Text></Table.Th>
                  <Table.Td>{describeWhen(t, format, when, schedule.timeZone, timeZone)}</Table.Td>
                  <Table.Td><Where schedule={schedule} /></Table.Td>
                  <Table.Td>
                    {lastRun ? <><RunState run={lastRun} /><Text size="xs" c="dimmed"><MomentText at={lastRun.startedAt} />{lastRun.endedAt !== null && ` · ${t('seconds', { value: seconds(lastRun.endedAt - lastRun.startedAt) })}`}</Text></> : <Text size="sm" c="dimmed">{t('state.never')}</Text>}
                  </Table.Td>
                  <Table.Td><Next schedule={schedule} /></Table.Td>
                  <Table.Td>
                    <Group gap={4} wrap="nowrap" justify="flex-end">
                      {onRun && <Tooltip label={runLabel}><ActionIcon variant="subtle" aria-label={runLabel} disabled={busy} onClick={() => onRun(schedule)}><IconPlayerPlay size={16} aria-hidden /></ActionIcon></Tooltip>}
                      <Tooltip label={historyLabel}><ActionIcon variant="subtle" color="gray" aria-label={historyLabel} onClick={() => onHistory(schedule)}><IconHistory size={16} aria-hidden /></ActionIcon></Tooltip>
                      <RowActions what={name} onEdit={onEdit && (() => onEdit(schedule))} onRemove={onRemove && (() => onRemove(schedule))} />
                    </Group>
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function Where({ schedule: { target, encrypt } }: { schedule: Schedule }) {
  const { t } = useTranslation('schedules');
  return (
    <>
      {target.kind === 'folder' ? <Text size="sm" ff="monospace" fz="xs" style={{ overflowWrap: 'anywhere' }}>{target.folder}</Text>
        : <Tooltip label={target.recipients.join(', ')}><Text size="sm" span>{t('where.to', { count: target.recipients.length })}</Text></Tooltip>}
      {encrypt && <Text size="xs" c="dimmed">{t('where.encrypted')}</Text>}
    </>
  );
}

function Next({ schedule: { nextAt } }: { schedule: Schedule }) {
  const { t } = useTranslation('schedules');
  if (nextAt === null) return <Badge size="sm" tt="none" variant="default" miw="max-content">{t('state.paused')}</Badge>;
  return nextAt < Date.now() ? t('state.soon') : <MomentText at={nextAt} />;
}
