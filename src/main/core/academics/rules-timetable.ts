import { shareDay, type Dates } from './rules-terms.ts';

/** A weekly lesson with the room in which it is held: its own, else the section's. Times are `HH:MM`. */
export interface Lesson { meetingId: string; sectionId: string; weekday: number; startTime: string; endTime: string; room: string | null }
/** Somebody (a member of staff, a student) in a section for some days; `endDate` null: without end. */
export interface Place { who: string; sectionId: string; startDate: string; endDate: string | null }
/** Two lessons that cannot both be held as planned; `who` holds the people they share, or the room. */
export interface FoundClash { kind: 'teacher' | 'room' | 'student'; a: Lesson; b: Lesson; who: string[] }

/** Whether two lessons share a minute of the week. */
export const meetAtOnce = (a: Lesson, b: Lesson): boolean => a.weekday === b.weekday && a.startTime < b.endTime && b.startTime < a.endTime;
const stretch = (place: Place): Dates => ({ startDate: place.startDate, endDate: place.endDate ?? '9999-12-31' });

/** The stretches of terms in which a section is taught. */
export type TermsOf = (sectionId: string) => readonly Dates[];
const termsMeet = (a: readonly Dates[], b: readonly Dates[]): boolean => a.some((one) => b.some((other) => shareDay(one, other)));

function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Every clash of a year: pairs of lessons at one time, in terms that share a day, with a teacher, a room or a student in common. */
export function findClashes(lessons: readonly Lesson[], staff: Iterable<Place>, students: Iterable<Place>, termsOf: TermsOf): FoundClash[] {
  const bySection = groupBy(lessons, ({ sectionId }) => sectionId);
  const clashes = new Map<string, FoundClash>();
  const tell = (kind: FoundClash['kind'], one: Lesson, other: Lesson, who: readonly string[]) => {
    const [a, b] = one.meetingId < other.meetingId ? [one, other] : [other, one];
    const key = `${kind} ${a.meetingId} ${b.meetingId}`;
    const known = clashes.get(key);
    if (known) known.who.push(...who);
    else clashes.set(key, { kind, a, b, who: [...who] });
  };
  const compare = (kind: FoundClash['kind'], places: readonly Place[], who: readonly string[]) => {
    const held = places.flatMap((place) => (bySection.get(place.sectionId) ?? []).map((lesson) => ({ lesson, place })));
    for (const [i, one] of held.entries()) {
      for (const other of held.slice(i + 1)) {
        if (one.lesson.meetingId !== other.lesson.meetingId && meetAtOnce(one.lesson, other.lesson) && shareDay(stretch(one.place), stretch(other.place))
          && termsMeet(termsOf(one.lesson.sectionId), termsOf(other.lesson.sectionId))) tell(kind, one.lesson, other.lesson, who);
      }
    }
  };
  for (const [staffId, places] of groupBy(staff, ({ who }) => who)) compare('teacher', places, [staffId]);
  for (const rooms of groupBy(lessons.filter(({ room }) => room !== null), ({ room, weekday }) => `${weekday} ${room}`).values()) {
    for (const [i, one] of rooms.entries()) {
      for (const other of rooms.slice(i + 1)) {
        if (meetAtOnce(one, other) && termsMeet(termsOf(one.sectionId), termsOf(other.sectionId))) tell('room', one, other, [one.room ?? '']);
      }
    }
  }
  // Students of one division have the same sections: those with the same places are looked at once.
  const same = groupBy(groupBy(students, ({ who }) => who).entries(), ([, places]) =>
    places.map(({ sectionId, startDate, endDate }) => `${sectionId}${startDate}${endDate ?? ''}`).toSorted().join());
  for (const group of same.values()) compare('student', group[0]?.[1] ?? [], group.map(([who]) => who));
  for (const clash of clashes.values()) clash.who = [...new Set(clash.who)];
  return [...clashes.values()];
}
