import { contract, type Input, type Output, type Parsed, type ProcedureName } from '#contract/index.ts';
import { RollbookError } from '#contract/errors.ts';
import type { CommandContext } from './context.ts';
import { fieldErrors } from './failures.ts';
import type { CommandHandler } from './handlers.ts';

/**
 * Runs a command of some domain inside the transaction and change set of another, its input parsed as at a door: an import that makes a course
 * makes it as a person would. The caller has made sure that its user may. Throws what the command throws.
 */
export function perform<K extends ProcedureName>(name: K, handler: CommandHandler<K>, ctx: CommandContext, input: Input<K>): Output<K> {
  if (typeof handler !== 'function') throw new Error(`${name} has to be prepared`);
  const parsed = contract[name].input.safeParse(input);
  if (!parsed.success) throw new RollbookError('invalidInput', { fields: fieldErrors(parsed.error) });
  return handler(ctx, parsed.data as Parsed<K>);
}
