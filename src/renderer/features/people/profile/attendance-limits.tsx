import { Alert, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AttendanceLimitState } from '#contract/attendance.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';

const colours = { fine: 'ink', near: 'orange', reached: 'red' } as const;

/** How far a student is from each limit in force, with a warning from four fifths. */
export function AttendanceLimits({ limits }: { limits: readonly AttendanceLimitState[] }) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  return (
    <Paper component="section" aria-label={t('student.limits')}>
      <Title order={2} size="h3" mb="xs">{t('student.limits')}</Title>
      {limits.length === 0 && <Text size="sm" c="dimmed">{t('student.noLimits')}</Text>}
      <Stack gap="sm">
        {limits.map(({ limit, hours, left, share, state }) => {
          const name = pickName(format, limit.nameEl, limit.nameEn);
          const words = t('student.left', { hours, limit: limit.hours, left });
          return (
            <div key={limit.id}>
              <Text size="sm"><Text span fw={500} size="sm">{name}</Text>: {words}. <Text span size="sm" c="dimmed">{t(limit.counts === 'all' ? 'student.countsAll' : 'student.countsUnexcused')}</Text></Text>
              <Progress.Root size="lg" mt={4}>
                <Progress.Section value={Math.min(100, share * 100)} color={colours[state]} aria-label={`${name}: ${words}`} />
              </Progress.Root>
              {state !== 'fine' && (
                <Alert mt="xs" py="xs" color={colours[state]} variant="outline" icon={<IconAlertTriangle aria-hidden />} title={t(state === 'near' ? 'student.near' : 'student.reached')} />
              )}
            </div>
          );
        })}
      </Stack>
    </Paper>
  );
}
