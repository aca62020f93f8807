import type { AttendanceLimit, AttendanceLimitState, AttendanceTotals } from '#contract/attendance.ts';
import type { DayResult } from './rules-day.ts';

/** A warning comes at this share of a limit. */
export const warningShare = 0.8;

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Adds up a student's days. Unknown days are counted apart; hours to one decimal, rounded once, at the end. */
export function addUp(days: readonly DayResult[]): AttendanceTotals {
  const sum = (of: (day: DayResult) => number) => days.reduce((total, day) => total + of(day), 0);
  const count = (is: (day: DayResult) => boolean) => days.filter(is).length;
  const counting = days.filter(({ value }) => value !== null);
  const present = counting.reduce((total, { value }) => total + (value ?? 0), 0);
  return {
    membership: counting.length, present, rate: counting.length === 0 ? null : present / counting.length,
    daysPresent: count(({ state }) => state === 'present' || state === 'late'), daysAbsent: count(({ state }) => state === 'absent'),
    daysExcused: count(({ state }) => state === 'excused'), daysLate: count(({ isLate }) => isLate), daysPartly: count(({ state }) => state === 'partly'),
    daysUnknown: count(({ state }) => state === 'unknown'),
    hoursExcused: tenth(sum(({ hoursExcused }) => hoursExcused)), hoursUnexcused: tenth(sum(({ hoursUnexcused }) => hoursUnexcused)),
  };
}

/** The limits that hold for a level on a date: active, in force, and for that level or for all. */
export function limitsFor(limits: readonly AttendanceLimit[], level: string | null, date: string): AttendanceLimit[] {
  return limits.filter((limit) => limit.active && limit.validFrom <= date && (limit.validTo === null || limit.validTo >= date)
    && (limit.level === null || limit.level === level));
}

/** How a student stands against a limit. */
export function holdAgainst(limit: AttendanceLimit, totals: Pick<AttendanceTotals, 'hoursExcused' | 'hoursUnexcused'>): AttendanceLimitState {
  const hours = tenth(limit.counts === 'all' ? totals.hoursExcused + totals.hoursUnexcused : totals.hoursUnexcused);
  const share = hours / limit.hours;
  return { limit, hours, left: tenth(Math.max(0, limit.hours - hours)), share, state: share >= 1 ? 'reached' : share >= warningShare ? 'near' : 'fine' };
}
