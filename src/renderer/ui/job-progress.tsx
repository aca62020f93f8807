import { Button, Group, Progress as Bar, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Progress } from '../client/index.ts';

export interface JobProgressProps {
  progress: Progress;
  /** What is being done. */
  label: string;
  onCancel?: () => void;
}

/** How far a job is, with Cancel. */
export function JobProgress({ progress, label, onCancel }: JobProgressProps) {
  const { t } = useTranslation();
  const [cancelling, setCancelling] = useState(false);
  const { done, total } = progress;
  const cancel = () => {
    setCancelling(true);
    onCancel?.();
  };
  return (
    <Stack gap={6} role="status">
      <Group justify="space-between">
        <Text size="sm" fw={500}>{cancelling ? t('progress.cancelling') : label}</Text>
        <Text size="sm" c="dimmed">{total > 0 ? t('progress.of', { done, total }) : t('progress.running')}</Text>
      </Group>
      <Bar value={total > 0 ? (done / total) * 100 : 100} animated={total === 0} striped={total === 0} aria-label={label} transitionDuration={120} />
      {onCancel && (
        <Group justify="flex-end">
          <Button size="xs" variant="default" disabled={cancelling} onClick={cancel}>{t('actions.cancel')}</Button>
        </Group>
      )}
    </Stack>
  );
}
