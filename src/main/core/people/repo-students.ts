import type { StudentDetails } from '#contract/people.ts';
import { sortKeyOf } from '../search/index.ts';
import { person, student } from '../store/schema/index.ts';
import type { Reader } from '../store/reader.ts';
import type { Writer } from '../store/writer.ts';
import { contactRevs, writeContacts } from './repo-contacts.ts';

const namesOf = (d: Pick<StudentDetails, 'familyEl' | 'givenEl' | 'familyLatin' | 'givenLatin'>) =>
  ({ familyEl: d.familyEl, givenEl: d.givenEl, familyLatin: d.familyLatin, givenLatin: d.givenLatin, sortKey: sortKeyOf(d.familyEl, d.givenEl) });

/** Inserts a person with names in both scripts. */
export function insertPerson(db: Writer, names: Parameters<typeof namesOf>[0], more: Partial<Pick<StudentDetails, 'fatherEl' | 'motherEl' | 'preferred' | 'birthDate' | 'sex' | 'nationalId'>> = {}): string {
  return db.insert(person, { ...namesOf(names), ...more });
}

/** Writes what differs in a person's names and facts. */
export function updatePerson(db: Writer, id: string, names: Parameters<typeof namesOf>[0], more: Partial<StudentDetails> = {}): void {
  db.update(person, id, { ...namesOf(names), ...more });
}

/** Inserts a student with the person and contacts, and returns the student's id. */
export function insertStudent(db: Writer, d: StudentDetails, today: string): string {
  const personId = insertPerson(db, d, { fatherEl: d.fatherEl, motherEl: d.motherEl, preferred: d.preferred, birthDate: d.birthDate, sex: d.sex, nationalId: d.nationalId });
  writeContacts(db, personId, d, today);
  return db.insert(student, { personId, studentNo: d.studentNo });
}

export interface StudentRecord {
  id: string; rev: number; personId: string; archivedAt: number | null; directoryOptOut: number; status: string;
  createdAt: number; updatedAt: number; updatedBy: string | null; studentNo: string;
  familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null;
  fatherEl: string | null; motherEl: string | null; preferred: string | null; birthDate: string | null; sex: StudentDetails['sex']; nationalId: string | null;
}

/**
 * A student with the person. `rev` counts the changes of student, person and contacts together, because the form edits them together
 * and a conflict in any of them is a conflict.
 */
export function readStudent(db: Reader, id: string): StudentRecord | undefined {
  return db.get<StudentRecord>(
    `SELECT s.id, s.personId, s.archivedAt, s.directoryOptOut, s.studentNo, c.status, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, p.fatherEl, p.motherEl,
       p.preferred, p.birthDate, p.sex, p.nationalId, s.createdAt, max(s.updatedAt, p.updatedAt) AS updatedAt,
       s.rev + p.rev + ${contactRevs('p.id')} AS rev,
       (SELECT displayName FROM user WHERE id = iif(s.updatedAt > p.updatedAt, s.updatedBy, p.updatedBy)) AS updatedBy
     FROM student s JOIN person p ON p.id = s.personId JOIN student_card c ON c.studentId = s.id WHERE s.id = ? AND s.deletedAt IS NULL`, [id]);
}

/** The student who has a number, if any. */
export function findByNumber(db: Reader, studentNo: string): { id: string } | undefined {
  return db.get<{ id: string }>('SELECT id FROM student WHERE studentNo = ? AND deletedAt IS NULL', [studentNo]);
}

/** The `rev` of `readStudent`, also for a student whose card is not written yet because the command that creates them still runs. */
export function readRev(db: Reader, id: string): number {
  return db.get<{ rev: number }>(
    `SELECT s.rev + p.rev + ${contactRevs('p.id')} AS rev
     FROM student s JOIN person p ON p.id = s.personId WHERE s.id = ?`, [id])?.rev ?? 1;
}
