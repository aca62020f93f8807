import type { ScoreState } from '#contract/grading-parts.ts';

/** The message for a cell that cannot be kept; null for one that can. Only scored and late work has a value, of at most the assessment's maximum and two decimals. */
export function problemOf({ state, value }: { state: ScoreState | null; value: number | null }, max: number): string | null {
  const hasValue = state === 'scored' || state === 'late';
  if (!hasValue) return value === null ? null : 'valueWithoutScore';
  if (value === null) return 'valueMissing';
  if (value < 0 || value > max) return 'valueOverMax';
  return Math.abs(value * 100 - Math.round(value * 100)) < 1e-6 ? null : 'decimals';
}
