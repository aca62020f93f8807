import type { Reader } from '../store/reader.ts';
import { contactRevs } from './repo-contacts.ts';

export interface EnrolmentRow {
  id: string; rev: number; level: string; division: string | null; yearId: string; yearLabel: string; yearEnd: string;
  entryDate: string; entryCode: string | null; previousSchool: string | null; lastAttendedDate: string | null; exitCode: string | null; nextSchool: string | null;
}

/** A student's stays, latest first. */
export function readEnrolments(db: Reader, studentId: string): EnrolmentRow[] {
  return db.all<EnrolmentRow>(
    `SELECT e.id, e.rev, e.level, e.division, e.yearId, y.label AS yearLabel, y.endDate AS yearEnd, e.entryDate, e.entryCode, e.previousSchool, e.lastAttendedDate, e.exitCode, e.nextSchool
     FROM enrolment e JOIN academic_year y ON y.id = e.yearId WHERE e.studentId = ? AND e.deletedAt IS NULL ORDER BY e.entryDate DESC`, [studentId]);
}

/** Whose a record is: the student of an enrolment, guardian link or note. The table names are this file's own. */
export function ownerOf(db: Reader, table: 'enrolment' | 'guardian_link' | 'note', id: string): string | undefined {
  return db.get<{ studentId: string }>(`SELECT studentId FROM ${table} WHERE id = ? AND deletedAt IS NULL`, [id])?.studentId;
}

export interface GuardianRow {
  id: string; rev: number; personId: string; relation: string; priority: number;
  custody: number; mayPickUp: number; noContact: number; receivesReports: number; noContactNote: string | null; noContactUntil: string | null;
  familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null;
}

/** A student's guardians in the order in which they are called. `rev` counts link, person and contacts together, as for students. */
export function readGuardians(db: Reader, studentId: string): GuardianRow[] {
  return db.all<GuardianRow>(
    `SELECT g.id, g.rev + p.rev + ${contactRevs('p.id')} AS rev,
       g.personId, g.relation, g.priority, g.custody, g.mayPickUp, g.noContact, g.receivesReports, g.noContactNote, g.noContactUntil,
       p.familyEl, p.givenEl, p.familyLatin, p.givenLatin
     FROM guardian_link g JOIN person p ON p.id = g.personId WHERE g.studentId = ? AND g.deletedAt IS NULL ORDER BY g.priority, g.id`, [studentId]);
}

export interface NoteRow { id: string; rev: number; text: string; author: string | null; createdAt: number; updatedAt: number }

/** A student's notes, latest first. */
export function readNotes(db: Reader, studentId: string): NoteRow[] {
  return db.all<NoteRow>(
    `SELECT n.id, n.rev, n.text, n.createdAt, n.updatedAt, u.displayName AS author FROM note n LEFT JOIN user u ON u.id = n.createdBy
     WHERE n.studentId = ? AND n.deletedAt IS NULL ORDER BY n.createdAt DESC`, [studentId]);
}
