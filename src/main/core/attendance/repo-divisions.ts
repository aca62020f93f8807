import { sectionsInScope, type RowScope } from '../access/index.ts';
import type { Reader } from '../store/reader.ts';
import type { YearOn } from './repo-calendar.ts';

interface NamedRow { familyEl: string | null; givenEl: string | null; familyLatin: string | null; givenLatin: string | null }
/** A person's names, or null where nobody is named. */
export function personOf(row: NamedRow): { familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null } | null {
  return row.familyEl === null ? null : { familyEl: row.familyEl, givenEl: row.givenEl ?? '', familyLatin: row.familyLatin, givenLatin: row.givenLatin };
}

interface StoredDivision extends NamedRow { level: string; division: string; students: number; takenAt: number | null; takenBy: string | null }
export type DivisionRow = ReturnType<typeof toDivision>;
const toDivision = (row: StoredDivision) => ({
  level: row.level, division: row.division, students: row.students, teacher: personOf(row),
  taken: row.takenAt === null ? null : { at: row.takenAt, by: row.takenBy },
});

/**
 * SQL of the divisions that have students, each once: of the open year from the students' cards, which an index counts; of another year from its stays.
 * A scope that is not the whole school sees the divisions of its sections.
 */
export function divisionsSql(year: Pick<YearOn, 'status'>, scope: RowScope): { sql: string; params: Record<string, string | null> } {
  const scoped = sectionsInScope(scope, 's.id');
  const own = scope.all ? '1' : `(x.level, x.division) IN (SELECT s.level, s.division FROM section s WHERE s.yearId = @yearId AND s.deletedAt IS NULL AND s.division IS NOT NULL AND ${scoped.sql})`;
  const source = year.status === 'open'
    ? `SELECT x.level, x.division, count(*) AS students FROM student_card x WHERE x.status = 'enrolled' AND x.division IS NOT NULL AND ${own} GROUP BY x.level, x.division`
    : `SELECT x.level, x.division, count(*) AS students FROM enrolment x WHERE x.yearId = @yearId AND x.deletedAt IS NULL AND x.division IS NOT NULL AND ${own} GROUP BY x.level, x.division`;
  return { sql: source, params: scoped.params };
}

/** The divisions of a date with their class teacher and whether the day was taken. `missing`: only those not taken. */
export function readDivisions(db: Reader, year: YearOn, date: string, scope: RowScope, options: { missing?: boolean; limit?: number } = {}): DivisionRow[] {
  const divisions = divisionsSql(year, scope);
  return db.all<StoredDivision>(
    `WITH d AS MATERIALIZED (${divisions.sql})
     SELECT d.level, d.division, d.students, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, a.updatedAt AS takenAt, u.displayName AS takenBy
     FROM d LEFT JOIN attendance_submission a ON a.date = @date AND a.level = d.level AND a.division = d.division AND a.sectionId IS NULL AND a.deletedAt IS NULL
       LEFT JOIN user u ON u.id = a.updatedBy
       LEFT JOIN homeroom h ON h.id = (SELECT id FROM homeroom WHERE yearId = @yearId AND level = d.level AND division = d.division AND deletedAt IS NULL LIMIT 1)
       LEFT JOIN staff f ON f.id = h.staffId LEFT JOIN person p ON p.id = f.personId
     WHERE ${options.missing ? 'a.id IS NULL' : '1'} ORDER BY d.level, d.division LIMIT @limit`,
    { yearId: year.id, date, limit: options.limit ?? 5000, ...divisions.params }).map(toDivision);
}

/** How many divisions there are, and for how many of them a date was not taken. */
export function countDivisions(db: Reader, year: YearOn, date: string, scope: RowScope): { all: number; missing: number } {
  const divisions = divisionsSql(year, scope);
  return db.get<{ all: number; missing: number }>(
    `WITH d AS MATERIALIZED (${divisions.sql})
     SELECT count(*) AS "all", coalesce(sum(NOT EXISTS (SELECT 1 FROM attendance_submission a
       WHERE a.date = @date AND a.level = d.level AND a.division = d.division AND a.sectionId IS NULL AND a.deletedAt IS NULL)), 0) AS missing FROM d`,
    { yearId: year.id, date, ...divisions.params }) ?? { all: 0, missing: 0 };
}

/** Whether the caller teaches in a division, or may see all. */
export function isDivisionInScope(db: Reader, yearId: string, level: string, division: string, scope: RowScope): boolean {
  const scoped = sectionsInScope(scope, 's.id');
  return scope.all || db.get(
    `SELECT 1 FROM section s WHERE s.yearId = @yearId AND s.level = @level AND s.division = @division AND s.deletedAt IS NULL AND ${scoped.sql}`,
    { yearId, level, division, ...scoped.params }) !== undefined;
}
