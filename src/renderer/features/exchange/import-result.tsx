import { Alert, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fates, type Fate } from '#contract/exchange.ts';
import type { Output } from '#contract/index.ts';
import { describeEntity, describeFailure, describeField, translateKey } from '../../i18n/dynamic.ts';
import { useMay } from '../../client/index.ts';
import { ConfirmDialog, JobProgress, TextLink } from '../../ui/index.ts';
import type { ImportData } from './import-page.tsx';
import { describeProblem } from './describe-problem.ts';
import { WrittenRows } from './written-rows.tsx';
import { RowsOf } from './rows-of.tsx';
import { useImportJob } from './use-import-job.ts';

type Undone = Output<'imports.undo'> & { isWhole: boolean };

/** An import that was written, with the way back; or one that was taken back. */
export function ImportResult({ data, onPreview }: { data: ImportData; onPreview: () => void }) {
  const { t } = useTranslation('exchange');
  const undo = useImportJob('imports.undo', data.import.id);
  const [asking, setAsking] = useState(false);
  const [line, setLine] = useState<number | null>(null);
  const [undone, setUndone] = useState<Undone | null>(null);
  const { counts, id, target, state, changeSetId, undoneBy } = data.import;
  const doneKey = (fate: Fate) => (fate === 'create' && target !== 'students' ? 'done.createRecords' as const : `done.${fate}` as const);
  const run = async (lines: number[] | null) => {
    setAsking(false);
    setLine(null);
    const result = await undo.start({ id, lines });
    if (result) setUndone({ ...result, isWhole: lines === null });
  };
  return (
    <Stack>
      <Paper>
        <Stack gap="xs" align="flex-start">
          <Group gap="xs">
            {state === 'committed' ? <IconCircleCheck size={22} color="var(--mantine-color-teal-6)" aria-hidden /> : <IconArrowBackUp size={22} aria-hidden />}
            <Title order={2} size="h3" role="status">{t(`result.${state === 'committed' ? 'committed' : 'undone'}`)}</Title>
          </Group>
          {counts && <Text size="sm">{fates.map((fate) => t(doneKey(fate), { count: counts[fate] })).join(' · ')}</Text>}
          <ChangeLink id={state === 'committed' ? changeSetId : undoneBy} />
          {state === 'committed' && !undo.progress && (
            <>
              <Text size="sm" c="dimmed">{t('result.undoHint')}</Text>
              <Button variant="light" leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={() => setAsking(true)}>{t('result.undo')}</Button>
            </>
          )}
          {state === 'undone' && <Button variant="default" onClick={onPreview}>{t('readAgain')}</Button>}
        </Stack>
      </Paper>
      {undo.progress && <JobProgress label={t('result.undoing')} progress={undo.progress} onCancel={undo.cancel} />}
      {undo.failure && <Alert color="red" role="alert">{describeFailure(undo.failure)}</Alert>}
      {undone && <KeptList undone={undone} />}
      {state === 'committed' && data.late.length > 0 && <LateList late={data.late} />}
      {state === 'committed' && counts && counts.refused > 0 && (
        <Paper component="section" aria-label={t('result.refused')}>
          <Title order={2} size="h3" mb="sm">{t('result.refused')}</Title>
          <RowsOf id={id} target={target} fate="refused" />
        </Paper>
      )}
      {state === 'committed' && data.written > 0 && <WrittenRows data={data} busy={undo.progress !== null} onTakeBack={setLine} />}
      <ConfirmDialog opened={line !== null} onClose={() => setLine(null)} onConfirm={() => void run(line === null ? null : [line])}
        title={t('written.askTitle', { line })} text={t('written.askText')} action={t('written.askAction')} />
      <ConfirmDialog opened={asking} onClose={() => setAsking(false)} onConfirm={() => void run(null)} title={t('result.undoTitle')} text={t('result.undoText')} action={t('result.undo')} />
    </Stack>
  );
}

function ChangeLink({ id }: { id: number | null }) {
  const { t } = useTranslation('exchange');
  const may = useMay();
  if (id === null || !may('history:view')) return null;
  return <TextLink to="/history/{-$changeSetId}" params={{ changeSetId: String(id) }}>{t('result.history', { id })}</TextLink>;
}

/** Rows that the school's rules refused only when they were written. */
function LateList({ late }: { late: ImportData['late'] }) {
  const { t } = useTranslation('exchange');
  return (
    <Alert color="orange" role="status" title={t('late.title')}>
      <Text size="sm" mb={6}>{t('late.text')}</Text>
      <List size="sm" spacing={4}>{late.map(({ line, problem }) => <List.Item key={line}>{t('late.line', { line })}: {describeProblem(problem)}</List.Item>)}</List>
    </Alert>
  );
}

/** What was edited since the import and therefore stayed. */
function KeptList({ undone: { kept, keptTotal, isWhole } }: { undone: Undone }) {
  const { t } = useTranslation('exchange');
  if (keptTotal === 0) return <Alert color="teal" role="status">{isWhole ? t('kept.nothing') : t('written.done')}</Alert>;
  return (
    <Alert color="orange" role="status" title={t('kept.title', { count: keptTotal })}>
      <Text size="sm" mb={6}>{t('kept.text')}</Text>
      <List size="sm" spacing={4}>
        {kept.map((row) => (
          <List.Item key={`${row.entity} ${row.rowId}`}>
            {describeEntity(row.entity)}: {row.entity === 'student'
              ? <TextLink to="/students/$studentId" params={{ studentId: row.rowId }}>{row.label ?? t('kept.noName')}</TextLink>
              : (row.label ?? t('kept.noName'))}
            {row.fields.length > 0 && <Text span size="sm" c="dimmed"> ({row.fields.map((field) => translateKey('entities', field) ?? describeField(field)).join(', ')})</Text>}
          </List.Item>
        ))}
      </List>
      {keptTotal > kept.length && <Text size="sm" mt={4}>{t('kept.more', { count: keptTotal - kept.length })}</Text>}
    </Alert>
  );
}
