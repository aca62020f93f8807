import { ActionIcon, Badge, Group, Paper, Text, Title, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconBan, IconCar, IconFileText, IconShieldCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useMay } from '../../../../client/index.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { RowActions, TextLink } from '../../../../ui/index.ts';
import { writeName, writeOtherName } from '../../student-name.ts';
import type { Guardian } from '../guardians-section.tsx';
import { EarlierContacts } from './earlier-contacts.tsx';

export interface GuardianCardProps {
  studentId: string;
  guardian: Guardian;
  busy: boolean;
  /** False: not for this user, who may not change the order either. */
  onEdit: (() => void) | false;
  /** Absent at the ends of the order. */
  onEarlier?: () => void;
  onLater?: () => void;
}

/** One guardian: what they may and may not, how to reach them, and of whom else they are the guardian. */
export function GuardianCard({ studentId, guardian, busy, onEdit, onEarlier, onLater }: GuardianCardProps) {
  const { t } = useTranslation(['people', 'fields', 'common', 'family']);
  const format = useFormat();
  const may = useMay();
  const remove = useCommand('guardians.remove');
  const name = writeName(format, guardian);
  return (
    <Paper h="100%" style={guardian.isBarred ? { borderColor: 'var(--mantine-color-error)', borderWidth: 2 } : undefined}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Title order={3}>{guardian.priority}. {name}</Title>
          <Text size="sm" c="dimmed">{[t(`common:relation.${guardian.relation}`), writeOtherName(format, guardian)].filter(Boolean).join(' · ')}</Text>
        </div>
        {onEdit && (
          <Group gap={4} wrap="nowrap">
            <Move label={t('family:guardian.up', { name })} icon={<IconArrowUp size={16} aria-hidden />} busy={busy} onMove={onEarlier} />
            <Move label={t('family:guardian.down', { name })} icon={<IconArrowDown size={16} aria-hidden />} busy={busy} onMove={onLater} />
            <RowActions what={name} onEdit={onEdit} onRemove={may('guardians:delete') && (() => remove.mutate({ id: guardian.id, rev: guardian.rev }))} />
          </Group>
        )}
      </Group>
      <Group gap={6} my="sm">
        {guardian.isBarred && <Fact icon={<IconBan size={13} aria-hidden />} color="red" filled label={t('fields:noContact')} />}
        {guardian.noContact && !guardian.isBarred && <Fact icon={<IconBan size={13} aria-hidden />} label={t('family:guardian.orderOver')} />}
        {guardian.custody && <Fact icon={<IconShieldCheck size={13} aria-hidden />} label={t('fields:custody')} />}
        {guardian.mayPickUp && !guardian.isBarred ? <Fact icon={<IconCar size={13} aria-hidden />} label={t('fields:mayPickUp')} /> : <Fact color="orange" icon={<IconBan size={13} aria-hidden />} label={t('guardian.noPickUp')} />}
        {guardian.receivesReports && <Fact icon={<IconFileText size={13} aria-hidden />} label={t('fields:receivesReports')} />}
      </Group>
      {guardian.noContact && (guardian.noContactNote ?? guardian.noContactUntil) !== null && (
        <Text size="sm" mb={6}>{[guardian.noContactNote, guardian.noContactUntil && t('family:guardian.until', { date: format.date(guardian.noContactUntil) })].filter(Boolean).join(' · ')}</Text>
      )}
      {(['mobile', 'phone', 'email'] as const).map((kind) => guardian[kind] && (
        <Text key={kind} size="sm"><Text span size="sm" c="dimmed">{t(`fields:${kind}`)}:</Text> {guardian[kind]}</Text>
      ))}
      <EarlierContacts studentId={studentId} guardianId={guardian.id} />
      {guardian.otherChildren.length > 0 && (
        <Text size="sm" mt={6}>
          <Text span size="sm" c="dimmed">{t('family:guardian.alsoOf')}: </Text>
          {guardian.otherChildren.map((child, at) => (
            <span key={child.studentId}>
              {at > 0 && ', '}
              <TextLink to="/students/$studentId" params={{ studentId: child.studentId }}>{writeName(format, child)}</TextLink>
              {child.division && ` (${child.division})`}
            </span>
          ))}
        </Text>
      )}
    </Paper>
  );
}

/** Nothing at the end of the order: an arrow that leads nowhere only takes the eye. */
function Move({ label, icon, busy, onMove }: { label: string; icon: ReactNode; busy: boolean; onMove?: () => void }) {
  return onMove && <Tooltip label={label}><ActionIcon variant="subtle" color="gray" aria-label={label} disabled={busy} onClick={onMove}>{icon}</ActionIcon></Tooltip>;
}

function Fact({ icon, label, color = 'gray', filled }: { icon: ReactNode; label: string; color?: string; filled?: boolean }) {
  const look = filled ? { background: '#a61b1b', color: '#fff' } : { color: 'var(--mantine-color-text)' };
  return <Badge variant={filled ? 'filled' : 'outline'} color={color} tt="none" fw={500} leftSection={icon} style={look}>{label}</Badge>;
}
