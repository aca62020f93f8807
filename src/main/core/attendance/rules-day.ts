import type { DayState } from '#contract/attendance.ts';
import { effectiveMark, outcomeOf, type Outcome, type RuledMark } from './rules-marks.ts';

/** A lesson hour of a student's day. `isTaken`: its attendance was taken. */
export interface Hour { minutes: number; isTaken: boolean; marks: readonly RuledMark[] }

/** Everything that is known of one student on one school day while enrolled. */
export interface Day {
  /** The division's day was taken; `marks` are those for the whole day. */
  isTaken: boolean; marks: readonly RuledMark[];
  /** Scheduled lessons, and others that were taken. */
  hours: readonly Hour[];
  /** False: the timetable says nothing of this day, and `hours` are only those that were taken. */
  isPlanned: boolean;
}

/** The school's measures, in minutes; `lessonHours` where the timetable is silent. */
export interface Measures { lessonHours: number; dayMinutes: number; fullDayMinutes: number; halfDayMinutes: number }

/** What a day comes to. */
export interface DayResult {
  state: Exclude<DayState, 'off' | 'ahead'>;
  /** 1, 0.5 or 0; null where the day counts on neither side: unknown, excused or not expected. */
  value: number | null;
  hoursExcused: number; hoursUnexcused: number;
  isLate: boolean;
  /** Lessons that nobody has taken: neither present nor absent. */
  hoursUnknown: number;
}

/** Which outcome holds in an hour: the office's for the hour, the office's for the day, the teacher's for the hour, the teacher's for the day. Null: unknown. */
function settleHour(hour: Hour, day: Day, dayMinutes: number): Outcome | null {
  const own = effectiveMark(hour.marks);
  const whole = effectiveMark(day.marks);
  if (own?.source === 'office') return outcomeOf(own, hour.minutes);
  if (whole?.source === 'office') return outcomeOf(whole, dayMinutes);
  if (own || hour.isTaken) return outcomeOf(own, hour.minutes);
  return day.isTaken || whole ? outcomeOf(whole, dayMinutes) : null;
}

/**
 * The value of a day: minutes present of the minutes that count, against full and half day. A day of fewer counted minutes than an ordinary
 * one (a short day, or one of which only a part was taken) is held against the same shares of what it had.
 */
export function dayValue(present: number, counted: number, measures: Measures): 0 | 0.5 | 1 {
  const scale = Math.min(1, counted / measures.dayMinutes);
  // A hair below, so that thirds of an hour do not fail by the last binary digit.
  const reaches = (minutes: number) => present >= minutes * scale - 1e-9;
  if (present > 0 && reaches(measures.fullDayMinutes)) return 1;
  return present > 0 && reaches(measures.halfDayMinutes) ? 0.5 : 0;
}

/** Where the timetable is silent and the whole day is known (or nothing is), a day has the school's usual number of lessons. */
function usualHours(day: Day, measures: Measures): Hour[] {
  const isWhole = day.isTaken || day.marks.length > 0 || day.hours.length === 0;
  const length = day.isPlanned || !isWhole ? 0 : Math.max(0, measures.lessonHours - day.hours.length);
  return Array.from({ length }, () => ({ minutes: measures.dayMinutes / measures.lessonHours, isTaken: false, marks: [] }));
}

/** Works out one day. Not taken is not present and not absent: it is unknown and counts on neither side; excused absence drops out of both. */
export function settleDay(day: Day, measures: Measures): DayResult {
  const hours = [...day.hours, ...usualHours(day, measures)];
  const dayMinutes = hours.reduce((sum, { minutes }) => sum + minutes, 0);
  const settled = hours.map((hour) => ({ minutes: hour.minutes, outcome: settleHour(hour, day, dayMinutes) }));
  let present = 0, counted = 0, hoursExcused = 0, hoursUnexcused = 0, known = 0, isLate = false;
  for (const { minutes, outcome } of settled) {
    if (!outcome) continue;
    known += 1;
    isLate ||= outcome.tardy;
    if (!outcome.expected) continue;
    const missed = 1 - outcome.share;
    if (outcome.excused) hoursExcused += missed;
    else hoursUnexcused += missed;
    // What is excused leaves both sides; what is not stays on the side of what was due.
    counted += minutes * (outcome.excused ? outcome.share : 1);
    present += minutes * outcome.share;
  }
  const value = counted > 0 ? dayValue(present, counted, measures) : null;
  return { state: stateOf({ known, value, hoursExcused, hoursUnexcused, isLate }), value, hoursExcused, hoursUnexcused, isLate, hoursUnknown: hours.length - known };
}

function stateOf(r: { known: number; value: number | null; hoursExcused: number; hoursUnexcused: number; isLate: boolean }): DayResult['state'] {
  if (r.known === 0) return 'unknown';
  if (r.value === null) return r.hoursExcused > 0 ? 'excused' : 'notExpected';
  if (r.value === 0) return 'absent';
  if (r.hoursUnexcused > 0 || r.hoursExcused > 0) return 'partly';
  return r.isLate ? 'late' : 'present';
}
