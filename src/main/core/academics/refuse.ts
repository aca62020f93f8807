import { RollbookError } from '#contract/errors.ts';
import type { CommandContext } from '../kernel/context.ts';
import { localDate } from '../kernel/dates.ts';
import type { Dates, Problem } from './rules-terms.ts';

/** Throws what is wrong with one field of an input; `prefix` is the form's place in it. */
export function refuseProblem(prefix: string, problem: Problem | null): void {
  if (problem) throw new RollbookError('invalidInput', { fields: [{ path: `${prefix}.${problem.field}`, messageKey: problem.messageKey, params: problem.params }] });
}

/** A field that cannot have the value given. */
export function wrong(field: string, messageKey: string, params?: Record<string, string | number>): RollbookError {
  return new RollbookError('invalidInput', { fields: [{ path: field, messageKey, params }] });
}

/** Notes why, where a reason was given: a closed year is corrected with one only. */
export function noteReason(ctx: CommandContext, reason: string | null): void {
  if (reason !== null) ctx.describe({ reason });
}

/** Today, or the nearest day of a year that has not begun or is over: the day as of which a year's lists are shown. */
export function dayWithin(now: number, year: Dates): string {
  const today = localDate(now);
  return today < year.startDate ? year.startDate : today > year.endDate ? year.endDate : today;
}

/** The record, or `notFound`. */
export function need<T>(record: T | undefined): T {
  if (record === undefined) throw new RollbookError('notFound');
  return record;
}
