import { plan, refuse, type Facts, type Place, type Plan, type Section, type StayValues, type Write } from './rules-model.ts';
import { covers, dayBefore, endOf, later, placesOfStay, shareDay, spanOf, stayOn } from './rules-span.ts';
import { checkStay, divisionAtEnd, yearOf, type Year } from './rules-stays.ts';

/** Entry, transfer in and re-entry: a stay, and a place in each class from its first day. */
export function planEntry(facts: Facts, values: StayValues, year: Year, sections: readonly Section[]): Plan {
  const refusal = checkStay(facts, null, values, year);
  if (refusal) return { writes: [], refusal };
  const span = { startDate: values.entryDate, endDate: values.lastAttendedDate };
  const taken = facts.places.filter((place) => shareDay(place, span));
  const free = onePerCourse(sections.filter((section) => section.yearId === year.id && !taken.some((place) => place.section.courseId === section.courseId)));
  return plan([{ do: 'addStay', values }, ...free.map((section): Write => ({ do: 'addPlace', section, ...span }))]);
}

/** A student takes a course once: of several classes of it, the first. */
function onePerCourse(sections: readonly Section[]): Section[] {
  return [...new Map(sections.toReversed().map((section) => [section.courseId, section])).values()].reverse();
}

export interface Leaving { lastAttendedDate: string; exitCode: string; nextSchool: string | null }

/** Withdrawal and transfer out. The places that end with it follow from the stay (`followStay`). */
export function planLeave(facts: Facts, stayId: string, { lastAttendedDate, exitCode, nextSchool }: Leaving): Plan {
  const leaving = { lastAttendedDate, exitCode, nextSchool };
  const stay = facts.stays.find(({ id }) => id === stayId);
  if (!stay) return refuse('id', 'notFound');
  const values = { ...stay, ...leaving };
  const refusal = checkStay(facts, stayId, values, yearOf(stay));
  if (refusal) return { writes: [], refusal };
  const isSame = stay.lastAttendedDate === leaving.lastAttendedDate && stay.exitCode === leaving.exitCode && stay.nextSchool === leaving.nextSchool;
  if (isSame) return plan([]);
  return plan([{ do: 'setStay', id: stayId, values: { ...leaving, division: divisionAtEnd(facts, stay, leaving.lastAttendedDate) } }]);
}

/**
 * Another division from `date` on: the place in the old one ends the day before, and those in its classes pass to the class of the same
 * course in the new one. A course that the new division does not have ends; one that only it has begins. `sections`: those of the year.
 */
export function planMove(facts: Facts, stayId: string, date: string, division: string | null, sections: readonly Section[]): Plan {
  const stay = facts.stays.find(({ id }) => id === stayId);
  if (!stay) return refuse('id', 'notFound');
  if (!covers(spanOf(stay), date)) return refuse('date', 'notEnrolledThen');
  const homes = facts.homes.filter((home) => home.enrolmentId === stayId && endOf(home) >= date);
  if (homes.length === 1 && homes[0]?.division === division && stay.division === division && homes[0].startDate <= date) return plan([]);
  if (homes.length === 0 && division === null) return plan([]);
  const writes: Write[] = homes.map((home): Write => (home.startDate >= date
    ? { do: 'dropHome', id: home.id } : { do: 'setHome', id: home.id, values: { endDate: dayBefore(date), reason: 'moved' } }));
  const { yearId, level, lastAttendedDate, entryDate } = stay;
  // The division of a stay that this very change set has added is not written down yet.
  const isUntold = stay.division !== null && !facts.homes.some((home) => home.enrolmentId === stayId);
  if (isUntold && stay.division !== null && stay.division !== division && entryDate < date) writes.push({ do: 'addHome', enrolmentId: stayId, yearId, level, division: stay.division, startDate: entryDate, endDate: dayBefore(date) });
  if (division !== null) writes.push({ do: 'addHome', enrolmentId: stayId, yearId, level, division, startDate: date, endDate: lastAttendedDate });
  writes.push(...moveClasses(facts, stayId, date, division, sections, new Set(homes.map((home) => home.division))));
  if (stay.division !== division) writes.push({ do: 'setStay', id: stayId, values: { division } });
  return plan(writes);
}

