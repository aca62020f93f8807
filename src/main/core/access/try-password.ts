import type { CommandContext, QueryContext } from '../kernel/context.ts';
import { checkPassword } from './passwords.ts';
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

/** The quick half: counts wrong tries, and lets nobody in (right or wrong) before the wait is over. Returns the user, or the seconds to wait. */
export function settleTry(ctx: CommandContext, username: string, checked: Checked): { user: UserRow } | { waitSeconds: number } {
  const { failures, nextAt } = readAttempts(ctx.db, username);
  if (ctx.now < nextAt) return { waitSeconds: Math.ceil((nextAt - ctx.now) / 1000) };
  if (checked.matches && checked.user) {
    clearAttempts(ctx.db, username);
    return { user: checked.user };
  }
  const wait = waitAfter(failures + 1);
  saveAttempt(ctx.db, username, failures + 1, ctx.now + wait);
  return { waitSeconds: Math.ceil(wait / 1000) };
}
