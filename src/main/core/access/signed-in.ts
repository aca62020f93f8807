import { RollbookError } from '#contract/errors.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import type { Access } from './access.ts';
import { readUser, type UserRow } from './repo-users.ts';

/** Who calls. Throws `notSignedIn` when nobody does. */
export function signedIn(ctx: QueryContext | CommandContext): Access {
  if (!ctx.access) throw new RollbookError('notSignedIn');
  return ctx.access;
}

/** The caller's own account. */
export function ownAccount(ctx: QueryContext | CommandContext): UserRow {
  const row = readUser(ctx.db, signedIn(ctx).userId);
  if (!row) throw new RollbookError('notSignedIn');
  return row;
}
