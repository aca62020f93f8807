import type { RetentionKind } from '#contract/privacy.ts';
import type { Reader } from '../store/reader.ts';

interface Rows { table: string; by: 'studentId' | 'personId' }
const of = (table: string): Rows => ({ table, by: 'studentId' });

/**
 * The records of each kind that hang on a student: what a preview counts and an erasure takes, removed ones that are still in the file
 * included. What hangs on these in turn (a file, a follow-up, a guardian whom nobody else has) goes with them.
 */
export const rowsOfKind: Readonly<Record<RetentionKind, readonly Rows[]>> = {
  contacts: [{ table: 'contact_point', by: 'personId' }, { table: 'household_member', by: 'personId' }],
  guardians: [of('guardian_link')], notes: [of('note')], health: [of('health_alert')], consents: [of('consent')], attachments: [of('attachment')],
  customValues: [of('custom_value')], attendance: [of('attendance_mark'), of('contact_log')],
  conduct: [of('daily_performance'), of('highlight'), of('incident_student'), of('intervention')], scores: [of('score')],
};

/** A student who is also on the staff, or a guardian of somebody, is reached by the same contacts as that: they stay. */
export const hasOtherRole = (personId: string): string =>
  `(EXISTS (SELECT 1 FROM staff t WHERE t.personId = ${personId} AND t.deletedAt IS NULL) OR EXISTS (SELECT 1 FROM guardian_link o WHERE o.personId = ${personId} AND o.deletedAt IS NULL))`;

/**
 * SQL that counts a kind's rows of many students at once. `who` is a table (or an expression with a name) of `studentId` whose rows count
 * for `owner`; one line for each owner and table: owner, kind, n.
 */
export function countSql(kind: RetentionKind, who: string, condition = '1'): string {
  return rowsOfKind[kind].map(({ table, by }) => (by === 'studentId'
    ? `SELECT w.owner, '${kind}' AS kind, count(*) AS n FROM ${who} w CROSS JOIN "${table}" x ON x.studentId = w.studentId WHERE ${condition} GROUP BY w.owner`
    : `SELECT w.owner, '${kind}' AS kind, count(*) AS n FROM ${who} w CROSS JOIN student s ON s.id = w.studentId CROSS JOIN "${table}" x ON x.personId = s.personId
       WHERE ${condition} AND NOT ${hasOtherRole('s.personId')} GROUP BY w.owner`)).join(' UNION ALL ');
}

/** A record and those that were merged into it, for statements: JSON rows of `[studentId, owner]`. */
export const whoParam = (who: readonly { studentId: string; owner: string }[]): string => JSON.stringify(who.map(({ studentId, owner }) => [studentId, owner]));
export const whoTable = `(SELECT value ->> 0 AS studentId, value ->> 1 AS owner FROM json_each(@who))`;

/** How many rows of some kinds each student has. */
export function countRows(db: Reader, who: readonly { studentId: string; owner: string }[], kinds: readonly RetentionKind[]): Map<string, Map<RetentionKind, number>> {
  const counts = new Map<string, Map<RetentionKind, number>>();
  if (kinds.length === 0) return counts;
  const sql = kinds.map((kind) => countSql(kind, whoTable)).join(' UNION ALL ');
  for (const { owner, kind, n } of db.all<{ owner: string; kind: RetentionKind; n: number }>(sql, { who: whoParam(who) })) {
    const own = counts.get(owner) ?? new Map<RetentionKind, number>();
    counts.set(owner, own.set(kind, (own.get(kind) ?? 0) + n));
  }
  return counts;
}
