import { z } from 'zod';
import { command, everyDoor, query } from './define.ts';
import { id, isoDate, nothing, optionalText, paging, rev, text } from './fields.ts';

/** What becomes of a student at the end of a year. `left` had gone before; `alreadyEnrolled` has a place in the next year. */
export const outcomes = ['promote', 'retain', 'graduate', 'undecided', 'left', 'alreadyEnrolled'] as const;
export type RolloverOutcome = (typeof outcomes)[number];
/** What the registrar may decide for one student against the rules; `undecided` leaves the student where they are. */
export const decisions = ['promote', 'retain', 'graduate', 'undecided'] as const;
export type RolloverDecision = (typeof decisions)[number];

/** How a year's end is judged. The values that a school starts with are our proposal (`defaultRules` in the core). */
export const rolloverRules = z.object({
  /** The levels in the order in which students go through them; after the last one they graduate. */
  levels: z.array(text(20)).min(1, 'required').max(30),
  /** The least general mean (mean of the year's grades of all courses) with which a student is promoted, on a scale of 0 to `outOf`. */
  minimumMean: z.number().min(0).max(1000), outOf: z.number().min(1).max(1000),
  /** At most so many courses below the pass mark of their scale; null: as many as there are. */
  maxFailing: z.number().int().min(0).max(50).nullable(),
  /** So many courses may be without a grade of the year; with more nobody can decide. */
  maxMissing: z.number().int().min(0).max(50),
  /** Whether a student with more absences than the year allows repeats it. */
  absenceLimit: z.boolean(),
  /** Hours that an absence of a whole day counts as. */
  hoursPerDay: z.number().int().min(1).max(12),
  /** `keepNumber`: Α2 goes on as Β2. `unplaced`: divisions are formed anew by hand. */
  divisions: z.enum(['keepNumber', 'unplaced']),
  /** Students that a division has room for where it has no capacity of its own; null: as many as there are. */
  capacity: z.number().int().min(1).max(200).nullable(),
});
export type RolloverRules = z.infer<typeof rolloverRules>;
const datedRules = z.object({ validFrom: isoDate, rules: rolloverRules });

const newYear = z.object({ label: text(20), startDate: isoDate, endDate: isoDate })
  .refine(({ startDate, endDate }) => startDate < endDate, { path: ['endDate'], message: 'endBeforeStart' });
const year = z.object({ id, label: z.string(), startDate: isoDate, endDate: isoDate, status: z.string() });

/** Why: `key` is `reasons.<key>` of the window's texts; names of courses and terms come in both languages. */
const reason = z.object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });
export type RolloverReason = z.infer<typeof reason>;

const count = z.number().int();
const counts = z.object({ promote: count, retain: count, graduate: count, undecided: count, left: count, alreadyEnrolled: count });
export type RolloverCounts = z.infer<typeof counts>;
const division = z.object({ level: z.string(), division: z.string(), students: count, capacity: count });

const row = z.object({
  studentId: id, studentNo: z.string(), familyEl: z.string(), givenEl: z.string(), familyLatin: z.string().nullable(), givenLatin: z.string().nullable(),
  level: z.string(), division: z.string().nullable(),
  outcome: z.enum(outcomes), toLevel: z.string().nullable(), toDivision: z.string().nullable(), reasons: z.array(reason),
  /** What the rules alone say; differs from `outcome` where the registrar decided. */
  ruled: z.enum(outcomes),
  override: z.object({ id, rev, reason: z.string() }).nullable(),
});
export type RolloverRow = z.infer<typeof row>;

const run = { permission: 'rollover:run', scope: 'school', doors: everyDoor } as const;

export const rolloverProcedures = {
  /** What the screen begins with: the years, the next one as it would be made, the rules in force and earlier ones. */
  'rollover.start': query({
    ...run, input: nothing,
    output: z.object({
      years: z.array(year), suggested: z.object({ fromYearId: id.nullable(), toYearId: id.nullable(), newYear: newYear.nullable() }),
      rules: rolloverRules, validFrom: isoDate.nullable(), versions: z.array(datedRules),
      runs: z.array(z.object({ id, fromLabel: z.string(), toLabel: z.string(), counts, at: count, by: z.string() })),
    }),
  }),
  /** The rules from a day on; those of the same day are replaced. */
  'rollover.saveRules': command({ ...run, undoable: true, input: z.object({ validFrom: isoDate, rules: rolloverRules }), output: nothing }),
  /** Decides for every student of a year, and writes nothing. The result is kept for `rollover.rows` and `rollover.commit`. */
  'rollover.simulate': command({
    ...run, lane: 'work', job: true,
    input: z.object({ fromYearId: id, toYearId: id.nullable().default(null), newYear: newYear.nullable().default(null) }),
    output: z.object({ id, students: count, counts, rules: rolloverRules }),
  }),
  'rollover.rows': query({
    ...run, lane: 'work',
    input: z.object({
      id, outcome: z.enum(outcomes).nullable().default(null), level: z.string().max(20).nullable().default(null), onlyOverridden: z.boolean().default(false), ...paging,
    }),
    output: z.object({
      total: count, rows: z.array(row), counts, levels: z.array(z.object({ level: z.string(), counts })),
      /** Divisions of the next year that would hold more than they have room for. */
      overfull: z.array(division),
      /** Records that it rests on have changed since: simulate again before anything is written. */
      isStale: z.boolean(),
    }),
  }),
  'rollover.override': command({
    ...run, undoable: true,
    input: z.object({
      fromYearId: id, studentId: id, decision: z.enum(decisions), level: optionalText(20), division: optionalText(20), reason: text(300),
    }),
    output: z.object({ id, rev }),
  }),
  'rollover.removeOverride': command({ ...run, undoable: true, input: z.object({ id, rev }), output: nothing }),
  /** Writes the simulation as one change set. Refused when records changed since. */
  'rollover.commit': command({
    ...run, lane: 'work', job: true, undoable: true,
    input: z.object({
      id, closeOldYear: z.boolean().default(false), openNewYear: z.boolean().default(false), copySections: z.boolean().default(false),
      /** Needed where the old year is closed already. */
      reason: optionalText(300),
    }),
    output: z.object({ runId: id, changeSetId: count, counts, enrolled: count, sections: count, homerooms: count }),
  }),
};
