import type { PostingState } from '#contract/grading-parts.ts';
import { compare, multiply, ratio, subtract, zero, type Ratio } from './rules-ratio.ts';
import { weightedMean } from './rules-course.ts';
import { fromScale, ontoScale, roundToScale, type ScaleRange } from './rules-scale.ts';

/** Whether grades can be posted on a day: from the first to the last day of the window, both included, and never once locked. A missing end is open. */
export function postingState(term: { postingOpens: string | null; postingCloses: string | null; lockedAt: number | null }, today: string): PostingState {
  if (term.lockedAt !== null) return 'locked';
  if (term.postingOpens !== null && today < term.postingOpens) return 'before';
  if (term.postingCloses !== null && today > term.postingCloses) return 'after';
  return 'open';
}

export interface PenaltyRule { perAbsence: number | null; cap: number | null }

/** What unexcused absences take off, in the scale's own units and at most the cap. */
export function absencePenalty({ perAbsence, cap }: PenaltyRule, absences: number): Ratio {
  if (perAbsence === null || absences <= 0) return zero;
  const whole = multiply(ratio(perAbsence), ratio(absences));
  return cap !== null && compare(whole, ratio(cap)) > 0 ? ratio(cap) : whole;
}

/** A grade worked out for posting. The penalty is a line of its own; both numbers come from the unrounded grade, each rounded once. */
export interface Proposal { computed: number; penalty: Ratio; proposed: number }

/** Puts a share of 0-1 on the scale, with and without the penalty. */
export function propose(percent: Ratio, penalty: Ratio, scale: ScaleRange): Proposal {
  const exact = ontoScale(percent, scale);
  return { computed: roundToScale(exact, scale), penalty, proposed: roundToScale(subtract(exact, penalty), scale) };
}

/** A term under another, and the grade posted for it, on its own scale. */
export interface TermPart { weight: number; value: number | null; scale: ScaleRange }

/** The share of 0-1 that a parent term comes to: the weighted mean of its posted parts, whatever scales they are on; null where none is. */
export function combineTerms(parts: readonly TermPart[]): Ratio | null {
  return weightedMean(parts.flatMap(({ weight, value, scale }) => (value === null ? [] : [{ weight: ratio(weight), value: fromScale(value, scale) }])));
}

/** An attendance mark as the penalty looks at it. `sectionId` null: the whole day. */
export interface AbsenceMark { date: string; sectionId: string | null; period: number | null; source: 'teacher' | 'office'; penalises: boolean }

/**
 * How many absences of a student count against a section: each lesson's mark once, the office's before the teacher's; a whole-day mark
 * once for a day on which the section's own attendance says nothing.
 */
export function countAbsences(marks: readonly AbsenceMark[]): number {
  const standing = new Map<string, AbsenceMark>();
  for (const mark of marks) {
    const key = `${mark.date} ${mark.sectionId ?? ''} ${mark.period ?? ''}`;
    if (standing.get(key)?.source !== 'office') standing.set(key, mark);
  }
  const own = new Set([...standing.values()].filter(({ sectionId }) => sectionId !== null).map(({ date }) => date));
  return [...standing.values()].filter((mark) => mark.penalises && (mark.sectionId !== null || !own.has(mark.date))).length;
}