function moveClasses(facts: Facts, stayId: string, date: string, division: string | null, sections: readonly Section[], left: ReadonlySet<string>): Write[] {
  const stay = facts.stays.find(({ id }) => id === stayId);
  if (!stay) return [];
  const running = placesOfStay(facts, stay).filter((place) => endOf(place) >= date);
  const isLeft = ({ section }: Place) => section.division !== null && section.division !== division && left.has(section.division);
  const ends = running.filter(isLeft);
  const kept = new Set(running.filter((place) => !isLeft(place)).map(({ section }) => section.courseId));
  const targets = division === null ? [] : onePerCourse(sections.filter((section) =>
    section.yearId === stay.yearId && section.level === stay.level && section.division === division && !kept.has(section.courseId)));
  return [
    ...ends.map((place): Write => (place.startDate >= date
      ? { do: 'dropPlace', id: place.id } : { do: 'setPlace', id: place.id, values: { endDate: dayBefore(date), reason: 'moved' } })),
    ...targets.map((section): Write => {
      const former = ends.find((place) => place.section.courseId === section.courseId);
      return { do: 'addPlace', section, startDate: later(date, former?.startDate ?? date), endDate: former?.endDate ?? stay.lastAttendedDate };
    }),
  ];
}

/** A place in a class from a day on, as long as the stay lasts. */
export function planAssign(facts: Facts, section: Section, startDate: string): Plan {
  const stay = stayOn(facts, startDate);
  if (!stay || stay.yearId !== section.yearId) return refuse('startDate', 'notEnrolledThen');
  const span = { startDate, endDate: stay.lastAttendedDate };
  const other = facts.places.find((place) => place.section.courseId === section.courseId && shareDay(place, span));
  if (other?.section.id === section.id && other.startDate <= startDate && endOf(other) >= endOf(span)) return plan([]);
  if (other?.section.id === section.id) return refuse('startDate', 'placesOverlap', { section: section.code });
  if (other) return refuse('startDate', 'otherClassOfCourse', { section: other.section.code });
  return plan([{ do: 'addPlace', section, ...span }]);
}

/** Ends a place on a day, for a reason. */
export function planEndPlace(facts: Facts, place: Place, endDate: string, reason: string | null): Plan {
  if (endDate < place.startDate) return refuse('endDate', 'endBeforeStart');
  const stay = stayOn(facts, place.startDate);
  if (!stay || endDate > endOf(spanOf(stay))) return refuse('endDate', 'notEnrolledThen');
  const span = { startDate: place.startDate, endDate };
  const other = facts.places.find(({ id, section, ...rest }) => id !== place.id && section.courseId === place.section.courseId && shareDay(rest, span));
  if (other) return refuse('endDate', 'placesOverlap', { section: other.section.code });
  return plan([{ do: 'setPlace', id: place.id, values: { endDate, reason } }]);
}

/** Passes a place to another class of the same course from a day on. */
export function planMovePlace(place: Place, target: Section, date: string): Plan {
  const { section } = place;
  if (target.id === section.id) return plan([]);
  if (target.courseId !== section.courseId || target.yearId !== section.yearId) return refuse('sectionId', 'otherCourse');
  if (endOf(place) < date) return refuse('date', 'placeEnded');
  const end: Write = place.startDate >= date
    ? { do: 'dropPlace', id: place.id } : { do: 'setPlace', id: place.id, values: { endDate: dayBefore(date), reason: 'moved' } };
  return plan([end, { do: 'addPlace', section: target, startDate: later(date, place.startDate), endDate: place.endDate }]);
}
