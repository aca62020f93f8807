import { Alert, Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { useMay, useQueryOf } from '../../../client/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { ConfirmDialog, LoadState } from '../../../ui/index.ts';
import { writePerson } from '../names.ts';
import type { Year } from '../year-select.tsx';
import { ClashSentences } from './clash-list.tsx';
import { DuePanel } from './due-panel.tsx';
import { RoomDialog } from './room-dialog.tsx';
import { usePlacing, type Lesson, type PlacingState, type Slot } from './use-placing.ts';
import { WeekGrid } from './week-grid.tsx';
import classes from './week.module.css';
import { weekdayKey } from './weekdays.ts';
import type { Whose } from './whose-week.tsx';

interface WeekViewProps { year: Year; whose: Whose & { of: string }; hours: Output<'bells.list'>['periods']; rooms: readonly string[] }

/** One week on the screen and on paper; where it may be changed, with what is still to be placed beside it. */
export function WeekView({ year, whose, hours, rooms }: WeekViewProps) {
  const { t } = useTranslation('academics');
  const may = useMay();
  const format = useFormat();
  const query = useQueryOf('timetable.week', { yearId: year.id, by: whose.by, key: whose.of, level: whose.level ?? null }, { keep: true });
  const state = usePlacing();
  const [at, setAt] = useState<Slot | null>(null);
  const [room, setRoom] = useState<Lesson | null>(null);
  const { placing } = state;
  const isOpen = year.status !== 'closed';
  const mayPlace = isOpen && may('sections:create');
  const mayChange = mayPlace || (isOpen && may('sections:edit'));
  const busy = useQueryOf('timetable.busy', { sectionId: placing?.sectionId ?? '', exceptId: placing?.lesson?.id ?? null }, { enabled: placing !== null && may('sections:edit') });
  return (
    <LoadState query={query} lines={10}>
      {({ lessons, sections, name }) => {
        const title = name ? writePerson(format, name) : whose.of;
        const inHours = (lesson: Lesson) => hours.some((hour) => lesson.startTime < hour.endTime && hour.startTime < lesson.endTime);
        const outside = lessons.filter((lesson) => !inHours(lesson));
        const showsDue = mayPlace && (whose.by === 'division' || whose.by === 'teacher');
        return (
          <div className={classes.sheet}>
            <Title order={2} className="print-only" mb="xs">{t('timetable.title')} {year.label}: {title}</Title>
            {mayChange && <PlacingBar state={state} at={at} />}
            <div style={{ display: 'grid', gridTemplateColumns: showsDue ? 'minmax(0, 1fr) 215px' : 'minmax(0, 1fr)', gap: 12, alignItems: 'start' }}>
              <WeekGrid label={`${t('timetable.title')}: ${title}`} by={whose.by} lessons={lessons} hours={hours} state={mayChange ? state : null} busy={placing ? (busy.data?.times ?? []) : []} onAt={setAt} onRoom={setRoom} />
              {showsDue && <DuePanel sections={sections} state={state} />}
            </div>
            {outside.length > 0 && (
              <Alert mt="sm" color="gray" variant="outline" title={t('timetable.outside')}>
                {outside.map((lesson) => <Text key={lesson.id} size="sm">{t(`timetable.weekdays.${weekdayKey(lesson.weekday)}`)} {lesson.startTime}–{lesson.endTime}: {lesson.sectionCode} {pickName(format, lesson.courseEl, lesson.courseEn)}</Text>)}
              </Alert>
            )}
            {room && <RoomDialog lesson={room} rooms={rooms} onClose={() => setRoom(null)} onSave={(next) => { state.setRoom(room, next); setRoom(null); }} />}
            <ConfirmDialog opened={state.asked !== null} title={t('timetable.clashTitle')} action={t('timetable.placeAnyway')} busy={state.busy} onConfirm={state.accept} onClose={state.decline}
              text={<>{state.asked && <ClashSentences conflicts={state.asked.conflicts} />}<Text size="sm" mt="sm">{t('timetable.clashAsk')}</Text></>} />
          </div>
        );
      }}
    </LoadState>
  );
}

/** What is being placed, and what it would clash with at the hour that has the focus or the pointer. */
function PlacingBar({ state, at }: { state: PlacingState; at: Slot | null }) {
  const { t } = useTranslation('academics');
  const mayAsk = useMay()('sections:edit');
  const { placing } = state;
  const conflicts = useQueryOf('timetable.conflicts', {
    meeting: { sectionId: placing?.sectionId ?? '', weekday: at?.weekday ?? 1, startTime: at?.startTime ?? '00:00', endTime: at?.endTime ?? '00:01', room: placing?.lesson?.ownRoom ?? null }, exceptId: placing?.lesson?.id ?? null,
  }, { enabled: mayAsk && placing !== null && at !== null });
  if (!placing) return null;
  const found = at ? (conflicts.data?.conflicts ?? []) : [];
  return (
    <Alert color={found.length > 0 ? 'red' : 'teal'} variant="outline" mb="sm" p="xs" className="no-print" role="status">
      <Group justify="space-between" align="flex-start" wrap="nowrap" mih={44}>
        <div>
          <Text size="sm" fw={600}>{t('timetable.placing', { what: placing.name })}</Text>
          {found.length > 0 && <ClashSentences conflicts={found} />}
        </div>
        <Button size="xs" variant="default" style={{ flexShrink: 0 }} onClick={state.stop}>{t('timetable.stop')}</Button>
      </Group>
    </Alert>
  );
}
