import { z } from 'zod';
import { sessionView } from './access.ts';
import { command, everyDoor, query } from './define.ts';
import { id, instant, isoDate, language, optionalDate, page, paging, rev, text } from './fields.ts';
import { grantScopes } from './permissions.ts';
import { roleKey } from './roles.ts';
import { username } from './setup.ts';

const named = z.object({ id, nameEl: z.string(), nameEn: z.string() });

const grantView = z.object({
  id, rev, role: roleKey, roleEl: z.string(), roleEn: z.string(), scope: z.enum(grantScopes), department: named.nullable(),
  startDate: isoDate.nullable(), endDate: isoDate.nullable(), state: z.enum(['current', 'future', 'ended']),
});
export type GrantView = z.infer<typeof grantView>;

const account = z.object({
  id, rev, username: z.string(), displayName: z.string(), language, disabledAt: instant.nullable(),
  mustChange: z.boolean(), twoFactor: z.boolean(),
  /** Until when wrong passwords keep the account locked out; null when it is not. */
  lockedUntil: instant.nullable(), lastSignIn: instant.nullable(), sessions: z.number().int(),
  /** The person whom the account belongs to, and their entry as a member of staff: own sections and own class division come from it. */
  person: z.object({ id, nameEl: z.string(), nameLatin: z.string().nullable(), staffId: id.nullable() }).nullable(),
  grants: z.array(grantView),
  /** Without this account nobody could give roles any more. */
  isLastAdministrator: z.boolean(),
});
export type Account = z.infer<typeof account>;

/** Where and when a role is given. Several departments make several grants, each of which ends by itself. */
const grantDraft = z.object({
  role: roleKey, scope: z.enum(grantScopes), departmentIds: z.array(id).max(50).default([]), startDate: optionalDate, endDate: optionalDate,
})
  .refine((grant) => grant.scope !== 'department' || grant.departmentIds.length > 0, { path: ['departmentIds'], message: 'required' })
  .refine((grant) => !grant.startDate || !grant.endDate || grant.startDate <= grant.endDate, { path: ['endDate'], message: 'endBeforeStart' });
export type GrantDraft = z.infer<typeof grantDraft>;

const look = { permission: 'users:view', scope: 'school', doors: everyDoor } as const;
const administer = { permission: 'users:administer', scope: 'school', doors: everyDoor, sensitive: true } as const;
const target = z.object({ id, rev });
const details = z.object({ username, displayName: text(120), personId: id.nullable().default(null) });
/** A password for one sign-in: it is shown once, and the person chooses another at once. */
const temporary = z.object({ id, password: z.string() });

export const accountProcedures = {
  'users.list': query({
    ...look,
    input: z.object({ text: z.string().trim().max(100).default(''), state: z.enum(['active', 'disabled', 'all']).default('active'), role: roleKey.nullable().default(null), ...paging }),
    output: page(account),
  }),
  'users.get': query({ ...look, input: z.object({ id }), output: account }),
  /** Members of staff and their persons, to say whose an account is. */
  'users.people': query({
    ...look, input: z.object({ text: z.string().trim().max(100).default('') }),
    output: z.object({ people: z.array(z.object({ personId: id, nameEl: z.string(), nameLatin: z.string().nullable(), userId: id.nullable() })) }),
  }),
  'users.create': command({
    permission: 'users:create', scope: 'school', doors: everyDoor, sensitive: true,
    input: z.object({ account: details.extend({ language }), grants: z.array(grantDraft).max(20).default([]) }), output: temporary,
  }),
  'users.update': command({
    permission: 'users:edit', scope: 'school', doors: everyDoor, sensitive: true, undoable: true,
    input: target.extend({ account: details }), output: z.object({ rev }),
  }),
  /** A disabled account keeps its history and its roles, and opens nothing; its sessions end at once. */
  'users.setDisabled': command({
    permission: 'users:delete', scope: 'school', doors: everyDoor, sensitive: true, undoable: true,
    input: target.extend({ disabled: z.boolean() }), output: z.object({ rev }),
  }),
  'users.resetPassword': command({ ...administer, input: z.object({ id }), output: temporary }),
  'users.endTwoFactor': command({ ...administer, input: z.object({ id }), output: z.object({}) }),
  /** Lets an account that wrong passwords have locked out try again. */
  'users.unlock': command({ ...administer, input: z.object({ id }), output: z.object({}) }),
  'users.sessions': query({ ...look, input: z.object({ id }), output: z.object({ sessions: z.array(sessionView) }) }),
  /** `session` null: all of them. */
  'users.endSessions': command({ ...administer, input: z.object({ id, session: z.string().max(100).nullable().default(null) }), output: z.object({ ended: z.number().int() }) }),

  'grants.add': command({ ...administer, undoable: true, input: z.object({ userId: id, grant: grantDraft }), output: z.object({ ids: z.array(id) }) }),
  'grants.update': command({
    ...administer, undoable: true,
    input: target.extend({ startDate: optionalDate, endDate: optionalDate })
      .refine((grant) => !grant.startDate || !grant.endDate || grant.startDate <= grant.endDate, { path: ['endDate'], message: 'endBeforeStart' }),
    output: z.object({ rev }),
  }),
  'grants.remove': command({ ...administer, undoable: true, input: target, output: z.object({}) }),
};
