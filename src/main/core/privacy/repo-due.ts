import type { DueStudent, RetentionRule } from '#contract/privacy.ts';
import type { Reader } from '../store/reader.ts';
import { isHoldLive } from './repo-holds.ts';
import { countSql } from './repo-kinds.ts';
import { readMerged } from './repo-merged.ts';
import { leavingSql } from './repo-standing.ts';
import { yearsBefore, type Due, type Held, type Plan } from './rules-retention.ts';

/**
 * The SQL that counts, for all students at once, the rows that are due by rules: one line for each student, kind and table. Each `@before_<kind>`
 * is the day before which whoever left is due. For the query-plan test as well.
 */
export function dueSql(rules: readonly RetentionRule[]): string {
  return `WITH gone AS MATERIALIZED (${leavingSql('1')}),
    who AS MATERIALIZED (
      SELECT studentId, studentId AS owner, leftOn FROM gone WHERE leftOn < @latest
      UNION ALL SELECT m.value ->> 'loser', g.studentId, g.leftOn FROM json_each(@merged) m CROSS JOIN gone g ON g.studentId = m.value ->> 'winner' WHERE g.leftOn < @latest)
    SELECT c.owner, c.kind, c.n, g.leftOn FROM (${rules.map(({ kind }) => countSql(kind, 'who', `w.leftOn < @before_${kind}`)).join(' UNION ALL ')}) c
    CROSS JOIN gone g ON g.studentId = c.owner`;
}

/** What the rules in force would take on a day: set-based, so that it answers for a whole school. */
export function readPlan(db: Reader, rules: readonly RetentionRule[], date: string): Plan {
  if (rules.length === 0) return { date, rules, due: [], held: [], imports: [] };
  const before = Object.fromEntries(rules.map(({ kind, years }) => [`before_${kind}`, yearsBefore(date, years)]));
  const latest = Object.values(before).toSorted().at(-1) ?? date;
  const found = new Map<string, Due & { counts: Map<RetentionRule['kind'], number> }>();
  for (const { owner, kind, n, leftOn } of db.iterate<{ owner: string; kind: RetentionRule['kind']; n: number; leftOn: string }>(
    dueSql(rules), { ...before, latest, merged: JSON.stringify(readMerged(db)) })) {
    const own = found.get(owner) ?? { studentId: owner, leftOn, counts: new Map() };
    found.set(owner, own);
    own.counts.set(kind, (own.counts.get(kind) ?? 0) + n);
  }
  const holds = new Map(db.all<{ studentId: string; reason: string; until: string | null }>(
    `SELECT h.studentId, h.reason, h.endDate AS until FROM legal_hold h WHERE ${isHoldLive('h')} ORDER BY h.endDate IS NULL, h.endDate`, { date }).map((hold) => [hold.studentId, hold]));
  const all = [...found.values()].toSorted((a, b) => (a.leftOn === b.leftOn ? (a.studentId < b.studentId ? -1 : 1) : a.leftOn < b.leftOn ? -1 : 1));
  return {
    date, rules, due: all.filter(({ studentId }) => !holds.has(studentId)),
    held: all.flatMap((one): Held[] => {
      const hold = holds.get(one.studentId);
      return hold ? [{ ...one, reason: hold.reason, until: hold.until }] : [];
    }),
    imports: readOldImports(db, yearsBefore(date, Math.max(...rules.map(({ years }) => years)))),
  };
}

/** Imports from before a day whose file, or first rows, are still kept. */
function readOldImports(db: Reader, before: string): string[] {
  return db.all<{ id: string }>(
    `SELECT i.id FROM import_job i JOIN stored_file f ON f.id = i.fileId
     WHERE date(i.createdAt / 1000, 'unixepoch', 'localtime') < ? AND (i.sample IS NOT NULL OR EXISTS (SELECT 1 FROM file_content c WHERE c.hash = f.hash))`, [before]).map(({ id }) => id);
}

type Named = Omit<DueStudent, 'leftOn' | 'kinds'>;

/** How some students are called. */
export function readNames(db: Reader, studentIds: readonly string[]): Map<string, Named> {
  return new Map(db.all<Named>(
    `SELECT s.id AS studentId, s.studentNo, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin
     FROM json_each(?) j CROSS JOIN student s ON s.id = j.value CROSS JOIN person p ON p.id = s.personId`, [JSON.stringify(studentIds)]).map((row) => [row.studentId, row]));
}
