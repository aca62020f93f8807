import { Pagination, Stack, Table, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fate } from '#contract/exchange.ts';
import type { ImportTarget } from '#contract/import-targets.ts';
import { useQueryOf } from '../../client/index.ts';
import { useValueWords } from '../../ui/changes/index.ts';
import { LoadState } from '../../ui/index.ts';
import { OneRow, type Mending } from './one-row.tsx';

const pageSize = 50;

interface RowsOfProps { id: string; target: ImportTarget; fate: Fate; text?: string; mending?: Mending }

/** The rows of one fate, page by page; with `text` those whose line holds it. */
export function RowsOf({ id, target, fate, text = '', mending }: RowsOfProps) {
  const { t } = useTranslation(['exchange', 'common']);
  const words = useValueWords();
  const [page, setPage] = useState(1);
  const query = useQueryOf('imports.rows', { id, fate, text, offset: (page - 1) * pageSize, limit: pageSize }, { keep: true });
  const last = query.data ? Math.max(1, Math.ceil(query.data.total / pageSize)) : page;
  // A mended row leaves its list, and may leave the last page empty.
  useEffect(() => { if (page > last) setPage(last); }, [page, last]);
  const none = text !== '' ? t('rows.noneFound') : target !== 'students' && (fate === 'create' || fate === 'change') ? t(`rows.noneRecords.${fate}`) : t(`rows.none.${fate}`);
  return (
    <LoadState query={query} lines={8}>
      {({ rows, total }) => (total === 0 ? <Text c="dimmed" role="status">{none}</Text> : (
        <Stack>
          <Table.ScrollContainer minWidth={640}>
            <Table verticalSpacing={6} aria-label={t('rows.title')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w={target === 'oneRoster' ? 150 : 80}>{t('rows.line')}</Table.Th><Table.Th w="24%">{target === 'students' ? t('rows.name') : t('rows.record')}</Table.Th>
                  {fate !== 'same' && <Table.Th>{fate === 'change' ? t('rows.changes') : t('rows.values')}</Table.Th>}
                  <Table.Th w={fate === 'refused' ? '40%' : '28%'}>{fate === 'refused' ? t('rows.why') : t('rows.notes')}</Table.Th>
                  {mending && <Table.Th w={100}>{t('mend.cells')}</Table.Th>}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((row) => <OneRow key={`${row.line} ${row.column}`} row={row} target={target} words={words} mending={mending} columns={fate === 'same' ? 4 : 5} />)}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          {total > pageSize && (
            <Pagination value={page} onChange={setPage} total={last} getControlProps={(control) => ({ 'aria-label': t(`common:page.${control}`) })}
              getItemProps={(item) => ({ 'aria-label': t('common:page.number', { page: item }) })} />
          )}
        </Stack>
      ))}
    </LoadState>
  );
}
