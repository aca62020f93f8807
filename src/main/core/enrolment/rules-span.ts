import { addDays } from '../people/rules-dates.ts';
import type { Facts, Place, Span, Stay } from './rules-model.ts';

/** Later than every date. */
export const forever = '9999-12-31';
export const endOf = (span: Span): string => span.endDate ?? forever;
export const dayBefore = (date: string): string => addDays(date, -1);
export const later = (a: string, b: string): string => (a > b ? a : b);

/** Whether two spans share a day. */
export const shareDay = (a: Span, b: Span): boolean => a.startDate <= endOf(b) && b.startDate <= endOf(a);
/** Whether a day lies in a span. */
export const covers = (span: Span, date: string): boolean => span.startDate <= date && date <= endOf(span);

/** A stay as a span of days: it ends with its year at the latest. */
export const spanOf = (stay: Pick<Stay, 'entryDate' | 'lastAttendedDate' | 'yearEnd'>): Span => ({ startDate: stay.entryDate, endDate: stay.lastAttendedDate ?? stay.yearEnd });

/** The stay that a day falls into. */
export function stayOn(facts: Facts, date: string): Stay | undefined {
  return facts.stays.find((stay) => covers(spanOf(stay), date));
}

/** The places that go with a stay: of its year, begun in it or later, but before the next stay of that year. */
export function placesOfStay(facts: Pick<Facts, 'stays' | 'places'>, stay: Pick<Stay, 'id' | 'yearId' | 'entryDate'>): Place[] {
  const next = facts.stays.filter(({ id, yearId, entryDate }) => id !== stay.id && yearId === stay.yearId && entryDate > stay.entryDate)
    .map(({ entryDate }) => entryDate).sort()[0] ?? forever;
  return facts.places.filter(({ section, startDate }) => section.yearId === stay.yearId && startDate >= stay.entryDate && startDate < next);
}
