import { Button, Drawer, Pagination, Stack, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeSetId as changeSetForm } from '#contract/history.ts';
import { useQueryOf } from '../../client/index.ts';
import { ChangeDetails } from '../../ui/changes/index.ts';
import { EmptyState, LoadState, Page } from '../../ui/index.ts';
import { HistoryFilters, noFilter, toQuery, type HistoryFilterValues } from './history-filters.tsx';
import { HistoryTable } from './history-table.tsx';

const pageSize = 50;

/** Everything that was changed in the school: who, when, what; a change opens beside the list. */
export function HistoryPage() {
  const { t } = useTranslation(['history', 'common']);
  const { changeSetId } = useParams({ from: '/history/{-$changeSetId}' });
  const navigate = useNavigate();
  const [filter, setFilter] = useState(noFilter);
  const [page, setPage] = useState(1);
  const list = useQueryOf('history.list', { ...toQuery(filter), offset: (page - 1) * pageSize, limit: pageSize }, { keep: true });
  const opened = changeSetForm.safeParse(Number(changeSetId));
  const open = (id: number | null) => void navigate({ to: '/history/{-$changeSetId}', params: { changeSetId: id === null ? undefined : String(id) } });
  const narrow = (next: HistoryFilterValues) => {
    setFilter(next);
    setPage(1);
  };
  const clear = () => narrow(noFilter);

  return (
    <Page title={t('title')} subtitle={t('subtitle')}>
      <Stack>
        <HistoryFilters filter={filter} onFilter={narrow} />
        <LoadState query={list} lines={10}>
          {({ rows, total }) => (total === 0 ? <Nothing filtered={filter !== noFilter} onClear={clear} /> : (
            <>
              <Text size="sm" c="dimmed" role="status">{t('changes', { count: total })}</Text>
              <HistoryTable rows={rows} onOpen={open} />
              {total > pageSize && (
                <Pagination value={page} onChange={setPage} total={Math.ceil(total / pageSize)} aria-label={t('pages')}
                  getControlProps={(control) => ({ 'aria-label': t(`common:page.${control}`) })} getItemProps={(item) => ({ 'aria-label': t('common:page.number', { page: item }) })} />
              )}
            </>
          ))}
        </LoadState>
      </Stack>
      <Drawer opened={opened.success} onClose={() => open(null)} position="right" size="lg" title={opened.success ? t('details', { id: opened.data }) : ''}
        closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
        {opened.success && <ChangeDetails key={opened.data} id={opened.data} />}
      </Drawer>
    </Page>
  );
}

function Nothing({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const { t } = useTranslation('history');
  if (!filtered) return <EmptyState icon={<IconHistory />} title={t('none')} text={t('noneText')} />;
  return (
    <EmptyState icon={<IconHistory />} title={t('noMatch')} text={t('noMatchText')}>
      <Button variant="default" onClick={onClear}>{t('filter.clear')}</Button>
    </EmptyState>
  );
}
