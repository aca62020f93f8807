import type { CallOutcome } from '#contract/attendance.ts';
import { studentsInScope, type RowScope } from '../access/index.ts';
import type { Reader, Value } from '../store/reader.ts';

export interface AbsentRow {
  id: string; studentNo: string; familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null;
  level: string | null; division: string | null; wholeDay: number; lessons: number;
}

/** An absence in force on `@date` that nobody has excused: the office's mark for the lesson or the day hides the teacher's. Outer tables: m, k. */
const openAbsence = `m.date = @date AND m.deletedAt IS NULL AND k.presence = 'absent' AND k.excused = 0 AND (m.source = 'office' OR NOT EXISTS (
  SELECT 1 FROM attendance_mark o WHERE o.studentId = m.studentId AND o.date = m.date AND o.source = 'office' AND o.deletedAt IS NULL
    AND (o.sectionId IS NULL OR (o.sectionId IS m.sectionId AND o.period IS m.period))))`;
/** A call that settles the day: somebody was reached, or a message left. */
const settled = `EXISTS (SELECT 1 FROM contact_log l WHERE l.date = @date AND l.studentId = m.studentId AND l.outcome IN ('reached', 'message') AND l.deletedAt IS NULL)`;

/** SQL of the students with an open absence, each once. */
export function absentSql(scoped: string): string {
  return `SELECT m.studentId, max(m.sectionId IS NULL) AS wholeDay, sum(m.sectionId IS NOT NULL) AS lessons, ${settled} AS isDone
    FROM attendance_code k CROSS JOIN attendance_mark m ON m.codeId = k.id WHERE ${openAbsence} AND ${scoped} GROUP BY m.studentId`;
}

/** Students absent without excuse on a day, by name; `done`: those of whom somebody was told, else the others. */
export function readAbsent(db: Reader, date: string, scope: RowScope, options: { done: boolean; limit: number }): { waiting: number; done: number; rows: AbsentRow[] } {
  const scoped = studentsInScope(scope, 'm.studentId');
  const params: Record<string, Value> = { date, ...scoped.params };
  const absent = `WITH absent AS MATERIALIZED (${absentSql(scoped.sql)})`;
  const counts = db.get<{ waiting: number; done: number }>(`${absent} SELECT coalesce(sum(NOT isDone), 0) AS waiting, coalesce(sum(isDone), 0) AS done FROM absent`, params) ?? { waiting: 0, done: 0 };
  // Cards are sorted first: of thousands absent in an epidemic only a page is looked up.
  const rows = db.all<AbsentRow>(
    `${absent}, page AS MATERIALIZED (SELECT a.studentId, a.wholeDay, a.lessons, c.studentNo, c.level, c.division, c.sortKey
       FROM absent a CROSS JOIN student_card c ON c.studentId = a.studentId WHERE a.isDone = @isDone ORDER BY c.sortKey, a.studentId LIMIT @limit)
     SELECT s.id, a.studentNo, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, a.level, a.division, a.wholeDay, a.lessons
     FROM page a CROSS JOIN student s ON s.id = a.studentId CROSS JOIN person p ON p.id = s.personId ORDER BY a.sortKey, s.id`, { ...params, isDone: Number(options.done), limit: options.limit });
  return { ...counts, rows };
}

export interface CallGuardianRow {
  id: string; studentId: string; personId: string; relation: string; priority: number; noContact: number; noContactNote: string | null;
  familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null;
}
const guardianColumns = `g.id, g.studentId, g.personId, g.relation, g.priority,
  g.noContact = 1 AND (g.noContactUntil IS NULL OR g.noContactUntil >= @date) AS noContact, g.noContactNote, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin`;

/** Guardians of students in the order in which they are called. `noContact`: an order is in force on the date. */
export function readCallGuardians(db: Reader, students: readonly string[], date: string): CallGuardianRow[] {
  return db.all<CallGuardianRow>(
    `SELECT ${guardianColumns} FROM json_each(@students) j CROSS JOIN guardian_link g ON g.studentId = j.value CROSS JOIN person p ON p.id = g.personId
     WHERE g.deletedAt IS NULL ORDER BY g.studentId, g.priority, g.id`, { students: JSON.stringify(students), date });
}

/** One guardian of a student, with whether an order is in force. */
export function findCallGuardian(db: Reader, id: string, studentId: string, date: string): CallGuardianRow | undefined {
  return db.get<CallGuardianRow>(
    `SELECT ${guardianColumns} FROM guardian_link g JOIN person p ON p.id = g.personId WHERE g.id = @id AND g.studentId = @studentId AND g.deletedAt IS NULL`, { id, studentId, date });
}

/** Telephone numbers of people that hold on a date, mobiles first. */
export function readPhones(db: Reader, people: readonly string[], date: string): { personId: string; kind: 'mobile' | 'phone'; value: string }[] {
  return db.all(
    `SELECT c.personId, c.kind, c.value FROM json_each(@people) j CROSS JOIN contact_point c ON c.personId = j.value AND c.kind IN ('mobile', 'phone')
     WHERE c.deletedAt IS NULL AND coalesce(c.startDate, '') <= @date AND coalesce(c.endDate, '9999') >= @date ORDER BY c.kind, c.id`,
    { people: JSON.stringify([...new Set(people)]), date });
}

export interface CallRow { id: string; studentId: string; date: string; guardianLinkId: string | null; outcome: CallOutcome; note: string | null; by: string | null; at: number }
const callColumns = 'l.id, l.studentId, l.date, l.guardianLinkId, l.outcome, l.note, u.displayName AS "by", l.createdAt AS at';

/** The calls about a day's absences of students, in order. */
export function readCallsOn(db: Reader, students: readonly string[], date: string): CallRow[] {
  return db.all<CallRow>(
    `SELECT ${callColumns} FROM json_each(@students) j CROSS JOIN contact_log l ON l.studentId = j.value AND l.date = @date LEFT JOIN user u ON u.id = l.createdBy
     WHERE l.deletedAt IS NULL ORDER BY l.id`, { students: JSON.stringify(students), date });
}

/** All calls about a student's absences between two dates, latest first. */
export function readCallsOf(db: Reader, studentId: string, from: string, to: string): CallRow[] {
  return db.all<CallRow>(
    `SELECT ${callColumns} FROM contact_log l LEFT JOIN user u ON u.id = l.createdBy
     WHERE l.studentId = @studentId AND l.date BETWEEN @from AND @to AND l.deletedAt IS NULL ORDER BY l.date DESC, l.id DESC`, { studentId, from, to });
}

/** Documents kept with a student that may stand behind an excuse. */
export function readExcuseDocuments(db: Reader, studentId: string): { id: string; title: string; fieldClass: string }[] {
  return db.all('SELECT id, title, fieldClass FROM attachment WHERE studentId = ? AND deletedAt IS NULL ORDER BY id DESC', [studentId]);
}

/** Whether a student is enrolled on a date. */
export function isEnrolledOn(db: Reader, studentId: string, date: string): boolean {
  return db.get(
    `SELECT 1 FROM enrolment e JOIN academic_year y ON y.id = e.yearId WHERE e.studentId = @studentId AND e.entryDate <= @date
       AND coalesce(e.lastAttendedDate, y.endDate) >= @date AND e.deletedAt IS NULL`, { studentId, date }) !== undefined;
}
