/** A cron line taken apart: the minutes of the day at which it fires, on the days that it names. */
export interface CronTimes {
  /** Minutes since midnight, rising. */
  minutes: readonly number[];
  months: ReadonlySet<number>; days: ReadonlySet<number>; weekdays: ReadonlySet<number>;
  /** As cron has it: where both the day and the weekday are narrowed, either will do. */
  eitherDay: boolean;
}

interface Field { from: number; to: number; names?: readonly string[] }
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const dayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const minute: Field = { from: 0, to: 59 }, hour: Field = { from: 0, to: 23 }, day: Field = { from: 1, to: 31 };
const month: Field = { from: 1, to: 12, names: monthNames };
/** 7 is Sunday as well. */
const weekday: Field = { from: 0, to: 7, names: dayNames };

function readNumber(text: string, { from, to, names }: Field): number | null {
  const named = names?.indexOf(text.toLowerCase()) ?? -1;
  const value = named >= 0 ? named + (from === 1 ? 1 : 0) : /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  return value >= from && value <= to ? value : null;
}

/* One number, a range, all of them, and any of these with a step; null for anything else. */
function readPart(part: string, field: Field): number[] | null {
  const [range = '', step, ...rest] = part.split('/');
  const by = step === undefined ? 1 : /^\d{1,2}$/.test(step) ? Number(step) : 0;
  if (rest.length > 0 || by < 1) return null;
  const [first = '', last, ...more] = range.split('-');
  const from = range === '*' ? field.from : readNumber(first, field);
  const to = range === '*' || (last === undefined && step !== undefined) ? field.to : last === undefined ? from : readNumber(last, field);
  if (from === null || to === null || from > to || more.length > 0) return null;
  return Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, i) => from + i * by);
}

function readField(text: string, field: Field): ReadonlySet<number> | null {
  const parts = text.split(',').map((part) => readPart(part, field));
  return parts.some((part) => part === null) ? null : new Set(parts.flatMap((part) => part ?? []));
}

/** Reads a cron line of five fields (minute, hour, day, month, weekday); null when it is none. */
export function readCron(expression: string): CronTimes | null {
  const texts = expression.trim().split(/\s+/);
  if (texts.length !== 5) return null;
  const [minuteText = '', hourText = '', dayText = '', monthText = '', weekdayText = ''] = texts;
  const minutes = readField(minuteText, minute), hours = readField(hourText, hour), days = readField(dayText, day);
  const months = readField(monthText, month), weekdays = readField(weekdayText, weekday);
  if (!minutes || !hours || !days || !months || !weekdays) return null;
  return {
    minutes: [...hours].flatMap((each) => [...minutes].map((of) => each * 60 + of)).toSorted((a, b) => a - b),
    months, days, weekdays: new Set([...weekdays].map((each) => each % 7)),
    eitherDay: !dayText.startsWith('*') && !weekdayText.startsWith('*'),
  };
}
