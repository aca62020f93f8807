import { Button, Group, Paper, Select, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconCalendarPlus, IconPencilPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { useMay, useQueryOf } from '../../../client/index.ts';
import { StateLegend, YearStrip } from '../../../ui/attendance/index.ts';
import { useFormat } from '../../../i18n/format.ts';
import { EmptyState, LoadState, MomentText } from '../../../ui/index.ts';
import { AttendanceLimits } from './attendance-limits.tsx';
import { AttendanceMarks } from './attendance-marks.tsx';
import { ExcuseDialog } from './excuse-dialog.tsx';
import { MarkDialog, type MarkPlace } from './mark-dialog.tsx';

type Attendance = Output<'attendance.student'>;

/** A student's attendance of one year: the days, what they add up to, how near a limit is, and every mark with both sources. */
export function AttendanceSection({ studentId }: { studentId: string }) {
  const { t } = useTranslation('attendance');
  const may = useMay();
  const [yearId, setYearId] = useState<string | null>(null);
  const [excusing, setExcusing] = useState(false);
  const [place, setPlace] = useState<MarkPlace | null>(null);
  const query = useQueryOf('attendance.student', { studentId, yearId }, { keep: true });
  const mayCorrect = may('attendance:correct');
  return (
    <LoadState query={query} lines={10}>
      {(data) => (
        <Stack>
          <Group justify="space-between" align="flex-end">
            <Select label={t('student.year')} w={150} allowDeselect={false} value={data.yearId} onChange={setYearId} data={data.years.map(({ id, label }) => ({ value: id, label }))} />
            {mayCorrect && (
              <Group gap="xs">
                <Button variant="default" leftSection={<IconPencilPlus size={16} aria-hidden />} onClick={() => setPlace('new')}>{t('student.addMark')}</Button>
                <Button variant="default" leftSection={<IconCalendarPlus size={16} aria-hidden />} onClick={() => setExcusing(true)}>{t('student.excuse')}</Button>
              </Group>
            )}
          </Group>
          {data.days.every(({ state }) => state === 'off') ? <EmptyState title={t('student.none')} /> : (
            <>
              <Totals data={data} />
              <AttendanceLimits limits={data.limits} />
              <Paper component="section" aria-label={t('student.calendar')}>
                <Title order={2} size="h3" mb="xs">{t('student.calendar')}</Title>
                <YearStrip days={data.days} label={t('student.calendar')} />
                <StateLegend />
              </Paper>
            </>
          )}
          <AttendanceMarks marks={data.marks} onCorrect={mayCorrect ? setPlace : undefined} />
          {data.calls.length > 0 && <Calls calls={data.calls} />}
          {excusing && <ExcuseDialog studentId={studentId} onClose={() => setExcusing(false)} />}
          {place && <MarkDialog studentId={studentId} place={place} onClose={() => setPlace(null)} />}
        </Stack>
      )}
    </LoadState>
  );
}

function Totals({ data: { totals } }: { data: Attendance }) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  const tiles = [
    ['rate', totals.rate === null ? '–' : format.percent(totals.rate)], ['absent', format.number(totals.daysAbsent)], ['excused', format.number(totals.daysExcused)],
    ['late', format.number(totals.daysLate)], ['hoursUnexcused', format.number(totals.hoursUnexcused)], ['hoursExcused', format.number(totals.hoursExcused)], ['unknown', format.number(totals.daysUnknown)],
  ] as const;
  return (
    <SimpleGrid cols={{ base: 2, xs: 3, md: 7 }} spacing="xs" component="dl" m={0}>
      {tiles.map(([key, value]) => (
        <Paper key={key} px="sm" py="xs">
          <Text component="dt" size="xs" c="dimmed">{t(`student.${key}`)}</Text>
          <Text component="dd" m={0} fz={20} fw={600} style={{ fontVariantNumeric: 'tabular-nums' }}>{value}</Text>
          {key === 'rate' && <Text component="dd" m={0} size="xs" c="dimmed">{t('student.ofDays', { present: totals.present, membership: totals.membership })}</Text>}
        </Paper>
      ))}
    </SimpleGrid>
  );
}

function Calls({ calls }: { calls: Attendance['calls'] }) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  return (
    <Paper component="section" aria-label={t('student.calls')}>
      <Title order={2} size="h3" mb="xs">{t('student.calls')}</Title>
      <Stack gap={4} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {calls.map((call) => (
          <Text component="li" size="sm" key={call.id}>
            {format.date(call.date)} · {t(`calls.outcome.${call.outcome}`)} <Text span size="sm" c="dimmed"><MomentText at={call.at} />{call.by && ` · ${call.by}`}{call.note && ` · ${call.note}`}</Text>
          </Text>
        ))}
      </Stack>
    </Paper>
  );
}
