import type { TimelineEntry } from '#contract/conduct.ts';

const dayMilliseconds = 86_400_000;

/** Whole days from one ISO date to another; 0 when the second is not later. */
export function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMilliseconds));
}

/** The ISO date before which an unsettled incident is overdue: more than `days` before today. */
export function overdueBefore(today: string, days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) - days * dayMilliseconds).toISOString().slice(0, 10);
}

/** How long an incident was, or has been, open: to the day it was closed, else to today. */
export function daysOpen(incident: { date: string; closedOn: string | null }, today: string): number {
  return daysBetween(incident.date, incident.closedOn ?? today);
}

interface Score { id: string; date: string; sectionId: string | null; courseEl: string | null; courseEn: string | null; nameEl: string; nameEn: string; score: number; max: number; note: string | null }

/** One entry for each day and section, in the order in which they come. */
export function groupScores(scores: readonly Score[]): TimelineEntry[] {
  const groups = new Map<string, TimelineEntry>();
  for (const { id, date, sectionId, courseEl, courseEn, ...score } of scores) {
    const key = `${date} ${sectionId ?? ''}`;
    const known = groups.get(key);
    if (known?.performance) known.performance.scores.push(score);
    else groups.set(key, { id, date, performance: { courseEl, courseEn, scores: [score] }, highlight: null, incident: null, intervention: null });
  }
  return [...groups.values()];
}

/** Entries of all kinds, newest first; of one day, the later written first. */
export function mergeTimeline(lists: readonly (readonly TimelineEntry[])[], limit: number): TimelineEntry[] {
  return lists.flat().toSorted((a, b) => (a.date === b.date ? (a.id < b.id ? 1 : -1) : a.date < b.date ? 1 : -1)).slice(0, limit);
}

export interface Involvement { id: string; studentId: string; role: string; isVisible: number }

/**
 * What has to be written so that an incident involves whom the caller says. Those out of the caller's scope stay as they are,
 * because the caller's list cannot name them.
 */
export function planInvolved<R extends string>(known: readonly Involvement[], wanted: readonly { studentId: string; role: R }[]): {
  add: { studentId: string; role: R }[]; change: { id: string; role: R }[]; remove: string[];
} {
  const roles = new Map(wanted.map(({ studentId, role }) => [studentId, role]));
  const own = known.filter(({ isVisible }) => isVisible === 1);
  const present = new Set(known.map(({ studentId }) => studentId));
  return {
    add: [...roles].filter(([studentId]) => !present.has(studentId)).map(([studentId, role]) => ({ studentId, role })),
    change: own.flatMap((row) => {
      const role = roles.get(row.studentId);
      return role !== undefined && role !== row.role ? [{ id: row.id, role }] : [];
    }),
    remove: own.filter(({ studentId }) => !roles.has(studentId)).map(({ id }) => id),
  };
}
