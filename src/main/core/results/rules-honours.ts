import type { HonourRule } from '#contract/results.ts';
import type { ScaleKind } from '#contract/scales.ts';

/** What the rules of honour look at. */
export interface Candidate {
  mean: number | null; kind: ScaleKind | null; grades: readonly number[]; missing: number; hasIncident: boolean; isFirst: boolean;
}

/** The first mark of honour whose conditions are all met. Nobody is honoured while a grade is missing. */
export function honourOf(candidate: Candidate, rules: readonly HonourRule[]): HonourRule | null {
  const { mean, kind, grades, missing, hasIncident, isFirst } = candidate;
  if (mean === null || missing > 0) return null;
  return rules.find((rule) =>
    rule.kind === kind && mean >= rule.minMean
    && (rule.minGrade === null || grades.every((grade) => grade >= (rule.minGrade ?? 0)))
    && (!rule.cleanConduct || !hasIncident) && (!rule.firstOnly || isFirst)) ?? null;
}

/** Whether the year is passed: the mean passes and no more courses fail than allowed (null: no limit). Null while it cannot be told. */
export function passesYear(result: { meanPasses: boolean | null; failing: number; missing: number }, mostFailing: number | null): boolean | null {
  if (result.meanPasses === null || result.missing > 0) return null;
  return result.meanPasses && (mostFailing === null || result.failing <= mostFailing);
}
