import type { Fate, ImportCounts, ImportProblem, ImportQuestion, ImportRow } from '#contract/exchange.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';

/** A row that turned out impossible only when it was written, by line as people count it. */
export interface LateRefusal { line: number; problem: ImportProblem }

/** Rows of which it was, or is, not certain whom they mean. */
export interface Questions {
  /** Rows in order; `open`: those that nobody has decided yet. */
  readonly all: readonly number[];
  readonly open: readonly number[];
  /** Who is asked about, with whoever may be meant. */
  ask: (ctx: QueryContext, rows: readonly number[]) => ImportQuestion[];
}

/** What a file would do to the school's records, whatever it is about. Details are worked out again when somebody looks. */
export interface TargetPlan {
  readonly counts: ImportCounts;
  /** Rows, in order, that share a fate; all of them for null. */
  rowsOf: (fate: Fate | null) => readonly number[];
  /** Rows as the preview shows them. */
  describe: (ctx: QueryContext, rows: readonly number[]) => ImportRow[];
  /** Null where rows are never in doubt: what they are about has a name of its own. */
  readonly questions: Questions | null;
  /** Writes every row that creates or changes something and tells each once it is written. Throws `conflict` if the school is no longer what the preview showed. */
  write: (ctx: CommandContext, onWritten: (line: number) => void) => LateRefusal[];
}
