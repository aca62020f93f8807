import type { Reader } from '../../store/reader.ts';

/** Ids as a parameter, each once: several rows of a file are about one student. */
const setOf = (ids: readonly string[]) => JSON.stringify([...new Set(ids)]);

export interface KnownName { id: string; nameEl: string; nameEn: string; code: string | null }

/** Departments by all that they are called. */
export function readDepartments(db: Reader): KnownName[] {
  return db.all(`SELECT id, nameEl, nameEn, code FROM org WHERE type = 'department' AND deletedAt IS NULL`);
}

export interface KnownCourse {
  id: string; rev: number; code: string; nameEl: string; nameEn: string; departmentId: string | null; level: string | null; scaleId: string | null;
  credits: number | null; ects: number | null; weeklyHours: number | null; archivedAt: number | null;
}

/** Every course of the school, archived ones included: their codes are taken, too. */
export function readCourses(db: Reader): KnownCourse[] {
  return db.all(`SELECT id, rev, code, nameEl, nameEn, departmentId, level, scaleId, credits, ects, weeklyHours, archivedAt FROM course WHERE deletedAt IS NULL`);
}

export interface KnownSection {
  id: string; rev: number; courseId: string; code: string; level: string | null; division: string | null; room: string | null; capacity: number | null;
  courseCode: string; courseEl: string; courseEn: string;
}

/** The sections of a year with their courses. */
export function readSections(db: Reader, yearId: string): KnownSection[] {
  return db.all(
    `SELECT s.id, s.rev, s.courseId, s.code, s.level, s.division, s.room, s.capacity, c.code AS courseCode, c.nameEl AS courseEl, c.nameEn AS courseEn
     FROM section s JOIN course c ON c.id = s.courseId WHERE s.yearId = ? AND s.deletedAt IS NULL`, [yearId]);
}

/** The terms in which some sections are taught; a section of which none is told is taught all year. */
export function readTermsOf(db: Reader, sectionId: string): string[] {
  return db.all<{ termId: string }>('SELECT termId FROM section_term WHERE sectionId = ? AND deletedAt IS NULL', [sectionId]).map(({ termId }) => termId);
}

export interface KnownStaff {
  id: string; rev: number; personId: string; code: string | null; familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null;
  sortKey: string; departmentId: string | null; userId: string | null; role: string | null; since: string | null;
}

/** Everybody who works at the school, with the assignment in force. `rev` counts staff and person together, as the form does. */
export function readStaff(db: Reader, today: string): KnownStaff[] {
  return db.all(
    `SELECT st.id, st.rev + p.rev AS rev, st.personId, st.code, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, p.sortKey, st.departmentId, st.userId, a.role, a.startDate AS since
     FROM staff st JOIN person p ON p.id = st.personId
     LEFT JOIN staff_assignment a ON a.id = (SELECT id FROM staff_assignment WHERE staffId = st.id AND deletedAt IS NULL AND coalesce(endDate, '9999') >= @today
       ORDER BY (departmentId = st.departmentId) DESC, (role = 'head') DESC, startDate DESC LIMIT 1)
     WHERE st.deletedAt IS NULL AND st.archivedAt IS NULL`, { today });
}

/** Who teaches a section first of all, today or later. */
export function readTeachersOf(db: Reader, sectionIds: readonly string[], today: string): { id: string; sectionId: string; staffId: string; role: string }[] {
  return db.all(
    `SELECT ss.id, ss.sectionId, ss.staffId, ss.role FROM json_each(@ids) j CROSS JOIN section_staff ss ON ss.sectionId = j.value
     WHERE ss.deletedAt IS NULL AND coalesce(ss.endDate, '9999') >= @today`, { ids: setOf(sectionIds), today });
}

export interface KnownPlace { id: string; rev: number; sectionId: string; studentId: string; startDate: string; endDate: string | null }

/** The places of some students in sections. */
export function readPlacesOf(db: Reader, studentIds: readonly string[]): KnownPlace[] {
  return db.all(
    `SELECT se.id, se.rev, se.sectionId, se.studentId, se.startDate, se.endDate FROM json_each(@ids) j CROSS JOIN section_enrolment se ON se.studentId = j.value
     WHERE se.deletedAt IS NULL ORDER BY se.startDate DESC`, { ids: setOf(studentIds) });
}

/** Places by their id. */
export function readPlacesById(db: Reader, ids: readonly string[]): KnownPlace[] {
  return db.all('SELECT se.id, se.rev, se.sectionId, se.studentId, se.startDate, se.endDate FROM json_each(@ids) j CROSS JOIN section_enrolment se ON se.id = j.value WHERE se.deletedAt IS NULL', { ids: setOf(ids) });
}

export interface KnownTerm { id: string; nameEl: string; nameEn: string; type: string; startDate: string; endDate: string; parts: number }

/** The terms of a year; `parts`: how many terms each is made of. */
export function readTerms(db: Reader, yearId: string): KnownTerm[] {
  return db.all(
    `SELECT t.id, t.nameEl, t.nameEn, t.type, t.startDate, t.endDate, (SELECT count(*) FROM term p WHERE p.parentId = t.id AND p.deletedAt IS NULL) AS parts
     FROM term t WHERE t.yearId = ? AND t.deletedAt IS NULL ORDER BY t.startDate`, [yearId]);
}

