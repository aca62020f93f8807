import { Alert, Button, Group, Paper, Select, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { rolloverProcedures } from '#contract/rollover.ts';
import { useFormat } from '../../i18n/format.ts';
import { DateField, JobProgress, MomentText, validateWith } from '../../ui/index.ts';
import type { MadeSimulation } from './rollover-session.ts';
import { RulesPanel } from './rules-panel.tsx';
import { useSimulation } from './use-simulation.ts';

const yearRules = rolloverProcedures['rollover.simulate'].input.pick({ newYear: true });
const makeNew = 'new';

/** Which year ends, which one follows, and by which rules; then the simulation. */
export function ChooseStep({ start, onMade }: { start: Output<'rollover.start'>; onMade: (made: MadeSimulation) => void }) {
  const { t } = useTranslation(['rollover', 'common']);
  const format = useFormat();
  const { years, suggested } = start;
  const [fromId, setFromId] = useState(suggested.fromYearId ?? years[0]?.id ?? '');
  const [toId, setToId] = useState(suggested.toYearId ?? makeNew);
  const [draft, setDraft] = useState(suggested.newYear ?? { label: '', startDate: '', endDate: '' });
  const { simulate, progress, cancel, failure } = useSimulation();
  const from = years.find(({ id }) => id === fromId);
  const later = years.filter(({ startDate }) => from !== undefined && startDate > from.startDate);
  const chosen = later.find(({ id }) => id === toId);
  const errors = chosen ? {} : validateWith(yearRules)({ newYear: draft });
  const go = async () => {
    if (!from) return;
    const made = await simulate(from, chosen ?? { id: null, ...draft });
    if (made) onMade(made);
  };
  const span = (year: { startDate: string; endDate: string }) => `${format.date(year.startDate)} – ${format.date(year.endDate)}`;
  return (
    <Stack>
      <Text size="sm" maw={760}>{t('choose.intro')}</Text>
      <Paper>
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Select label={t('choose.from')} allowDeselect={false} value={fromId} data={years.map((year) => ({ value: year.id, label: `${year.label} (${span(year)})` }))} onChange={(id) => setFromId(id ?? '')} />
            <Select label={t('choose.to')} allowDeselect={false} value={chosen ? toId : makeNew} onChange={(id) => setToId(id ?? makeNew)}
              data={[...later.map((year) => ({ value: year.id, label: `${year.label} (${span(year)})` })), { value: makeNew, label: t('choose.make') }]} />
          </SimpleGrid>
          {!chosen && (
            <SimpleGrid cols={{ base: 1, sm: 3 }}>
              <TextInput label={t('choose.label')} required value={draft.label} error={errors['newYear.label']} onChange={(event) => setDraft({ ...draft, label: event.currentTarget.value })} />
              <DateField label={t('choose.start')} required value={draft.startDate} error={errors['newYear.startDate']} onChange={(startDate) => setDraft({ ...draft, startDate })} />
              <DateField label={t('choose.end')} required value={draft.endDate} error={errors['newYear.endDate']} onChange={(endDate) => setDraft({ ...draft, endDate })} />
            </SimpleGrid>
          )}
        </Stack>
      </Paper>
      <RulesPanel start={start} yearEnd={from?.endDate ?? ''} />
      {failure && <Alert color="red" role="alert">{failure}</Alert>}
      {progress ? <JobProgress label={t('choose.running')} progress={progress} onCancel={cancel} /> : (
        <Group><Button leftSection={<IconEye size={17} aria-hidden />} disabled={!from || Object.keys(errors).length > 0} onClick={() => void go()}>{t('choose.simulate')}</Button></Group>
      )}
      {start.runs.length > 0 && (
        <Stack gap={4} component="section" aria-label={t('runs.title')}>
          <Title order={2} size="h4">{t('runs.title')}</Title>
          {start.runs.map((run) => (
            <Text key={run.id} size="sm">{t('runs.line', { from: run.fromLabel, to: run.toLabel, ...run.counts })} <Text span size="xs" c="dimmed">{run.by} · <MomentText at={run.at} /></Text></Text>
          ))}
        </Stack>
      )}
    </Stack>
  );
}
