import type { RolloverRules } from '#contract/rollover.ts';
import type { QueryContext } from '../kernel/context.ts';
import { localDate } from '../kernel/dates.ts';
import { iterateGrades, iteratePlaces, iterateStays, readAbsences, readEnrolledNext, readLimits, readScales, readSectionFacts, readTaughtTerms, readTerms, type StayRow } from './repo-facts.ts';
import { decide, type CourseGrade, type Decision, type YearFacts } from './rules-decide.ts';
import { gradeOn, nestTerms, yearGrade, type ScaleFacts } from './rules-grades.ts';

export interface YearSpan { id: string; label: string; startDate: string; endDate: string; status: string }
export interface NextYear { id: string | null; label: string; startDate: string; endDate: string }

/** A student of the year with what the rules decide. */
export interface Entry { stay: StayRow; ruled: Decision }
/** What was decided for a year, in the order of level, division and name. */
export interface Simulation {
  id: string; from: YearSpan; to: NextYear; rules: RolloverRules; entries: Entry[]; byStudent: ReadonlyMap<string, Entry>;
  /** The newest change set when the records were read. */
  seenChangeSet: number;
}

/** Marks of one student as they are gathered: of four numbers each, course, term, share and scale. */
interface Gathered { stay: StayRow; places: Set<number>; cells: number[]; hours: number; unexcused: number }
interface Plan { from: YearSpan; to: NextYear; rules: RolloverRules }

/** Decides for every student of a year, from a few passes over the records; the students then are judged one by one in memory. */
export function simulate(ctx: QueryContext, { from, to, rules }: Plan): Pick<Simulation, 'entries' | 'byStudent'> {
  const { db } = ctx;
  let seen = 0;
  const step = () => { if ((seen += 1) % 20_000 === 0) { ctx.checkCancelled(); ctx.progress(seen, 0); } };
  const students = new Map<string, Gathered>();
  for (const stay of iterateStays(db, from.id)) { students.set(stay.studentId, { stay, places: new Set(), cells: [], hours: 0, unexcused: 0 }); step(); }
  const terms = readTerms(db, from.id);
  const termIndex = new Map(terms.map(({ id }, index) => [id, index]));
  const courses: { id: string; nameEl: string; nameEn: string }[] = [];
  const courseIndex = new Map<string, number>();
  const courseOf = new Map<string, number>();
  for (const { id, courseId, nameEl, nameEn } of readSectionFacts(db, from.id)) {
    let index = courseIndex.get(courseId);
    if (index === undefined) { index = courses.push({ id: courseId, nameEl, nameEn }) - 1; courseIndex.set(courseId, index); }
    courseOf.set(id, index);
  }
  for (const { sectionId, studentId } of iteratePlaces(db, from.id, from.endDate)) { students.get(studentId)?.places.add(courseOf.get(sectionId) ?? -1); step(); }
  const scales = readScales(db);
  const scaleIndex = new Map(scales.map(({ id }, index) => [id, index]));
  for (const { sectionId, studentId, termId, scaleId, value } of iterateGrades(db, from.id)) {
    step();
    const scale = scaleIndex.get(scaleId) ?? -1;
    const { min = 0, max = 1 } = scales[scale] ?? {};
    students.get(studentId)?.cells.push(courseOf.get(sectionId) ?? -1, termIndex.get(termId) ?? -1, (value - min) / (max - min), scale);
  }
  for (const { studentId, hours, unexcused } of readAbsences(db, from.startDate, from.endDate, rules.hoursPerDay)) {
    const student = students.get(studentId);
    if (student) Object.assign(student, { hours, unexcused });
  }
  const judgeCourses = makeJudge(terms, scales, taughtTerms(db, from.id, courseOf, termIndex));
  const enrolledNext = readEnrolledNext(db, to.id, to.startDate, to.endDate, from.id);
  const limits = readLimits(db, from.endDate);
  const year: YearFacts = {
    rules, endDate: from.endDate, today: localDate(ctx.now), courses, terms,
    limitOf: (level) => limits.find((limit) => limit.level === level) ?? limits.find((limit) => limit.level === null),
  };
  let done = 0;
  const entries = [...students.values()].map(({ stay, places, cells, hours, unexcused }): Entry => {
    if ((done += 1) % 2000 === 0) { ctx.checkCancelled(); ctx.progress(done, students.size); }
    const { level, division, lastAttendedDate, exitCode, archivedAt } = stay;
    const facts = { level, division, lastAttendedDate, exitCode, isArchived: archivedAt !== null, isEnrolledNext: enrolledNext.has(stay.studentId) };
    return { stay, ruled: decide({ ...facts, courses: judgeCourses(places, cells), absentHours: hours, unexcusedHours: unexcused }, year) };
  });
  entries.sort((a, b) => compare(a.stay.level, b.stay.level) || compare(a.stay.division ?? '', b.stay.division ?? '') || compare(a.stay.sortKey, b.stay.sortKey) || compare(a.stay.studentId, b.stay.studentId));
  return { entries, byStudent: new Map(entries.map((entry) => [entry.stay.studentId, entry])) };
}

/** By bytes, as the folded sort keys are made for. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The terms in which each course is taught, where some of its sections say so. */
function taughtTerms(db: QueryContext['db'], yearId: string, courseOf: ReadonlyMap<string, number>, termIndex: ReadonlyMap<string, number>): ReadonlyMap<number, ReadonlySet<number>> {
  const taught = new Map<number, Set<number>>();
  for (const { sectionId, termId } of readTaughtTerms(db, yearId)) {
    const course = courseOf.get(sectionId) ?? -1;
    taught.set(course, (taught.get(course) ?? new Set()).add(termIndex.get(termId) ?? -1));
  }
  return taught;
}

/** Makes the function that turns a student's places and marks into grades of the year. Where the school keeps no places, the courses with marks count. */
function makeJudge(terms: ReturnType<typeof readTerms>, scales: readonly ScaleFacts[], taught: ReadonlyMap<number, ReadonlySet<number>>) {
  const roots = nestTerms(terms.map(({ id, parentId, weight }, index) => ({ index, id, parentId, weight })));
  return (places: ReadonlySet<number>, cells: readonly number[]): CourseGrade[] => {
    const posted = new Map<number, { marks: Map<number, number>; scale: number }>();
    for (let at = 0; at < cells.length; at += 4) {
      const [course = -1, term = -1, share = 0, scale = -1] = cells.slice(at, at + 4);
      const known = posted.get(course) ?? { marks: new Map<number, number>(), scale };
      known.marks.set(term, share);
      posted.set(course, known);
    }
    const none = { marks: new Map<number, number>(), scale: -1 };
    return [...(places.size > 0 ? places : posted.keys())].map((course): CourseGrade => {
      const { marks, scale } = posted.get(course) ?? none;
      const { share, missing } = yearGrade(roots, marks, taught.get(course) ?? null);
      const facts = scales[scale];
      if (share === null || !facts) return { course, share: null, passes: false, missingTerms: missing };
      const grade = gradeOn(facts, share);
      return { course, share: grade.share, passes: grade.passes, missingTerms: [] };
    });
  };
}
