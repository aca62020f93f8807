import { Badge, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Account } from '#contract/accounts.ts';
import { useMe } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';

/** What is special about an account, in a word each. */
export function AccountBadges({ account }: { account: Account }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const isOwn = useMe()?.user.id === account.id;
  // Long words wrap instead of being cut: there is no other place to read them in the list.
  const shared = { size: 'sm', tt: 'none', h: 'auto', py: 2, styles: { label: { whiteSpace: 'normal' } } } as const;
  return (
    <Group gap={4}>
      {isOwn && <Badge {...shared} variant="outline">{t('badges.own')}</Badge>}
      {account.disabledAt !== null && <Badge {...shared} color="gray" variant="default">{t('badges.disabled')}</Badge>}
      {account.lockedUntil !== null && <Badge {...shared} color="orange" variant="light">{t('badges.lockedOut', { until: format.moment(account.lockedUntil) })}</Badge>}
      {account.mustChange && <Badge {...shared} color="yellow" variant="light">{t('badges.mustChange')}</Badge>}
      {account.twoFactor && <Badge {...shared} color="teal" variant="light">{t('badges.twoFactor')}</Badge>}
    </Group>
  );
}
