import { roundHalfUp, type DocumentScale } from './rules-figures.ts';

/** A posted grade with the term and year it is of; `weight` is the term's share in the year. */
export interface PostedGrade {
  yearLabel: string; yearStatus: string; termId: string; termType: string; weight: number; courseId: string; titleEl: string; titleEn: string; credits: number | null; scaleId: string; value: number;
}
/** A transcript line as it was written. */
export interface WrittenLine {
  yearLabel: string; titleEl: string; titleEn: string; credits: number | null; value: number | null; gradeEl: string; gradeEn: string; passed: number | null;
  scaleId: string | null; isExternal: number; schoolName: string | null;
}
/** A course's grade of a year, as a transcript shows it. `underWay`: made of the terms posted so far of a year that is not over. */
export interface YearGrade {
  yearLabel: string; titleEl: string; titleEn: string; credits: number | null; value: number | null; gradeEl: string; gradeEn: string; passed: boolean;
  scaleId: string | null; isExternal: boolean; schoolName: string | null; underWay: boolean;
}

/** Items by a key, in the order in which each key first comes: `Map.groupBy`, which the oldest Electron lacks. */
export function gather<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/**
 * A transcript's grades by year. A year of which transcript lines of the school itself were written stands as written; of other years
 * each course has the grade posted for the year, else the mean of its terms by their weights, rounded once to one decimal.
 */
export function yearGrades(grades: readonly PostedGrade[], lines: readonly WrittenLine[], scales: ReadonlyMap<string, DocumentScale>): YearGrade[] {
  const written = new Set(lines.flatMap(({ isExternal, yearLabel }) => (isExternal ? [] : [yearLabel])));
  const courses = gather(grades.filter(({ yearLabel }) => !written.has(yearLabel)), ({ yearLabel, courseId }) => `${yearLabel}#${courseId}`);
  const computed = [...courses.values()].map((posted): YearGrade => {
    // The later grade of a term stands; so maps keep it.
    const byTerm = [...new Map(posted.map((grade) => [grade.termId, grade])).values()];
    const whole = byTerm.find(({ termType }) => termType === 'year');
    const parts = whole ? [whole] : byTerm;
    const last = parts.at(-1) as PostedGrade;
    const weights = parts.reduce((sum, { weight }) => sum + weight, 0);
    const oneScale = parts.every(({ scaleId }) => scaleId === last.scaleId) && weights > 0;
    const value = oneScale ? roundHalfUp(parts.reduce((sum, grade) => sum + grade.value * grade.weight, 0) / weights, 1) : last.value;
    const { yearLabel, titleEl, titleEn, credits, scaleId } = last;
    const underWay = !whole && last.yearStatus === 'open';
    const passed = !underWay && value >= (scales.get(scaleId)?.passMark ?? Infinity);
    return { yearLabel, titleEl, titleEn, credits, value, scaleId, gradeEl: '', gradeEn: '', passed, isExternal: false, schoolName: null, underWay };
  });
  const kept = lines.map((line): YearGrade => ({ ...line, passed: line.passed === 1, isExternal: line.isExternal === 1, underWay: false }));
  return [...kept, ...computed].toSorted((a, b) => a.yearLabel.localeCompare(b.yearLabel) || Number(b.isExternal) - Number(a.isExternal));
}
