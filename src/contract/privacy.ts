import { z } from 'zod';
import { command, everyDoor, query } from './define.ts';
import { id, instant, isoDate, language, nothing, optionalDate, page, paging, rev, studentKey, text } from './fields.ts';

/** The kinds of record that are kept for a time only. What a transcript is made of is none of them: it stays. */
export const retentionKinds = ['contacts', 'guardians', 'notes', 'health', 'consents', 'attachments', 'customValues', 'attendance', 'conduct', 'scores'] as const;
export type RetentionKind = (typeof retentionKinds)[number];

/**
 * How long each kind is kept after a student has left, in years: offered by the program, in force only once the school has saved it.
 * Our own proposal of September 2026; the law and the school's own rules decide.
 */
export const proposedYears: Readonly<Record<RetentionKind, number>> = {
  contacts: 2, guardians: 2, notes: 2, health: 1, consents: 5, attachments: 5, customValues: 2, attendance: 5, conduct: 5, scores: 2,
};

/** What an erasure on request takes besides: what else is known of the person, letters to guardians, files of imports, and what the journal kept of all of it. */
export const erasedKinds = [...retentionKinds, 'identity', 'places', 'disclosures', 'letters', 'imports'] as const;
export type ErasedKind = (typeof erasedKinds)[number];

/** What stays whatever is erased: the school has to be able to certify it. */
export const keptKinds = ['register', 'enrolments', 'grades', 'transcript', 'documents', 'disclosures'] as const;

const count = z.number().int();
const kindCount = z.object({ kind: z.enum(erasedKinds), rows: count });
const named = {
  studentId: id, studentNo: z.string(), familyEl: z.string(), givenEl: z.string(), familyLatin: z.string().nullable(), givenLatin: z.string().nullable(),
};

const rule = z.object({ kind: z.enum(retentionKinds), years: z.number().int().min(1, 'yearsForm').max(80, 'yearsForm'), active: z.boolean() });
export type RetentionRule = z.infer<typeof rule>;

const holdDetails = z.object({ reason: text(500), startDate: isoDate, endDate: optionalDate })
  .refine(({ startDate, endDate }) => endDate === null || endDate >= startDate, { path: ['endDate'], error: 'endBeforeStart' });
const hold = z.object({ id, rev, ...named, ...holdDetails.shape, isLive: z.boolean() });
export type LegalHold = z.infer<typeof hold>;

/** A student whose records are due: since when, the day they left, and how many rows of each kind. */
const due = z.object({ ...named, leftOn: isoDate, kinds: z.array(kindCount) });
export type DueStudent = z.infer<typeof due>;
const preview = z.object({
  date: isoDate,
  /** What was counted, in one word: `retention.apply` takes nothing else. */
  digest: z.string(),
  kinds: z.array(z.object({ kind: z.enum(retentionKinds), years: count, students: count, rows: count })),
  total: count, rows: z.array(due),
  /** Those who would be due but for a legal hold. */
  held: z.object({ total: count, rows: z.array(due.omit({ kinds: true }).extend({ reason: z.string(), until: isoDate.nullable() })) }),
  /** Files of imports from before the longest of the rules. */
  imports: count,
});
export type RetentionPreview = z.infer<typeof preview>;

const erasureRow = z.object({
  id, at: instant, by: z.string().nullable(), kind: z.enum(['request', 'retention']), reason: z.string().nullable(), ...named, counts: z.array(kindCount),
});
export type ErasureRow = z.infer<typeof erasureRow>;

const configure = { permission: 'privacy:configure', doors: everyDoor } as const;
const look = { permission: 'privacy:view', doors: everyDoor } as const;

export const privacyProcedures = {
  /** Whether the student is left out of lists that leave the school as a directory. */
  'privacy.setOptOut': command({
    permission: 'students:edit', scope: 'rows', doors: everyDoor, undoable: true, input: z.object({ studentId: id, optedOut: z.boolean() }), output: nothing,
  }),
  /** Everything that the school keeps about one person, of the field classes that the caller sees, as one ZIP file to hand over. */
  'privacy.archive': command({
    permission: 'privacy:export', scope: 'rows', doors: everyDoor, lane: 'work', job: true, sensitive: true, audited: 'bulk',
    /** `guardianId`: the file of this guardian (a link, as in `guardians.list`) instead of the student's. */
    input: z.object({ studentId: studentKey, guardianId: id.nullable().default(null), language }),
    output: z.object({ fileId: id, name: z.string(), files: count, leftOut: z.array(z.string()) }),
  }),

  'retention.rules': query({
    ...look, scope: 'school', input: nothing,
    /** `rev` null: proposed by the program, not yet the school's. */
    output: z.object({ rules: z.array(rule.extend({ rev: rev.nullable() })) }),
  }),
  'retention.saveRules': command({
    ...configure, scope: 'school', undoable: true,
    input: z.object({ rules: z.array(rule.extend({ rev: rev.nullable() })).length(retentionKinds.length) }), output: nothing,
  }),
  /** What the rules in force would take on a day: nothing is changed. */
  'retention.preview': query({
    ...look, scope: 'school', lane: 'work', input: z.object({ date: isoDate.nullable().default(null), kind: z.enum(retentionKinds).nullable().default(null), ...paging }), output: preview,
  }),
  /** Erases what the preview of today named, for good; refused when that is no longer the same. In batches of students: cancelled, those that are done stay erased, whole, and the rest is due as before. */
  'retention.apply': command({
    permission: 'privacy:erase', scope: 'school', doors: everyDoor, lane: 'work', job: true, sensitive: true, input: z.object({ digest: z.string().max(100), reason: text(500) }),
    output: z.object({ students: count, kinds: z.array(kindCount) }),
  }),

  'legalHolds.list': query({ ...look, scope: 'rows', input: z.object({ studentId: id.nullable().default(null), ...paging }), output: page(hold) }),
  'legalHolds.save': command({
    ...configure, scope: 'rows', undoable: true,
    input: z.object({ id: id.nullable().default(null), rev: rev.nullable().default(null), studentId: z.uuid('required'), hold: holdDetails }), output: z.object({ id, rev }),
  }),
  'legalHolds.remove': command({ ...configure, scope: 'rows', undoable: true, input: z.object({ id, rev }), output: nothing }),

  /** What an erasure would take of a student, what stays, and what stands in its way. */
  'privacy.erasePreview': query({
    permission: 'privacy:erase', scope: 'rows', doors: everyDoor, input: z.object({ studentId: id }),
    output: z.object({
      studentNo: z.string(), blocked: z.enum(['held', 'enrolled']).nullable(), kinds: z.array(kindCount),
      stays: z.array(z.object({ kind: z.enum(keptKinds), rows: count })),
      /** Incidents with others in them: the student's part goes, what was written stays, for the others. */
      sharedIncidents: count,
    }),
  }),
  /** Erases for good what the school need not keep of a student who has left, in the journal as well. Cannot be undone. */
  'privacy.erase': command({
    permission: 'privacy:erase', scope: 'rows', doors: everyDoor, sensitive: true,
    /** The register number, typed, so that nobody erases another than they mean. */
    input: z.object({ studentId: id, reason: text(500), studentNo: text(30) }),
    output: z.object({ id, kinds: z.array(kindCount) }),
  }),
  /** That something was erased: whose, when, by whom, why and how much; never what it said. */
  'erasures.list': query({ ...look, scope: 'rows', input: z.object({ studentId: id.nullable().default(null), ...paging }), output: page(erasureRow) }),
};
