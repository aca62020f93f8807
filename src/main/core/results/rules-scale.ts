import type { GradeMark } from '#contract/results.ts';
import type { ScaleDraft, ScaleKind } from '#contract/scales.ts';

/** A band as it is stored. */
export interface Band { labelEl: string; labelEn: string; threshold: number; gradePoints: number | null }
/** A scale with its bands, lowest first. */
export interface Scale { id: string; kind: ScaleKind; min: number; max: number; step: number; passMark: number; bands: readonly Band[] }

/** The band of a grade: the highest whose threshold it reaches. Undefined below the lowest. */
export function bandOf(scale: Pick<Scale, 'bands'>, value: number): Band | undefined {
  return scale.bands.findLast((band) => value >= band.threshold);
}

/** A grade in the words of its scale; whether it passes is judged there and nowhere else. */
export function markOf(scale: Scale, value: number): GradeMark {
  const band = bandOf(scale, value);
  return {
    value, scaleId: scale.id, labelEl: band?.labelEl ?? '', labelEn: band?.labelEn ?? '', passes: value >= scale.passMark, gradePoints: band?.gradePoints ?? null,
  };
}

/** Grades of one family may share a mean: versions of one scale. Those of two families never do, since nothing is converted silently. */
export const familyOf = ({ kind, min, max }: Scale): string => `${kind} ${min} ${max}`;

const sameBand = (a: Band, b: Band | undefined): boolean =>
  b !== undefined && a.labelEl === b.labelEl && a.labelEn === b.labelEn && a.threshold === b.threshold && a.gradePoints === b.gradePoints;

/** Whether a change would give grades that stand another meaning: limits, pass mark or any band. Names and dates do not. */
export function changesMeaning(before: Omit<Scale, 'id'>, after: ScaleDraft): boolean {
  const facts = ['kind', 'min', 'max', 'step', 'passMark'] as const;
  return facts.some((fact) => before[fact] !== after[fact])
    || before.bands.length !== after.bands.length || !after.bands.every((band, index) => sameBand(band, before.bands[index]));
}
