import type { Fate, ImportCounts, ImportProblem, ImportRow } from '#contract/exchange.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';

/** A row that turned out impossible only when it was written, by line as people count it. */
export interface LateRefusal { line: number; problem: ImportProblem }

/** What a file would do to the school's records, whatever it is about. Details are worked out again when somebody looks. */
export interface TargetPlan {
  readonly counts: ImportCounts;
  /** Rows, in order, that share a fate; all of them for null. */
  rowsOf: (fate: Fate | null) => readonly number[];
  /** Rows as the preview shows them. */
  describe: (ctx: QueryContext, rows: readonly number[]) => ImportRow[];
  /** Writes every row that creates or changes something. Throws `conflict` if the school is no longer what the preview showed. */
  write: (ctx: CommandContext) => LateRefusal[];
}
