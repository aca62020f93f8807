import { Grid, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconClipboardOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { useQueryOf } from '../../../client/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { writePerson } from '../../../ui/attendance/index.ts';
import { ButtonLink, EmptyState, LoadState } from '../../../ui/index.ts';
import { DateBar } from '../date-bar.tsx';
import { ObstacleNote } from '../obstacle-note.tsx';
import { useAttendanceSearch } from '../use-attendance-search.ts';

type Missing = Output<'attendance.missing'>;

/** Who has not taken attendance on a day: each one click from being taken. */
export function MissingPanel() {
  const { t } = useTranslation('attendance');
  const { date, show } = useAttendanceSearch();
  const query = useQueryOf('attendance.missing', { date }, { keep: true });
  return (
    <Stack>
      <DateBar date={date} onChange={(next) => show({ date: next })} />
      <LoadState query={query}>
        {(missing) => {
          if (missing.obstacle === 'notSchoolDay' || missing.obstacle === 'future' || missing.obstacle === 'noYear') return <ObstacleNote day={missing} />;
          if (missing.divisionsAll + missing.lessonsAll === 0) return <EmptyState icon={<IconClipboardOff />} title={t('missing.noneDue')} text={t('missing.noneDueText')} />;
          if (missing.divisionsMissing + missing.lessonsMissing === 0) return <EmptyState icon={<IconCircleCheck />} title={t('missing.all')} text={t('missing.allText')} />;
          return (
            <Grid gap="md">
              {missing.expectsDays && <Grid.Col span={{ base: 12, md: missing.expectsLessons ? 5 : 8 }}><Divisions missing={missing} date={date} /></Grid.Col>}
              {missing.expectsLessons && <Grid.Col span={{ base: 12, md: missing.expectsDays ? 7 : 8 }}><Lessons missing={missing} date={date} /></Grid.Col>}
            </Grid>
          );
        }}
      </LoadState>
    </Stack>
  );
}

function Panel({ title, missing, all, none, children }: { title: string; missing: number; all: number; none: string; children: ReactNode }) {
  const { t } = useTranslation('attendance');
  return (
    <Paper component="section" aria-label={title}>
      <Group justify="space-between" mb="xs"><Title order={2} size="h3">{title}</Title><Text size="sm" c="dimmed">{t('missing.of', { missing, all })}</Text></Group>
      {missing === 0
        ? <Group gap="xs" c="dimmed"><IconCircleCheck size={18} aria-hidden /><Text size="sm">{all === 0 ? none : t('missing.all')}</Text></Group>
        : children}
    </Paper>
  );
}

function Divisions({ missing, date }: { missing: Missing; date: string }) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  return (
    <Panel title={t('missing.divisions')} missing={missing.divisionsMissing} all={missing.divisionsAll} none={t('missing.noneDue')}>
      <Table verticalSpacing={4} aria-label={t('missing.divisions')}>
        <Table.Thead><Table.Tr><Table.Th>{t('choose.division')}</Table.Th><Table.Th ta="right">{t('missing.students')}</Table.Th><Table.Th>{t('missing.teacher')}</Table.Th><Table.Th aria-label={t('missing.open')} /></Table.Tr></Table.Thead>
        <Table.Tbody>
          {missing.divisions.map((row) => (
            <Table.Tr key={`${row.level} ${row.division}`}>
              <Table.Th scope="row">{row.division}</Table.Th><Table.Td ta="right">{format.number(row.students)}</Table.Td>
              <Table.Td>{row.teacher ? writePerson(format, row.teacher) : <Text span size="sm" c="dimmed">{t('missing.noTeacher')}</Text>}</Table.Td>
              <Table.Td ta="right">
                <ButtonLink size="xs" variant="default" to="/attendance" search={{ view: 'take', date, level: row.level, division: row.division }} aria-label={t('missing.openWhat', { what: row.division })}>{t('missing.open')}</ButtonLink>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}

function Lessons({ missing, date }: { missing: Missing; date: string }) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  return (
    <Panel title={t('missing.lessons')} missing={missing.lessonsMissing} all={missing.lessonsAll} none={t('missing.noTimetable')}>
      <Table verticalSpacing={4} aria-label={t('missing.lessons')}>
        <Table.Thead><Table.Tr><Table.Th>{t('choose.hour')}</Table.Th><Table.Th>{t('choose.lesson')}</Table.Th><Table.Th>{t('missing.teacher')}</Table.Th><Table.Th aria-label={t('missing.open')} /></Table.Tr></Table.Thead>
        <Table.Tbody>
          {missing.lessons.map((row) => {
            const what = `${pickName(format, row.courseEl, row.courseEn)} ${row.division ?? row.code}`;
            return (
              <Table.Tr key={`${row.sectionId} ${row.period}`}>
                <Table.Td>{row.period} {row.startTime && <Text span size="xs" c="dimmed">{row.startTime}</Text>}</Table.Td><Table.Th scope="row">{what}</Table.Th>
                <Table.Td>{row.teacher ? writePerson(format, row.teacher) : <Text span size="sm" c="dimmed">{t('missing.noTeacher')}</Text>}</Table.Td>
                <Table.Td ta="right">
                  <ButtonLink size="xs" variant="default" to="/attendance" aria-label={t('missing.openWhat', { what })}
                    search={{ view: 'take', date, level: row.level ?? undefined, division: row.division ?? undefined, sectionId: row.sectionId, period: row.period ?? undefined }}>{t('missing.open')}</ButtonLink>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}
