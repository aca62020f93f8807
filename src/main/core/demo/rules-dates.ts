import { orthodoxEaster } from '../academics/rules-holidays.ts';

const dayMilliseconds = 86_400_000;

/** Milliseconds at midnight UTC of an ISO date; dates are school-local and only compared with each other. */
export const millisecondsOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** The date so many days later (or, negative, earlier). */
export function addDays(date: string, days: number): string {
  return new Date(millisecondsOf(date) + days * dayMilliseconds).toISOString().slice(0, 10);
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(date: string): number {
  return new Date(millisecondsOf(date)).getUTCDay() || 7;
}

/** Whole days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((millisecondsOf(to) - millisecondsOf(from)) / dayMilliseconds);
}

/** Whether a Greek school has lessons: no weekends, national days, Christmas, Clean Monday, the two weeks of Easter, 1 May, Whit Monday. */
export function isSchoolDay(date: string): boolean {
  if (weekdayOf(date) > 5) return false;
  const day = date.slice(5);
  if (['10-28', '11-17', '01-30', '03-25', '05-01'].includes(day) || day >= '12-24' || day <= '01-07') return false;
  const fromEaster = daysBetween(orthodoxEaster(Number(date.slice(0, 4))), date);
  return fromEaster !== -48 && fromEaster !== 50 && (fromEaster < -8 || fromEaster > 7);
}

/** The school days from one date to another, both included. */
export function schoolDays(from: string, to: string): string[] {
  const days: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) if (isSchoolDay(date)) days.push(date);
  return days;
}
