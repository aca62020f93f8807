import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '#contract/audit.ts';
import { roleWords } from '#contract/role-words.ts';
import { isBuiltIn } from '#contract/roles-built-in.ts';
import { useMay } from '../../client/index.ts';
import { describeEntity } from '../../i18n/dynamic.ts';
import { useFormat, type Format } from '../../i18n/format.ts';
import { TextLink } from '../../ui/index.ts';

/** What the record of an entry is called; null when it is about none, or about one that the caller may not know. */
export function nameTarget({ targetId, targetEntity, target }: AuditEntry, format: Format): string | null {
  if (targetEntity === 'role' && targetId !== null && isBuiltIn(targetId)) return roleWords[targetId][format.language];
  return target;
}

/** Whom an entry is about, as the way to that record for those who may open it. */
export function AboutText({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const may = useMay();
  const { targetId, targetEntity, userId, about, kind } = entry;
  const name = nameTarget(entry, format);
  const isOwnSignIn = entry.actorId === null && ['signIn', 'signInRefused', 'lockedOut', 'recovery'].includes(kind);
  if (name !== null && targetId !== null) {
    if (targetEntity === 'student' && may('students:view')) return <TextLink to="/students/$studentId" params={{ studentId: targetId }}>{name}</TextLink>;
    if (targetEntity === 'user' && may('users:view')) return <TextLink to="/accounts/$accountId" params={{ accountId: targetId }}>{name}</TextLink>;
    if (targetEntity === 'role' && may('roles:view')) return <TextLink to="/roles/of/$roleKey" params={{ roleKey: targetId }}>{name}</TextLink>;
    return <Text size="sm">{targetEntity === 'student' ? name : `${describeEntity(targetEntity ?? '')}: ${name}`}</Text>;
  }
  if (about === null || userId === null || isOwnSignIn) return null;
  if (may('users:view')) return <TextLink to="/accounts/$accountId" params={{ accountId: userId }}>{about}</TextLink>;
  return <Text size="sm">{t('account', { name: about })}</Text>;
}
