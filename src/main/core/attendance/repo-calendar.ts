import type { Reader } from '../store/reader.ts';
import { findObstacle, isSchoolDay, datesBetween, type Span } from './rules-school-days.ts';

export interface YearOn extends Span { id: string; label: string; status: string }

/** The year that a date falls in. */
export function findYearOn(db: Reader, date: string): YearOn | undefined {
  return db.get<YearOn>(
    `SELECT id, label, status, startDate, endDate FROM academic_year WHERE startDate <= @date AND endDate >= @date AND deletedAt IS NULL
     ORDER BY status = 'open' DESC, startDate DESC LIMIT 1`, { date });
}

interface CalendarRow { date: string; isSchoolDay: number; labelEl: string | null; labelEn: string | null }

function readCalendarRows(db: Reader, from: string, to: string): CalendarRow[] {
  return db.all<CalendarRow>(
    'SELECT date, isSchoolDay, labelEl, labelEn FROM calendar_day WHERE date BETWEEN @from AND @to AND deletedAt IS NULL ORDER BY date, id', { from, to });
}

/** The calendar's exceptions between two dates. */
export function readCalendar(db: Reader, from: string, to: string): ReadonlyMap<string, boolean> {
  return new Map(readCalendarRows(db, from, to).map((row) => [row.date, row.isSchoolDay === 1]));
}

/** The school days of a year between two dates. */
export function readSchoolDays(db: Reader, year: Span, from: string, to: string): string[] {
  const start = from > year.startDate ? from : year.startDate;
  const end = to < year.endDate ? to : year.endDate;
  const calendar = readCalendar(db, start, end);
  return datesBetween(start, end).filter((date) => isSchoolDay(date, year, calendar));
}

export interface DayFacts {
  date: string;
  obstacle: ReturnType<typeof findObstacle>;
  note: { labelEl: string | null; labelEn: string | null } | null;
  year: YearOn | undefined;
}

/** What a date is: its year, whether it can be taken, and what the calendar calls it. */
export function readDayFacts(db: Reader, date: string, today: string): DayFacts {
  const rows = readCalendarRows(db, date, date);
  const year = findYearOn(db, date);
  const row = rows.at(-1);
  return {
    date, year, obstacle: findObstacle(date, today, year, new Map(rows.map((one) => [one.date, one.isSchoolDay === 1]))),
    note: row ? { labelEl: row.labelEl, labelEn: row.labelEn } : null,
  };
}
