import type { Presence } from '#contract/attendance.ts';

/** What the rules need of a code. */
export interface CodeRule { presence: Presence; excused: boolean; tardy: boolean; fraction: number; countsMembership: boolean }

/** A mark with its code. `minutes`: late, or missed. */
export interface RuledMark { source: 'teacher' | 'office'; code: CodeRule; minutes: number | null }

/** The mark in force: the office's wins over the teacher's, whatever the order in which they were written. */
export function effectiveMark<M extends { source: 'teacher' | 'office' }>(marks: readonly M[]): M | null {
  return marks.find(({ source }) => source === 'office') ?? marks.at(-1) ?? null;
}

/** How a lesson (or a day without a timetable) went for a student. */
export interface Outcome {
  /** How much of it counts as present, 0 to 1. */
  share: number;
  /** Nobody expected the student: it counts on neither side. */
  expected: boolean;
  excused: boolean; tardy: boolean;
}

const there: Outcome = { share: 1, expected: true, excused: false, tardy: false };

/**
 * What a mark comes to in a stretch of so many minutes; no mark where attendance was taken: present. Tardy is present, whatever the minutes:
 * being late never lowers attendance. Minutes of a partial mark are minutes missed.
 */
export function outcomeOf(mark: RuledMark | null, length: number): Outcome {
  if (!mark) return there;
  const { presence, excused, tardy, fraction, countsMembership } = mark.code;
  const share = presence === 'present' ? 1
    : presence === 'partial' ? (mark.minutes === null ? fraction : Math.max(0, 1 - mark.minutes / length))
      : presence === 'absent' ? fraction : 0;
  return { share, expected: presence !== 'notExpected' && countsMembership, excused: excused && share < 1, tardy };
}
