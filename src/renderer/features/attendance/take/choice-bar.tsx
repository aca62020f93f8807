import { Badge, Button, Group, Select, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttendanceTarget } from '#contract/attendance.ts';
import type { Output } from '#contract/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { useAttendanceSearch } from '../use-attendance-search.ts';

type Choices = Output<'attendance.choices'>;
type Lesson = Choices['lessons'][number];
const hours = Array.from({ length: 8 }, (_unused, index) => index + 1);

/** Chooses a division, and of it the whole day or one of its lessons; who teaches sees their own lessons at once. */
export function ChoiceBar({ choices, target }: { choices: Choices; target: AttendanceTarget | null }) {
  const { t } = useTranslation('attendance');
  const { search, show } = useAttendanceSearch();
  const key = (row: { level: string; division: string }) => JSON.stringify([row.level, row.division]);
  const { level, division } = search;
  const chosen = level !== undefined && division !== undefined ? key({ level, division }) : null;
  const isWhole = target?.kind === 'day';
  const current = choices.divisions.find((row) => key(row) === chosen);
  const planned = choices.lessons.filter(({ period }) => period !== null);
  const unplanned = choices.lessons.filter(({ period }) => period === null);
  const choose = (value: string | null) => {
    const row = choices.divisions.find((one) => key(one) === value);
    show({ level: row?.level, division: row?.division, sectionId: undefined, period: undefined });
  };
  return (
    <Group gap="sm" align="flex-end" className="no-print">
      <Select label={t('choose.division')} placeholder={t('choose.none')} value={chosen} onChange={choose} searchable clearable w={210} nothingFoundMessage="–"
        clearButtonProps={{ 'aria-label': t('choose.back') }}
        data={choices.divisions.map((row) => ({ value: key(row), label: `${row.division}${row.taken ? ` · ${t('choose.taken')}` : ''}` }))} />
      {chosen && current && (
        <Button variant={isWhole ? 'light' : 'default'} aria-pressed={isWhole} onClick={() => show({ sectionId: undefined, period: undefined })}
          rightSection={current.taken && <IconCheck size={15} aria-label={t('choose.taken')} />}>{t('choose.wholeDay')}</Button>
      )}
      <Group gap={6} component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('choose.lesson')}>
        {planned.map((lesson) => <li key={`${lesson.sectionId} ${lesson.period}`}><LessonChoice lesson={lesson} target={target} /></li>)}
        {unplanned.length > 0 && <li><UnplannedChoice lessons={unplanned} target={target} /></li>}
        {chosen && choices.lessons.length === 0 && choices.obstacle === null && <li><Text size="sm" c="dimmed">{t('choose.noLessons')}</Text></li>}
      </Group>
    </Group>
  );
}

const useLessonName = () => {
  const format = useFormat();
  return (lesson: Lesson) => `${pickName(format, lesson.courseEl, lesson.courseEn)} ${lesson.division ?? ''}`;
};

/** A lesson that stands in the timetable, or was taken. */
function LessonChoice({ lesson, target }: { lesson: Lesson; target: AttendanceTarget | null }) {
  const { t } = useTranslation('attendance');
  const nameOf = useLessonName();
  const { show } = useAttendanceSearch();
  const isOpen = target?.kind === 'lesson' && target.sectionId === lesson.sectionId && target.period === lesson.period;
  return (
    <Button variant={isOpen ? 'light' : 'default'} aria-pressed={isOpen} onClick={() => show({ sectionId: lesson.sectionId, period: lesson.period ?? undefined })}
      leftSection={<Badge size="sm" variant="outline" color="gray" style={{ color: 'inherit' }} title={lesson.startTime ?? undefined}>{lesson.period}</Badge>}
      rightSection={lesson.taken && <IconCheck size={15} aria-label={t('choose.taken')} />}>{nameOf(lesson)}</Button>
  );
}

/** A section of which the timetable says nothing: section and hour are chosen by hand. */
function UnplannedChoice({ lessons, target }: { lessons: readonly Lesson[]; target: AttendanceTarget | null }) {
  const { t } = useTranslation('attendance');
  const nameOf = useLessonName();
  const { show } = useAttendanceSearch();
  const open = target?.kind === 'lesson' && lessons.some(({ sectionId }) => sectionId === target.sectionId) ? target : null;
  const [picked, setPicked] = useState<string | null>(null);
  const sectionId = open?.sectionId ?? picked;
  return (
    <Group gap={6} wrap="nowrap">
      <Select w={260} searchable aria-label={t('choose.lesson')} placeholder={t('choose.lesson')} value={sectionId} data={lessons.map((lesson) => ({ value: lesson.sectionId, label: nameOf(lesson) }))}
        onChange={(value) => {
          setPicked(value);
          if (value && open) show({ sectionId: value });
        }} />
      <Select w={120} aria-label={t('choose.hour')} placeholder={t('choose.hour')} disabled={!sectionId} value={open ? String(open.period) : null}
        data={hours.map((period) => ({ value: String(period), label: t('choose.hourOf', { period }) }))}
        onChange={(value) => { if (value && sectionId) show({ sectionId, period: Number(value) }); }} />
    </Group>
  );
}
