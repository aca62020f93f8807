import type { Reader } from '../../store/reader.ts';

interface NameRow { familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null }
interface ContactRow { email: string | null; phone: string | null; mobile: string | null }
export interface StudentRow extends NameRow, ContactRow {
  id: string; personId: string; studentNo: string; archivedAt: number | null; fatherEl: string | null; motherEl: string | null; preferred: string | null; birthDate: string | null; sex: string | null;
  level: string | null;
  /** Guardians who may be told of, first to be called first, with what they are to the student: `id:relation`, parted by commas. */
  guardians: string;
}
export interface StaffRow extends NameRow, ContactRow { id: string; code: string | null; archivedAt: number | null; role: string | null }
export interface GuardianRow extends NameRow, ContactRow { id: string; birthDate: string | null; sex: string | null }
export interface StayRow { id: string; rev: number; studentId: string; level: string; division: string | null; entryDate: string; lastAttendedDate: string | null }

const contact = (kind: string) => `(SELECT value FROM contact_point WHERE personId = p.id AND kind = '${kind}' AND endDate IS NULL AND deletedAt IS NULL LIMIT 1) AS ${kind}`;
const contacts = ['email', 'phone', 'mobile'].map(contact).join(', ');
/** Guardians but those under an order to keep away: other systems give agents a view of the child. */
const mayKnow = `g.deletedAt IS NULL AND (g.noContact = 0 OR coalesce(g.noContactUntil, '9999') < @today)`;
const among = (column: string) => `${column} IN (SELECT value FROM json_each(@ids))`;

/** The students who have a stay in a year, in the order of their numbers. */
export const readStudentIds = (db: Reader, yearId: string): string[] => db.all<{ id: string }>(
  `SELECT s.id FROM student s WHERE s.deletedAt IS NULL AND EXISTS (SELECT 1 FROM enrolment e WHERE e.studentId = s.id AND e.yearId = @yearId AND e.deletedAt IS NULL) ORDER BY s.studentNo`,
  { yearId }).map(({ id }) => id);

/** Some students with their level in a year. */
export const readStudents = (db: Reader, ids: readonly string[], yearId: string | null, today: string): StudentRow[] => db.all(
  `SELECT s.id, s.personId, s.studentNo, s.archivedAt, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, p.fatherEl, p.motherEl, p.preferred, p.birthDate, p.sex, ${contacts},
     (SELECT level FROM enrolment WHERE studentId = s.id AND yearId = @yearId AND deletedAt IS NULL ORDER BY entryDate DESC LIMIT 1) AS level,
     (SELECT coalesce(group_concat(pair), '') FROM (SELECT g.personId || ':' || g.relation AS pair FROM guardian_link g WHERE g.studentId = s.id AND ${mayKnow} ORDER BY g.priority, g.id)) AS guardians
   FROM student s JOIN person p ON p.id = s.personId WHERE ${among('s.id')} AND s.deletedAt IS NULL ORDER BY s.studentNo`, { ids: JSON.stringify(ids), yearId, today });

/** The stays of some students in a year. */
export const readStays = (db: Reader, studentIds: readonly string[], yearId: string): StayRow[] => db.all(
  `SELECT e.id, e.rev, e.studentId, e.level, e.division, e.entryDate, e.lastAttendedDate FROM json_each(@ids) j CROSS JOIN enrolment e ON e.studentId = j.value AND e.yearId = @yearId
   WHERE e.deletedAt IS NULL ORDER BY e.studentId, e.entryDate`, { ids: JSON.stringify(studentIds), yearId });

/** Who may be told of as a guardian of some student with a stay in a year, each once. */
export const readGuardianIds = (db: Reader, yearId: string, today: string): string[] => db.all<{ id: string }>(
  `SELECT DISTINCT g.personId AS id FROM guardian_link g
   WHERE ${mayKnow} AND EXISTS (SELECT 1 FROM enrolment e WHERE e.studentId = g.studentId AND e.yearId = @yearId AND e.deletedAt IS NULL) ORDER BY g.personId`,
  { yearId, today }).map(({ id }) => id);

/** Some guardians, by the id of the person. */
export const readGuardians = (db: Reader, ids: readonly string[]): GuardianRow[] => db.all(
  `SELECT p.id, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, p.birthDate, p.sex, ${contacts} FROM person p WHERE ${among('p.id')} AND p.deletedAt IS NULL ORDER BY p.id`,
  { ids: JSON.stringify(ids) });

/** Everybody who works at the school, or some of them by id. */
export const readStaff = (db: Reader, ids: readonly string[] | null, today: string): StaffRow[] => db.all(
  `SELECT st.id, st.code, st.archivedAt, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, ${contacts},
     (SELECT role FROM staff_assignment WHERE staffId = st.id AND deletedAt IS NULL AND coalesce(endDate, '9999') >= @today ORDER BY (role = 'head') DESC, startDate DESC LIMIT 1) AS role
   FROM staff st JOIN person p ON p.id = st.personId WHERE ${ids ? among('st.id') : 'st.archivedAt IS NULL'} AND st.deletedAt IS NULL ORDER BY p.sortKey, st.id`,
  ids ? { ids: JSON.stringify(ids), today } : { today });
