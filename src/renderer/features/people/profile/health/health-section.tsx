import { Badge, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconHeartbeat, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HealthAlert } from '#contract/family.ts';
import { useCommand, useMay, useQueryOf } from '../../../../client/index.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { EmptyState, LoadState, RowActions } from '../../../../ui/index.ts';
import { HealthDialog } from './health-dialog.tsx';
import { isOver } from './is-over.ts';

/** A student's health alerts, emergencies first. */
export function HealthSection({ studentId }: { studentId: string }) {
  const { t } = useTranslation('family');
  const may = useMay();
  const query = useQueryOf('health.list', { studentId });
  const [edited, setEdited] = useState<HealthAlert | 'new' | null>(null);
  const add = may('health:create') && <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>{t('health.add')}</Button>;
  return (
    <Stack gap="sm" component="section" aria-label={t('health.title')}>
      <LoadState query={query}>
        {({ alerts }) => (alerts.length === 0 ? <EmptyState icon={<IconHeartbeat />} title={t('health.none')} text={t('health.noneText')}>{add}</EmptyState> : (
          <>
            <Group justify="space-between"><Title order={2} size="h3">{t('health.title')}</Title>{add}</Group>
            <SimpleGrid cols={{ base: 1, md: 2 }} component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('health.title')}>
              {alerts.map((alert) => <li key={alert.id}><AlertCard alert={alert} onEdit={() => setEdited(alert)} /></li>)}
            </SimpleGrid>
          </>
        ))}
      </LoadState>
      {edited && <HealthDialog studentId={studentId} alert={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Stack>
  );
}

const colors = { information: 'gray', attention: 'orange', emergency: 'red' } as const;

function AlertCard({ alert, onEdit }: { alert: HealthAlert; onEdit: () => void }) {
  const { t } = useTranslation('family');
  const format = useFormat();
  const may = useMay();
  const remove = useCommand('health.remove');
  const over = isOver(alert.endDate);
  const isUrgent = alert.severity === 'emergency' && !over;
  return (
    <Paper h="100%" component="article" style={isUrgent ? { borderColor: 'var(--mantine-color-error)', borderWidth: 2 } : undefined}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Title order={3}>{alert.title}</Title>
        <RowActions what={alert.title} onEdit={may('health:edit') && onEdit} onRemove={may('health:delete') && (() => remove.mutate({ id: alert.id, rev: alert.rev }))} />
      </Group>
      <Group gap={6} my={6}>
        <Badge variant="outline" color="gray" tt="none" fw={500} c="var(--mantine-color-text)">{t(`health.kind.${alert.kind}`)}</Badge>
        <Badge variant={isUrgent ? 'filled' : 'outline'} color={colors[alert.severity]} tt="none" fw={500}
          style={isUrgent ? { background: '#a61b1b', color: '#fff' } : { color: 'var(--mantine-color-text)' }}>{t(`health.severity.${alert.severity}`)}</Badge>
        {over && <Badge variant="default" tt="none" fw={500}>{t('health.over')}</Badge>}
      </Group>
      {alert.instructions && <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{alert.instructions}</Text>}
      <Text size="xs" c="dimmed" mt={6}>{[t('contacts.from', { date: format.date(alert.startDate) }), alert.endDate && t('contacts.until', { date: format.date(alert.endDate) })].filter(Boolean).join(' ')}</Text>
    </Paper>
  );
}
