import { z } from 'zod';
import { command, everyDoor, query } from './define.ts';
import { id, nothing, optionalText, rev, text } from './fields.ts';
import { fieldClasses, grantScopes, permissions } from './permissions.ts';
import { roleNames } from './roles-built-in.ts';

/** A built-in role by its name, one of the school's own by its id. */
export const roleKey = z.union([z.enum(roleNames), id]);
/** A role as people call it. */
export const roleName = z.object({ key: roleKey, nameEl: z.string(), nameEn: z.string() });

const draft = z.object({
  nameEl: text(80), nameEn: text(80), purpose: optionalText(500),
  permissions: z.array(z.enum(permissions)), fieldClasses: z.array(z.enum(fieldClasses)), defaultScope: z.enum(grantScopes),
});
export type RoleDraft = z.infer<typeof draft>;

const roleView = roleName.extend({
  builtIn: z.boolean(), purpose: z.string().nullable(),
  permissions: z.array(z.enum(permissions)), fieldClasses: z.array(z.enum(fieldClasses)), defaultScope: z.enum(grantScopes),
  /** Accounts that have it today. */
  holders: z.number().int(), rules: z.number().int(), rev: rev.nullable(),
});
export type RoleView = z.infer<typeof roleView>;

export const roleProcedures = {
  'roles.list': query({ permission: 'roles:view', scope: 'school', doors: everyDoor, input: nothing, output: z.object({ roles: z.array(roleView) }) }),
  /** Nobody puts into a role what they do not hold over the school themselves. What a permission needs to make sense (view before edit) is added. */
  'roles.save': command({
    permission: 'roles:edit', creates: 'roles:create', scope: 'school', doors: everyDoor, sensitive: true, undoable: true,
    input: z.object({ id: id.nullable(), rev: rev.nullable(), role: draft }), output: z.object({ id, rev }),
  }),
  /** Refused while somebody has it or a rule speaks of it. */
  'roles.remove': command({
    permission: 'roles:delete', scope: 'school', doors: everyDoor, sensitive: true, undoable: true, input: z.object({ id, rev }), output: nothing,
  }),
};
