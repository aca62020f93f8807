import { Badge, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ChangeSummary } from '#contract/history.ts';
import { describeProcedure, translateKey } from '../../i18n/dynamic.ts';
import { MomentText } from '../date-text.tsx';

/** Who changed what, when and from where. */
export function ChangeHead({ summary }: { summary: ChangeSummary }) {
  const { t } = useTranslation(['history', 'common']);
  return (
    <Stack gap={2}>
      <Group gap="xs">
        <Text fw={600}>{describeProcedure(summary.procedure)}</Text>
        <ChangeMarks summary={summary} />
      </Group>
      <Text size="sm" c="dimmed">
        {summary.actor ?? t('program')} · <MomentText at={summary.at} />{summary.device && ` · ${translateKey('history', `device.${summary.device}`) ?? summary.device}`} · {t('common:row', { count: summary.rows })}
      </Text>
      {summary.reason && <Text size="sm">{summary.reason}</Text>}
    </Stack>
  );
}

/** Whether a change was taken back, or takes another back. */
export function ChangeMarks({ summary }: { summary: ChangeSummary }) {
  const { t } = useTranslation('history');
  return (
    <>
      {summary.undoneBy !== null && <Badge color="gray" variant="outline" c="var(--mantine-color-text)">{t('undone', { id: summary.undoneBy })}</Badge>}
      {summary.undoes !== null && <Badge color="gray" variant="outline" c="var(--mantine-color-text)">{t('undoes', { id: summary.undoes })}</Badge>}
    </>
  );
}
