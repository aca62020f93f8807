import { Alert, Button, Checkbox, Group, Paper, SimpleGrid, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck, IconWritingSign } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { undoOwn, useJob, useQueryOf } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { JobProgress, LoadState, TextLink, writeName } from '../../ui/index.ts';
import { ChoiceBar } from './choice-bar.tsx';
import type { Choice } from './use-choice.ts';

const facts = ['students', 'newLines', 'sameLines', 'correctedLines'] as const;

/** Writes the transcripts of a year that has ended: first what would happen, then the writing, which one undo takes back. */
export function TranscriptsPanel({ choice }: { choice: Choice }) {
  const { t } = useTranslation(['results', 'common']);
  const { year, chosenLevel: level } = choice;
  const target = { yearId: year?.id ?? '', level };
  const preview = useQueryOf('transcripts.preview', target, { enabled: year !== undefined, keep: true });
  const job = useJob('transcripts.write');
  const [correct, setCorrect] = useState(false);
  const [reason, setReason] = useState('');
  const [written, setWritten] = useState<number | null>(null);
  const run = async () => {
    setWritten(null);
    const done = await job.start({ ...target, correct, reason });
    if (done) setWritten(done.newLines + (correct ? done.correctedLines : 0));
    void preview.refetch();
  };
  const undo = async () => {
    if (await undoOwn()) setWritten(null);
  };
  return (
    <Stack style={{ overflow: 'auto' }} pb="md" maw={900}>
      <Text size="sm" c="dimmed">{t('transcripts.intro')}</Text>
      <ChoiceBar choice={choice} offers={['level', 'school']} />
      {written !== null && (
        <Alert color="teal" variant="outline" icon={<IconCircleCheck aria-hidden />} role="status" title={t('transcripts.done', { count: written })}>
          <Button size="xs" variant="default" leftSection={<IconArrowBackUp size={14} aria-hidden />} onClick={() => void undo()}>{t('common:actions.undo')}</Button>
        </Alert>
      )}
      {job.progress ? <JobProgress label={t('transcripts.writing')} progress={job.progress} onCancel={job.cancel} /> : (
        <LoadState query={preview} lines={6}>{(plan) => (
          <>
            <Plan plan={plan} />
            {plan.hasEnded && plan.correctedLines > 0 && (
              <Group align="flex-end">
                <Checkbox label={t('transcripts.correct')} checked={correct} onChange={(event) => setCorrect(event.currentTarget.checked)} pb={8} />
                {correct && <TextInput label={t('transcripts.reason')} required w={320} maxLength={300} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />}
              </Group>
            )}
            {plan.hasEnded ? (
              <Group>
                <Button leftSection={<IconWritingSign size={16} aria-hidden />} onClick={() => void run()}
                  disabled={(plan.newLines === 0 && !(correct && plan.correctedLines > 0)) || (correct && reason.trim() === '')}>{t('transcripts.write')}</Button>
                {plan.newLines === 0 && plan.students > 0 && <Text size="sm" c="dimmed">{t('transcripts.nothing')}</Text>}
              </Group>
            ) : <Alert color="gray" variant="outline">{t('transcripts.notOver')}</Alert>}
          </>
        )}</LoadState>
      )}
    </Stack>
  );
}

function Plan({ plan }: { plan: Output<'transcripts.preview'> }) {
  const { t } = useTranslation('results');
  const format = useFormat();
  return (
    <Paper component="section" aria-labelledby="plan-title">
      <Title order={2} size="h3" id="plan-title" mb="xs">{t('transcripts.look')}</Title>
      <SimpleGrid cols={{ base: 2, sm: 4 }} component="dl" m={0}>
        {facts.map((fact) => (
          <div key={fact}><Text component="dt" size="sm" c="dimmed">{t(`transcripts.${fact}`)}</Text><Text component="dd" m={0} size="xl" fw={600}>{format.number(plan[fact])}</Text></div>
        ))}
      </SimpleGrid>
      {plan.incomplete > 0 && (
        <>
          <Text size="sm" mt="sm">{t('transcripts.incomplete', { count: plan.incomplete })}</Text>
          <Table mt={6} verticalSpacing={4} aria-label={t('column.missing')}>
            <Table.Tbody>
              {plan.missing.map((row) => (
                <Table.Tr key={row.studentId}>
                  <Table.Th scope="row"><TextLink to="/students/$studentId" params={{ studentId: row.studentId }} search={{ tab: 'grades' }} underline="hover">{writeName(format, row)}</TextLink></Table.Th>
                  <Table.Td>{row.division}</Table.Td><Table.Td>{t('transcripts.missingCourses', { count: row.courses })}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {plan.incomplete > plan.missing.length && <Text size="xs" c="dimmed">{t('transcripts.andMore', { count: plan.missing.length })}</Text>}
        </>
      )}
    </Paper>
  );
}
