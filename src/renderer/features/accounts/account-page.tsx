import { Alert, Button, SimpleGrid, Stack } from '@mantine/core';
import { IconAlertTriangle, IconEye, IconInfoCircle, IconPencil } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '#contract/accounts.ts';
import { useMay, useQueryOf } from '../../client/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { ButtonLink, LoadState, Page } from '../../ui/index.ts';
import { AccountBadges } from './account-badges.tsx';
import { EditAccountDialog } from './edit-account-dialog.tsx';
import { GrantsPanel } from './grants-panel.tsx';
import { SecurityPanel } from './security-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';

/** One account: whose it is, its roles, how it signs in, and where. */
export function AccountPage() {
  const { t } = useTranslation('accounts');
  const { accountId } = useParams({ from: '/accounts/$accountId' });
  const query = useQueryOf('users.get', { id: accountId });
  if (!query.data) return <Page title={t('one')} actions={<BackLink />}><LoadState query={query} lines={10}>{() => null}</LoadState></Page>;
  return <OneAccount key={accountId} account={query.data} />;
}

function OneAccount({ account }: { account: Account }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const person = account.person ? pickName(format, account.person.nameEl, account.person.nameLatin) : t('nobody');
  return (
    <Page title={account.displayName} tabTitle={t('one')} subtitle={<>{account.username} · {t('columns.person')}: {person}</>} actions={(
      <>
        {may('users:edit') && <Button leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEditing(true)}>{t('page.edit')}</Button>}
        {may('roles:view') && (
          <ButtonLink to="/roles/{-$tab}" params={{ tab: 'visibility' }} search={{ userId: account.id }} variant="default" leftSection={<IconEye size={16} aria-hidden />}>{t('page.visibility')}</ButtonLink>
        )}
        <BackLink />
      </>
    )}>
      <Stack>
        <AccountBadges account={account} />
        <Warnings account={account} />
        <GrantsPanel account={account} />
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          <SecurityPanel account={account} />
          <SessionsPanel account={account} />
        </SimpleGrid>
      </Stack>
      {editing && <EditAccountDialog account={account} onClose={() => setEditing(false)} />}
    </Page>
  );
}

function BackLink() {
  const { t } = useTranslation('accounts');
  return <ButtonLink to="/accounts" variant="subtle">{t('back')}</ButtonLink>;
}

/** What somebody should look after. */
function Warnings({ account }: { account: Account }) {
  const { t } = useTranslation('accounts');
  // Own sections and the own class division come from the person's entry as a member of staff.
  const reachesNothing = !account.person?.staffId && account.grants.some(({ scope, state }) => state !== 'ended' && (scope === 'sections' || scope === 'homeroom'));
  return (
    <>
      {account.disabledAt !== null && <Alert color="gray" icon={<IconInfoCircle aria-hidden />} title={t('page.disabledTitle')} c="var(--mantine-color-text)">{t('page.disabledText')}</Alert>}
      {account.isLastAdministrator && <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} title={t('page.lastTitle')}>{t('page.lastText')}</Alert>}
      {reachesNothing && <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} title={t('page.unlinkedTitle')}>{t('page.unlinkedText')}</Alert>}
    </>
  );
}
