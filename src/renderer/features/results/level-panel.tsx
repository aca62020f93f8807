import { Button, Group, Text } from '@mantine/core';
import type { ColDef, ICellRendererParams } from 'ag-grid-community';
import { IconUsers } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { resultSorts } from '#contract/results.ts';
import { call, useQueryOf } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { ExportButton } from '../../ui/export/index.ts';
import { PagedGrid } from '../../ui/grid/index.ts';
import { EmptyState, LoadState, TextLink, useMeanFormat, writeName } from '../../ui/index.ts';
import { ChoiceBar } from './choice-bar.tsx';
import { FilterChoice, type Filter } from './filter-choice.tsx';
import { HonourBadge } from './summary-cells.tsx';
import type { Choice } from './use-choice.ts';

type Row = Output<'results.level'>['rows'][number];
type Sort = (typeof resultSorts)[number];
type Order = { by: Sort; descending: boolean };

/** Every student of a level, or of the school, with means, rank among the level and what is missing. */
export function LevelPanel({ choice }: { choice: Choice }) {
  const { t } = useTranslation('results');
  const navigate = useNavigate();
  const [only, setOnly] = useState<Filter>('all');
  const [order, setOrder] = useState<Order>({ by: 'name', descending: false });
  const { year, termId, chosenLevel: level } = choice;
  const yearId = year?.id ?? '';
  const head = useQueryOf('results.level', { yearId, termId, level, only, order, limit: 1 }, { enabled: year !== undefined, keep: true });
  const fetchPage = useCallback((offset: number, limit: number) => call('results.level', { yearId, termId, level, only, order, offset, limit }), [yearId, termId, level, only, order]);
  const columns = useColumns(head.data?.isRanked ?? true);
  return (
    <>
      <ChoiceBar choice={choice} offers={['term', 'level', 'school']} />
      <LoadState query={head} lines={14}>{({ counts, total, isRanked }) => (
        <>
          <Group mb="xs" justify="space-between">
            <FilterChoice value={only} onChange={setOnly} counts={counts} isRanked={isRanked} />
            <ExportButton list={{ table: 'results', yearId, termId, level, only, order }} />
          </Group>
          <div style={{ flex: 1, minHeight: 0 }}>
            {total === 0 ? (
              <EmptyState icon={<IconUsers />} title={t('none.filter')} text={t('none.filterText')}>
                {only !== 'all' && <Button variant="default" onClick={() => setOnly('all')}>{t('none.clear')}</Button>}
              </EmptyState>
            ) : (
              <PagedGrid<Row> name="results" label={t('tabs.level')} columns={columns} fetchPage={fetchPage} version={head.dataUpdatedAt}
                order={{ colId: order.by, descending: order.descending }}
                onOrder={(next) => setOrder({ by: resultSorts.find((name) => name === next?.colId) ?? 'name', descending: next?.descending ?? false })}
                onOpen={({ id }) => void navigate({ to: '/students/$studentId', params: { studentId: id }, search: { tab: 'grades' } })} />
            )}
          </div>
          {!isRanked && <Text size="xs" c="dimmed" mt={6}>{t('scopeNote')}</Text>}
        </>
      )}</LoadState>
    </>
  );
}

function NameCell({ data }: ICellRendererParams<Row>) {
  const format = useFormat();
  return data ? <TextLink to="/students/$studentId" params={{ studentId: data.id }} search={{ tab: 'grades' }} tabIndex={-1} underline="hover" fw={500}>{writeName(format, data)}</TextLink> : null;
}

function HonourCell({ data }: ICellRendererParams<Row>) {
  return data?.summary.honour ? <HonourBadge honour={data.summary.honour} /> : null;
}

function useColumns(isRanked: boolean): ColDef<Row>[] {
  const { t } = useTranslation(['results', 'fields']);
  const format = useFormat();
  const writeMean = useMeanFormat();
  return useMemo(() => {
    const mean = (value: number | null | undefined) => (value === null || value === undefined ? '' : writeMean(value));
    const number = (value: number | null | undefined) => (value === null || value === undefined ? '' : format.number(value));
    const sortable = { sortable: true, sortingOrder: ['desc', 'asc', 'desc'] } satisfies ColDef<Row>;
    const columns: (ColDef<Row> | false)[] = [
      { colId: 'name', headerName: t('column.student'), width: 240, cellRenderer: NameCell, sortable: true, sortingOrder: ['asc', 'desc', 'asc'] },
      { colId: 'studentNo', headerName: t('fields:studentNo'), field: 'studentNo', width: 120 },
      { colId: 'division', headerName: t('column.division'), field: 'division', width: 95, sortable: true, sortingOrder: ['asc', 'desc', 'asc'] },
      { colId: 'mean', headerName: t('column.mean'), width: 90, ...sortable, valueGetter: ({ data }) => mean(data?.summary.mean) },
      { colId: 'weightedMean', headerName: t('column.weightedMean'), width: 125, valueGetter: ({ data }) => mean(data?.summary.weightedMean) },
      { colId: 'gpa', headerName: t('column.gpa'), width: 85, ...sortable, valueGetter: ({ data }) => number(data?.summary.gpa) },
      isRanked && { colId: 'rank', headerName: t('column.rank'), width: 110, sortable: true, sortingOrder: ['asc', 'desc', 'asc'], valueGetter: ({ data }) => (data?.summary.rank ? t('rankOf', data.summary.rank) : '') },
      { colId: 'failing', headerName: t('column.failing'), width: 125, ...sortable, valueGetter: ({ data }) => data?.summary.failing || '' },
      { colId: 'missing', headerName: t('column.missing'), width: 95, ...sortable, valueGetter: ({ data }) => data?.summary.missing || '' },
      isRanked && { colId: 'honour', headerName: t('column.honour'), width: 150, cellRenderer: HonourCell },
    ];
    return columns.filter((column) => column !== false);
  }, [t, format, writeMean, isRanked]);
}
