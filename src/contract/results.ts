import { z } from 'zod';
import { command, everyDoor, query } from './define.ts';
import { id, instant, isoDate, nothing, optionalText, page, paging, rev, text } from './fields.ts';
import { scaleKinds, scaleProcedures } from './scales.ts';
import { transcriptProcedures } from './transcripts.ts';

/** One mark of honour. The first whose conditions a student meets is given. */
export const honourRule = z.object({
  labelEl: text(60), labelEn: text(60),
  /** The rule speaks of means on this kind of scale: no other is ever converted to it. */
  kind: z.enum(scaleKinds),
  minMean: z.number().min(0).max(1000),
  /** The lowest grade that a course may have; null: no limit. */
  minGrade: z.number().min(0).max(1000).nullable(),
  /** True: only with no incident for which the student is responsible in the year. */
  cleanConduct: z.boolean(),
  /** True: only the first of the class division; all of them when several are. */
  firstOnly: z.boolean(),
});
export type HonourRule = z.infer<typeof honourRule>;

export const meanKinds = ['simple', 'credits'] as const;
/** How results are worked out, as the school decides. */
export const resultRules = z.object({
  /** The mean that ranks, honours and promotion go by: of the courses alike, or weighted by their credits. */
  mean: z.enum(meanKinds),
  /** Decimals of a mean, rounded half up, once. */
  meanDecimals: z.number().int().min(0).max(3),
  /** Decimals of a course's grade for the year; it is rounded before it counts in a mean, as it is printed. */
  yearDecimals: z.number().int().min(0).max(3),
  /** More failing courses than this fail the year, whatever the mean; null: only the mean decides. */
  mostFailing: z.number().int().min(0).max(50).nullable(),
  /** Whether a rank is worked out and shown at all. */
  showRank: z.boolean(),
  honours: z.array(honourRule).max(12),
});
export type ResultRules = z.infer<typeof resultRules>;

/** A grade in its scale's words. `passes` is judged on the scale of the grade. */
export const gradeMark = z.object({
  value: z.number(), scaleId: id, labelEl: z.string(), labelEn: z.string(), passes: z.boolean(), gradePoints: z.number().nullable(),
});
export type GradeMark = z.infer<typeof gradeMark>;

/** Why there is no mean: no grades yet, or grades on scales of different kinds, which are never converted. */
export const meanGaps = ['none', 'mixedScales'] as const;
const rank = z.object({ place: z.number().int(), of: z.number().int() });
/** What a student's grades of a term or a year come to. */
export const summary = z.object({
  mean: z.number().nullable(), weightedMean: z.number().nullable(), meanGap: z.enum(meanGaps).nullable(), meanPasses: z.boolean().nullable(),
  gpa: z.number().nullable(), passed: z.number().int(), failing: z.number().int(), missing: z.number().int(),
  rank: rank.nullable(),
  honour: z.object({ labelEl: z.string(), labelEn: z.string() }).nullable(),
  /** Passed the year; null for a term, and while grades are missing. */
  yearPassed: z.boolean().nullable(),
});
export type Summary = z.infer<typeof summary>;

const who = z.object({
  id, studentNo: z.string(), familyEl: z.string(), givenEl: z.string(), familyLatin: z.string().nullable(), givenLatin: z.string().nullable(),
  division: z.string().nullable(),
});
const courseHead = z.object({ id, code: z.string(), nameEl: z.string(), nameEn: z.string(), credits: z.number().nullable() });
/** `gap`: why there is no grade. Null with no mark: the student does not take the course. */
export const gradeGaps = ['notPosted', 'mixedScales'] as const;
const cell = z.object({ courseId: id, mark: gradeMark.nullable(), gap: z.enum(gradeGaps).nullable() });

export const resultFilters = ['all', 'failing', 'honour', 'incomplete'] as const;
export const resultSorts = ['name', 'division', 'mean', 'gpa', 'rank', 'failing', 'missing'] as const;
const when = { yearId: id, termId: id.nullable().default(null) };
const counts = z.object({ all: z.number().int(), failing: z.number().int(), honour: z.number().int(), incomplete: z.number().int() });

const courseLine = z.object({
  course: courseHead,
  /** One for each term of the year in which the course has grades or is taught, by `terms`. */
  grades: z.array(z.object({ termId: id, postedId: id, mark: gradeMark, isCorrection: z.boolean(),
    /** What stood here before, latest first, and why it was replaced. */
    replaced: z.array(z.object({ mark: gradeMark, reason: z.string().nullable(), by: z.string().nullable(), at: instant })) })),
  year: gradeMark.nullable(), yearGap: z.enum(gradeGaps).nullable(),
});

