import { RollbookError } from '#contract/errors.ts';
import type { Input } from '#contract/index.ts';
import type { Work } from '#contract/schedulable.ts';
import type { RelativeDays, ScheduledList } from '#contract/scheduled-lists.ts';
import { addDays } from '../academics/rules-calendar.ts';

interface Year { id: string; startDate: string; endDate: string }
/** What the time of a run decides: the day in the schedule's time zone, the open year, and its last term with posted grades. */
export interface Moment { today: string; year: Year | null; latestTermId: string | null }
interface Days { from: string; to: string }
type TableInput = Input<'exports.table'>;
type List = TableInput['list'];
/** A call as its export takes it. */
export type ResolvedWork = { procedure: 'exports.table'; input: TableInput } | Extract<Work, { procedure: 'exports.oneRoster' }>;

function needYear({ year }: Moment): Year {
  if (!year) throw new RollbookError('refused', { messageKey: 'noOpenYear' });
  return year;
}

/** 0 for Monday, 6 for Sunday. */
const weekdayOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
const monthOf = (date: string): string => `${date.slice(0, 8)}01`;
const earlier = (a: string, b: string): string => (a < b ? a : b);
const later = (a: string, b: string): string => (a > b ? a : b);

/** The first and the last of relative days, both included. */
export function resolveDays(days: RelativeDays, moment: Moment): Days {
  const { today } = moment;
  switch (days) {
    case 'today': return { from: today, to: today };
    case 'yesterday': return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'last7Days': return { from: addDays(today, -6), to: today };
    case 'last30Days': return { from: addDays(today, -29), to: today };
    case 'lastWeek': {
      const monday = addDays(today, -weekdayOf(today) - 7);
      return { from: monday, to: addDays(monday, 6) };
    }
    case 'thisMonth': return { from: monthOf(today), to: today };
    case 'lastMonth': {
      const last = addDays(monthOf(today), -1);
      return { from: monthOf(last), to: last };
    }
    case 'thisYear': {
      // A year may be opened before it begins, and stays open for a while after it has ended.
      const { startDate, endDate } = needYear(moment);
      return { from: startDate, to: later(startDate, earlier(today, endDate)) };
    }
  }
}

/** Attendance is of one year: what lies outside the open one is cut off. Throws `outsideYear` where nothing is left, as in the holidays. */
function withinYear({ from, to }: Days, moment: Moment): Days {
  const { startDate, endDate } = needYear(moment);
  if (to < startDate || from > endDate) throw new RollbookError('refused', { messageKey: 'daysOutsideYear' });
  return { from: later(from, startDate), to: earlier(to, endDate) };
}

function resolveTerm(list: { yearId: string | null; termId: string | null }, moment: Moment): { yearId: string; termId: string | null } {
  return { yearId: list.yearId ?? needYear(moment).id, termId: list.termId === 'latest' ? moment.latestTermId : list.termId };
}

function resolveList(list: ScheduledList, moment: Moment): List {
  switch (list.table) {
    case 'homerooms': return { ...list, yearId: list.yearId ?? needYear(moment).id };
    case 'classResults': return { ...list, ...resolveTerm(list, moment) };
    case 'results': return { ...list, ...resolveTerm(list, moment) };
    case 'missingGrades': return { ...list, ...resolveTerm(list, moment) };
    case 'incidents': return { ...list, ...(list.days && resolveDays(list.days, moment)) };
    case 'highlights': return { ...list, ...(list.days && resolveDays(list.days, moment)) };
    case 'attendance': return { ...list, ...(list.days ? withinYear(resolveDays(list.days, moment), moment) : { from: list.from ?? '', to: list.to ?? '' }) };
    default: return list;
  }
}

/** What a schedule asks for, with the year and the days that its saved form left open. Throws `noOpenYear` where it needs a year and none is open. */
export function resolveWork(work: Work, moment: Moment): ResolvedWork {
  return work.procedure === 'exports.table' ? { procedure: work.procedure, input: { ...work.input, list: resolveList(work.input.list, moment) } } : work;
}
