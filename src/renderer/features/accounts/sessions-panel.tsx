import { Button, Group, Paper, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '#contract/accounts.ts';
import { useCommand, useMay, useQueryOf } from '../../client/index.ts';
import { ConfirmDialog, LoadState, SessionList } from '../../ui/index.ts';

/** On which devices an account is signed in, to end one or all. */
export function SessionsPanel({ account }: { account: Account }) {
  const { t } = useTranslation('accounts');
  const mayEnd = useMay()('users:administer');
  const [asking, setAsking] = useState(false);
  const query = useQueryOf('users.sessions', { id: account.id });
  const end = useCommand('users.endSessions');
  const send = (session: string | null) => end.mutate({ id: account.id, session }, {
    onSuccess: ({ ended }) => notifications.show({ message: t('sessions.ended', { count: ended }), color: 'teal' }),
    onSettled: () => setAsking(false),
  });
  return (
    <Paper component="section" aria-labelledby="sessions-title">
      <Title order={2} id="sessions-title" mb="xs">{t('sessions.title')}</Title>
      <LoadState query={query} lines={3}>
        {({ sessions }) => (
          <>
            <SessionList sessions={sessions} busy={end.isPending} onEnd={mayEnd ? ({ id }) => send(id) : null} />
            {mayEnd && sessions.length > 0 && <Group justify="flex-end" mt="xs"><Button variant="default" onClick={() => setAsking(true)}>{t('sessions.endAll')}</Button></Group>}
          </>
        )}
      </LoadState>
      <ConfirmDialog opened={asking} title={t('sessions.endAllTitle', { name: account.displayName })} text={t('sessions.endAllText')} action={t('sessions.endAll')} dangerous busy={end.isPending}
        onConfirm={() => send(null)} onClose={() => setAsking(false)} />
    </Paper>
  );
}
