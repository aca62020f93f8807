import { Badge, Button, Group, Paper, Table, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, GrantView } from '#contract/accounts.ts';
import { useMay } from '../../client/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { DateText } from '../../ui/index.ts';
import { AddGrantDialog } from './add-grant-dialog.tsx';
import { GrantDatesDialog } from './grant-dates-dialog.tsx';
import { RemoveGrantDialog } from './remove-grant-dialog.tsx';
import { writeScope } from './write-grant.ts';

type Open = { what: 'add' } | { what: 'dates' | 'remove'; grant: GrantView };

/** The roles of an account: those in force, those to come, and on demand those that have ended. */
export function GrantsPanel({ account }: { account: Account }) {
  const { t } = useTranslation('accounts');
  const mayGive = useMay()('users:administer');
  const [open, setOpen] = useState<Open | null>(null);
  const [all, setAll] = useState(false);
  const live = account.grants.filter(({ state }) => state !== 'ended');
  const ended = account.grants.length - live.length;
  const shown = all ? account.grants : live;
  const close = () => setOpen(null);
  return (
    <Paper component="section" aria-labelledby="grants-title">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="grants-title">{t('grants.title')}</Title>
        {mayGive && <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen({ what: 'add' })}>{t('grants.add')}</Button>}
      </Group>
      {live.length === 0 && <Text size="sm" c="dimmed" mb="xs">{t('grants.none')}</Text>}
      {shown.length > 0 && <GrantsTable grants={shown} onOpen={mayGive ? setOpen : null} />}
      {ended > 0 && <Button mt="xs" size="compact-sm" variant="subtle" aria-expanded={all} onClick={() => setAll(!all)}>{all ? t('grants.hideEnded') : t('grants.showEnded', { count: ended })}</Button>}
      {open?.what === 'add' && <AddGrantDialog account={account} onClose={close} />}
      {open?.what === 'dates' && <GrantDatesDialog grant={open.grant} onClose={close} />}
      {open?.what === 'remove' && <RemoveGrantDialog account={account} grant={open.grant} onClose={close} />}
    </Paper>
  );
}

function GrantsTable({ grants, onOpen }: { grants: readonly GrantView[]; onOpen: ((open: Open) => void) | null }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  return (
    <Table.ScrollContainer minWidth={680}>
      <Table verticalSpacing={5} aria-labelledby="grants-title">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('grants.role')}</Table.Th><Table.Th>{t('grants.scope')}</Table.Th><Table.Th w={120}>{t('grants.from')}</Table.Th><Table.Th w={120}>{t('grants.until')}</Table.Th>
            <Table.Th w={120}>{t('grants.state')}</Table.Th>{onOpen && <Table.Td w={260} />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {grants.map((grant) => {
            const role = `${pickName(format, grant.roleEl, grant.roleEn)} · ${writeScope(t, format, grant)}`;
            return (
              <Table.Tr key={grant.id}>
                <Table.Th scope="row" fw={500}>{pickName(format, grant.roleEl, grant.roleEn)}</Table.Th>
                <Table.Td>{writeScope(t, format, grant)}</Table.Td>
                <Table.Td>{grant.startDate ? <DateText date={grant.startDate} /> : t('grants.fromStart')}</Table.Td>
                <Table.Td>{grant.endDate ? <DateText date={grant.endDate} /> : t('grants.open')}</Table.Td>
                <Table.Td><Badge color="teal" variant={grant.state === 'current' ? 'light' : 'default'} tt="none">{t(`state.${grant.state}`)}</Badge></Table.Td>
                {onOpen && (
                  <Table.Td>
                    <Group gap={4} justify="flex-end" wrap="nowrap">
                      <Button size="compact-sm" variant="subtle" aria-label={t('grants.datesOf', { role })} onClick={() => onOpen({ what: 'dates', grant })}>{t('grants.dates')}</Button>
                      <Button size="compact-sm" variant="subtle" color="gray" aria-label={t('grants.removeWhat', { role })} onClick={() => onOpen({ what: 'remove', grant })}>{t('grants.remove')}</Button>
                    </Group>
                  </Table.Td>
                )}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
