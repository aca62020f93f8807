import { Group, Stack, Text } from '@mantine/core';
import { IconCalendarOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../client/index.ts';
import { EmptyState, LoadState, Page } from '../../ui/index.ts';
import { ChooseStep } from './choose-step.tsx';
import { DoneStep } from './done-step.tsx';
import { LookStep } from './look-step.tsx';
import classes from './rollover.module.css';
import { useStep, type Step } from './rollover-session.ts';

const steps = ['choose', 'look', 'done'] as const;

/** The year's end in three steps: choose, look at what would happen to everybody, write it. */
export function RolloverPage() {
  const { t } = useTranslation('rollover');
  const [step, go] = useStep();
  const start = useQueryOf('rollover.start', {});
  return (
    <Page title={t('title')}>
      <Stack>
        <StepMarks at={step.at} />
        {step.at === 'choose' && (
          <LoadState query={start} lines={8}>
            {(data) => (data.years.length === 0 ? <EmptyState icon={<IconCalendarOff />} title={t('choose.noYear')} text={t('choose.noYearText')} />
              : <ChooseStep key={data.years.length} start={data} onMade={(made) => go({ at: 'look', made })} />)}
          </LoadState>
        )}
        {step.at === 'look' && <LookStep key={step.made.id} made={step.made} onAgain={(made) => go({ at: 'look', made })} onBack={() => go({ at: 'choose' })} onDone={(result) => go({ at: 'done', made: step.made, result })} />}
        {step.at === 'done' && <DoneStep made={step.made} result={step.result} onAgain={() => go({ at: 'choose' })} />}
      </Stack>
    </Page>
  );
}

/** Where one is among the steps. */
function StepMarks({ at }: { at: Step['at'] }) {
  const { t } = useTranslation('rollover');
  return (
    <ol className={`${classes.steps} no-print`} aria-label={t('steps')}>
      {steps.map((step, index) => (
        <li key={step} className={classes.step} aria-current={step === at ? 'step' : undefined} data-on={step === at || undefined}>
          <Group gap="sm" wrap="nowrap">
            <span className={classes.number} aria-hidden>{index + 1}</span>
            <span><Text span size="sm" fw={step === at ? 600 : 400} display="block">{t(`step.${step}`)}</Text><Text span size="xs" c="dimmed" display="block">{t(`stepText.${step}`)}</Text></span>
          </Group>
        </li>
      ))}
    </ol>
  );
}
