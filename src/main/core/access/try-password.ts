import { writeAuditEntry } from '../journal/index.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import { checkPassword } from './passwords.ts';
import { readPolicy } from './policy.ts';
import { clearAttempts, findUserByName, readAttempts, saveAttempt, type UserRow } from './repo-users.ts';
import { waitAfter } from './rules-attempts.ts';

/** What the slow half of a password check found. */
export interface Checked { user: UserRow | null; matches: boolean }

/** The slow half, outside the transaction. It takes as long for a name that nobody has. */
export async function checkTry(ctx: QueryContext, username: string, password: string): Promise<Checked> {
  const user = findUserByName(ctx.db, username) ?? null;
  const usable = user !== null && user.disabledAt === null;
  return { user, matches: await checkPassword(usable ? user.passwordHash : null, password) };
}

export type Tried = { state: 'right'; user: UserRow } | { state: 'codeNeeded' } | { state: 'wrong'; waitSeconds: number };

/**
 * The quick half: counts wrong tries, and lets nobody in (right or wrong) before the wait is over. `factor` is asked once the password is right:
 * a wrong code counts as a wrong try, none at all as neither.
 */
export function settleTry(ctx: CommandContext, username: string, checked: Checked, factor: (user: UserRow) => 'right' | 'wrong' | 'missing' = () => 'right'): Tried {
  const { failures, nextAt } = readAttempts(ctx.db, username);
  if (ctx.now < nextAt) return { state: 'wrong', waitSeconds: Math.ceil((nextAt - ctx.now) / 1000) };
  const second = checked.matches && checked.user ? factor(checked.user) : 'wrong';
  if (second === 'missing') return { state: 'codeNeeded' };
  if (second === 'right' && checked.user) {
    clearAttempts(ctx.db, username);
    return { state: 'right', user: checked.user };
  }
  return { state: 'wrong', waitSeconds: countWrong(ctx, username, failures + 1, checked.user?.id ?? null) };
}

/** Counts one more wrong try for a name and returns the seconds until the next is let in. */
export function countWrong(ctx: CommandContext, username: string, failures: number, userId: string | null): number {
  const { policy } = readPolicy(ctx.db);
  const wait = waitAfter(failures, policy);
  saveAttempt(ctx.db, username, failures, ctx.now + wait);
  writeAuditEntry(ctx.db, { kind: failures >= policy.lockAfter ? 'lockedOut' : 'signInRefused', detail: String(failures), userId });
  return Math.ceil(wait / 1000);
}
