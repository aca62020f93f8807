import { Alert, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Account, GrantView } from '#contract/accounts.ts';
import { useCommand, useMe } from '../../client/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { ConfirmDialog } from '../../ui/index.ts';
import { writeScope } from './write-grant.ts';

/** Asks before a role is taken away, and says loudly when nobody could give roles afterwards, or when it is one's own. */
export function RemoveGrantDialog({ account, grant, onClose }: { account: Account; grant: GrantView; onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const isOwn = useMe()?.user.id === account.id;
  const remove = useCommand('grants.remove');
  const isLast = account.isLastAdministrator && grant.role === 'administrator' && grant.scope === 'school';
  const text = (
    <Stack gap="sm">
      {isLast && <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('grants.lastTitle')}>{t('grants.lastText')}</Alert>}
      {isOwn && <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} title={t('grants.ownTitle')}>{t('grants.ownText')}</Alert>}
      <Text size="sm">{t('grants.removeText', { name: account.displayName, scope: writeScope(t, format, grant) })}</Text>
    </Stack>
  );
  return (
    <ConfirmDialog opened title={t('grants.removeTitle', { role: pickName(format, grant.roleEl, grant.roleEn) })} text={text} action={t('grants.remove')} dangerous busy={remove.isPending}
      onClose={onClose} onConfirm={() => remove.mutate({ id: grant.id, rev: grant.rev }, { onSettled: onClose })} />
  );
}
