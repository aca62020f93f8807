import type { FieldClass } from '#contract/permissions.ts';
import type { Reader } from '../../store/reader.ts';

export interface SubjectName { familyEl: string; givenEl: string; studentNo: string | null }

/** How the person is called whose file it is: a student by id. */
export function readStudentName(db: Reader, id: string): SubjectName | undefined {
  return db.get<SubjectName>('SELECT p.familyEl, p.givenEl, s.studentNo FROM student s JOIN person p ON p.id = s.personId WHERE s.id = ?', [id]);
}

/** The person behind a link from a guardian to a student, and the student. */
export function readGuardianLink(db: Reader, linkId: string): { personId: string; studentId: string; familyEl: string; givenEl: string } | undefined {
  return db.get('SELECT g.personId, g.studentId, p.familyEl, p.givenEl FROM guardian_link g JOIN person p ON p.id = g.personId WHERE g.id = ? AND g.deletedAt IS NULL', [linkId]);
}

/** The files kept with a student, of some field classes, in the order in which they were added. */
export function readAttachedFiles(db: Reader, studentId: string, classes: readonly FieldClass[]): { name: string; hash: string }[] {
  return db.all(
    `SELECT f.name, f.hash FROM attachment a JOIN stored_file f ON f.id = a.fileId
     WHERE a.studentId = ? AND a.deletedAt IS NULL AND a.fieldClass IN (SELECT value FROM json_each(?)) ORDER BY a.createdAt, a.id`, [studentId, JSON.stringify(classes)]);
}
