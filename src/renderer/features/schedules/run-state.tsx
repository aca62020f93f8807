import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ScheduleRun } from '#contract/schedules.ts';
import { describeFailure } from '../../i18n/dynamic.ts';

const colours: Record<ScheduleRun['state'], string> = { running: 'blue', done: 'teal', failed: 'red', cancelled: 'gray', interrupted: 'orange' };

/** What a run came to, in a word, and why where it came to nothing. */
export function RunState({ run }: { run: ScheduleRun }) {
  const { t } = useTranslation('schedules');
  const why = run.failure && run.state === 'failed' ? describeFailure(run.failure) : run.state === 'interrupted' ? t('interruptedText') : null;
  return (
    <>
      <Badge size="sm" tt="none" variant="light" miw="max-content" color={colours[run.state]}>{t(`state.${run.state}`)}</Badge>
      {why && <Text size="xs" mt={2} maw={320}>{why}</Text>}
    </>
  );
}
