import { RollbookError } from '#contract/errors.ts';
import type { findProcedure } from '#contract/index.ts';
import { fieldErrors } from './failures.ts';

/** Parses what came in by the procedure's own schema. Throws `invalidInput` with one message for each field. */
export function parseInput(procedure: NonNullable<ReturnType<typeof findProcedure>>, raw: unknown): unknown {
  const parsed = procedure.input.safeParse(raw ?? {});
  if (!parsed.success) throw new RollbookError('invalidInput', { fields: fieldErrors(parsed.error) });
  return parsed.data;
}
