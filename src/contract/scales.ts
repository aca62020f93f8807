import { z } from 'zod';
import { command, everyDoor, query } from './define.ts';
import { id, isoDate, nothing, optionalDate, rev, text } from './fields.ts';

export const scaleKinds = ['percent', 'letter', 'gpa', 'ects', 'greek20', 'greek10'] as const;
export type ScaleKind = (typeof scaleKinds)[number];

/** Grades are kept to thousandths; a finer step could not be told apart. */
const finest = 1000;
const grade = z.number().min(0, 'outsideScale').max(1000, 'outsideScale');
const whole = (value: number): number => Math.round(value * finest);

const scaleBand = z.object({
  labelEl: text(60), labelEn: text(60),
  /** The lowest grade of the band; it ends where the next begins. */
  threshold: grade,
  /** Points for the GPA; null: the band does not count in it. */
  gradePoints: z.number().min(0).max(100).nullable(),
});
export type ScaleBand = z.infer<typeof scaleBand>;

/** A way of writing grades, checked as a whole: the step divides the scale and its pass mark, and the bands cover it, ascending. */
export const scaleDraft = z
  .object({
    nameEl: text(80), nameEn: text(80), kind: z.enum(scaleKinds), min: grade, max: grade, step: z.number().min(1 / finest, 'stepTooFine').max(100), passMark: grade,
    validFrom: optionalDate, validTo: optionalDate,
    bands: z.array(scaleBand).min(1, 'bandsNeeded').max(30),
  })
  .superRefine((scale, context) => {
    const wrong = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    const isOnStep = (value: number) => (whole(value) - whole(scale.min)) % whole(scale.step) === 0;
    if (scale.max <= scale.min) wrong(['max'], 'maxBelowMin');
    else if (!isOnStep(scale.max)) wrong(['step'], 'stepDoesNotDivide');
    if (scale.passMark < scale.min || scale.passMark > scale.max) wrong(['passMark'], 'outsideScale');
    if (scale.validFrom && scale.validTo && scale.validTo < scale.validFrom) wrong(['validTo'], 'endBeforeStart');
    scale.bands.forEach((band, index) => {
      const before = scale.bands[index - 1];
      if (index === 0 && band.threshold !== scale.min) wrong(['bands', 0, 'threshold'], 'firstBandAtMin');
      if (before && band.threshold <= before.threshold) wrong(['bands', index, 'threshold'], 'bandsAscend');
      if (band.threshold > scale.max || band.threshold < scale.min) wrong(['bands', index, 'threshold'], 'outsideScale');
    });
  });
export type ScaleDraft = z.infer<typeof scaleDraft>;

const band = scaleBand.extend({ id });
const scaleVersion = z.object({
  id, rev, nameEl: z.string(), nameEn: z.string(), kind: z.enum(scaleKinds), min: z.number(), max: z.number(), step: z.number(), passMark: z.number(),
  validFrom: isoDate.nullable(), validTo: isoDate.nullable(), bands: z.array(band),
});

export const scaleProcedures = {
  /** Scales as they hold now, each with the versions before it, and what stands in it. */
  'scales.list': query({
    permission: 'grades:view', scope: 'none', doors: everyDoor, input: nothing,
    output: z.object({
      scales: z.array(scaleVersion.extend({
        /** Whether posted grades or transcript lines stand in it: its meaning then stays. */
        isUsed: z.boolean(), courses: z.number().int(), isCurrent: z.boolean(), earlier: z.array(scaleVersion),
      })),
    }),
  }),
  /** Adds or changes a scale. What changes the meaning of a scale that is in use becomes a new version from today; grades given before keep theirs. */
  'scales.save': command({
    permission: 'grading:configure', scope: 'school', doors: everyDoor, undoable: true,
    input: z.object({ id: id.nullable().default(null), rev: rev.nullable().default(null), scale: scaleDraft }),
    output: z.object({ id, rev, isNewVersion: z.boolean() }),
  }),
  /** Removes a scale that nothing uses, with its bands. One in use is given an end date instead. */
  'scales.remove': command({
    permission: 'grading:configure', scope: 'school', doors: everyDoor, undoable: true, input: z.object({ id, rev }), output: nothing,
  }),
};
