import { Badge, ThemeIcon } from '@mantine/core';
import { IconAlertTriangle, IconBan, IconEye, IconFileExport, IconKey, IconLogin2, IconPencil, IconShieldLock, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AuditKind } from '#contract/audit.ts';

const marks: Record<AuditKind, { icon: Icon; color: string }> = {
  change: { icon: IconPencil, color: 'gray' },
  denied: { icon: IconBan, color: 'orange' },
  sensitiveRead: { icon: IconEye, color: 'blue' },
  export: { icon: IconFileExport, color: 'blue' },
  signIn: { icon: IconLogin2, color: 'gray' },
  signInRefused: { icon: IconBan, color: 'orange' },
  lockedOut: { icon: IconBan, color: 'orange' },
  account: { icon: IconShieldLock, color: 'gray' },
  recovery: { icon: IconKey, color: 'red' },
  chainBroken: { icon: IconAlertTriangle, color: 'red' },
};

/** What kind of entry it is, by name and sign. */
export function KindMark({ kind }: { kind: AuditKind }) {
  const { t } = useTranslation('audit');
  const { icon: Sign, color } = marks[kind];
  return (
    <Badge variant="outline" color={color} c="var(--mantine-color-text)" tt="none" fw={500} leftSection={<Sign size={13} aria-hidden />}>{t(`kind.${kind}`)}</Badge>
  );
}

/** The sign of a kind of entry beside words that say it. */
export function KindSign({ kind }: { kind: AuditKind }) {
  const { icon: Sign, color } = marks[kind];
  return <ThemeIcon variant="light" size={24} color={color} aria-hidden><Sign size={15} /></ThemeIcon>;
}
