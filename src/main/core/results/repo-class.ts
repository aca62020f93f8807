import { studentsInScope, type RowScope } from '../access/index.ts';
import type { Reader, Value } from '../store/reader.ts';
import type { ClassData, PlaceRow, PostedRow, Pupil } from './rules-class.ts';
import type { Term } from './rules-year.ts';
import { readScaleMap } from './repo-scales.ts';

export interface PupilRow extends Pupil {
  studentNo: string; familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null;
}
export interface TermRow extends Term { nameEl: string; nameEn: string; type: string }
export interface CourseRow {
  id: string; code: string; nameEl: string; nameEn: string; credits: number | null; ects: number | null; weeklyHours: number | null;
}

/** Whose results: of a year, and narrower where `level`, `division` (null: those without one) or `studentId` are given. */
export interface Target { yearId: string; level?: string; division?: string | null; studentId?: string }

/** The SQL of the students of a year, each by the last stay, in the order of their names. For the query-plan test as well. */
export function pupilSql({ level, division, studentId }: Omit<Target, 'yearId'>, scopeSql: string): string {
  const narrower = [
    level !== undefined && 'e.level = @level', division !== undefined && 'e.division IS @division', studentId !== undefined && 'e.studentId = @studentId',
  ].filter(Boolean).map((part) => `AND ${String(part)}`).join(' ');
  return `SELECT e.studentId, e.level, e.division, e.lastAttendedDate, s.studentNo, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin
    FROM enrolment e CROSS JOIN student s ON s.id = e.studentId AND s.deletedAt IS NULL CROSS JOIN person p ON p.id = s.personId
    WHERE e.yearId = @yearId ${narrower} AND e.deletedAt IS NULL AND ${scopeSql}
      AND NOT EXISTS (SELECT 1 FROM enrolment x WHERE x.studentId = e.studentId AND x.yearId = e.yearId AND x.entryDate > e.entryDate AND x.deletedAt IS NULL)
    ORDER BY p.sortKey`;
}

/** The students of a year within a scope. */
export function readPupils(db: Reader, target: Target, scope: RowScope): PupilRow[] {
  const limited = studentsInScope(scope, 'e.studentId');
  const { yearId, level, division, studentId } = target;
  const params: Record<string, Value> = { yearId, ...limited.params };
  if (level !== undefined) params.level = level;
  if (division !== undefined) params.division = division;
  if (studentId !== undefined) params.studentId = studentId;
  return db.all<PupilRow>(pupilSql(target, limited.sql), params);
}

/** Live posted grades of students in terms. */
export const gradeSql = `SELECT g.studentId, s.courseId, g.termId, g.scaleId, g.value FROM json_each(@students) j
  CROSS JOIN json_each(@terms) t
  CROSS JOIN posted_grade g ON g.studentId = j.value AND g.termId = t.value AND g.deletedAt IS NULL AND g.replacedById IS NULL
  CROSS JOIN section s ON s.id = g.sectionId`;

/** Places of students in sections of a year. */
export const placeSql = `SELECT se.studentId, s.courseId, se.sectionId, se.startDate, se.endDate FROM json_each(@students) j
  CROSS JOIN section_enrolment se ON se.studentId = j.value AND se.deletedAt IS NULL
  CROSS JOIN section s ON s.id = se.sectionId AND s.yearId = @yearId`;

const incidentSql = `SELECT DISTINCT i.studentId FROM json_each(@students) j
  CROSS JOIN incident_student i ON i.studentId = j.value AND i.role = 'responsible' AND i.deletedAt IS NULL
  CROSS JOIN incident n ON n.id = i.incidentId AND n.deletedAt IS NULL CROSS JOIN academic_year y ON y.id = @yearId AND n.date BETWEEN y.startDate AND y.endDate`;

/** Reads what the results of some students of a year are worked out from. `conduct`: incidents too, when a rule of honour asks for them. */
export function readClassData<P extends Pupil>(
  db: Reader, yearId: string, pupils: readonly P[], terms: readonly Term[], options: { conduct: boolean },
): ClassData & { pupils: readonly P[]; courses: Map<string, CourseRow> } {
  const students = JSON.stringify(pupils.map(({ studentId }) => studentId));
  const grades = db.all<PostedRow>(gradeSql, { students, terms: JSON.stringify(terms.map(({ id }) => id)) });
  const places = db.all<PlaceRow>(placeSql, { students, yearId });
  const incidents = options.conduct ? db.all<{ studentId: string }>(incidentSql, { students, yearId }) : [];
  const courses = readCourses(db, [...grades, ...places].map(({ courseId }) => courseId));
  return {
    pupils, grades, places, courses, scales: readScaleMap(db), sectionTerms: readSectionTerms(db, yearId),
    credits: new Map([...courses.values()].map(({ id, credits }) => [id, credits])), incidents: new Set(incidents.map(({ studentId }) => studentId)),
  };
}

function readCourses(db: Reader, ids: readonly string[]): Map<string, CourseRow> {
  const rows = db.all<CourseRow>(
    'SELECT c.id, c.code, c.nameEl, c.nameEn, c.credits, c.ects, c.weeklyHours FROM json_each(?) j CROSS JOIN course c ON c.id = j.value', [JSON.stringify([...new Set(ids)])]);
  return new Map(rows.map((row) => [row.id, row]));
}

function readSectionTerms(db: Reader, yearId: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const rows = db.all<{ sectionId: string; termId: string }>(
    `SELECT st.sectionId, st.termId FROM section_term st CROSS JOIN section s ON s.id = st.sectionId AND s.yearId = ? WHERE st.deletedAt IS NULL`, [yearId]);
  for (const { sectionId, termId } of rows) found.set(sectionId, (found.get(sectionId) ?? new Set()).add(termId));
  return found;
}

/** The terms of a year. */
export function readTerms(db: Reader, yearId: string): TermRow[] {
  return db.all<TermRow>(
    'SELECT id, parentId, type, nameEl, nameEn, startDate, endDate, weight FROM term WHERE yearId = ? AND deletedAt IS NULL ORDER BY startDate, endDate', [yearId]);
}
