import { RollbookError } from '#contract/errors.ts';
import { withNeeds } from '#contract/permission-needs.ts';
import { fieldClasses, permissions } from '#contract/permissions.ts';
import { localDate } from '../kernel/dates.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { role } from '../store/schema/index.ts';
import { giveNoMore } from './give-no-more.ts';
import { isRoleInUse, readGives, readRoles } from './repo-roles.ts';

/** The school's own roles beside the built-in ones. */
export const roleHandlers: Handlers<Named<'roles'>> = {
  'roles.list': (ctx) => ({ roles: readRoles(ctx.db, localDate(ctx.now)) }),
  'roles.save'(ctx, input) {
    const { permissions: chosen, fieldClasses: classes, ...names } = input.role;
    const held = new Set(withNeeds(chosen)), seen = new Set(classes);
    // The order of the lists is that of the contract, so that the history shows what was added and not how it was ticked.
    const lists = { permissions: permissions.filter((each) => held.has(each)), fieldClasses: fieldClasses.filter((each) => seen.has(each)) };
    giveNoMore(ctx, { permissions: new Set(lists.permissions), fieldClasses: lists.fieldClasses });
    const row = { ...names, permissions: JSON.stringify(lists.permissions), fieldClasses: JSON.stringify(lists.fieldClasses) };
    if (input.id === null) return { id: ctx.db.insert(role, row), rev: 1 };
    // Nor does anybody take away from a role what is beyond them.
    giveNoMore(ctx, readGives(ctx.db, input.id));
    return { id: input.id, rev: ctx.db.update(role, input.id, row, input.rev) };
  },
  'roles.remove'(ctx, input) {
    if (isRoleInUse(ctx.db, input.id)) throw new RollbookError('refused', { messageKey: 'roleInUse' });
    ctx.db.remove(role, input.id, input.rev);
    return {};
  },
};
