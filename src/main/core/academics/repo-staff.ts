import type { TeacherName } from '#contract/academics.ts';
import type { Reader } from '../store/reader.ts';

export interface StaffRow extends TeacherName {
  rev: number; code: string | null; departmentId: string | null; departmentEl: string | null; departmentEn: string | null;
  role: 'head' | 'teacher' | 'office' | 'other' | null; since: string | null; userId: string | null; username: string | null;
  sections: number; lessons: number; archivedAt: number | null;
}

/** Columns of a member of staff's name, of `staff st` and `person p`. */
export const nameColumns = 'st.id AS staffId, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin';

/** Members of staff by name, with the assignment of today and what they teach in a year. `rev` counts staff and person together. */
export function readStaff(db: Reader, archived: boolean, yearId: string | null, today: string): StaffRow[] {
  return db.all<StaffRow>(
    `WITH taught AS MATERIALIZED (
       SELECT x.staffId, x.sectionId FROM section s CROSS JOIN section_staff x ON x.sectionId = s.id AND x.deletedAt IS NULL AND coalesce(x.endDate, '9999') >= @today
       WHERE s.yearId = @yearId AND s.deletedAt IS NULL)
     SELECT ${nameColumns}, st.rev + p.rev AS rev, st.code, st.departmentId, o.nameEl AS departmentEl, o.nameEn AS departmentEn, a.role, a.startDate AS since,
       st.userId, u.username, st.archivedAt,
       (SELECT count(*) FROM taught WHERE staffId = st.id) AS sections,
       (SELECT count(*) FROM taught t CROSS JOIN meeting m ON m.sectionId = t.sectionId AND m.deletedAt IS NULL WHERE t.staffId = st.id) AS lessons
     FROM staff st JOIN person p ON p.id = st.personId LEFT JOIN org o ON o.id = st.departmentId LEFT JOIN user u ON u.id = st.userId
     LEFT JOIN staff_assignment a ON a.id = (SELECT id FROM staff_assignment WHERE staffId = st.id AND deletedAt IS NULL
       AND coalesce(endDate, '9999') >= @today ORDER BY (departmentId = st.departmentId) DESC, (role = 'head') DESC, startDate DESC LIMIT 1)
     WHERE st.deletedAt IS NULL AND (st.archivedAt IS NOT NULL) = @archived ORDER BY p.sortKey`, { archived: Number(archived), yearId, today });
}

export interface StaffRecord { id: string; rev: number; personId: string; departmentId: string | null; userId: string | null }

/** One member of staff; `rev` counts staff and person together, because one form edits both. */
export function readStaffRecord(db: Reader, id: string): StaffRecord | undefined {
  return db.get<StaffRecord>(
    `SELECT st.id, st.rev + p.rev AS rev, st.personId, st.departmentId, st.userId FROM staff st JOIN person p ON p.id = st.personId
     WHERE st.id = ? AND st.deletedAt IS NULL`, [id]);
}

/** The assignments of a member of staff that have not ended by a date. */
export function readAssignments(db: Reader, staffId: string, today: string): { id: string; departmentId: string; role: string; startDate: string }[] {
  return db.all(
    `SELECT id, departmentId, role, startDate FROM staff_assignment WHERE staffId = ? AND deletedAt IS NULL AND coalesce(endDate, '9999') >= ? ORDER BY startDate DESC`,
    [staffId, today]);
}

/** Users and whom on the staff each is. */
export function readUsers(db: Reader): { id: string; username: string; displayName: string; staffId: string | null }[] {
  return db.all(
    `SELECT u.id, u.username, u.displayName, (SELECT st.id FROM staff st WHERE st.userId = u.id AND st.deletedAt IS NULL LIMIT 1) AS staffId
     FROM user u WHERE u.deletedAt IS NULL AND u.disabledAt IS NULL ORDER BY u.usernameKey`);
}

/** Names of some members of staff by id. */
export function readStaffNames(db: Reader, ids: readonly string[]): Map<string, TeacherName> {
  const rows = db.all<TeacherName>(
    `SELECT ${nameColumns} FROM json_each(?) j CROSS JOIN staff st ON st.id = j.value JOIN person p ON p.id = st.personId`, [JSON.stringify(ids)]);
  return new Map(rows.map((row) => [row.staffId, row]));
}
