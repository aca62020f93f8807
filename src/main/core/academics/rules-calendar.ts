const dayMilliseconds = 86_400_000;
const at = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** The ISO date a number of days later (earlier when negative). */
export function addDays(date: string, days: number): string {
  return new Date(at(date) + days * dayMilliseconds).toISOString().slice(0, 10);
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(date: string): number {
  return new Date(at(date)).getUTCDay() || 7;
}

/** Every date from one to another, both included. */
export function datesBetween(from: string, to: string): string[] {
  const dates: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** What the calendar says of the days that it marks, by date. */
export type CalendarDays = ReadonlyMap<string, { isSchoolDay: boolean }>;

/** Whether there are lessons on a date: as the calendar marks it, else Monday to Friday. */
export function isSchoolDay(date: string, calendarDays: CalendarDays): boolean {
  return calendarDays.get(date)?.isSchoolDay ?? weekdayOf(date) <= 5;
}

/** The school days from one date to another, both included. */
export function schoolDaysOf(from: string, to: string, calendarDays: CalendarDays): string[] {
  return datesBetween(from, to).filter((date) => isSchoolDay(date, calendarDays));
}
