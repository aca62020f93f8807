import { readCron, type CronTimes } from '#contract/cron.ts';
import type { When } from '#contract/schedules.ts';

const minute = 60_000, day = 24 * 60 * minute;
/** Leap days on a given weekday come back within 28 years, save over a century's turn; what does not come by then never does. */
const searched = 29 * 366;

interface Day { year: number; month: number; date: number; weekday: number; last: number }

/** The next instant after `after` at which a schedule is due, in the local time of its zone; null for one that never is, as on 30 February. */
export function nextRun(when: When, timeZone: string, after: number): number | null {
  const plan = planOf(when);
  if (!plan) return null;
  const zone = clockOf(timeZone);
  const start = zone(after);
  for (let i = 0; i < searched; i += 1) {
    const midnight = Math.floor(start / day) * day + i * day;
    if (!plan.isOn(dayOf(midnight))) continue;
    const found = plan.minutes.map((each) => instantOf(midnight + each * minute, zone)).filter((instant) => instant > after);
    if (found.length > 0) return found.reduce((a, b) => Math.min(a, b));
  }
  return null;
}

interface Plan { isOn: (day: Day) => boolean; minutes: readonly number[] }

function planOf(when: When): Plan | null {
  if (when.kind === 'cron') {
    const cron = readCron(when.expression);
    return cron && { isOn: (each) => isOnCronDay(cron, each), minutes: cron.minutes };
  }
  const [hours = 0, minutes = 0] = when.at.split(':').map(Number);
  const at = { minutes: [hours * 60 + minutes] };
  if (when.kind === 'daily') return { ...at, isOn: () => true };
  if (when.kind === 'weekly') return { ...at, isOn: ({ weekday }) => when.days.includes(weekday === 0 ? 7 : weekday) };
  return { ...at, isOn: ({ date, last }) => date === Math.min(when.day, last) };
}

function isOnCronDay({ months, days, weekdays, eitherDay }: CronTimes, { month, date, weekday }: Day): boolean {
  const [byDate, byWeekday] = [days.has(date), weekdays.has(weekday)];
  return months.has(month) && (eitherDay ? byDate || byWeekday : byDate && byWeekday);
}

/** The calendar day of a local time that is written as if it were UTC. */
function dayOf(local: number): Day {
  const date = new Date(local);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  return { year, month, date: date.getUTCDate(), weekday: date.getUTCDay(), last: new Date(Date.UTC(year, month, 0)).getUTCDate() };
}

/** The date in a time zone, `2026-12-01`. */
export const dateIn = (timeZone: string, instant: number): string => new Date(clockOf(timeZone)(instant)).toISOString().slice(0, 10);

/** Turns an instant into the local time of a zone, written as if it were UTC. */
function clockOf(timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
  return (instant) => {
    const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
  };
}

/** The instant of a local time. Of an hour that comes twice it is the first; of one that is left out, as much later as was left out: each is met once. */
function instantOf(local: number, zone: (instant: number) => number): number {
  const before = zone(local - day) - (local - day), since = zone(local + day) - (local + day);
  const first = local - Math.max(before, since);
  if (zone(first) === local) return first;
  const second = local - Math.min(before, since);
  return zone(second) === local ? second : local - before;
}
