import type { Facts } from './rules-model.ts';

/** The classes that a student left with the latest stay of a year before a day: proposed when the student comes back to the same level. */
export function formerClasses(facts: Pick<Facts, 'stays' | 'places'>, yearId: string, level: string, date: string): string[] {
  const left = facts.stays.filter((stay) => stay.yearId === yearId && stay.level === level && stay.lastAttendedDate !== null && stay.lastAttendedDate < date)
    .toSorted((a, b) => (a.entryDate < b.entryDate ? 1 : -1))[0];
  if (!left) return [];
  return facts.places.filter((place) => place.section.yearId === yearId && place.endDate === left.lastAttendedDate).map(({ section }) => section.id);
}
