import { studentsInScope, type RowScope } from '../access/index.ts';
import type { Reader } from '../store/reader.ts';

export interface RosterRow { id: string; studentNo: string; familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null }
export interface DivisionDay { yearId: string; level: string; division: string; date: string }

/**
 * Students of a division on a date: by their dated places in it and, for stays without any, by the stay's own division.
 * Only while enrolled: from the day of entry to the last day attended.
 */
export const dueInDivision = `SELECT e.studentId FROM enrolment e
    WHERE e.yearId = @yearId AND e.level = @level AND e.division = @division AND e.entryDate <= @date AND coalesce(e.lastAttendedDate, '9999') >= @date AND e.deletedAt IS NULL
      AND NOT EXISTS (SELECT 1 FROM homeroom_membership h WHERE h.studentId = e.studentId AND h.enrolmentId = e.id AND h.deletedAt IS NULL)
  UNION SELECT h.studentId FROM homeroom_membership h JOIN enrolment e ON e.id = h.enrolmentId
    WHERE h.yearId = @yearId AND h.level = @level AND h.division = @division AND h.startDate <= @date AND coalesce(h.endDate, '9999') >= @date AND h.deletedAt IS NULL
      AND e.entryDate <= @date AND coalesce(e.lastAttendedDate, '9999') >= @date AND e.deletedAt IS NULL`;

/** Students with a place in a section on a date, while enrolled in its year. */
export const dueInSection = `SELECT se.studentId FROM section_enrolment se
    WHERE se.sectionId = @sectionId AND se.startDate <= @date AND coalesce(se.endDate, '9999') >= @date AND se.deletedAt IS NULL
      AND EXISTS (SELECT 1 FROM enrolment e WHERE e.studentId = se.studentId AND e.yearId = @yearId AND e.entryDate <= @date
        AND coalesce(e.lastAttendedDate, '9999') >= @date AND e.deletedAt IS NULL)`;

/** Those of `due` whom a scope reaches, by name. */
export function rosterSql(due: string, scoped: string): string {
  return `WITH due AS (${due})
    SELECT s.id, s.studentNo, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin FROM due CROSS JOIN student s ON s.id = due.studentId JOIN person p ON p.id = s.personId
    WHERE s.deletedAt IS NULL AND s.archivedAt IS NULL AND ${scoped} ORDER BY p.sortKey, s.id`;
}

/** The students due in a division on a date whom the caller may see. */
export function readDivisionRoster(db: Reader, day: DivisionDay, scope: RowScope): RosterRow[] {
  const scoped = studentsInScope(scope, 's.id');
  return db.all<RosterRow>(rosterSql(dueInDivision, scoped.sql), { ...day, ...scoped.params });
}

/** The students due in a section on a date whom the caller may see. */
export function readSectionRoster(db: Reader, day: { yearId: string; sectionId: string; date: string }, scope: RowScope): RosterRow[] {
  const scoped = studentsInScope(scope, 's.id');
  return db.all<RosterRow>(rosterSql(dueInSection, scoped.sql), { ...day, ...scoped.params });
}

/** Everybody who was in a division between two dates, for a summary. */
export function readDivisionMembers(db: Reader, span: { yearId: string; level: string; division: string; from: string; to: string }, scope: RowScope): RosterRow[] {
  const scoped = studentsInScope(scope, 's.id');
  const members = `SELECT e.studentId FROM enrolment e
      WHERE e.yearId = @yearId AND e.level = @level AND e.division = @division AND e.entryDate <= @to AND coalesce(e.lastAttendedDate, '9999') >= @from AND e.deletedAt IS NULL
    UNION SELECT h.studentId FROM homeroom_membership h
      WHERE h.yearId = @yearId AND h.level = @level AND h.division = @division AND h.startDate <= @to AND coalesce(h.endDate, '9999') >= @from AND h.deletedAt IS NULL`;
  return db.all<RosterRow>(rosterSql(members, scoped.sql), { ...span, ...scoped.params });
}

/** Everybody who had a place in a section between two dates. */
export function readSectionMembers(db: Reader, span: { sectionId: string; from: string; to: string }, scope: RowScope): RosterRow[] {
  const scoped = studentsInScope(scope, 's.id');
  const members = `SELECT DISTINCT se.studentId FROM section_enrolment se
    WHERE se.sectionId = @sectionId AND se.startDate <= @to AND coalesce(se.endDate, '9999') >= @from AND se.deletedAt IS NULL`;
  return db.all<RosterRow>(rosterSql(members, scoped.sql), { ...span, ...scoped.params });
}
