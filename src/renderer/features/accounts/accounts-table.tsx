import { Paper, Table, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Account } from '#contract/accounts.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { MomentText, TextLink } from '../../ui/index.ts';
import { AccountBadges } from './account-badges.tsx';
import { writeGrant } from './write-grant.ts';

/** Accounts, a line for each; a line opens its account. */
export function AccountsTable({ accounts }: { accounts: readonly Account[] }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const navigate = useNavigate();
  return (
    <Paper p={0} style={{ overflow: 'hidden' }}>
      <Table.ScrollContainer minWidth={980}>
        <Table highlightOnHover verticalSpacing={6} aria-label={t('title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="16%">{t('columns.name')}</Table.Th><Table.Th w="11%">{t('columns.username')}</Table.Th><Table.Th w="14%">{t('columns.person')}</Table.Th><Table.Th w="23%">{t('columns.roles')}</Table.Th>
              <Table.Th w="15%">{t('columns.state')}</Table.Th><Table.Th w={140}>{t('columns.lastSignIn')}</Table.Th><Table.Th w={80} ta="right">{t('columns.sessions')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {accounts.map((account) => {
              const params = { accountId: account.id };
              return (
                <Table.Tr key={account.id} style={{ cursor: 'pointer' }} onClick={() => void navigate({ to: '/accounts/$accountId', params })}>
                  <Table.Th scope="row">
                    <TextLink to="/accounts/$accountId" params={params} fw={500} onClick={(event) => event.stopPropagation()}>{account.displayName}</TextLink>
                  </Table.Th>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{account.username}</Table.Td>
                  <Table.Td>{account.person ? pickName(format, account.person.nameEl, account.person.nameLatin) : <Text size="sm" c="dimmed">–</Text>}</Table.Td>
                  <Table.Td><Roles account={account} /></Table.Td>
                  <Table.Td><AccountBadges account={account} /></Table.Td>
                  <Table.Td>{account.lastSignIn === null ? <Text size="sm" c="dimmed">{t('never')}</Text> : <MomentText at={account.lastSignIn} />}</Table.Td>
                  <Table.Td ta="right">{account.sessions === 0 ? <Text size="sm" c="dimmed">–</Text> : format.number(account.sessions)}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

/** The roles that count now or will; ended ones stand on the account's own page. */
function Roles({ account }: { account: Account }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const live = account.grants.filter(({ state }) => state !== 'ended');
  if (live.length === 0) return <Text size="sm" c="dimmed">{t('noRoles')}</Text>;
  return live.map((grant) => <Text key={grant.id} size="sm" c={grant.state === 'future' ? 'dimmed' : undefined}>{writeGrant(t, format, grant)}</Text>);
}
