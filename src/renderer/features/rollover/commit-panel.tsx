import { Button, Checkbox, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconCalendarCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import type { RolloverCounts } from '#contract/rollover.ts';
import { useJob } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { JobProgress } from '../../ui/index.ts';
import classes from './rollover.module.css';
import type { MadeSimulation } from './rollover-session.ts';

export interface CommitPanelProps { made: MadeSimulation; counts: RolloverCounts; isStale: boolean; onDone: (result: Output<'rollover.commit'>) => void }

/** What will be written, in words, what is up to the office, and the button that writes. */
export function CommitPanel({ made: { id, from, to }, counts, isStale, onDone }: CommitPanelProps) {
  const { t } = useTranslation('rollover');
  const format = useFormat();
  const job = useJob('rollover.commit');
  const [choices, setChoices] = useState({ copySections: true, closeOldYear: counts.undecided === 0, openNewYear: counts.undecided === 0 });
  const [reason, setReason] = useState('');
  const isClosed = from.status === 'closed';
  const enrolments = counts.promote + counts.retain;
  const nothing = enrolments + counts.graduate === 0;
  const date = format.date(from.endDate);
  const lines = [
    to.id === null && t('commit.year', { label: to.label, start: format.date(to.startDate), end: format.date(to.endDate) }),
    enrolments > 0 && t('commit.enrol', { count: enrolments, label: to.label }),
    counts.graduate > 0 && t('commit.graduate', { count: counts.graduate, date }),
    t('commit.places', { from: from.label, date }), t('commit.homerooms'),
    counts.undecided > 0 && t('commit.undecided', { count: counts.undecided }),
  ];
  const write = async () => {
    const result = await job.start({ id, ...choices, closeOldYear: choices.closeOldYear && !isClosed, reason });
    if (result) onDone(result);
  };
  const choice = (name: keyof typeof choices, label: string) => (
    <Checkbox key={name} label={label} checked={choices[name]} onChange={(event) => setChoices({ ...choices, [name]: event.currentTarget.checked })} />
  );
  return (
    <Paper component="section" aria-label={t('commit.title')} className="no-print">
      <Stack gap="sm">
        <Title order={2} size="h3">{t('commit.title')}</Title>
        {nothing ? <Text size="sm">{t('commit.nothing')}</Text> : (
          <>
            <div><Text size="sm" mb={4}>{t('commit.will')}</Text><ul className={classes.list}>{lines.map((line) => line && <li key={line}>{line}</li>)}</ul></div>
            <Stack gap={6}>
              {choice('copySections', t('commit.copySections'))}
              {!isClosed && choice('closeOldYear', t('commit.closeOldYear', { from: from.label }))}
              {choice('openNewYear', t('commit.openNewYear', { label: to.label }))}
            </Stack>
            {isClosed && <TextInput label={t('commit.reason', { from: from.label })} required maxLength={300} maw={480} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />}
            {job.progress ? <JobProgress label={t('commit.running')} progress={job.progress} onCancel={job.cancel} /> : (
              <Group justify="flex-end">
                <Button leftSection={<IconCalendarCheck size={17} aria-hidden />} disabled={isStale || (isClosed && reason.trim() === '')} onClick={() => void write()}>{t('commit.go')}</Button>
              </Group>
            )}
          </>
        )}
      </Stack>
    </Paper>
  );
}
