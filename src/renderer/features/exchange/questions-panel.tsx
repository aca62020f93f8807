import { Button, Group, Pagination, Paper, Switch, Table, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportQuestion } from '#contract/exchange.ts';
import type { Decision, ImportOptions } from '#contract/import-options.ts';
import { useQueryOf } from '../../client/index.ts';
import type { ImportData } from './import-page.tsx';
import { OneQuestion } from './one-question.tsx';

const pageSize = 20;

interface QuestionsPanelProps { data: ImportData; onDecide: (decisions: ImportOptions['decisions']) => void }

/** Rows that may be about a student of the school: whoever knows the children says who they are. Nothing where every row is certain. */
export function QuestionsPanel({ data, onDecide }: QuestionsPanelProps) {
  const { t } = useTranslation(['exchange', 'common']);
  const [page, setPage] = useState(1);
  const [onlyOpen, setOnlyOpen] = useState(false);
  // What was chosen stands at once; the file is read again with it meanwhile.
  const [chosen, setChosen] = useState<ImportOptions['decisions']>({});
  const query = useQueryOf('imports.questions', { id: data.import.id, open: onlyOpen, offset: (page - 1) * pageSize, limit: pageSize }, { keep: true });
  const last = query.data ? Math.max(1, Math.ceil(query.data.total / pageSize)) : page;
  useEffect(() => { if (page > last) setPage(last); }, [page, last]);
  useEffect(() => setChosen({}), [data.options.decisions]);
  if (!query.data || (query.data.total === 0 && !onlyOpen)) return null;
  const { open, questions } = query.data;
  // The answers come with the import, and so before the questions are asked anew; one about somebody who is gone counts no more.
  const decisionOf = ({ line, candidates, decision }: ImportQuestion): Decision | null => {
    const answer = chosen[line] ?? data.options.decisions[line];
    return answer === 'new' || candidates.some(({ studentId }) => studentId === answer) ? answer ?? null : decision;
  };
  const decide = (decisions: ImportOptions['decisions']) => {
    setChosen((known) => ({ ...known, ...decisions }));
    onDecide(decisions);
  };
  const decideAll = (answer: (candidate: string | undefined) => Decision | undefined) => decide(Object.fromEntries(questions.flatMap((question) => {
    const answered = decisionOf(question) === null ? answer(question.candidates[0]?.studentId) : undefined;
    return answered ? [[question.line, answered]] : [];
  })));
  const isAllDecided = questions.every((question) => decisionOf(question) !== null);
  return (
    <Paper component="section" aria-label={t('who.title')}>
      <Title order={2} size="h3">{t('who.title')}</Title>
      <Text size="sm" c="dimmed" mb="sm" role="status">{open > 0 ? t('who.open', { count: open }) : t('who.done')}</Text>
      <Group gap="sm" mb="sm">
        <Button size="xs" variant="default" disabled={isAllDecided} onClick={() => decideAll((candidate) => candidate)}>{t('who.likeliest')}</Button>
        <Button size="xs" variant="default" disabled={isAllDecided} onClick={() => decideAll(() => 'new')}>{t(data.import.target === 'students' ? 'who.allNew' : 'who.allNobody')}</Button>
        <Switch label={t('who.onlyOpen')} checked={onlyOpen} onChange={(event) => { setOnlyOpen(event.currentTarget.checked); setPage(1); }} />
      </Group>
      {questions.length > 0 && (
        <Table.ScrollContainer minWidth={900} maxHeight={520}>
          <Table verticalSpacing={6} aria-label={t('who.table')} stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={110}>{t('who.choice')}</Table.Th><Table.Th>{t('who.name')}</Table.Th><Table.Th>{t('who.studentNo')}</Table.Th><Table.Th>{t('who.birthDate')}</Table.Th>
                <Table.Th>{t('who.fatherEl')}</Table.Th><Table.Th>{t('who.motherEl')}</Table.Th><Table.Th>{t('who.nationalId')}</Table.Th><Table.Th>{t('who.class')}</Table.Th><Table.Th w="20%">{t('who.why')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            {questions.map((question) => (
              <OneQuestion key={question.line} question={question} target={data.import.target} decision={decisionOf(question)} onDecide={(decision) => decide({ [question.line]: decision })} />
            ))}
          </Table>
        </Table.ScrollContainer>
      )}
      {last > 1 && (
        <Pagination mt="sm" value={page} onChange={setPage} total={last} getControlProps={(control) => ({ 'aria-label': t(`common:page.${control}`) })}
          getItemProps={(item) => ({ 'aria-label': t('common:page.number', { page: item }) })} />
      )}
    </Paper>
  );
}
