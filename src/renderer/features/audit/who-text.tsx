import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '#contract/audit.ts';

/** Who did it: an account, whoever tried to sign in as one, or the program by itself. */
export function WhoText({ entry: { actor, about, kind, userId } }: { entry: AuditEntry }) {
  const { t } = useTranslation('audit');
  if (actor !== null) return <Text size="sm">{actor}</Text>;
  if (kind === 'signIn' || userId !== null) return <Text size="sm">{about}</Text>;
  return <Text size="sm" c="dimmed">{t(kind === 'signInRefused' || kind === 'lockedOut' ? 'nobody' : 'program')}</Text>;
}
