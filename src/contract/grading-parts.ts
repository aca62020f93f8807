import { z } from 'zod';
import { id, instant, isoDate, optionalText, rev, text } from './fields.ts';

/** What can be said of a piece of work. Only `scored` and `late` have a value. */
export const scoreStates = ['scored', 'missing', 'exempt', 'excused', 'absent', 'incomplete', 'late'] as const;
export type ScoreState = (typeof scoreStates)[number];
export const missingPolicies = ['zero', 'drop'] as const;

/** What became of an item in a grade: it counted (a missing one as zero), was dropped as the lowest, or stayed out, and why. */
export const itemFates = ['counted', 'zero', 'dropped', 'exempt', 'excused', 'absent', 'incomplete', 'missing', 'empty', 'noWeight', 'noCategory'] as const;
export type ItemFate = (typeof itemFates)[number];

/** Whether a term's grades can be posted today. */
export const postingStates = ['open', 'before', 'after', 'locked'] as const;
export type PostingState = (typeof postingStates)[number];

const weight = z.number('required').min(0, 'negative').max(1000, 'tooLarge').multipleOf(0.01, 'decimals');

export const sectionCard = z.object({
  id, code: z.string(), courseEl: z.string(), courseEn: z.string(), level: z.string().nullable(), division: z.string().nullable(),
  /** The caller teaches it. */
  isOwn: z.boolean(),
});
export type SectionCard = z.infer<typeof sectionCard>;

export const assessmentDetails = z.object({
  termId: z.uuid('required'), categoryId: id.nullable().default(null),
  title: text(120), maxScore: z.number('required').positive('positive').max(10_000, 'tooLarge').multipleOf(0.01, 'decimals'), weight,
  dueDate: isoDate, description: optionalText(1000),
});

export const category = z.object({
  /** Null: a new one. */
  id: id.nullable().default(null),
  nameEl: text(60), nameEn: text(60), weight,
  /** How many of the lowest results are left out, once what does not count is out. */
  dropLowest: z.number('required').int().min(0, 'negative').max(20, 'tooLarge'),
});
export const schemeDetails = z.object({
  missingPolicy: z.enum(missingPolicies),
  /** In the scale's own units, for each unexcused absence, and at most in all. Null: no penalty. */
  penaltyPerAbsence: z.number().min(0, 'negative').max(100, 'tooLarge').nullable().default(null),
  penaltyCap: z.number().min(0, 'negative').max(100, 'tooLarge').nullable().default(null),
  categories: z.array(category).max(20),
});
export type SchemeDetails = z.infer<typeof schemeDetails>;

const scale = z.object({
  id, nameEl: z.string(), nameEn: z.string(), min: z.number(), max: z.number(), step: z.number(), passMark: z.number(),
  /** Names of stretches, where grades are written by name (letters); lowest first. */
  bands: z.array(z.object({ labelEl: z.string(), labelEn: z.string(), threshold: z.number() })), kind: z.string(),
});
export type GradeScale = z.infer<typeof scale>;

/** A student's standing: `percent` 0-1 of what is graded so far, `value` on the scale as posting would round it, `covered` 0-1 of the weights that have data. */
export const result = z.object({ studentId: id, percent: z.number().nullable(), value: z.number().nullable(), covered: z.number() });
export type Result = z.infer<typeof result>;

const term = z.object({
  id, parentId: id.nullable(), nameEl: z.string(), nameEn: z.string(), startDate: isoDate, endDate: isoDate,
  postingOpens: isoDate.nullable(), postingCloses: isoDate.nullable(), posting: z.enum(postingStates),
  /** Its grade is the weighted mean of those of the terms under it. */
  hasParts: z.boolean(), weight: z.number(),
});
const studentName = { familyEl: z.string(), givenEl: z.string(), familyLatin: z.string().nullable(), givenLatin: z.string().nullable() };

const assessment = z.object({
  id, rev, title: z.string(), maxScore: z.number(), weight: z.number(), dueDate: isoDate, description: z.string().nullable(),
  publishedAt: instant.nullable(),
  /** Among the scheme's categories; null when it is in none of them. */
  categoryId: id.nullable(),
});
export const score = z.object({
  assessmentId: id, studentId: id, rev: z.number().int(), state: z.enum(scoreStates), value: z.number().nullable(), comment: z.string().nullable(),
});
export type Score = z.infer<typeof score>;

const schemeHead = z.object({
  id: id.nullable(), version: z.number().int(), level: z.enum(['section', 'course', 'school', 'none']), missingPolicy: z.enum(missingPolicies),
  categories: z.array(z.object({ id, nameEl: z.string(), nameEn: z.string(), weight: z.number(), dropLowest: z.number().int() })),
});

export const gradebook = z.object({
  section: sectionCard.extend({ yearId: id, yearLabel: z.string(), isClosed: z.boolean() }),
  terms: z.array(term), termId: id.nullable(), scale, scheme: schemeHead,
  assessments: z.array(assessment),
  students: z.array(z.object({
    id, studentNo: z.string(), ...studentName,
    /** Entered after the term began; last day in the section where it ended within the term. */
    enteredOn: isoDate.nullable(), leftOn: isoDate.nullable(),
  })),
  scores: z.array(score),
  /** Of a term with terms under it: their posted grades instead of scores. */
  parts: z.array(z.object({ studentId: id, termId: id, value: z.number() })),
  results: z.array(result),
  posted: z.array(z.object({ id, studentId: id, value: z.number(), isOverride: z.boolean(), isCorrection: z.boolean() })),
});
export type Gradebook = z.infer<typeof gradebook>;

const percent = z.number().nullable();
export const explanation = z.object({
  result, scale, scheme: schemeHead,
  categories: z.array(z.object({
    id: id.nullable(), nameEl: z.string().nullable(), nameEn: z.string().nullable(), weight: z.number(), dropLowest: z.number().int(),
    percent,
    /** Its share of the grade once the weights without data are out; null without data. */
    share: percent,
    items: z.array(z.object({
      assessmentId: id, title: z.string(), dueDate: isoDate, maxScore: z.number(), weight: z.number(), state: z.enum(scoreStates).nullable(), value: z.number().nullable(),
      percent, fate: z.enum(itemFates),
    })),
  })),
  parts: z.array(z.object({ termId: id, nameEl: z.string(), nameEn: z.string(), weight: z.number(), value: z.number().nullable(), percent, share: percent })),
});
export type Explanation = z.infer<typeof explanation>;

export const postingPreview = z.object({
  posting: z.enum(postingStates), postingOpens: isoDate.nullable(), postingCloses: isoDate.nullable(), scale,
  rows: z.array(z.object({
    studentId: id, studentNo: z.string(), ...studentName, leftOn: isoDate.nullable(), percent, covered: z.number(),
    /** Rounded onto the scale, before the penalty; null without data. */
    computed: z.number().nullable(),
    absences: z.number().int(), penalty: z.number(),
    /** What would be posted; null without data. */
    proposed: z.number().nullable(),
    /** What is posted already. */
    posted: z.number().nullable(),
  })),
});

/** A grade to post: `value` differs from the proposal only with a reason. `computed` null: no data, given by hand. */
export const gradeToPost = z.object({ studentId: id, computed: z.number().nullable(), value: z.number(), reason: optionalText(300) });

export const gradeRow = z.object({
  id, value: z.number(), computed: z.number().nullable(), penalty: z.number().nullable(), isOverride: z.boolean(), reason: z.string().nullable(),
  schemeVersion: z.number().int().nullable(), postedAt: instant, postedBy: z.string().nullable(), replacedById: id.nullable(), passed: z.boolean(),
});
