import type { Output } from '#contract/index.ts';

type Sheet = Output<'attendance.sheet'>;
export type SheetStudent = Sheet['students'][number];
/** What is marked of a student; null: simply there. */
export interface Entry { codeId: string; minutes: number | null; note: string | null }

/** What stands for a student before the caller changes anything: their own side's mark, for the office what lies beneath it too. */
export function baseEntry(student: SheetStudent, source: Sheet['source'], presentId: string | null): Entry | null {
  const mark = source === 'teacher' ? student.teacher : student.office ?? student.officeDay ?? student.teacher;
  if (!mark || (mark.codeId === presentId && mark.note === null)) return null;
  return { codeId: mark.codeId, minutes: mark.minutes, note: mark.note };
}

/** True when two entries say the same. */
export function sameEntry(a: Entry | null, b: Entry | null): boolean {
  return a === b || (a !== null && b !== null && a.codeId === b.codeId && a.minutes === b.minutes && a.note === b.note);
}

/** Adds a typed digit to the minutes, and begins anew where it would be more than a lesson has. */
export function typeDigit(minutes: number | null, digit: number): number | null {
  const next = (minutes ?? 0) * 10 + digit;
  return next > 99 ? digit || null : next || null;
}
