import type { Reader } from '../store/reader.ts';
import { schoolDaysOf, type CalendarDays } from './rules-calendar.ts';

export interface DayRecord { id: string; date: string; isSchoolDay: boolean; minutes: number | null; labelEl: string | null; labelEn: string | null }

/** The days between two dates that the calendar marks. */
export function readDays(db: Reader, from: string, to: string): DayRecord[] {
  return db.all<Omit<DayRecord, 'isSchoolDay'> & { isSchoolDay: number }>(
    'SELECT id, date, isSchoolDay, minutes, labelEl, labelEn FROM calendar_day WHERE date BETWEEN ? AND ? AND deletedAt IS NULL ORDER BY date', [from, to],
  ).map((row) => ({ ...row, isSchoolDay: row.isSchoolDay === 1 }));
}

/** What the calendar marks between two dates, for `isSchoolDay`. */
export function readCalendarDays(db: Reader, from: string, to: string): CalendarDays {
  return new Map(readDays(db, from, to).map((day) => [day.date, day]));
}

/** The school days from one date to another, both included: Monday to Friday, but for what the calendar marks. */
export function readSchoolDays(db: Reader, from: string, to: string): string[] {
  return schoolDaysOf(from, to, readCalendarDays(db, from, to));
}
