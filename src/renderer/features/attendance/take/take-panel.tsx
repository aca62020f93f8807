import { Stack } from '@mantine/core';
import { IconClipboardCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AttendanceTarget } from '#contract/attendance.ts';
import { useQueryOf } from '../../../client/index.ts';
import { EmptyState, LoadState } from '../../../ui/index.ts';
import { DateBar } from '../date-bar.tsx';
import { ObstacleNote } from '../obstacle-note.tsx';
import { useAttendanceSearch } from '../use-attendance-search.ts';
import { ChoiceBar } from './choice-bar.tsx';
import { Sheet } from './sheet.tsx';

/** What the address chooses: a lesson, a division's day, or nothing yet. */
export function useTarget(): AttendanceTarget | null {
  const { search: { sectionId, period, level, division } } = useAttendanceSearch();
  if (sectionId !== undefined && period !== undefined) return { kind: 'lesson', sectionId, period };
  return level !== undefined && division !== undefined && sectionId === undefined ? { kind: 'day', level, division } : null;
}

/** Taking attendance: the day, the class, and its register. */
export function TakePanel() {
  const { t } = useTranslation('attendance');
  const { search, date, show } = useAttendanceSearch();
  const target = useTarget();
  const query = useQueryOf('attendance.choices', { date, level: search.level ?? null, division: search.division ?? null }, { keep: true });
  return (
    <Stack gap="md">
      <DateBar date={date} onChange={(next) => show({ date: next })} />
      <LoadState query={query}>
        {(choices) => {
          const nothing = choices.divisions.length === 0 && choices.lessons.length === 0;
          return (
            <>
              {choices.obstacle !== null && <ObstacleNote day={choices} />}
              {nothing && choices.obstacle === null && <EmptyState icon={<IconClipboardCheck />} title={t('choose.nothing')} text={t('choose.nothingText')} />}
              {!nothing && <ChoiceBar choices={choices} target={target} />}
              {!nothing && !target && choices.obstacle !== 'notSchoolDay' && <EmptyState icon={<IconClipboardCheck />} title={t('choose.none')} text={t('choose.noneText')} />}
              {target && choices.obstacle !== 'notSchoolDay' && choices.obstacle !== 'noYear' && <Sheet key={`${date}${JSON.stringify(target)}`} date={date} target={target} />}
            </>
          );
        }}
      </LoadState>
    </Stack>
  );
}
