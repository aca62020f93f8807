import { z } from 'zod';
import { command, everyDoor, query } from './define.ts';
import { dependents, id, isoDate, language, nothing, optionalText, page, paging, rev, text } from './fields.ts';

/** On what ground something of a student's record was told to somebody outside the school. */
export const disclosureBases = ['consent', 'law', 'court', 'emergency', 'school', 'directory'] as const;
const basis = z.enum(disclosureBases);
export type DisclosureBasis = z.infer<typeof basis>;

/**
 * Said of a list as it is made: it leaves the school. It is then written down as a disclosure of everybody on it, and with the ground
 * `directory` those who have opted out are not on it.
 */
export const outgoing = z.object({ recipient: text(200), purpose: text(300), basis, note: optionalText(1000) });
export type Outgoing = z.infer<typeof outgoing>;

const details = z.object({
  date: isoDate, recipient: text(200), purpose: text(300), basis,
  /** What was told, in words: "class list with addresses". */
  content: text(500), note: optionalText(1000),
});
const person = z.object({
  studentId: id, studentNo: z.string(), familyEl: z.string(), givenEl: z.string(), familyLatin: z.string().nullable(), givenLatin: z.string().nullable(),
});
const row = z.object({
  id, rev, ...details.shape,
  /** Empty once it was erased together with the student's data. */
  content: z.string(),
  /** The first of the caller's students whom it is about, and how many of them there are. */
  students: z.array(person), studentsTotal: z.number().int(),
  /** Whether all whom it is about are within the caller's reach: only then may it be changed. */
  isWhole: z.boolean(),
  /** By an export or a print of this program. */
  byList: z.boolean(),
});
export type DisclosureRow = z.infer<typeof row>;

const filter = z.object({
  studentId: id.nullable().default(null), recipient: z.string().trim().max(100).default(''), from: isoDate.nullable().default(null), to: isoDate.nullable().default(null),
});
export type DisclosureFilter = z.infer<typeof filter>;

const shared = { scope: 'rows', doors: everyDoor } as const;

export const disclosureProcedures = {
  /** What was told to others, latest first. */
  'disclosures.list': query({ ...shared, permission: 'disclosures:view', input: z.object({ filter: filter.prefault({}), ...paging }), output: page(row) }),
  /** One of them with everybody whom it is about, for the form. */
  'disclosures.get': query({
    ...shared, permission: 'disclosures:view', input: z.object({ id }), output: z.object({ disclosure: row.omit({ studentsTotal: true }) }),
  }),
  'disclosures.save': command({
    ...shared, permission: 'disclosures:edit', creates: 'disclosures:create', undoable: true,
    input: z.object({
      id: id.nullable().default(null), rev: rev.nullable().default(null), disclosure: details, studentIds: z.array(id).min(1, 'required').max(5000),
    }),
    output: z.object({ id, rev }),
  }),
  'disclosures.dependents': query({ ...shared, permission: 'disclosures:delete', input: z.object({ id }), output: z.object({ dependents }) }),
  'disclosures.remove': command({ ...shared, permission: 'disclosures:delete', undoable: true, input: z.object({ id, rev }), output: nothing }),
  /** The log as a file, one line for each disclosure and student: what a family may ask for. */
  'disclosures.export': command({
    ...shared, permission: 'disclosures:view', lane: 'work', job: true, sensitive: true, audited: 'bulk',
    input: z.object({ filter: filter.prefault({}), format: z.enum(['csv', 'xlsx']), language }), output: z.object({ fileId: id, name: z.string(), rows: z.number().int() }),
  }),
};
