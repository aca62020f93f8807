import { Pagination, Paper, SegmentedControl, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fates, type Fate, type ImportRow } from '#contract/exchange.ts';
import { fieldsOf, type ImportField, type ImportTarget } from '#contract/import-targets.ts';
import { useQueryOf } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { useValueWords, writeValue, type ValueWords } from '../../ui/changes/index.ts';
import { LoadState, TextLink } from '../../ui/index.ts';
import classes from './exchange.module.css';
import { describeProblem } from './describe-problem.ts';
import type { ImportData } from './import-page.tsx';

const pageSize = 50;

/** Every row of the file and what would become of it, in words. */
export function RowsPanel({ data }: { data: ImportData }) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const { counts, id } = data.import;
  const [chosen, setChosen] = useState<Fate | null>(null);
  if (!counts) return null;
  const fate = chosen ?? fates.find((name) => counts[name] > 0) ?? 'create';
  return (
    <Paper component="section" aria-label={t('rows.title')}>
      <Title order={2} size="h3" mb="sm">{t('rows.title')}</Title>
      <SegmentedControl aria-label={t('rows.filter')} value={fate} onChange={(value) => setChosen(fates.find((name) => name === value) ?? null)} mb="sm"
        data={fates.map((name) => ({ value: name, label: `${t(`fate.${name}`)} (${format.number(counts[name])})` }))} />
      <RowsOf key={`${fate} ${data.import.rev}`} id={id} target={data.import.target} fate={fate} rev={data.import.rev} />
    </Paper>
  );
}

/** The rows of one fate, page by page. `rev` makes a new preview a new question. */
export function RowsOf({ id, target, fate, rev }: { id: string; target: ImportTarget; fate: Fate; rev: number }) {
  const { t } = useTranslation(['exchange', 'common']);
  const words = useValueWords();
  const [page, setPage] = useState(1);
  const query = useQueryOf('imports.rows', { id, fate, offset: (page - 1) * pageSize, limit: pageSize }, { keep: true });
  return (
    <LoadState query={query} lines={8}>
      {({ rows, total }) => (total === 0 ? <Text c="dimmed">{target !== 'students' && (fate === 'create' || fate === 'change') ? t(`rows.noneRecords.${fate}`) : t(`rows.none.${fate}`)}</Text> : (
        <Stack data-rev={rev}>
          <Table.ScrollContainer minWidth={640}>
            <Table verticalSpacing={6} aria-label={t('rows.title')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w={80}>{t('rows.line')}</Table.Th><Table.Th w="24%">{target === 'students' ? t('rows.name') : t('rows.record')}</Table.Th>
                  {fate !== 'same' && <Table.Th>{fate === 'change' ? t('rows.changes') : t('rows.values')}</Table.Th>}
                  <Table.Th w={fate === 'refused' ? '40%' : '28%'}>{fate === 'refused' ? t('rows.why') : t('rows.notes')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>{rows.map((row) => <OneRow key={row.line} row={row} target={target} words={words} />)}</Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          {total > pageSize && (
            <Pagination value={page} onChange={setPage} total={Math.ceil(total / pageSize)} getControlProps={(control) => ({ 'aria-label': t(`common:page.${control}`) })}
              getItemProps={(item) => ({ 'aria-label': t('common:page.number', { page: item }) })} />
          )}
        </Stack>
      ))}
    </LoadState>
  );
}

function OneRow({ row, target, words }: { row: ImportRow; target: ImportTarget; words: ValueWords }) {
  const { t } = useTranslation('exchange');
  const write = (field: ImportField, value: string | null) => {
    const isFlag = fieldsOf(target)[field]?.kind === 'flag';
    return writeValue(field === 'guardianRelation' ? 'relation' : field, isFlag && value !== null ? Number(value) : value, words);
  };
  return (
    <Table.Tr>
      <Table.Td>{words.format.number(row.line)}</Table.Td>
      <Table.Td>{row.studentId ? <TextLink to="/students/$studentId" params={{ studentId: row.studentId }}>{row.label}</TextLink> : row.label}</Table.Td>
      {row.fate !== 'same' && (
        <Table.Td>
          <ul className={classes.cells}>
            {row.cells.map(({ field, before, after }) => (
              <li key={field}>
                <Text span size="sm" c="dimmed">{t(`field.${field}`)}: </Text>
                {before && <><span className={classes.old}>{write(field, before)}</span>{' → '}</>}
                {write(field, after)}
              </li>
            ))}
          </ul>
        </Table.Td>
      )}
      <Table.Td>
        <ul className={classes.cells}>
          {row.problems.map((problem) => (
            <li key={`${problem.messageKey} ${problem.field}`}>
              {problem.field && <Text span size="sm" c="dimmed">{t(`field.${problem.field}`)}: </Text>}
              {describeProblem(problem)}
            </li>
          ))}
        </ul>
      </Table.Td>
    </Table.Tr>
  );
}
