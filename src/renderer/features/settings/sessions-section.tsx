import { Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { queryClient, useCommand, useQueryOf } from '../../client/index.ts';
import { LoadState, SessionList } from '../../ui/index.ts';
import { Section } from './section.tsx';

/** Where the user is signed in, to end what was left open elsewhere. */
export function SessionsSection() {
  const { t } = useTranslation('settings');
  const query = useQueryOf('auth.sessions', {});
  const end = useCommand('auth.endSession');
  const endAll = async (ids: readonly string[]) => {
    for (const id of ids) await end.mutateAsync({ id }).catch(() => undefined);
    // Sessions are kept outside the journal: no event tells of them.
    await queryClient.invalidateQueries({ queryKey: ['auth.sessions'] });
  };
  return (
    <Section id="sessions" title={t('sessions.title')} text={t('sessions.text')}>
      <LoadState query={query} lines={3}>
        {({ sessions }) => {
          const others = sessions.filter(({ isOwn }) => !isOwn).map(({ id }) => id);
          return (
            <Stack gap="sm">
              <SessionList sessions={sessions} busy={end.isPending} onEnd={({ id }) => void endAll([id])} />
              {others.length > 1 && (
                <Group justify="flex-end"><Button variant="default" loading={end.isPending} onClick={() => void endAll(others)}>{t('sessions.endOthers')}</Button></Group>
              )}
            </Stack>
          );
        }}
      </LoadState>
    </Section>
  );
}
