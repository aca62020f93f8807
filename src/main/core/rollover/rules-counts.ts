import { outcomes, type RolloverCounts, type RolloverOutcome } from '#contract/rollover.ts';
import type { Decision } from './rules-decide.ts';

/** How many have each outcome; the sum is the number of students. */
export function countOutcomes(decisions: Iterable<{ outcome: RolloverOutcome }>): RolloverCounts {
  const counts: RolloverCounts = { promote: 0, retain: 0, graduate: 0, undecided: 0, left: 0, alreadyEnrolled: 0 };
  for (const { outcome } of decisions) counts[outcome] += 1;
  return counts;
}

/** The counts of all outcomes together. */
export const totalOf = (counts: RolloverCounts): number => outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);

export interface DivisionLoad { level: string; division: string; students: number; capacity: number }

/** How many students each division of the next year would get, by `level division`. */
export function countLoads(decisions: Iterable<Decision>): Omit<DivisionLoad, 'capacity'>[] {
  const loads = new Map<string, Omit<DivisionLoad, 'capacity'>>();
  for (const { toLevel: level, toDivision: division } of decisions) {
    if (level === null || division === null) continue;
    const key = keyOfDivision(level, division);
    const load = loads.get(key);
    if (load) load.students += 1;
    else loads.set(key, { level, division, students: 1 });
  }
  return [...loads.values()];
}

/** A division by its level and name. */
export const keyOfDivision = (level: string, division: string): string => `${level}\t${division}`;

/** Divisions of the next year with more students than room. `seated`: those who are there already; `capacityOf` null: as many as there are. */
export function findOverfull(loads: readonly Omit<DivisionLoad, 'capacity'>[], seated: ReadonlyMap<string, number>, capacityOf: (level: string, division: string) => number | null): DivisionLoad[] {
  return loads.flatMap(({ level, division, students }) => {
    const capacity = capacityOf(level, division);
    const all = students + (seated.get(keyOfDivision(level, division)) ?? 0);
    return capacity !== null && all > capacity ? [{ level, division, students: all, capacity }] : [];
  }).toSorted((a, b) => (a.level + a.division < b.level + b.division ? -1 : 1));
}
