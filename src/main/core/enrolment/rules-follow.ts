import type { Facts, Home, Place, Stay, Write } from './rules-model.ts';
import { covers, dayBefore, endOf, forever, later, placesOfStay, spanOf } from './rules-span.ts';

/** A stay before and after an edit; null before: it is new; null after: it was removed. */
export interface StayEdit { before: Pick<Stay, 'entryDate' | 'lastAttendedDate' | 'exitCode'> | null; after: Stay | null; removed: Stay | null }

interface Draft { id: string | null; startDate: string; endDate: string | null; level: string; division: string }

/**
 * The homeroom places that a stay has to have after an edit. They lie within it, the last one is its division and ends when it ends.
 * A division that was written without a date counts from `today`; within a stay that is over or has not begun it corrects the last place.
 */
export function followWithHomes(after: Stay, before: StayEdit['before'], homes: readonly Home[], today: string): Write[] {
  const end = after.lastAttendedDate ?? forever;
  const drafts: Draft[] = homes.map(({ id, startDate, endDate, division }) => ({ id, startDate, endDate, division, level: after.level }))
    .sort((a, b) => (a.startDate < b.startDate ? -1 : 1));
  const [first] = drafts;
  if (first && before && first.startDate === before.entryDate) first.startDate = after.entryDate;
  const kept = drafts.filter((home) => home.startDate <= end && endOf(home) >= after.entryDate);
  for (const home of kept) {
    home.startDate = later(home.startDate, after.entryDate);
    if (endOf(home) > end) home.endDate = after.lastAttendedDate;
  }
  placeInDivision(kept, after, before, today);
  return homeWrites(after, homes, kept);
}

function placeInDivision(homes: Draft[], after: Stay, before: StayEdit['before'], today: string): void {
  const end = after.lastAttendedDate ?? forever;
  const last = homes.at(-1);
  const { division, level } = after;
  const add = (startDate: string) => { if (division !== null && startDate <= end) homes.push({ id: null, startDate, endDate: after.lastAttendedDate, level, division }); };
  if (!last) add(after.entryDate);
  else if (division === null) {
    if (endOf(last) === end && after.lastAttendedDate === null) {
      if (today <= last.startDate) homes.pop();
      else last.endDate = dayBefore(today);
    }
  } else if (last.division === division) {
    const endedWithStay = before !== null && last.endDate === before.lastAttendedDate;
    if (endOf(last) === end || endedWithStay || today > end) last.endDate = after.lastAttendedDate;
    else add(later(later(today, after.entryDate), dayAfter(last)));
  } else if (today > end || today <= last.startDate) {
    last.division = division;
    last.endDate = after.lastAttendedDate;
  } else {
    if (endOf(last) >= today) last.endDate = dayBefore(today);
    add(today);
  }
}

const dayAfter = (home: Draft): string => {
  const at = new Date(`${endOf(home)}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + 1);
  return at.toISOString().slice(0, 10);
};

function homeWrites(after: Stay, homes: readonly Home[], wanted: readonly Draft[]): Write[] {
  const drops = homes.filter(({ id }) => !wanted.some((home) => home.id === id)).map(({ id }): Write => ({ do: 'dropHome', id }));
  const rest = wanted.flatMap(({ id, startDate, endDate, level, division }): Write[] => {
    const known = homes.find((home) => home.id === id);
    if (!known) return [{ do: 'addHome', enrolmentId: after.id, yearId: after.yearId, level, division, startDate, endDate }];
    const isSame = known.startDate === startDate && known.endDate === endDate && known.level === level && known.division === division;
    return isSame ? [] : [{ do: 'setHome', id: known.id, values: { startDate, endDate, level, division } }];
  });
  return [...drops, ...rest];
}

/**
 * What a stay's new first and last day do to its places in classes. Those that run longer end on the last day, for the reason of leaving;
 * those that would begin later never do; those that began or ended with the stay go with it to another day.
 */
export function followWithPlaces(facts: Pick<Facts, 'stays' | 'places'>, after: Stay, before: StayEdit['before']): Write[] {
  const { entryDate: first, lastAttendedDate: last } = after;
  // A stay may have been set to before or after another one: its places are those that it had where it stood.
  const had = before === null ? [] : placesOfStay(facts, { ...after, entryDate: before.entryDate });
  return [...new Set([...had, ...placesOfStay(facts, after)])].flatMap((place): Write[] => {
    const beganWithStay = before !== null && place.startDate === before.entryDate;
    const startDate = beganWithStay ? first : later(place.startDate, first);
    const wentWithStay = before !== null && before.lastAttendedDate !== null && place.endDate === before.lastAttendedDate && place.reason === before.exitCode;
    const runsOn = last !== null && endOf(place) > last;
    const { endDate, reason } = wentWithStay || runsOn ? { endDate: last, reason: after.exitCode } : place;
    if (startDate > (endDate ?? forever)) return [{ do: 'dropPlace', id: place.id }];
    const isSame = place.startDate === startDate && place.endDate === endDate && place.reason === reason;
    return isSame ? [] : [{ do: 'setPlace', id: place.id, values: { startDate, endDate, reason } }];
  });
}

/** Everything that has to follow the edit of a stay. */
export function followStay(facts: Facts, { before, after, removed }: StayEdit, today: string): Write[] {
  if (after) {
    const homes = facts.homes.filter(({ enrolmentId }) => enrolmentId === after.id);
    return [...followWithHomes(after, before, homes, today), ...followWithPlaces(facts, after, before)];
  }
  if (!removed) return [];
  return [
    ...facts.homes.filter(({ enrolmentId }) => enrolmentId === removed.id).map(({ id }): Write => ({ do: 'dropHome', id })),
    ...placesOnlyIn(facts, removed).map(({ id }): Write => ({ do: 'dropPlace', id })),
  ];
}

/** The places that no other stay holds: they go when the stay is removed. */
export function placesOnlyIn(facts: Pick<Facts, 'stays' | 'places'>, stay: Stay): Place[] {
  const others = facts.stays.filter(({ id, yearId }) => id !== stay.id && yearId === stay.yearId);
  return placesOfStay(facts, stay).filter(({ startDate }) => !others.some((other) => covers(spanOf(other), startDate)));
}
