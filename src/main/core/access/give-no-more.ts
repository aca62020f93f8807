import { RollbookError } from '#contract/errors.ts';
import type { CommandContext } from '../kernel/context.ts';
import { localDate } from '../kernel/dates.ts';
import { readGrants } from './repo-grants.ts';
import { givesForSchool, missingFrom, type Gives } from './rules-grants.ts';
import { signedIn } from './signed-in.ts';

/** Nobody gives what they do not hold over the school themselves, by a role, a grant, a rule or a new password. Throws `refused`. */
export function giveNoMore(ctx: CommandContext, gives: Gives): void {
  if (missingFrom(gives, givesForSchool(signedIn(ctx).grants)).length > 0) throw new RollbookError('refused', { messageKey: 'moreThanOwn' });
}

/** The account of somebody who may do more is not for the caller to take over. */
export function touchNoBetter(ctx: CommandContext, userId: string): void {
  const grants = readGrants(ctx.db, userId, localDate(ctx.now));
  giveNoMore(ctx, { permissions: new Set(grants.flatMap((grant) => [...grant.permissions])), fieldClasses: [...new Set(grants.flatMap((grant) => grant.fieldClasses))] });
}
