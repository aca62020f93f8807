import { plan, refuse, type Facts, type Plan, type Stay, type StayValues } from './rules-model.ts';
import { covers, shareDay, spanOf } from './rules-span.ts';

/** A stay's year as planning needs it. */
export interface Year { id: string; label: string; startDate: string; endDate: string }

/**
 * What is wrong with a stay: it begins or ends outside of its year, ends before it begins, or shares a day with another stay.
 * An open stay ends with its year, so that last year's is no overlap with this year's.
 */
export function checkStay(facts: Pick<Facts, 'stays'>, id: string | null, values: StayValues, year: Year): Plan['refusal'] {
  const { entryDate, lastAttendedDate } = values;
  if (entryDate < year.startDate || entryDate > year.endDate) return { field: 'entryDate', messageKey: 'outsideYear' };
  if (lastAttendedDate !== null && lastAttendedDate < entryDate) return { field: 'lastAttendedDate', messageKey: 'endBeforeStart' };
  if (lastAttendedDate !== null && lastAttendedDate > year.endDate) return { field: 'lastAttendedDate', messageKey: 'outsideYear' };
  const span = spanOf({ ...values, yearEnd: year.endDate });
  const other = facts.stays.find((stay) => stay.id !== id && shareDay(spanOf(stay), span));
  return other ? { field: 'entryDate', messageKey: 'enrolmentsOverlap', params: { year: other.yearLabel } } : null;
}

/** Adds a stay, or writes one anew as a whole. */
export function planStay(facts: Facts, id: string | null, values: StayValues, year: Year): Plan {
  const known = facts.stays.find((stay) => stay.id === id);
  // Places and divisions hang on the year: another year is another stay.
  if (known && known.yearId !== values.yearId) return refuse('yearId', 'yearStays');
  const refusal = checkStay(facts, id, values, year);
  if (refusal) return { writes: [], refusal };
  if (!known) return plan([{ do: 'addStay', values }]);
  const division = values.division === known.division ? divisionAtEnd(facts, known, values.lastAttendedDate) : values.division;
  return plan([{ do: 'setStay', id: known.id, values: { ...values, division } }]);
}

/** The division that a stay is in when it ends on a day: a move that was written down for a later day never comes. */
export function divisionAtEnd(facts: Pick<Facts, 'homes'>, stay: Stay, lastAttendedDate: string | null): string | null {
  const homes = facts.homes.filter(({ enrolmentId }) => enrolmentId === stay.id);
  if (lastAttendedDate === null || !homes.some(({ startDate }) => startDate > lastAttendedDate)) return stay.division;
  return homes.find((home) => covers(home, lastAttendedDate))?.division ?? null;
}

/** The year of a stay. */
export const yearOf = (stay: Stay): Year => ({ id: stay.yearId, label: stay.yearLabel, startDate: stay.yearStart, endDate: stay.yearEnd });
