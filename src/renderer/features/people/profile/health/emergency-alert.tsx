import { Alert, List } from '@mantine/core';
import { IconHeartbeat } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../../../client/index.ts';
import { isOver } from './is-over.ts';

/** What can become an emergency, and what to do then: above everything else on the profile, for those who may see health. */
export function EmergencyAlert({ studentId }: { studentId: string }) {
  const { t } = useTranslation('family');
  const { data } = useQueryOf('health.list', { studentId });
  const urgent = data?.alerts.filter(({ severity, endDate }) => severity === 'emergency' && !isOver(endDate)) ?? [];
  if (urgent.length === 0) return null;
  return (
    <Alert color="red" variant="outline" icon={<IconHeartbeat aria-hidden />} title={t('health.banner')} mb="md" role="alert"
      styles={{ root: { borderWidth: 2, background: 'var(--rollbook-surface)' }, title: { color: 'var(--mantine-color-text)' }, message: { color: 'var(--mantine-color-text)' } }}>
      <List size="sm">
        {urgent.map(({ id, title, kind, instructions }) => (
          <List.Item key={id}><b>{title}</b> ({t(`health.kind.${kind}`)}){instructions && `: ${instructions}`}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
