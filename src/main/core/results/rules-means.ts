import type { GradeMark, Summary } from '#contract/results.ts';
import { fractionOf, roundHalfUp, weightedMean, type Fraction } from './rules-fraction.ts';

/** A course's grade as it counts in means. */
export interface Counted { mark: GradeMark; family: string; credits: number | null }

const gpaDecimals = 2;
const one = fractionOf(1);

function meanOf(items: readonly { value: number; weight: Fraction }[], decimals: number): number | null {
  const mean = weightedMean(items.map(({ value, weight }) => ({ value: fractionOf(value), weight })));
  return mean && roundHalfUp(mean, decimals);
}

/**
 * The means of a student's grades: of the courses alike and by their credits, each rounded half up once. Courses without credits count in the first only.
 * On scales of two families there is no mean, and it says so.
 */
export function meansOf(grades: readonly Counted[], decimals: number): Pick<Summary, 'mean' | 'weightedMean' | 'meanGap'> {
  if (grades.length === 0) return { mean: null, weightedMean: null, meanGap: 'none' };
  if (new Set(grades.map(({ family }) => family)).size > 1) return { mean: null, weightedMean: null, meanGap: 'mixedScales' };
  return {
    mean: meanOf(grades.map(({ mark }) => ({ value: mark.value, weight: one })), decimals),
    weightedMean: meanOf(grades.map(({ mark, credits }) => ({ value: mark.value, weight: fractionOf(credits ?? 0) })), decimals),
    meanGap: null,
  };
}

/** GPA: the points of each grade's band, weighted by the course's credits, to two decimals. Null without credits or points. */
export function gpaOf(grades: readonly Counted[]): number | null {
  const items = grades.flatMap(({ mark, credits }) => (mark.gradePoints === null ? [] : [{ value: mark.gradePoints, weight: fractionOf(credits ?? 0) }]));
  return meanOf(items, gpaDecimals);
}
