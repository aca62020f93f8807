import { Menu, VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import type { TimetableView } from '#contract/sections.ts';
import { useMay } from '../../../client/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { writePeople } from '../names.ts';
import { LessonMenu } from './lesson-menu.tsx';
import type { Lesson, PlacingState, Slot } from './use-placing.ts';
import classes from './week.module.css';
import { weekdayKey } from './weekdays.ts';

type Busy = Output<'timetable.busy'>['times'];
export interface WeekGridProps {
  label: string; by: TimetableView; lessons: readonly Lesson[]; hours: Output<'bells.list'>['periods'];
  /** Null: the week is shown only. */
  state: PlacingState | null;
  busy: Busy; onAt: (slot: Slot | null) => void; onRoom: (lesson: Lesson) => void;
}

const meet = (a: { weekday: number; startTime: string; endTime: string }, b: { weekday: number; startTime: string; endTime: string }) =>
  a.weekday === b.weekday && a.startTime < b.endTime && b.startTime < a.endTime;
const moves: Readonly<Record<string, readonly [weekday: number, hour: number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** A week of lesson hours. While something is placed each hour is a button that says what it would clash with; arrows lead from hour to hour. */
export function WeekGrid({ label, by, lessons, hours, state, busy, onAt, onRoom }: WeekGridProps) {
  const { t } = useTranslation('academics');
  const host = useRef<HTMLTableElement>(null);
  const placing = state?.placing ?? null;
  const days = [1, 2, 3, 4, 5, 6, 7].filter((weekday) => weekday <= 5 || lessons.some((lesson) => lesson.weekday === weekday));
  const placingOf = placing ? `${placing.sectionId} ${placing.lesson?.id ?? ''}` : null;
  // What is taken may become known after the first arrow key: the focus is then where somebody wants it.
  const hasMoved = useRef(false);
  useEffect(() => { hasMoved.current = false; }, [placingOf]);
  useEffect(() => {
    if (placingOf === null || hasMoved.current) return;
    host.current?.querySelector<HTMLElement>(`.${classes.free}`)?.focus();
  }, [placingOf, busy]);
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && placing) {
      event.preventDefault();
      return state?.stop();
    }
    const move = moves[event.key];
    const at = event.target instanceof HTMLElement ? event.target.dataset.at?.split(' ').map(Number) : undefined;
    if (!move || !at) return;
    event.preventDefault();
    hasMoved.current = true;
    let [column = 0, row = 0] = at;
    for (column += move[0], row += move[1]; column >= 0 && column < days.length && row >= 0 && row < hours.length; column += move[0], row += move[1]) {
      const next = host.current?.querySelector<HTMLElement>(`[data-at="${column} ${row}"]`);
      if (next) return next.focus();
    }
  };
  return (
    <table ref={host} className={classes.week} aria-label={label} onKeyDown={press}>
      <thead><tr><th className={classes.hour} scope="col">{t('timetable.hour')}</th>{days.map((weekday) => <th key={weekday} scope="col">{t(`timetable.weekdays.${weekdayKey(weekday)}`)}</th>)}</tr></thead>
      <tbody>
        {hours.map((hour, row) => (
          <tr key={hour.number}>
            <th scope="row" className={classes.hour}>{hour.number}<small>{hour.startTime}–{hour.endTime}</small></th>
            {days.map((weekday, column) => {
              const slot: Slot = { weekday, period: hour.number, startTime: hour.startTime, endTime: hour.endTime };
              const here = lessons.filter((lesson) => meet(lesson, slot));
              const drop = placing ? { onDragOver: (event: { preventDefault: () => void }) => event.preventDefault(), onDrop: () => state?.place(slot) } : {};
              return (
                <td key={weekday} className={classes.cell} {...drop}>
                  {placing && !here.some(({ id }) => id === placing.lesson?.id)
                    ? <SlotButton slot={slot} at={`${column} ${row}`} here={here} taken={busy.filter((one) => meet(one, slot))} onAt={onAt} onPlace={() => state?.place(slot)} />
                    : here.map((lesson, i) => (
                      <LessonCard key={lesson.id} lesson={lesson} by={by} at={i === 0 && !placing ? `${column} ${row}` : undefined} isDouble={here.length > 1} state={placing ? null : state} isMoving={placing !== null} onRoom={onRoom} />
                    ))}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SlotProps { slot: Slot; at: string; here: readonly Lesson[]; taken: Busy; onAt: (slot: Slot | null) => void; onPlace: () => void }

/** An hour to place into: what is there already, and what else stands in the way, one line for each kind. */
function SlotButton({ slot, at, here, taken, onAt, onPlace }: SlotProps) {
  const { t } = useTranslation('academics');
  const format = useFormat();
  const others = taken.filter(({ sectionCode }) => !here.some((lesson) => lesson.sectionCode === sectionCode));
  const reasons = [...new Map(others.map((one) => [one.kind, t(`timetable.busy.${one.kind}`, { section: one.sectionCode })])).values()];
  const standing = here.map((lesson) => pickName(format, lesson.courseEl, lesson.courseEn));
  const isFree = taken.length === 0;
  const words = isFree && standing.length === 0 ? [t('timetable.free')] : [...standing, ...reasons];
  return (
    <button type="button" data-at={at} className={`${classes.slot} ${isFree ? classes.free : classes.busy}`} onClick={onPlace} onFocus={() => onAt(slot)} onMouseEnter={() => onAt(slot)}>
      <VisuallyHidden>{t(`timetable.weekdays.${weekdayKey(slot.weekday)}`)} {slot.period}: </VisuallyHidden>
      {words.map((line) => <span key={line} className={classes.small}>{line}</span>)}
    </button>
  );
}

interface CardProps { lesson: Lesson; by: TimetableView; at: string | undefined; isDouble: boolean; isMoving: boolean; state: PlacingState | null; onRoom: (lesson: Lesson) => void }

function LessonCard({ lesson, by, at, isDouble, isMoving, state, onRoom }: CardProps) {
  const { t } = useTranslation('academics');
  const mayMove = useMay()('sections:edit');
  const format = useFormat();
  const course = pickName(format, lesson.courseEl, lesson.courseEn);
  const people = writePeople(format, lesson.teachers);
  const under = by === 'teacher' ? lesson.sectionCode : by === 'room' ? `${lesson.sectionCode} · ${people}` : people;
  const content = (
    <>
      <span className={classes.course}>{course}</span>
      <span className={classes.small}>{under}</span>
      {by !== 'room' && lesson.room && <span className={classes.small}>{t('timetable.roomOf', { room: lesson.room })}</span>}
    </>
  );
  const className = [classes.lesson, isDouble && classes.clash, isMoving && classes.moving].filter(Boolean).join(' ');
  if (!state || !mayMove) return <div className={className}>{content}</div>;
  const move = () => state.begin({ sectionId: lesson.sectionId, name: `${lesson.sectionCode} ${course}`, left: 1, lesson });
  return (
    <Menu withinPortal position="bottom-start" returnFocus>
      <Menu.Target>
        <button type="button" className={className} data-at={at} draggable onDragStart={() => window.setTimeout(move)} onDragEnd={state.stop}>
          {content}
          <VisuallyHidden>{t('timetable.lessonAt', { day: t(`timetable.weekdays.${weekdayKey(lesson.weekday)}`), time: lesson.startTime })}</VisuallyHidden>
        </button>
      </Menu.Target>
      <LessonMenu lesson={lesson} onMove={move} onRoom={() => onRoom(lesson)} />
    </Menu>
  );
}
