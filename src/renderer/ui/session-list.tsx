import { Badge, Button, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { MomentText } from './date-text.tsx';

type Session = Output<'auth.sessions'>['sessions'][number];

export interface SessionListProps {
  sessions: readonly Session[];
  /** Ends one; null: look only. */
  onEnd: ((session: Session) => void) | null;
  busy: boolean;
}

/** The devices on which somebody is signed in. */
export function SessionList({ sessions, onEnd, busy }: SessionListProps) {
  const { t } = useTranslation('accounts');
  if (sessions.length === 0) return <Text size="sm" c="dimmed">{t('sessions.none')}</Text>;
  return (
    <Table.ScrollContainer minWidth={440} maxHeight={320}>
      <Table aria-label={t('sessions.title')} verticalSpacing={5} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('sessions.device')}</Table.Th><Table.Th>{t('sessions.since')}</Table.Th><Table.Th>{t('sessions.until')}</Table.Th>{onEnd && <Table.Td />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sessions.map((session) => (
            <Table.Tr key={session.id}>
              <Table.Th scope="row" fw={500}>
                <Group gap={6}>
                  {session.device || t('sessions.unknownDevice')}
                  {session.isOwn && <Badge size="sm" variant="light" tt="none">{t('sessions.own')}</Badge>}
                  {session.locked && <Badge size="sm" variant="default" tt="none">{t('sessions.locked')}</Badge>}
                </Group>
              </Table.Th>
              <Table.Td><MomentText at={session.createdAt} /></Table.Td>
              <Table.Td><MomentText at={session.expiresAt} /></Table.Td>
              {onEnd && (
                <Table.Td ta="right">
                  {!session.isOwn && (
                    <Button size="compact-sm" variant="subtle" disabled={busy} aria-label={t('sessions.endWhat', { device: session.device || t('sessions.unknownDevice') })} onClick={() => onEnd(session)}>
                      {t('sessions.end')}
                    </Button>
                  )}
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
