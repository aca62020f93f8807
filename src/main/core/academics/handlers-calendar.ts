import type { Handlers, Named } from '../kernel/handlers.ts';
import { readSchoolId } from '../settings/index.ts';
import { calendarDay } from '../store/schema/index.ts';
import type { Writer } from '../store/writer.ts';
import { need, noteReason } from './refuse.ts';
import { readDays } from './repo-calendar.ts';
import { readTerms, readYear } from './repo-years.ts';
import { datesBetween, schoolDaysOf, weekdayOf } from './rules-calendar.ts';
import { greekHolidays } from './rules-holidays.ts';

interface Mark { isSchoolDay: boolean; minutes: number | null; labelEl: string | null; labelEn: string | null }

/** Sets what the calendar says of some dates; returns how many it touched. */
function markDays(db: Writer, marks: readonly (Mark & { date: string })[]): number {
  const dates = marks.map(({ date }) => date).toSorted();
  const known = new Map(readDays(db, dates[0] ?? '', dates.at(-1) ?? '').map((day) => [day.date, day.id]));
  const orgId = readSchoolId(db);
  for (const mark of marks) {
    const id = known.get(mark.date);
    if (id) db.update(calendarDay, id, mark);
    else db.insert(calendarDay, { orgId, ...mark });
  }
  return marks.length;
}

/** The school-day calendar. */
export const calendarHandlers: Handlers<Named<'calendar'>> = {
  'calendar.get'(ctx, { yearId }) {
    const year = need(readYear(ctx.db, yearId));
    const days = readDays(ctx.db, year.startDate, year.endDate);
    const marked = new Map(days.map((day) => [day.date, day]));
    const count = (from: string, to: string) => schoolDaysOf(from, to, marked).length;
    return {
      days, schoolDays: count(year.startDate, year.endDate),
      terms: readTerms(ctx.db, yearId).filter(({ type }) => type !== 'year').map(({ id, nameEl, nameEn, startDate, endDate }) =>
        ({ id, nameEl, nameEn, startDate, endDate, schoolDays: count(startDate, endDate) })),
    };
  },
  'calendar.mark'(ctx, { from, to, kind, minutes, labelEl, labelEn, reason }) {
    noteReason(ctx, reason);
    if (kind === 'usual') {
      const days = readDays(ctx.db, from, to);
      for (const { id } of days) ctx.db.remove(calendarDay, id);
      return { days: days.length };
    }
    // A holiday of several days skips its weekends, which are free as they are.
    const dates = datesBetween(from, to).filter((date) => kind !== 'holiday' || from === to || weekdayOf(date) <= 5);
    const mark = { isSchoolDay: kind !== 'holiday', minutes: kind === 'short' ? minutes : null, labelEl, labelEn };
    return { days: markDays(ctx.db, dates.map((date) => ({ date, ...mark }))) };
  },
  'calendar.holidays'(ctx, { yearId }) {
    const { startDate, endDate } = need(readYear(ctx.db, yearId));
    const marked = new Set(readDays(ctx.db, startDate, endDate).map(({ date }) => date));
    return { days: greekHolidays(startDate, endDate).map((day) => ({ ...day, isMarked: marked.has(day.date) })) };
  },
  'calendar.addHolidays'(ctx, { days, reason }) {
    noteReason(ctx, reason);
    return { days: markDays(ctx.db, days.map((day) => ({ ...day, isSchoolDay: false, minutes: null }))) };
  },
};
