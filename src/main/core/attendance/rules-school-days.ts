/** A stretch of dates, both ends included. */
export interface Span { startDate: string; endDate: string }

const dayMilliseconds = 86_400_000;

/** 1 Monday to 7 Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** Every date from one to another, both included. */
export function datesBetween(from: string, to: string): string[] {
  const dates: string[] = [];
  for (let at = Date.parse(`${from}T00:00:00Z`), end = Date.parse(`${to}T00:00:00Z`); at <= end; at += dayMilliseconds) {
    dates.push(new Date(at).toISOString().slice(0, 10));
  }
  return dates;
}

/** Whether a date has lessons: within the year, what the calendar says of it, and else Monday to Friday. `calendar`: exceptions by date. */
export function isSchoolDay(date: string, year: Span, calendar: ReadonlyMap<string, boolean>): boolean {
  if (date < year.startDate || date > year.endDate) return false;
  return calendar.get(date) ?? weekdayOf(date) <= 5;
}

/** Why attendance of a date cannot be taken; null: it can. `isClosed`: the date lies in a closed year, which takes corrections only. */
export function findObstacle(
  date: string, today: string, year: (Span & { status: string }) | undefined, calendar: ReadonlyMap<string, boolean>,
): 'future' | 'notSchoolDay' | 'noYear' | 'yearClosed' | null {
  if (!year) return 'noYear';
  if (date > today) return 'future';
  if (!isSchoolDay(date, year, calendar)) return 'notSchoolDay';
  return year.status === 'closed' ? 'yearClosed' : null;
}
