import type { GradeMark, gradeGaps, ResultRules, Summary } from '#contract/results.ts';
import { passesYear } from './rules-honours.ts';
import { gpaOf, meansOf, type Counted } from './rules-means.ts';
import { roundHalfUp } from './rules-fraction.ts';
import { familyOf, markOf, type Scale } from './rules-scale.ts';
import { gradeOf, type TermNode, type YearGrade } from './rules-year.ts';

/** A student's stay of a year, as far as results need it; the last one where there are several. */
export interface Pupil { studentId: string; level: string; division: string | null; lastAttendedDate: string | null }
/** A live posted grade. */
export interface PostedRow { studentId: string; courseId: string; termId: string; scaleId: string; value: number }
/** A student's place in a section of a course, both days included. */
export interface PlaceRow { studentId: string; courseId: string; sectionId: string; startDate: string; endDate: string | null }

/** Everything that the results of some students of one year are worked out from. */
export interface ClassData {
  pupils: readonly Pupil[]; grades: readonly PostedRow[]; places: readonly PlaceRow[];
  scales: ReadonlyMap<string, Scale>; credits: ReadonlyMap<string, number | null>;
  /** The terms in which a section is taught; a section that is not here is taught all year. */
  sectionTerms: ReadonlyMap<string, ReadonlySet<string>>;
  /** Students with an incident in the year for which they are responsible. */
  incidents: ReadonlySet<string>;
}
export interface CourseResult { courseId: string; mark: GradeMark | null; gap: (typeof gradeGaps)[number] | null }
export interface StudentResult { pupil: Pupil; courses: CourseResult[]; summary: Summary }

const holds = (node: TermNode, terms: ReadonlySet<string>): boolean =>
  (node.id !== null && terms.has(node.id)) || node.children.some((child) => holds(child, terms));

/** The ids of the terms around each term of a tree, itself included. */
function linesOf(root: TermNode, above: readonly string[] = []): Map<TermNode, readonly string[]> {
  const own = root.id === null ? above : [...above, root.id];
  return new Map([[root, own], ...root.children.flatMap((child) => [...linesOf(child, own)])]);
}

/** Rows by a key of theirs, in their order. */
export function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** Works out what each student got in a term or the year (`node` of `root`), without ranks and honours. Those who had left by its end, or by `today`, and got nothing are left out. */
export function gradeClass(data: ClassData, root: TermNode, node: TermNode, rules: ResultRules, today: string): StudentResult[] {
  const lines = linesOf(root);
  const gradesOf = groupBy(data.grades, ({ studentId }) => studentId);
  const placesOf = groupBy(data.places, ({ studentId }) => studentId);
  const isTaught = (place: PlaceRow, term: TermNode): boolean => {
    const terms = data.sectionTerms.get(place.sectionId);
    return !terms || holds(term, terms) || (lines.get(term) ?? []).some((id) => terms.has(id));
  };
  const covers = (place: PlaceRow, term: TermNode): boolean =>
    place.startDate <= term.endDate && (place.endDate === null || place.endDate >= term.endDate) && isTaught(place, term);
  const end = node.endDate < today ? node.endDate : today;
  return data.pupils.flatMap((pupil) => {
    const courses = gradeStudent(data, node, rules, gradesOf.get(pupil.studentId) ?? [], placesOf.get(pupil.studentId) ?? [], covers);
    const isThere = pupil.lastAttendedDate === null || pupil.lastAttendedDate >= end;
    if (!isThere && courses.every(({ mark }) => mark === null)) return [];
    return [{ pupil, courses, summary: summarise(data, courses, rules, node.id === null) }];
  });
}

function gradeStudent(
  data: ClassData, node: TermNode, rules: ResultRules, grades: readonly PostedRow[], places: readonly PlaceRow[], covers: (place: PlaceRow, term: TermNode) => boolean,
): CourseResult[] {
  const byCourse = groupBy(grades, ({ courseId }) => courseId);
  const inCourse = groupBy(places, ({ courseId }) => courseId);
  return [...new Set([...byCourse.keys(), ...inCourse.keys()])].flatMap((courseId): CourseResult[] => {
    const own = byCourse.get(courseId) ?? [];
    const grade = gradeOf(node, (termId) => {
      const row = own.find((one) => one.termId === termId);
      const scale = row && data.scales.get(row.scaleId);
      return scale && { value: row.value, scaleId: row.scaleId, family: familyOf(scale) };
    }, (term) => (inCourse.get(courseId) ?? []).some((place) => covers(place, term)));
    if (grade.state === 'notDue') return [];
    if (grade.state === 'graded') return [{ courseId, mark: markFrom(grade, data.scales, rules.yearDecimals), gap: null }];
    return [{ courseId, mark: null, gap: grade.state === 'missing' ? 'notPosted' : 'mixedScales' }];
  });
}

/** A posted grade as it was given; one made of several rounded once, on the newest of their scales' versions (ids sort by time). */
function markFrom(grade: Extract<YearGrade, { state: 'graded' }>, scales: ReadonlyMap<string, Scale>, decimals: number): GradeMark | null {
  const [first, ...others] = grade.from.toSorted((a, b) => b.scaleId.localeCompare(a.scaleId));
  const scale = first && scales.get(first.scaleId);
  if (!scale) return null;
  return markOf(scale, others.length === 0 ? first.value : roundHalfUp(grade.value, decimals));
}

function countedOf(data: ClassData, courses: readonly CourseResult[]): Counted[] {
  return courses.flatMap(({ courseId, mark }) => {
    const scale = mark && data.scales.get(mark.scaleId);
    return scale ? [{ mark, family: familyOf(scale), credits: data.credits.get(courseId) ?? null }] : [];
  });
}

/** The scale on which a mean is judged: the newest version among the grades. */
export function meanScale(data: Pick<ClassData, 'scales'>, courses: readonly CourseResult[]): Scale | undefined {
  const newest = courses.flatMap(({ mark }) => (mark ? [mark.scaleId] : [])).toSorted().at(-1);
  return newest === undefined ? undefined : data.scales.get(newest);
}

function summarise(data: ClassData, courses: readonly CourseResult[], rules: ResultRules, isYear: boolean): Summary {
  const counted = countedOf(data, courses);
  const means = meansOf(counted, rules.meanDecimals);
  const mean = deciding(means, rules);
  const scale = meanScale(data, courses);
  const meanPasses = mean === null || !scale ? null : mean >= scale.passMark;
  const failing = counted.filter(({ mark }) => !mark.passes).length;
  const missing = courses.filter(({ mark }) => mark === null).length;
  return {
    ...means, meanPasses, gpa: gpaOf(counted), failing, missing, passed: counted.length - failing, rank: null, honour: null,
    yearPassed: isYear ? passesYear({ meanPasses, failing, missing }, rules.mostFailing) : null,
  };
}

/** The mean that ranks, honours and promotion go by. */
export const deciding = (means: Pick<Summary, 'mean' | 'weightedMean'>, rules: Pick<ResultRules, 'mean'>): number | null =>
  (rules.mean === 'credits' ? means.weightedMean : means.mean);
