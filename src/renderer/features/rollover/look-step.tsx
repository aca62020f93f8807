import { Alert, Button, Checkbox, Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { outcomes, type RolloverOutcome } from '#contract/rollover.ts';
import { toFailure, useQueryOf } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { JobProgress, LoadState } from '../../ui/index.ts';
import { CommitPanel } from './commit-panel.tsx';
import classes from './rollover.module.css';
import type { MadeSimulation } from './rollover-session.ts';
import { RowsTable } from './rows-table.tsx';
import { useSimulation } from './use-simulation.ts';

/** Students on a page: few enough that what will be written stays in reach below. */
export const pageSize = 20;

export interface LookStepProps {
  made: MadeSimulation;
  onAgain: (made: MadeSimulation) => void;
  onBack: () => void;
  onDone: (result: Output<'rollover.commit'>) => void;
}

/** What would become of everybody: counts, filters, each student with the reasons; corrections; and the button that writes it. */
export function LookStep({ made, onAgain, onBack, onDone }: LookStepProps) {
  const { t } = useTranslation('rollover');
  const [outcome, setOutcome] = useState<RolloverOutcome | null>(null);
  const [level, setLevel] = useState<string | null>(null);
  const [onlyOverridden, setOnlyOverridden] = useState(false);
  const [page, setPage] = useState(1);
  const { simulate, progress, cancel, failure } = useSimulation();
  const query = useQueryOf('rollover.rows', { id: made.id, outcome, level, onlyOverridden, offset: (page - 1) * pageSize, limit: pageSize }, { keep: true });
  const isGone = query.isError && toFailure(query.error).messageKey === 'rollover.simulateAgain';
  const again = async () => {
    const next = await simulate(made.from, made.to);
    if (next) onAgain(next);
  };
  const narrow = (change: () => void) => { change(); setPage(1); };
  const againButton = <Button variant="default" leftSection={<IconRefresh size={16} aria-hidden />} onClick={() => void again()}>{t('look.again')}</Button>;
  return (
    <Stack>
      <Group justify="space-between">
        <Text size="sm" fw={500}>{t('look.summary', { count: made.students, from: made.from.label })}</Text>
        <Group gap="xs" className="no-print">
          <Button variant="subtle" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={onBack}>{t('look.change')}</Button>
          {againButton}
        </Group>
      </Group>
      {progress && <JobProgress label={t('choose.running')} progress={progress} onCancel={cancel} />}
      {failure && <Alert color="red" role="alert">{failure}</Alert>}
      {isGone ? <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} role="alert"><Stack align="flex-start" gap="xs">{t('look.gone')}{againButton}</Stack></Alert> : (
        <LoadState query={query} lines={10}>
          {(data) => (
            <>
              {data.isStale && <Alert color="orange" variant="outline" icon={<IconAlertTriangle aria-hidden />} role="alert">{t('look.stale')}</Alert>}
              <Outcomes counts={data.counts} total={made.students} chosen={outcome} onChoose={(next) => narrow(() => setOutcome(next))} />
              <Overfull divisions={data.overfull} />
              <Paper component="section" aria-label={t('look.students')}>
                <Group gap="md" mb="sm" align="flex-end" className="no-print">
                  <Select label={t('look.level')} placeholder={t('look.allLevels')} clearable w={180} value={level} clearButtonProps={{ 'aria-label': t('look.allLevels') }}
                    data={data.levels.filter((one) => one.level !== '').map((one) => one.level)} onChange={(next) => narrow(() => setLevel(next))} />
                  <Checkbox label={t('look.mine')} checked={onlyOverridden} pb={8} onChange={(event) => { const { checked } = event.currentTarget; narrow(() => setOnlyOverridden(checked)); }} />
                </Group>
                <RowsTable data={data} fromYearId={made.from.id} page={page} onPage={setPage} />
              </Paper>
              <CommitPanel made={made} counts={data.counts} isStale={data.isStale || progress !== null} onDone={onDone} />
            </>
          )}
        </LoadState>
      )}
    </Stack>
  );
}

function Outcomes({ counts, total, chosen, onChoose }: { counts: Record<RolloverOutcome, number>; total: number; chosen: RolloverOutcome | null; onChoose: (outcome: RolloverOutcome | null) => void }) {
  const { t } = useTranslation('rollover');
  const format = useFormat();
  const button = (key: RolloverOutcome | null, label: string, count: number) => (
    <button key={key ?? 'all'} type="button" className={classes.outcome} aria-pressed={chosen === key} onClick={() => onChoose(key)}><b>{format.number(count)}</b>{label}</button>
  );
  return (
    <div className={classes.outcomes} role="group" aria-label={t('look.outcome')}>
      {button(null, t('look.all'), total)}
      {outcomes.filter((outcome) => counts[outcome] > 0 || outcome === 'promote' || outcome === 'undecided').map((outcome) => button(outcome, t(`outcome.${outcome}`), counts[outcome]))}
    </div>
  );
}

function Overfull({ divisions }: { divisions: Output<'rollover.rows'>['overfull'] }) {
  const { t } = useTranslation('rollover');
  if (divisions.length === 0) return null;
  return (
    <Alert color="orange" variant="outline" icon={<IconAlertTriangle aria-hidden />}>
      <Title order={2} size="h4">{t('look.overfull')}</Title>
      <ul className={classes.list}>{divisions.slice(0, 12).map((one) => <li key={`${one.level} ${one.division}`}>{t('look.overfullLine', { ...one })}</li>)}</ul>
    </Alert>
  );
}