export interface KnownAssessment { id: string; sectionId: string; termId: string; title: string; maxScore: number }

/** The assessments of some sections. */
export function readAssessmentsOf(db: Reader, sectionIds: readonly string[]): KnownAssessment[] {
  return db.all(
    `SELECT a.id, a.sectionId, a.termId, a.title, a.maxScore FROM json_each(@ids) j CROSS JOIN assessment a ON a.sectionId = j.value WHERE a.deletedAt IS NULL ORDER BY a.dueDate DESC`,
    { ids: setOf(sectionIds) });
}

export interface KnownScore { assessmentId: string; studentId: string; rev: number; state: string; value: number | null; comment: string | null }

/** The scores of some students for some assessments. */
export function readScoresOf(db: Reader, assessmentIds: readonly string[], studentIds: readonly string[]): KnownScore[] {
  return db.all(
    `SELECT s.assessmentId, s.studentId, s.rev, s.state, s.value, s.comment FROM json_each(@assessments) a CROSS JOIN json_each(@students) j
     CROSS JOIN score s ON s.assessmentId = a.value AND s.studentId = j.value WHERE s.deletedAt IS NULL`,
    { assessments: setOf(assessmentIds), students: setOf(studentIds) });
}

export interface KnownCode { id: string; code: string; labelEl: string; labelEn: string; officialCode: string | null }

/** The attendance codes that are in use. */
export function readCodes(db: Reader): KnownCode[] {
  return db.all('SELECT id, code, labelEl, labelEn, officialCode FROM attendance_code WHERE archivedAt IS NULL AND deletedAt IS NULL');
}

export interface KnownMark { studentId: string; date: string; sectionId: string | null; period: number | null; rev: number; codeId: string; minutes: number | null; note: string | null }

/** The office's marks of some students between two days. */
export function readMarksOf(db: Reader, studentIds: readonly string[], from: string, to: string): KnownMark[] {
  return db.all(
    `SELECT m.studentId, m.date, m.sectionId, m.period, m.rev, m.codeId, m.minutes, m.note FROM json_each(@ids) j CROSS JOIN attendance_mark m ON m.studentId = j.value AND m.date BETWEEN @from AND @to
     WHERE m.source = 'office' AND m.deletedAt IS NULL`, { ids: setOf(studentIds), from, to });
}

export interface KnownLink {
  studentId: string; linkId: string; personId: string; rev: number; familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null; relation: string; priority: number;
  custody: number; mayPickUp: number; noContact: number; receivesReports: number; noContactNote: string | null; noContactUntil: string | null;
  phone: string | null; mobile: string | null; email: string | null;
}

const contact = (kind: string) => `(SELECT value FROM contact_point WHERE personId = g.personId AND kind = '${kind}' AND endDate IS NULL AND deletedAt IS NULL LIMIT 1) AS ${kind}`;

/** The guardians of some students with their contacts of today. */
export function readLinksOf(db: Reader, studentIds: readonly string[]): KnownLink[] {
  return db.all(
    `SELECT g.studentId, g.id AS linkId, g.personId, g.rev + p.rev AS rev, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, g.relation, g.priority, g.custody, g.mayPickUp, g.noContact,
       g.receivesReports, g.noContactNote, g.noContactUntil, ${contact('phone')}, ${contact('mobile')}, ${contact('email')}
     FROM json_each(@ids) j CROSS JOIN guardian_link g ON g.studentId = j.value AND g.deletedAt IS NULL JOIN person p ON p.id = g.personId ORDER BY g.priority, g.id`,
    { ids: setOf(studentIds) });
}

/** Who is already a guardian of some student and has this name (a sort key) and one of these telephones or addresses. */
export function findGuardian(db: Reader, sortKey: string, contacts: readonly string[]): string | undefined {
  return db.get<{ id: string }>(
    `SELECT p.id FROM person p JOIN contact_point c ON c.personId = p.id AND c.endDate IS NULL AND c.deletedAt IS NULL AND c.value IN (SELECT value FROM json_each(@contacts))
     WHERE p.sortKey = @sortKey AND p.deletedAt IS NULL AND EXISTS (SELECT 1 FROM guardian_link g WHERE g.personId = p.id AND g.deletedAt IS NULL) LIMIT 1`,
    { sortKey, contacts: JSON.stringify(contacts) })?.id;
}

/** First and last day of a year. */
export function readYearDates(db: Reader, yearId: string): { startDate: string; endDate: string } {
  return db.get<{ startDate: string; endDate: string }>('SELECT startDate, endDate FROM academic_year WHERE id = ?', [yearId]) ?? { startDate: '', endDate: '' };
}

/** Names of students, as lists show them. */
export function readNames(db: Reader, studentIds: readonly string[]): Map<string, string> {
  return new Map(db.all<{ id: string; name: string }>(
    `SELECT s.id, p.familyEl || ' ' || p.givenEl AS name FROM json_each(?) j CROSS JOIN student s ON s.id = j.value JOIN person p ON p.id = s.personId`, [setOf(studentIds)],
  ).map(({ id, name }) => [id, name]));
}
