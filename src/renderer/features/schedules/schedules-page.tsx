import { Box, Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconClockPlay, IconPlus } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schedule } from '#contract/schedules.ts';
import { useCommand, useJob, useMay, useQueryOf } from '../../client/index.ts';
import { describeFailure } from '../../i18n/dynamic.ts';
import { EmptyState, JobProgress, LoadState, Page } from '../../ui/index.ts';
import { takeHeldList } from '../../ui/export/index.ts';
import type { Wanted } from './draft.ts';
import { RunsDialog } from './runs-dialog.tsx';
import { ScheduleDialog } from './schedule-dialog.tsx';
import { SchedulesTable } from './schedules-table.tsx';
import { wantedOf } from './wanted.ts';

/** What is exported by itself: when, where to, and how it went. */
export function SchedulesPage() {
  const { t } = useTranslation('schedules');
  const may = useMay();
  const query = useQueryOf('schedules.list', {});
  const remove = useCommand('schedules.remove');
  const job = useJob('schedules.runNow');
  const [running, setRunning] = useState('');
  const [edited, setEdited] = useState<Schedule | 'new' | null>(null);
  const [wanted, setWanted] = useState<Wanted>();
  const close = () => {
    setEdited(null);
    setWanted(undefined);
  };
  useEffect(() => {
    const held = takeHeldList();
    if (!held) return;
    setWanted(wantedOf(held));
    setEdited('new');
  }, []);
  const [history, setHistory] = useState<Schedule | null>(null);
  const run = async ({ id, name }: Schedule) => {
    setRunning(name);
    const done = await job.start({ id });
    if (done?.state === 'done') notifications.show({ color: 'teal', message: t('ran', { file: done.fileName }) });
    if (done?.state === 'failed' && done.failure) notifications.show({ color: 'red', title: t('runFailed'), message: describeFailure(done.failure), autoClose: false });
  };
  const add = may('schedules:create') && <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>{t('add')}</Button>;
  const isEmpty = query.data?.schedules.length === 0;
  return (
    <Page title={t('title')} subtitle={t('subtitle')} actions={!isEmpty && add}>
      <Stack>
        {job.progress && <Box maw={560}><JobProgress progress={job.progress} label={t('running', { what: running })} onCancel={job.cancel} /></Box>}
        <LoadState query={query} lines={6}>
          {({ schedules, timeZone, hasMail }) => (
            <>
              {schedules.length === 0 ? <EmptyState icon={<IconClockPlay />} title={t('none')} text={t('noneText')}>{add}</EmptyState> : (
                <>
                  <SchedulesTable schedules={schedules} timeZone={timeZone} busy={job.running} onHistory={setHistory}
                    onRun={may('schedules:run') && ((schedule) => void run(schedule))} onEdit={may('schedules:edit') && setEdited}
                    onRemove={may('schedules:delete') && (({ id, rev }) => remove.mutate({ id, rev }))} />
                  <Text size="sm" c="dimmed">{t('openOffice')}</Text>
                </>
              )}
              {edited && (may('schedules:create') || may('schedules:edit')) && (
                <ScheduleDialog schedule={edited === 'new' ? null : edited} wanted={wanted} timeZone={timeZone} hasMail={hasMail} onClose={close} />
              )}
            </>
          )}
        </LoadState>
      </Stack>
      {history && <RunsDialog schedule={history} onClose={() => setHistory(null)} />}
    </Page>
  );
}
