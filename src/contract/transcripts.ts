import { z } from 'zod';
import { command, everyDoor, query } from './define.ts';
import { id, nothing, optionalText, rev, text } from './fields.ts';

const amount = z.number().min(0).max(1000).nullable().default(null);
/** Work done at another school, as its papers say it: the grade in that school's words is never converted. */
export const externalLine = z.object({
  schoolName: text(200), yearLabel: text(20), level: optionalText(20), courseCode: optionalText(30), titleEl: text(200), titleEn: text(200),
  credits: amount, ects: amount, hours: amount,
  gradeEl: text(60), gradeEn: text(60), value: amount, gradePoints: amount, passed: z.boolean(),
});
export type ExternalLine = z.infer<typeof externalLine>;

const transcriptLine = z.object({
  id, rev, yearId: id.nullable(), yearLabel: z.string(), termLabelEl: z.string().nullable(), termLabelEn: z.string().nullable(), level: z.string().nullable(),
  courseCode: z.string().nullable(), titleEl: z.string(), titleEn: z.string(),
  credits: z.number().nullable(), ects: z.number().nullable(), hours: z.number().nullable(), value: z.number().nullable(),
  gradeEl: z.string(), gradeEn: z.string(), gradePoints: z.number().nullable(), passed: z.boolean().nullable(),
  isExternal: z.boolean(), schoolName: z.string().nullable(),
});

/** Whose lines are written: a division, a level, or the whole school. */
const target = { yearId: id, level: optionalText(20), division: optionalText(20) };
const counts = {
  students: z.number().int(),
  /** Lines that are not there yet. */
  newLines: z.number().int(),
  /** Lines that are there and say the same: they stay as they are. */
  sameLines: z.number().int(),
  /** Lines whose grade has been corrected since. */
  correctedLines: z.number().int(),
};

export const transcriptProcedures = {
  'transcripts.list': query({
    permission: 'grades:view', scope: 'rows', doors: everyDoor, input: z.object({ studentId: id }), output: z.object({ lines: z.array(transcriptLine) }),
  }),
  /** Adds or changes transferred work. Lines of the school's own years come from posted grades alone. */
  'transcripts.save': command({
    permission: 'transcripts:edit', creates: 'transcripts:create', scope: 'rows', doors: everyDoor, undoable: true,
    input: z.object({ studentId: id, id: id.nullable().default(null), rev: rev.nullable().default(null), line: externalLine }), output: z.object({ id, rev }),
  }),
  'transcripts.remove': command({
    permission: 'transcripts:delete', scope: 'rows', doors: everyDoor, undoable: true, input: z.object({ id, rev }), output: nothing,
  }),
  /** What writing the transcripts of a year would do, and what stands in the way of whom. */
  'transcripts.preview': query({
    permission: 'transcripts:edit', scope: 'school', doors: everyDoor, lane: 'work', input: z.object(target),
    output: z.object({
      ...counts, hasEnded: z.boolean(),
      /** How many students lack a grade; their finished courses are written, the others are not. */
      incomplete: z.number().int(),
      /** The first of them. */
      missing: z.array(z.object({ studentId: id, studentNo: z.string(), familyEl: z.string(), givenEl: z.string(), familyLatin: z.string().nullable(), givenLatin: z.string().nullable(), division: z.string().nullable(), courses: z.number().int() })),
    }),
  }),
  /**
   * Writes the year's line of each course of each student as it stands now: title, credits, grade and words are copied. Running it again adds what is
   * missing and touches nothing else; with `correct`, lines whose posted grade was corrected since get the grade that stands, and nothing but the grade.
   */
  'transcripts.write': command({
    permission: 'transcripts:edit', scope: 'school', doors: everyDoor, lane: 'work', job: true, undoable: true,
    input: z.object({ ...target, correct: z.boolean().default(false), reason: optionalText(300) })
      .refine(({ correct, reason }) => !correct || reason !== null, { path: ['reason'], message: 'reasonNeeded' }),
    output: z.object(counts),
  }),
};
