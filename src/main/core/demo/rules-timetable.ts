/** So many lessons a week of one section, which a division and a teacher have to attend. */
export interface WeeklyLoad { section: string; division: string; teacher: string; hours: number }
/** A lesson with its hour of the week: `slot` counts the hours of Monday, then those of Tuesday and so on. */
export interface PlacedLesson { section: string; division: string; teacher: string; slot: number }

const days = 5;

/**
 * Lays out a week without a division or a teacher in two lessons at once. Lessons are edges between divisions and teachers and hours
 * are colours, so that by König's theorem a week of `hours` a day is enough whenever nobody has more than `5 * hours` lessons: where no
 * hour is free for both, an alternating path is turned round. Among free hours, a day without the section comes first, then an early one.
 */
export function layOutWeek(loads: readonly WeeklyLoad[], hours: number): PlacedLesson[] {
  const slots = Array.from({ length: days * hours }, (_, slot) => slot);
  const held = new Map<string, (PlacedLesson | undefined)[]>();
  const weekOf = (node: string) => {
    const week = held.get(node) ?? Array.from<PlacedLesson | undefined>({ length: slots.length });
    held.set(node, week);
    return week;
  };
  const divisionKey = ({ division }: { division: string }) => `d ${division}`;
  const teacherKey = ({ teacher }: { teacher: string }) => `t ${teacher}`;
  const put = (lesson: PlacedLesson, to: number) => {
    lesson.slot = to;
    weekOf(divisionKey(lesson))[to] = lesson;
    weekOf(teacherKey(lesson))[to] = lesson;
  };
  const lift = (lesson: PlacedLesson) => {
    for (const week of [weekOf(divisionKey(lesson)), weekOf(teacherKey(lesson))]) if (week[lesson.slot] === lesson) week[lesson.slot] = undefined;
  };
  /** Frees slot `a` for the teacher by swapping `a` and `b` along the path that begins there; `b` is free for the teacher, `a` for the division. */
  const turnPath = (teacher: string, a: number, b: number) => {
    const path: PlacedLesson[] = [];
    let node = `t ${teacher}`;
    for (let slot = a; ; slot = slot === a ? b : a) {
      const lesson = weekOf(node)[slot];
      if (!lesson) break;
      path.push(lesson);
      node = node === teacherKey(lesson) ? divisionKey(lesson) : teacherKey(lesson);
    }
    const moved = path.map((lesson) => ({ lesson, to: lesson.slot === a ? b : a }));
    for (const { lesson } of moved) lift(lesson);
    for (const { lesson, to } of moved) put(lesson, to);
  };
  const lessons: PlacedLesson[] = [];
  const place = ({ section, division, teacher }: WeeklyLoad) => {
    const own = weekOf(`d ${division}`);
    const theirs = weekOf(`t ${teacher}`);
    const onDay = (slot: number) => own.slice(Math.floor(slot / hours) * hours, (Math.floor(slot / hours) + 1) * hours).filter((one) => one?.section === section).length;
    const free = slots.filter((slot) => !own[slot]);
    const [best] = free.filter((slot) => !theirs[slot]).toSorted((a, b) => onDay(a) - onDay(b) || (a % hours) - (b % hours) || a - b);
    const lesson = { section, division, teacher, slot: -1 };
    lessons.push(lesson);
    if (best !== undefined) return put(lesson, best);
    const [a] = free;
    const b = slots.find((slot) => !theirs[slot]);
    if (a === undefined || b === undefined) throw new Error('more lessons than hours');
    turnPath(teacher, a, b);
    put(lesson, a);
  };
  // The fullest divisions first; of a division, the sections with the most lessons first.
  const total = new Map<string, number>();
  for (const { division, hours: more } of loads) total.set(division, (total.get(division) ?? 0) + more);
  const order = loads.toSorted((a, b) => (total.get(b.division) ?? 0) - (total.get(a.division) ?? 0) || a.division.localeCompare(b.division) || b.hours - a.hours);
  for (const load of order) for (let n = 0; n < load.hours; n += 1) place(load);
  closeGaps(lessons, hours, (lesson, to) => { lift(lesson); put(lesson, to); }, (lesson, slot) => !weekOf(divisionKey(lesson))[slot] && !weekOf(teacherKey(lesson))[slot]);
  return lessons;
}

/** Moves last lessons of a day into free hours before them, on any day without the section, as far as their teachers are free then. */
function closeGaps(lessons: readonly PlacedLesson[], hours: number, move: (lesson: PlacedLesson, to: number) => void, isFree: (lesson: PlacedLesson, slot: number) => boolean): void {
  const dayOf = (slot: number) => Math.floor(slot / hours);
  const onDay = new Map<string, number>();
  const count = (lesson: PlacedLesson, more: number) => {
    const key = `${lesson.section} ${dayOf(lesson.slot)}`;
    onDay.set(key, (onDay.get(key) ?? 0) + more);
  };
  for (const lesson of lessons) count(lesson, 1);
  for (let round = 0; round < 3; round += 1) {
    for (const lesson of lessons.toSorted((a, b) => b.slot % hours - a.slot % hours)) {
      for (let slot = 0; slot < days * hours; slot += 1) {
        const fits = dayOf(slot) === dayOf(lesson.slot) || !onDay.get(`${lesson.section} ${dayOf(slot)}`);
        if (slot % hours >= lesson.slot % hours || !fits || !isFree(lesson, slot)) continue;
        count(lesson, -1);
        move(lesson, slot);
        count(lesson, 1);
        break;
      }
    }
  }
}
