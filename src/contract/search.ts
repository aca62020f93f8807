import { z } from 'zod';
import { command, everyDoor, query } from './define.ts';
import { id, nothing } from './fields.ts';
import { studentStatuses } from './people.ts';

const hit = z.object({
  id, studentNo: z.string(), familyEl: z.string(), givenEl: z.string(),
  familyLatin: z.string().nullable(), givenLatin: z.string().nullable(), fatherEl: z.string().nullable(),
  level: z.string().nullable(), division: z.string().nullable(), status: z.enum(studentStatuses),
  /** Somebody is under a no-contact order; false also for who may not see guardians. */
  noContact: z.boolean(),
});
export type SearchHit = z.infer<typeof hit>;

export const searchProcedures = {
  /** Part of a name (Greek, with or without accents, or Greeklish), a number or an e-mail; best first. */
  'search.students': query({
    permission: 'students:view', scope: 'rows', doors: everyDoor,
    input: z.object({ text: z.string().max(100), limit: z.number().int().min(1).max(50).default(12) }),
    output: z.object({ hits: z.array(hit) }),
  }),
  'recent.list': query({
    permission: 'students:view', scope: 'rows', doors: everyDoor, input: nothing, output: z.object({ hits: z.array(hit) }),
  }),
  /** Remembers, for this user, that a student was opened. */
  'recent.add': command({
    permission: 'students:view', scope: 'rows', doors: everyDoor, input: z.object({ id }), output: nothing,
  }),
};
