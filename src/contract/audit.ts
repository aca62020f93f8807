import { z } from 'zod';
import { command, everyDoor, query } from './define.ts';
import { id, instant, isoDate, language, nothing, page, paging } from './fields.ts';
import { change, changeSetId, summary } from './history.ts';
import { resources, type Resource } from './permissions.ts';

/** What an entry tells of. `change`: records were changed; the others are written down although nothing was. */
export const auditKinds = ['change', 'denied', 'sensitiveRead', 'export', 'signIn', 'signInRefused', 'lockedOut', 'account', 'recovery', 'chainBroken'] as const;
export type AuditKind = (typeof auditKinds)[number];

export const auditResource = z.enum(Object.keys(resources) as [Resource, ...Resource[]]);

const filter = z.object({
  actorId: id.nullable().default(null), procedure: z.string().max(60).nullable().default(null),
  resource: auditResource.nullable().default(null),
  kind: z.enum(auditKinds).nullable().default(null),
  /** Everything that concerns one record: a student, an account. */
  targetId: id.nullable().default(null),
  from: isoDate.nullable().default(null), to: isoDate.nullable().default(null),
});
export type AuditFilter = z.infer<typeof filter>;

const entry = z.object({
  id: changeSetId, at: instant, kind: z.enum(auditKinds), actorId: id.nullable(), actor: z.string().nullable(), device: z.string(), procedure: z.string(),
  /** An error code, a field class or `bulk`, what was done to an account, the device of a sign-in, a number of wrong tries. */
  detail: z.string().nullable(),
  /** The one record that it is about, where there is one, and the kind of record that it is (`student`, `user`, `role` ...) where the caller may know its name. */
  targetId: z.string().nullable(), targetEntity: z.string().nullable(), target: z.string().nullable(),
  /** The account that it concerns. */
  userId: z.string().nullable(), about: z.string().nullable(),
  /** Records touched, and of which kinds. */
  rows: z.number().int(), entities: z.array(z.string()), times: z.number().int(), reason: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof entry>;

const look = { permission: 'audit:view', scope: 'school', doors: everyDoor } as const;

export const auditProcedures = {
  'audit.list': query({
    ...look, input: z.object({ filter, ...paging }),
    /** `of`: the record that the filter names, as people call it. */
    output: page(entry).extend({ of: z.object({ entity: z.string(), label: z.string() }).nullable() }),
  }),
  /** One entry with what it changed, before and after. Of a class of fields that the caller may not see, nothing is told. */
  'audit.get': query({ ...look, input: z.object({ id: changeSetId, ...paging }), output: z.object({ summary, total: z.number().int(), changes: z.array(change) }) }),
  /** People and procedures that appear in the record, for the filters. */
  'audit.choices': query({
    ...look, input: nothing,
    output: z.object({ actors: z.array(z.object({ id, name: z.string() })), procedures: z.array(z.string()) }),
  }),
  'audit.export': command({
    permission: 'audit:export', scope: 'school', doors: everyDoor, lane: 'work', job: true, sensitive: true, audited: 'bulk',
    input: z.object({ filter, format: z.enum(['csv', 'xlsx']), language }), output: z.object({ fileId: id, name: z.string(), rows: z.number().int() }),
  }),
  /** When the chain was last recomputed, and the first change set that did not fit. */
  'audit.chain': query({
    ...look, input: nothing,
    output: z.object({ check: z.object({ at: instant, checked: z.number().int(), brokenAt: changeSetId.nullable() }).nullable(), length: z.number().int() }),
  }),
  /** Recomputes the chain of hashes from the first change set on. */
  'audit.verify': command({
    ...look, lane: 'work', job: true, input: nothing, output: z.object({ checked: z.number().int(), brokenAt: changeSetId.nullable() }),
  }),
};
