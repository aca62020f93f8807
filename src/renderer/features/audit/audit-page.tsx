import { Button, Drawer, Pagination, Stack, Text } from '@mantine/core';
import { IconDownload, IconListSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay, useQueryOf } from '../../client/index.ts';
import { EmptyState, LoadState, Page } from '../../ui/index.ts';
import { AuditFilters } from './audit-filters.tsx';
import { AuditTable } from './audit-table.tsx';
import { ChainStatus } from './chain-status.tsx';
import { EntryDetails } from './entry-details.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { useAuditSearch } from './use-audit-search.ts';

const pageSize = 50;

/** Everything that was done, refused and read in the school; an entry opens beside the list. */
export function AuditPage() {
  const { t } = useTranslation(['audit', 'common']);
  const mayExport = useMay()('audit:export');
  const { search, filter, go, open, isNarrowed, clear } = useAuditSearch();
  const { page = 1, entry, dialog } = search;
  const list = useQueryOf('audit.list', { filter, offset: (page - 1) * pageSize, limit: pageSize }, { keep: true });
  const total = list.data?.total ?? 0;
  return (
    <Page title={t('title')} subtitle={t('subtitle')} actions={mayExport && (
      <Button variant="default" leftSection={<IconDownload size={17} aria-hidden />} onClick={() => go({ dialog: 'export' })}>{t('export.action')}</Button>
    )}>
      <Stack gap="sm">
        <ChainStatus />
        <AuditFilters of={list.data?.of} />
        <LoadState query={list} lines={10}>
          {({ rows }) => (total === 0 ? <Nothing filtered={isNarrowed} onClear={clear} /> : (
            <>
              <Text size="sm" c="dimmed" role="status">{t('entries', { count: total })}</Text>
              <AuditTable rows={rows} onOpen={open} />
              {total > pageSize && (
                <Pagination value={page} onChange={(next) => go({ page: next === 1 ? undefined : next })} total={Math.ceil(total / pageSize)} aria-label={t('pages')}
                  getControlProps={(control) => ({ 'aria-label': t(`common:page.${control}`) })} getItemProps={(item) => ({ 'aria-label': t('common:page.number', { page: item }) })} />
              )}
            </>
          ))}
        </LoadState>
      </Stack>
      <Drawer opened={entry !== undefined} onClose={() => go({ entry: undefined })} position="right" size="lg" title={entry === undefined ? '' : t('entry', { id: entry })}
        closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
        {entry !== undefined && <EntryDetails key={entry} id={entry} entries={(list.data?.rows ?? []).filter(({ id }) => id === entry)} />}
      </Drawer>
      {mayExport && dialog === 'export' && <ExportDialog filter={filter} total={total} onClose={() => go({ dialog: undefined })} />}
    </Page>
  );
}

function Nothing({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const { t } = useTranslation('audit');
  if (!filtered) return <EmptyState icon={<IconListSearch />} title={t('none')} text={t('noneText')} />;
  return (
    <EmptyState icon={<IconListSearch />} title={t('noMatch')} text={t('noMatchText')}>
      <Button variant="default" onClick={onClear}>{t('filter.clear')}</Button>
    </EmptyState>
  );
}
