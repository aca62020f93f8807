import { createHash } from 'node:crypto';
import type { RetentionKind, RetentionRule } from '#contract/privacy.ts';

/** The day a number of years before: whoever left before it is due. The 29th of February counts as the 28th where a year has none. */
export function yearsBefore(date: string, years: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year - years, month, 0)).getUTCDate();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(year - years).padStart(4, '0')}-${two(month)}-${two(Math.min(day, last))}`;
}

/** A student some of whose records are due. */
export interface Due { studentId: string; leftOn: string; counts: ReadonlyMap<RetentionKind, number> }
/** Who would be due but for a legal hold. */
export interface Held extends Due { reason: string; until: string | null }
/** All that the rules in force would take on a day. */
export interface Plan { date: string; rules: readonly RetentionRule[]; due: readonly Due[]; held: readonly Held[]; imports: readonly string[] }

/** Students, kinds and numbers of a plan in one word, so that what is carried out is what was looked at. */
export function digestOf({ date, rules, due, imports }: Plan): string {
  const hash = createHash('sha256').update(JSON.stringify([date, rules, imports.toSorted()]));
  for (const { studentId, counts } of due.toSorted((a, b) => (a.studentId < b.studentId ? -1 : 1))) {
    hash.update(JSON.stringify([studentId, [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))]));
  }
  return hash.digest('hex');
}

/** How many students and rows a plan takes of each kind that has a rule in force. */
export function totalsOf({ rules, due }: Plan): { kind: RetentionKind; years: number; students: number; rows: number }[] {
  return rules.map(({ kind, years }) => {
    const own = due.flatMap(({ counts }) => counts.get(kind) ?? []);
    return { kind, years, students: own.length, rows: own.reduce((sum, n) => sum + n, 0) };
  });
}

/** Counts by kind as answers and the register of erasures have them: what was nothing is left out. */
export const listCounts = <K extends string>(counts: ReadonlyMap<K, number>): { kind: K; rows: number }[] =>
  [...counts].flatMap(([kind, rows]) => (rows > 0 ? [{ kind, rows }] : []));
