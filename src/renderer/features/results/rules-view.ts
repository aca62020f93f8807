import type { Summary } from '#contract/results.ts';
import type { Filter } from './filter-choice.tsx';

/** Whether a student belongs to what a list is narrowed to. */
export function isShown(filter: Filter, summary: Summary): boolean {
  if (filter === 'failing') return summary.failing > 0;
  if (filter === 'honour') return summary.honour !== null;
  return filter === 'all' || summary.missing > 0;
}
