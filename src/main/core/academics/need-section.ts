import { RollbookError } from '#contract/errors.ts';
import type { Permission } from '#contract/permissions.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import { isSectionInScope } from './repo-scope.ts';

/** Throws `notFound` for a section that does not exist or is out of the scope of a permission, the call's own unless another is named: the two cannot be told apart. */
export function needSection(ctx: QueryContext | CommandContext, id: string | undefined, permission: Permission = ctx.needed()): string {
  if (id === undefined || !isSectionInScope(ctx.db, id, ctx.rows(permission))) throw new RollbookError('notFound');
  return id;
}
