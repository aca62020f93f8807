import type { Fate, ImportCounts, ImportProblem } from '#contract/exchange.ts';
import type { Decision } from '#contract/import-options.ts';
import type { Doubt } from './recognise.ts';
import type { Values } from './values.ts';

/** What an import does, row by row, in a few bytes each: details are worked out again when somebody looks. */
export interface RowPlan {
  readonly counts: ImportCounts;
  /** Rows of the grid, in order, that share a fate; all of them for null. */
  rowsOf(fate: Fate | null): readonly number[];
  fateOf(row: number): Fate;
  /** The student that a row was matched to, as a slot of the index; -1 for none. */
  slotOf(row: number): number;
  /** The number that a row gets instead of its own: a new student's because the file gives none, or one's own where the file gives somebody else's. */
  numberFor(row: number): string | null;
  /** Why the row as a whole was refused, apart from what is wrong with its cells. */
  problemsOf(row: number): readonly ImportProblem[];
  /** Rows of which it was, or is, not certain whom they mean, in order. */
  readonly doubts: ReadonlyMap<number, Doubt>;
  /** What counts of what was decided about a row: null while nothing does. */
  decisionOf(row: number): Decision | null;
}

/** A row's values as they will be written: with the number that it was given. */
export function finalValues(values: Values, plan: RowPlan, row: number): Values {
  const number = plan.numberFor(row);
  return number === null ? values : { ...values, studentNo: number };
}
