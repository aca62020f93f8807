import { z } from 'zod';
import { command, everyDoor, query } from './define.ts';
import { id, isoDate, nothing, optionalText, rev } from './fields.ts';
import { fieldClasses, grantScopes, permissions } from './permissions.ts';
import { roleKey, roleName } from './roles.ts';

/** Whose places count: those of today, of the running term, of the open year, of all years. */
export const spans = ['now', 'term', 'year', 'always'] as const;

const draft = z.object({
  role: roleKey,
  /** The department in which the role is held; null: in whichever. */
  viewerOrgId: id.nullable(),
  /** The department whose students are seen. */
  targetOrgId: id,
  span: z.enum(spans),
  /** Grades before they are posted as well. */
  drafts: z.boolean(),
  reason: optionalText(500),
});
export type RuleDraft = z.infer<typeof draft>;

/** The saved rule in whose place a draft is tried; null for a new one. */
const replaces = id.nullable().default(null);

const named = z.object({ id, nameEl: z.string(), nameEn: z.string() });
const rule = z.object({
  id, rev, role: roleName, viewer: named.nullable(), target: named, span: z.enum(spans), drafts: z.boolean(), reason: z.string().nullable(),
  /** Accounts on which it works today. */
  holders: z.number().int(),
});
export type VisibilityRule = z.infer<typeof rule>;

/** By what a grant reaches a student. */
const way = z.discriminatedUnion('by', [
  z.object({ by: z.literal('school') }),
  z.object({ by: z.literal('section'), section: z.string(), courseEl: z.string(), courseEn: z.string(), until: isoDate.nullable() }),
  z.object({ by: z.literal('homeroom'), division: z.string() }),
  z.object({ by: z.literal('self') }),
]);
const reason = z.object({
  role: roleName, scope: z.enum(grantScopes), department: named.nullable(), startDate: isoDate.nullable(), endDate: isoDate.nullable(),
  /** The rule that widens the grant to this department; `draft`: the one being tried. Null for the grant itself. */
  rule: z.union([id, z.literal('draft')]).nullable(),
  reaches: z.boolean(),
  /** Why a grant does not count: it gives no sight of students, is not in force, or the student is not where it reaches. */
  obstacle: z.enum(['noPermission', 'notInForce', 'notInScope']).nullable(),
  ways: z.array(way), drafts: z.boolean(),
  permissions: z.array(z.enum(permissions)), fieldClasses: z.array(z.enum(fieldClasses)),
});
export type VisibilityReason = z.infer<typeof reason>;

export const visibilityProcedures = {
  'visibility.list': query({ permission: 'roles:view', scope: 'school', doors: everyDoor, input: nothing, output: z.object({ rules: z.array(rule), departments: z.array(named) }) }),
  'visibility.save': command({
    permission: 'roles:edit', creates: 'roles:create', scope: 'school', doors: everyDoor, sensitive: true, undoable: true,
    input: z.object({ id: id.nullable(), rev: rev.nullable(), rule: draft }), output: z.object({ id, rev }),
  }),
  'visibility.remove': command({
    permission: 'roles:delete', scope: 'school', doors: everyDoor, sensitive: true, undoable: true, input: z.object({ id, rev }), output: nothing,
  }),
  /** Why an account sees a student, or does not; with `draft` as it would be under a rule that is not saved yet. */
  'visibility.why': query({
    permission: 'roles:view', scope: 'school', doors: everyDoor,
    input: z.object({ userId: id, studentId: id, draft: draft.nullable().default(null), replaces }),
    output: z.object({ sees: z.boolean(), disabled: z.boolean(), reasons: z.array(reason) }),
  }),
  /** How many students an account sees, now and under a rule that is not saved yet. */
  'visibility.reach': query({
    permission: 'roles:view', scope: 'school', doors: everyDoor, input: z.object({ userId: id, draft: draft.nullable().default(null), replaces }),
    output: z.object({ now: z.number().int(), withRule: z.number().int().nullable() }),
  }),
};
