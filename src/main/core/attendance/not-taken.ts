import type { RowScope } from '../access/index.ts';
import { localDate } from '../kernel/dates.ts';
import type { Reader } from '../store/reader.ts';
import { readDayFacts } from './repo-calendar.ts';
import { readAttendanceSettings } from './repo-codes.ts';
import { countDivisions } from './repo-divisions.ts';
import { readMissingLessons } from './repo-lessons.ts';

/** The time of this computer, `HH:MM`. */
export function timeOf(now: number): string {
  const date = new Date(now);
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}

/** How much of today's attendance is expected and has not been taken: divisions and lessons, as the school has set. 0 when there is no school. */
export function countNotTaken(db: Reader, now: number, scope: RowScope): number {
  const today = localDate(now);
  const { year, obstacle } = readDayFacts(db, today, today);
  if (!year || obstacle !== null) return 0;
  const { settings } = readAttendanceSettings(db);
  const divisions = settings.expectsDays ? countDivisions(db, year, today, scope).missing : 0;
  const lessons = settings.expectsLessons ? readMissingLessons(db, year, today, scope, { until: timeOf(now), limit: 0 }).missing : 0;
  return divisions + lessons;
}
