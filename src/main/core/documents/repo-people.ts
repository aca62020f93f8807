import { studentsInScope, type RowScope } from '../access/index.ts';
import type { Reader } from '../store/reader.ts';
import type { LetterGuardian } from './rules-recipients.ts';
import type { Stay, Subject } from './rules-prose.ts';

const idsOf = (ids: readonly string[]): string => JSON.stringify(ids);

export interface Target { yearId: string; level: string | null; division: string | null; studentIds: readonly string[] | null; today: string }

/**
 * The students that documents are made for, by level, division and name: those named, or those of a year, level or division
 * who have not left it (of a year that is over: all who were in it).
 */
export function selectStudents(db: Reader, scope: RowScope, target: Target): string[] {
  const { yearId, level, division, studentIds, today } = target;
  const limited = studentsInScope(scope, 's.id');
  if (studentIds !== null) {
    return db.all<{ id: string }>(
      `SELECT s.id FROM json_each(@ids) j CROSS JOIN student s ON s.id = j.value JOIN person p ON p.id = s.personId
       LEFT JOIN enrolment e ON e.studentId = s.id AND e.yearId = @yearId AND e.deletedAt IS NULL
       WHERE s.deletedAt IS NULL AND ${limited.sql} GROUP BY s.id ORDER BY max(e.level), max(e.division), p.sortKey`,
      { ids: idsOf(studentIds), yearId, ...limited.params }).map(({ id }) => id);
  }
  return db.all<{ id: string }>(
    `SELECT s.id FROM enrolment e JOIN academic_year y ON y.id = e.yearId JOIN student s ON s.id = e.studentId AND s.deletedAt IS NULL AND s.archivedAt IS NULL
     JOIN person p ON p.id = s.personId
     WHERE e.yearId = @yearId AND e.deletedAt IS NULL AND (@level IS NULL OR e.level = @level) AND (@division IS NULL OR e.division = @division)
       AND (e.lastAttendedDate IS NULL OR e.lastAttendedDate >= min(@today, y.endDate)) AND ${limited.sql}
     GROUP BY s.id ORDER BY e.level, e.division, p.sortKey, s.id`,
    { yearId, level, division, today, ...limited.params }).map(({ id }) => id);
}

/** Who the students are. */
export function readSubjects(db: Reader, ids: readonly string[]): Map<string, Subject> {
  const rows = db.all<Subject>(
    `SELECT s.id AS studentId, s.studentNo, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, p.fatherEl, p.motherEl, p.birthDate, p.sex
     FROM json_each(?) j CROSS JOIN student s ON s.id = j.value JOIN person p ON p.id = s.personId`, [idsOf(ids)]);
  return new Map(rows.map((row) => [row.studentId, row]));
}

/** Where the students are in a year: their latest stay in it. A stay that ends with the year has not been left. */
export function readStays(db: Reader, ids: readonly string[], yearId: string, today: string): Map<string, Stay> {
  const rows = db.all<Stay & { studentId: string }>(
    `SELECT e.studentId, e.level, e.division, y.label AS yearLabel, e.entryDate,
       CASE WHEN e.lastAttendedDate IS NOT NULL AND e.lastAttendedDate < @today THEN e.lastAttendedDate WHEN y.endDate < @today THEN y.endDate END AS leftOn
     FROM json_each(@ids) j CROSS JOIN enrolment e ON e.studentId = j.value AND e.yearId = @yearId AND e.deletedAt IS NULL
     JOIN academic_year y ON y.id = e.yearId ORDER BY e.entryDate`, { ids: idsOf(ids), yearId, today });
  return new Map(rows.map(({ studentId, ...stay }) => [studentId, stay]));
}

interface GuardianRow extends Omit<LetterGuardian, 'noContact' | 'receivesReports'> { studentId: string; noContact: number; receivesReports: number }

/** The guardians of the students with the address at which each can be written to on a date: their own, else their household's. */
export function readLetterGuardians(db: Reader, ids: readonly string[], date: string): Map<string, LetterGuardian[]> {
  const rows = db.all<GuardianRow>(
    `SELECT g.studentId, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, p.sex, g.relation, g.priority, g.noContact, g.receivesReports,
       coalesce(
         (SELECT c.value FROM contact_point c WHERE c.personId = p.id AND c.kind = 'address' AND c.deletedAt IS NULL
            AND (c.startDate IS NULL OR c.startDate <= @date) AND (c.endDate IS NULL OR c.endDate >= @date) ORDER BY c.startDate DESC, c.id DESC LIMIT 1),
         (SELECT nullif(concat_ws(', ', h.address, nullif(concat_ws(' ', h.postalCode, h.city), '')), '') FROM household_member m
            JOIN household h ON h.id = m.householdId AND h.deletedAt IS NULL
            WHERE m.personId = p.id AND m.deletedAt IS NULL AND m.startDate <= @date AND (m.endDate IS NULL OR m.endDate >= @date) ORDER BY m.startDate DESC LIMIT 1)
       ) AS address
     FROM json_each(@ids) j CROSS JOIN guardian_link g ON g.studentId = j.value AND g.deletedAt IS NULL JOIN person p ON p.id = g.personId
     ORDER BY g.priority, g.id`, { ids: idsOf(ids), date });
  return groupBy(rows.map((row) => ({ ...row, noContact: row.noContact === 1, receivesReports: row.receivesReports === 1 })));
}

/** Rows of many students, each student's together. */
export function groupBy<T extends { studentId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.studentId);
    if (group) group.push(row);
    else groups.set(row.studentId, [row]);
  }
  return groups;
}
