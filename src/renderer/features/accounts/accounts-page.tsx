import { Button, Pagination, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUserCog, IconUserPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useQueryOf } from '../../client/index.ts';
import { ExportButton } from '../../ui/export/index.ts';
import { EmptyState, LoadState, Page } from '../../ui/index.ts';
import { AccountsFilters } from './accounts-filters.tsx';
import { AccountsTable } from './accounts-table.tsx';
import { NewAccountDialog } from './new-account-dialog.tsx';
import { TemporaryPassword, type NewPassword } from './temporary-password.tsx';

const pageSize = 50;
const typingPause = 150;

/** Who may sign in: find, narrow, open, add. */
export function AccountsPage() {
  const { t } = useTranslation(['accounts', 'common']);
  const search = useSearch({ from: '/accounts' });
  const navigate = useNavigate();
  const mayCreate = useMay()('users:create');
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), typingPause);
  const [page, setPage] = useState(1);
  const [made, setMade] = useState<NewPassword | null>(null);
  const { state = 'active', role = null } = search;
  const list = useQueryOf('users.list', { text: settled, state, role, offset: (page - 1) * pageSize, limit: pageSize }, { keep: true });
  const go = (next: typeof search) => {
    setPage(1);
    void navigate({ to: '/accounts', search: { ...search, ...next }, replace: true });
  };
  const clear = () => {
    setText('');
    go({ state: undefined, role: undefined });
  };
  const isNarrowed = text !== '' || state !== 'active' || role !== null;
  return (
    <Page title={t('title')} subtitle={t('subtitle')} actions={(
      <>
        <ExportButton list={{ table: 'accounts', text: settled, state, role }} />
        {mayCreate && <Button leftSection={<IconUserPlus size={17} aria-hidden />} onClick={() => go({ dialog: 'new' })}>{t('new.action')}</Button>}
      </>
    )}>
      <Stack gap="sm">
        <AccountsFilters text={text} state={state} role={role} onText={(next) => { setText(next); setPage(1); }} onState={(next) => go({ state: next })} onRole={(next) => go({ role: next ?? undefined })}
          onClear={isNarrowed ? clear : null} />
        <LoadState query={list} lines={10}>
          {({ total, rows }) => (total === 0 ? (
            <EmptyState icon={<IconUserCog />} title={t('none')} text={t('noneText')}><Button variant="default" onClick={clear}>{t('filters.clear')}</Button></EmptyState>
          ) : (
            <>
              <Text size="sm" c="dimmed" role="status">{t('count', { count: total })}</Text>
              <AccountsTable accounts={rows} />
              {total > pageSize && (
                <Pagination value={page} onChange={setPage} total={Math.ceil(total / pageSize)} aria-label={t('pages')}
                  getControlProps={(control) => ({ 'aria-label': t(`common:page.${control}`) })} getItemProps={(item) => ({ 'aria-label': t('common:page.number', { page: item }) })} />
              )}
            </>
          ))}
        </LoadState>
      </Stack>
      {mayCreate && search.dialog === 'new' && made === null && <NewAccountDialog onMade={setMade} onClose={() => go({ dialog: undefined })} />}
      {made && <TemporaryPassword made={made} onClose={() => { setMade(null); go({ dialog: undefined }); }} />}
    </Page>
  );
}