export const resultProcedures = {
  ...scaleProcedures,
  ...transcriptProcedures,
  'results.rules': query({
    permission: 'grades:view', scope: 'none', doors: everyDoor, input: nothing, output: z.object({ rules: resultRules, rev: z.number().int() }),
  }),
  'results.saveRules': command({
    permission: 'grading:configure', scope: 'school', doors: everyDoor, undoable: true,
    /** `rev` 0: never saved before. */
    input: z.object({ rules: resultRules, rev: z.number().int().min(0) }), output: z.object({ rev }),
  }),
  /** Years with their terms and the class divisions that the caller has students in. */
  'results.choices': query({
    permission: 'grades:view', scope: 'rows', doors: everyDoor, input: nothing,
    output: z.object({
      years: z.array(z.object({
        id, label: z.string(), status: z.string(), endDate: isoDate,
        terms: z.array(z.object({ id, nameEl: z.string(), nameEn: z.string(), depth: z.number().int(), posted: z.boolean() })),
        divisions: z.array(z.object({ level: z.string(), division: z.string().nullable() })),
      })),
    }),
  }),
  /** The grades of a class division: students by courses. Posted grades only. */
  'results.division': query({
    permission: 'grades:view', scope: 'rows', doors: everyDoor, input: z.object({ ...when, level: text(20), division: optionalText(20) }),
    output: z.object({
      courses: z.array(courseHead), counts,
      /** False for who may not see the whole division: then there are no ranks and no honours. */
      isRanked: z.boolean(),
      rows: z.array(who.extend({ cells: z.array(cell), summary })),
    }),
  }),
  /** Summaries of a level, or of the school, a page at a time: ranks are among the whole level. Long work for a large school. */
  'results.level': query({
    permission: 'grades:view', scope: 'rows', doors: everyDoor, lane: 'work',
    input: z.object({
      ...when, level: optionalText(20), only: z.enum(resultFilters).default('all'),
      order: z.object({ by: z.enum(resultSorts).default('name'), descending: z.boolean().default(false) }).prefault({}), ...paging,
      /** Each page works the whole level out: who wants all of a large school asks for few of them. */
      limit: z.number().int().min(1).max(5000).default(100),
    }),
    output: page(who.extend({ level: z.string(), summary })).extend({ counts, isRanked: z.boolean() }),
  }),
  /** Sections that have students without a posted grade for a term that has begun; of the year, all its terms. */
  'results.missing': query({
    permission: 'grades:view', scope: 'rows', doors: everyDoor, lane: 'work', input: z.object(when),
    output: z.object({
      sections: z.array(z.object({
        id, code: z.string(), courseEl: z.string(), courseEn: z.string(), level: z.string().nullable(), division: z.string().nullable(),
        termId: id, teachers: z.string(), students: z.number().int(), posted: z.number().int(),
      })),
    }),
  }),
  /** Everything posted for one student, by year. */
  'results.student': query({
    permission: 'grades:view', scope: 'rows', doors: everyDoor, input: z.object({ studentId: id }),
    output: z.object({
      years: z.array(z.object({
        id, label: z.string(), status: z.string(), level: z.string(), division: z.string().nullable(),
        terms: z.array(z.object({ id, nameEl: z.string(), nameEn: z.string(), summary })),
        courses: z.array(courseLine), summary,
      })),
    }),
  }),
  /** Why a posted grade is what it is: what was stored with it at posting. */
  'results.why': query({
    permission: 'grades:view', scope: 'rows', doors: everyDoor, input: z.object({ id }),
    output: z.object({
      mark: gradeMark, scaleEl: z.string(), scaleEn: z.string(), passMark: z.number(), courseEl: z.string(), courseEn: z.string(),
      termEl: z.string(), termEn: z.string(),
      computed: z.number().nullable(), penalty: z.number().nullable(), isOverride: z.boolean(), reason: z.string().nullable(),
      schemeVersion: z.number().int().nullable(), postedAt: instant, postedBy: z.string().nullable(),
      /** What it was computed from, as it was stored; null where nothing was, or it cannot be read. */
      inputs: z.unknown(),
    }),
  }),
};
