import { addDays } from '../people/rules-dates.ts';
import type { Home, Stay } from './rules-model.ts';
import { dayBefore, endOf, spanOf } from './rules-span.ts';

/** Part of a stay in one division, or in none; both days included. */
export interface Stretch { yearId: string; startDate: string; endDate: string; level: string; division: string | null }

/** A stay cut where its division changes, without a gap: what the list as of a day is made from. */
export function stretchesOf(stay: Pick<Stay, 'id' | 'yearId' | 'level' | 'entryDate' | 'lastAttendedDate' | 'yearEnd'>, homes: readonly Home[]): Stretch[] {
  const { startDate: first, endDate } = spanOf(stay);
  const last = endDate ?? stay.yearEnd;
  const stretches: Stretch[] = [];
  let from = first;
  const add = (startDate: string, end: string, division: string | null) => {
    if (startDate <= end) stretches.push({ yearId: stay.yearId, startDate, endDate: end, level: stay.level, division });
  };
  for (const home of homes.filter(({ enrolmentId }) => enrolmentId === stay.id)) {
    add(from, dayBefore(home.startDate), null);
    const end = endOf(home) < last ? endOf(home) : last;
    add(home.startDate, end, home.division);
    from = addDays(end, 1);
  }
  add(from, last, null);
  return stretches;
}
