import { z } from 'zod';
import { command, everyDoor, query } from './define.ts';
import { id, instant, isoDate, page, paging } from './fields.ts';

/** A change set's number: they count up, without gaps, in the order of commit. */
export const changeSetId = z.number().int().positive();

const cell = z.object({ field: z.string(), before: z.unknown(), after: z.unknown() });
export const change = z.object({
  entity: z.string(), rowId: z.string(), action: z.enum(['create', 'change', 'remove']),
  /** How people call the row: a student's name, a course's title. */
  label: z.string().nullable(),
  cells: z.array(cell),
});
export const summary = z.object({
  id: changeSetId, at: instant, actor: z.string().nullable(), device: z.string(), procedure: z.string(), reason: z.string().nullable(),
  undoes: changeSetId.nullable(), undoneBy: changeSetId.nullable(), rows: z.number().int(), entities: z.array(z.string()),
});
export type ChangeSummary = z.infer<typeof summary>;
const blocker = z.object({
  entity: z.string(), rowId: z.string(), label: z.string().nullable(), fields: z.array(z.string()), changeSetId: changeSetId.nullable(),
});
export type Blocker = z.infer<typeof blocker>;

export const historyProcedures = {
  'history.list': query({
    permission: 'history:view', scope: 'rows', doors: everyDoor,
    input: z.object({
      studentId: id.nullable().default(null), actorId: id.nullable().default(null), procedure: z.string().max(60).nullable().default(null),
      from: isoDate.nullable().default(null), to: isoDate.nullable().default(null), ...paging,
    }),
    output: page(summary),
  }),
  'history.get': query({
    permission: 'history:view', scope: 'rows', doors: everyDoor,
    input: z.object({ id: changeSetId, studentId: id.nullable().default(null), ...paging }),
    output: z.object({ summary, total: z.number().int(), changes: z.array(change), blockers: z.array(blocker) }),
  }),
  /** Takes a change set back as a new one. Refused, with what stands on it in `blockers`, when something later does. */
  'history.undo': command({
    permission: 'history:undo', scope: 'school', doors: everyDoor, undoable: true, input: z.object({ id: changeSetId }),
    output: z.object({ undone: z.boolean(), changeSetId: changeSetId.nullable(), blockers: z.array(blocker) }),
  }),
  /** Takes back the caller's own latest command that is not yet undone: Ctrl+Z. */
  'history.undoOwn': command({
    permission: 'signedIn', scope: 'own', doors: everyDoor, undoable: true,
    input: z.object({ id: changeSetId.nullable().default(null) }),
    output: z.object({ undone: z.boolean(), procedure: z.string().nullable(), changeSetId: changeSetId.nullable(), blockers: z.array(blocker) }),
  }),
};
