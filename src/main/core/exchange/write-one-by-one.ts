import { RollbookError, type FieldError } from '#contract/errors.ts';
import type { ImportProblem } from '#contract/exchange.ts';
import type { CommandContext } from '../kernel/context.ts';
import type { Meaning } from './record-plan.ts';
import { withinSavepoint } from './repo-savepoint.ts';
import type { LateRefusal } from './target-plan.ts';

/** A rule of the school's that only showed when the row was written, in the words of the procedure that refused it. */
function problemOf({ failure }: RollbookError): ImportProblem {
  const [first]: readonly FieldError[] = failure.fields ?? [];
  return { field: null, messageKey: first?.messageKey ?? failure.messageKey ?? failure.code, ...(first?.params ?? failure.params ? { params: first?.params ?? failure.params } : {}) };
}

/** How a row is called by line, and what is told of each line that is written. */
interface Telling { lineOf: (row: number) => number; onWritten: (line: number) => void }

/** Writes rows one after the other. A row that a rule refuses leaves nothing behind and keeps no other from being written; it is named. */
export function writeOneByOne(ctx: CommandContext, batch: readonly { row: number; meaning: Meaning }[], { lineOf, onWritten }: Telling): LateRefusal[] {
  return batch.flatMap(({ row, meaning }) => {
    try {
      withinSavepoint(ctx.db, () => meaning.write(ctx));
      onWritten(lineOf(row));
      return [];
    } catch (error) {
      if (!(error instanceof RollbookError) || error.failure.code === 'cancelled') throw error;
      return [{ line: lineOf(row), problem: problemOf(error) }];
    }
  });
}
