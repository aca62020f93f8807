import { Group, Paper, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconClockPause } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { AnchorLink } from '../../ui/index.ts';
import classes from './home.module.css';

type Task = Output<'home.overview'>['tasks'][number];
const urgent: readonly Task['kind'][] = ['journalBroken', 'recoveryCode', 'noBackup', 'importFailed', 'schedulesFailing'];

/** What is unfinished, each with the way to where it is done. */
export function TasksPanel({ tasks }: { tasks: Task[] }) {
  const { t } = useTranslation('home');
  return (
    <Paper component="section" aria-labelledby="tasks-title">
      <Title order={2} size="h3" id="tasks-title" mb="xs">{t('tasks.title')}</Title>
      {tasks.length === 0 && (
        <Group gap="xs" c="dimmed" wrap="nowrap"><IconCircleCheck size={18} aria-hidden /><Text size="sm">{t('tasks.none')}</Text></Group>
      )}
      <ul className={classes.list}>
        {tasks.map((task) => {
          const Icon = urgent.includes(task.kind) ? IconAlertTriangle : IconClockPause;
          return (
            <li key={`${task.kind}${task.recordId ?? ''}`} className={classes.row}>
              <Icon size={17} aria-hidden style={{ alignSelf: 'center', flex: 'none' }} />
              <Text size="sm" style={{ flex: 1 }}>{t(`tasks.${task.kind}`, { count: task.count })}</Text>
              <TaskLink task={task}>{t(`tasks.${task.kind}Do`)}</TaskLink>
            </li>
          );
        })}
      </ul>
    </Paper>
  );
}

function TaskLink({ task: { kind, recordId }, children }: { task: Task; children: ReactNode }) {
  if ((kind === 'importWaiting' || kind === 'importFailed') && recordId) {
    return <AnchorLink size="sm" to="/imports/$importId" params={{ importId: recordId }}>{children}</AnchorLink>;
  }
  if (kind === 'journalBroken') return <AnchorLink size="sm" to="/audit">{children}</AnchorLink>;
  if (kind === 'notPlaced') return <AnchorLink size="sm" to="/students" search={{ status: 'notEnrolled' }}>{children}</AnchorLink>;
  if (kind === 'attendanceNotTaken') return <AnchorLink size="sm" to="/attendance" search={{ view: 'missing' }}>{children}</AnchorLink>;
  if (kind === 'incidentsOverdue') return <AnchorLink size="sm" to="/conduct" search={{ tab: 'incidents', status: 'overdue' }}>{children}</AnchorLink>;
  if (kind === 'reviewsDue') return <AnchorLink size="sm" to="/conduct" search={{ tab: 'interventions' }}>{children}</AnchorLink>;
  if (kind === 'schedulesFailing') return <AnchorLink size="sm" to="/schedules">{children}</AnchorLink>;
  if (kind === 'recoveryCode') return <AnchorLink size="sm" to="/settings" hash="keys">{children}</AnchorLink>;
  if (kind === 'noBackup') return <AnchorLink size="sm" to="/settings" hash="backups">{children}</AnchorLink>;
  return <AnchorLink size="sm" to="/imports">{children}</AnchorLink>;
}
