import { Alert, Button, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '#contract/accounts.ts';
import { useCommand, useMay, useMe } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { ConfirmDialog } from '../../ui/index.ts';
import { TemporaryPassword, type NewPassword } from './temporary-password.tsx';

type Asking = 'reset' | 'endTwoFactor' | 'disable' | 'enable';

/** How an account signs in, with what an administrator can do about it. */
export function SecurityPanel({ account }: { account: Account }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const may = useMay();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [made, setMade] = useState<NewPassword | null>(null);
  const unlock = useCommand('users.unlock');
  const administers = may('users:administer');
  const { displayName: name, disabledAt, lockedUntil } = account;
  const button = (what: Asking) => <Button size="compact-sm" variant="default" onClick={() => setAsking(what)}>{t(`security.${what}`)}</Button>;
  const free = () => unlock.mutate({ id: account.id }, { onSuccess: () => notifications.show({ message: t('security.unlocked', { name }), color: 'teal' }) });
  return (
    <Paper component="section" aria-labelledby="security-title">
      <Title order={2} id="security-title" mb="xs">{t('security.title')}</Title>
      <Table aria-labelledby="security-title" verticalSpacing={7} withRowBorders={false} horizontalSpacing={0}>
        <Table.Tbody>
          <Row label={t('security.account')} action={may('users:delete') && button(disabledAt === null ? 'disable' : 'enable')}>
            {disabledAt === null ? t('security.active') : t('security.disabledSince', { date: format.moment(disabledAt) })}
          </Row>
          <Row label={t('security.password')} action={administers && button('reset')}>{account.mustChange ? t('security.passwordTemporary') : t('security.passwordOwn')}</Row>
          <Row label={t('security.twoFactor')} action={administers && account.twoFactor && button('endTwoFactor')}>{account.twoFactor ? t('security.on') : t('security.off')}</Row>
          <Row label={t('security.lockout')} action={administers && lockedUntil !== null && <Button size="compact-sm" variant="default" loading={unlock.isPending} onClick={free}>{t('security.unlock')}</Button>}>
            {lockedUntil === null ? t('security.notLocked') : t('security.lockedOut', { until: format.moment(lockedUntil) })}
          </Row>
          <Row label={t('security.lastSignIn')}>{account.lastSignIn === null ? t('never') : format.moment(account.lastSignIn)}</Row>
        </Table.Tbody>
      </Table>
      {asking && <AskSecurity account={account} what={asking} onMade={setMade} onClose={() => setAsking(null)} />}
      {made && <TemporaryPassword made={made} onClose={() => setMade(null)} />}
    </Paper>
  );
}

function Row({ label, action, children }: { label: string; action?: ReactNode; children: ReactNode }) {
  return (
    <Table.Tr>
      <Table.Th scope="row" w={150} fw={400} c="dimmed">{label}</Table.Th><Table.Td>{children}</Table.Td><Table.Td ta="right">{action}</Table.Td>
    </Table.Tr>
  );
}

/** Asks before each of them, and says what it does. */
function AskSecurity({ account, what, onMade, onClose }: { account: Account; what: Asking; onMade: (made: NewPassword) => void; onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const isOwn = useMe()?.user.id === account.id;
  const reset = useCommand('users.resetPassword');
  const endTwoFactor = useCommand('users.endTwoFactor');
  const setDisabled = useCommand('users.setDisabled');
  const { id, rev, displayName: name, username } = account;
  const run = {
    reset: () => reset.mutate({ id }, { onSuccess: ({ password }) => onMade({ id, password, username, name, isNew: false }), onSettled: onClose }),
    endTwoFactor: () => endTwoFactor.mutate({ id }, { onSettled: onClose }),
    disable: () => setDisabled.mutate({ id, rev, disabled: true }, { onSettled: onClose }),
    enable: () => setDisabled.mutate({ id, rev, disabled: false }, { onSettled: onClose }),
  }[what];
  const warning = (text: string) => <Alert color="red" icon={<IconAlertTriangle aria-hidden />}>{text}</Alert>;
  const text = (
    <Stack gap="sm">
      {what === 'disable' && account.isLastAdministrator && warning(t('security.disableLast'))}
      {what === 'disable' && isOwn && warning(t('security.disableOwn'))}
      <Text size="sm">{t(`security.${what}Text`)}</Text>
    </Stack>
  );
  return (
    <ConfirmDialog opened title={t(`security.${what}Title`, { name })} text={text} action={t(`security.${what}`)} dangerous={what !== 'enable'}
      busy={reset.isPending || endTwoFactor.isPending || setDisabled.isPending} onConfirm={run} onClose={onClose} />
  );
}
