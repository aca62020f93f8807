import type { GrantDraft } from '#contract/accounts.ts';
import { RollbookError } from '#contract/errors.ts';
import type { CommandContext } from '../kernel/context.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { grant } from '../store/schema/index.ts';
import { giveNoMore, touchNoBetter } from './give-no-more.ts';
import { readGrant } from './repo-accounts.ts';
import { hasDepartment, readGives, readRole } from './repo-roles.ts';
import { readUser } from './repo-users.ts';

/** Gives a user a role: one grant, or one for each department. Returns their ids. */
export function addGrants(ctx: CommandContext, userId: string, { role, scope, departmentIds, startDate, endDate }: GrantDraft): string[] {
  if (!readRole(ctx.db, role)) throw new RollbookError('notFound');
  giveNoMore(ctx, readGives(ctx.db, role));
  const departments = scope === 'department' ? [...new Set(departmentIds)] : [null];
  return departments.map((orgId) => {
    if (orgId !== null && !hasDepartment(ctx.db, orgId)) throw new RollbookError('notFound');
    return ctx.db.insert(grant, { userId, role, scope, orgId, startDate, endDate });
  });
}

function needGrant(ctx: CommandContext, id: string): void {
  const row = readGrant(ctx.db, id);
  if (!row) throw new RollbookError('notFound');
  touchNoBetter(ctx, row.userId);
  giveNoMore(ctx, readGives(ctx.db, row.role));
}

/** Roles of accounts, each within a scope and dated. */
export const grantHandlers: Handlers<Named<'grants'>> = {
  'grants.add'(ctx, input) {
    if (!readUser(ctx.db, input.userId)) throw new RollbookError('notFound');
    return { ids: addGrants(ctx, input.userId, input.grant) };
  },
  'grants.update'(ctx, { id, rev, ...dates }) {
    needGrant(ctx, id);
    return { rev: ctx.db.update(grant, id, dates, rev) };
  },
  'grants.remove'(ctx, { id, rev }) {
    needGrant(ctx, id);
    ctx.db.remove(grant, id, rev);
    return {};
  },
};
