import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommand, useQueryOf } from '../../../client/index.ts';
import { ConfirmDialog, LoadState } from '../../../ui/index.ts';
import { AskReason } from '../ask-reason.tsx';
import type { Year } from '../year-select.tsx';

/** Opens, closes or reopens a year; before it is closed, what is unfinished in it is listed. */
export function YearStatusDialog({ year, next, onClose }: { year: Year; next: 'open' | 'close' | 'reopen'; onClose: () => void }) {
  const { t } = useTranslation('academics');
  const command = useCommand('years.setStatus');
  const unfinished = useQueryOf('years.unfinished', { id: year.id }, { enabled: next === 'close' });
  const send = (reason: string | null) => command.mutate({ id: year.id, rev: year.rev, status: next === 'close' ? 'closed' : 'open', reason }, { onSettled: onClose });
  if (next === 'reopen') {
    return <AskReason title={t('years.reopenTitle', { year: year.label })} action={t('years.reopen')} busy={command.isPending} onConfirm={send} onClose={onClose} />;
  }
  const text = next === 'open' ? t('years.openText') : (
    <>
      <LoadState query={unfinished} lines={3}>
        {({ items }) => (items.length === 0 ? <Text size="sm" mb="xs">{t('years.finished')}</Text> : (
          <>
            <Text size="sm" fw={600} mb={6}>{t('years.unfinished')}</Text>
            <List size="sm" mb="sm">{items.map(({ kind, count }) => <List.Item key={kind}>{t(`unfinished.${kind}`, { count })}</List.Item>)}</List>
          </>
        ))}
      </LoadState>
      {t('years.closeText')}
    </>
  );
  return (
    <ConfirmDialog opened title={t(`years.${next}Title`, { year: year.label })} text={text} action={t(`years.${next}`)} busy={command.isPending}
      onConfirm={() => send(null)} onClose={onClose} />
  );
}
