import type { SectionFilter, SectionRow } from '#contract/sections.ts';
import type { TeacherName } from '#contract/academics.ts';
import { sectionsInScope, studentsInScope, type RowScope } from '../access/index.ts';
import { foldText } from '../search/index.ts';
import type { Reader, Value } from '../store/reader.ts';
import { nameColumns } from './repo-staff.ts';

type BareRow = Omit<SectionRow, 'teachers'>;

/** Columns of a section's row; `@on` is the day whose students count. */
const rowColumns = `s.id, s.rev, s.code, s.courseId, c.code AS courseCode, c.nameEl AS courseEl, c.nameEn AS courseEn, s.yearId, s.level, s.division, s.room, s.capacity,
  (SELECT count(*) FROM section_enrolment e WHERE e.sectionId = s.id AND e.deletedAt IS NULL AND e.startDate <= @on AND coalesce(e.endDate, '9999') >= @on) AS students,
  (SELECT count(*) FROM meeting m WHERE m.sectionId = s.id AND m.deletedAt IS NULL) AS lessons, c.weeklyHours`;

function conditionOf(db: Reader, yearId: string, filter: SectionFilter, scope: RowScope): { sql: string; params: Record<string, Value> } {
  const limited = sectionsInScope(scope, 's.id');
  const parts = ['s.yearId = @yearId', 's.deletedAt IS NULL', limited.sql];
  const params: Record<string, Value> = { yearId, ...limited.params };
  const add = (sql: string, values: Record<string, Value>) => { parts.push(sql); Object.assign(params, values); };
  if (filter.level !== null) add('s.level = @level', { level: filter.level });
  if (filter.division !== null) add('s.division = @division', { division: filter.division });
  if (filter.courseId !== null) add('s.courseId = @courseId', { courseId: filter.courseId });
  if (filter.staffId !== null) add('s.id IN (SELECT sectionId FROM section_staff WHERE staffId = @staffId AND deletedAt IS NULL)', { staffId: filter.staffId });
  if (filter.text !== '') add('s.id IN (SELECT value FROM json_each(@matching))', { matching: JSON.stringify(findByText(db, yearId, filter.text)) });
  return { sql: parts.join(' AND '), params };
}

/** Sections of a year whose code or course has a text in it, folded: SQLite does not fold Greek, and a year has at most some thousands. */
function findByText(db: Reader, yearId: string, text: string): string[] {
  const wanted = foldText(text);
  return db.all<{ id: string; words: string }>(
    `SELECT s.id, s.code || ' ' || c.code || ' ' || c.nameEl || ' ' || c.nameEn AS words FROM section s JOIN course c ON c.id = s.courseId
     WHERE s.yearId = ? AND s.deletedAt IS NULL`, [yearId]).filter(({ words }) => foldText(words).includes(wanted)).map(({ id }) => id);
}

/** One page of a year's sections, with their teachers of that day. */
export function readSectionPage(
  db: Reader, yearId: string, on: string, filter: SectionFilter, scope: RowScope, paging: { offset: number; limit: number },
): { total: number; rows: SectionRow[] } {
  const { sql, params } = conditionOf(db, yearId, filter, scope);
  const total = db.get<{ n: number }>(`SELECT count(*) AS n FROM section s WHERE ${sql}`, params)?.n ?? 0;
  const rows = db.all<BareRow>(
    `WITH page AS MATERIALIZED (SELECT s.id FROM section s WHERE ${sql} ORDER BY s.level, s.division, s.code LIMIT @limit OFFSET @offset)
     SELECT ${rowColumns} FROM page CROSS JOIN section s ON s.id = page.id JOIN course c ON c.id = s.courseId ORDER BY s.level, s.division, s.code`,
    { ...params, ...paging, on });
  return { total, rows: withTeachers(db, rows, on) };
}

/** One section; undefined when it does not exist. The caller has checked the scope. */
export function readSection(db: Reader, id: string, on: string): SectionRow | undefined {
  const row = db.get<BareRow>(`SELECT ${rowColumns} FROM section s JOIN course c ON c.id = s.courseId WHERE s.id = @id AND s.deletedAt IS NULL`, { id, on });
  return row && withTeachers(db, [row], on)[0];
}

function withTeachers(db: Reader, rows: readonly BareRow[], on: string): SectionRow[] {
  const teachers = readTeachers(db, rows.map(({ id }) => id), on);
  return rows.map((row) => ({ ...row, teachers: teachers.get(row.id) ?? [] }));
}

/** The teachers of some sections on a day, the first responsible first. */
export function readTeachers(db: Reader, sectionIds: readonly string[], on: string): Map<string, TeacherName[]> {
  const rows = db.all<TeacherName & { sectionId: string }>(
    `SELECT x.sectionId, ${nameColumns} FROM json_each(@ids) j CROSS JOIN section_staff x ON x.sectionId = j.value AND x.deletedAt IS NULL
       AND x.startDate <= @on AND coalesce(x.endDate, '9999') >= @on
     CROSS JOIN staff st ON st.id = x.staffId JOIN person p ON p.id = st.personId ORDER BY (x.role <> 'primary'), p.sortKey`, { ids: JSON.stringify(sectionIds), on });
  const teachers = new Map<string, TeacherName[]>();
  for (const { sectionId, ...name } of rows) teachers.set(sectionId, [...(teachers.get(sectionId) ?? []), name]);
  return teachers;
}

/** Everybody who teaches or taught a section, by date. */
export function readSectionStaff(db: Reader, sectionId: string): (TeacherName & { id: string; rev: number; role: string; startDate: string; endDate: string | null })[] {
  return db.all(
    `SELECT x.id, x.rev, x.role, x.startDate, x.endDate, ${nameColumns} FROM section_staff x JOIN staff st ON st.id = x.staffId JOIN person p ON p.id = st.personId
     WHERE x.sectionId = ? AND x.deletedAt IS NULL ORDER BY x.startDate DESC, p.sortKey`, [sectionId]);
}

interface MeetingRow { id: string; rev: number; weekday: number; period: number | null; startTime: string; endTime: string; room: string | null }

/** The weekly lessons of a section. */
export function readMeetings(db: Reader, sectionId: string): MeetingRow[] {
  return db.all<MeetingRow>(
    'SELECT id, rev, weekday, period, startTime, endTime, room FROM meeting WHERE sectionId = ? AND deletedAt IS NULL ORDER BY weekday, startTime', [sectionId]);
}

/** The terms in which a section is taught: none means all year. */
export function readSectionTerms(db: Reader, sectionId: string): { id: string; termId: string }[] {
  return db.all('SELECT id, termId FROM section_term WHERE sectionId = ? AND deletedAt IS NULL', [sectionId]);
}

export interface RosterRow {
  placeId: string; rev: number; studentId: string; studentNo: string; familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null;
  division: string | null; startDate: string; endDate: string | null; reason: string | null;
}

/** Who is in a section on a day (ever, without one), by name, with the division of today; of a narrow scope only its own students. */
export function readRoster(db: Reader, sectionId: string, on: string | null, scope: RowScope): RosterRow[] {
  const limited = studentsInScope(scope, 'e.studentId');
  const dated = on === null ? '1' : `e.startDate <= @on AND coalesce(e.endDate, '9999') >= @on`;
  return db.all<RosterRow>(
    `SELECT e.id AS placeId, e.rev, e.studentId, t.studentNo, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, c.division, e.startDate, e.endDate, e.reason
     FROM section_enrolment e CROSS JOIN student t ON t.id = e.studentId AND t.deletedAt IS NULL JOIN person p ON p.id = t.personId LEFT JOIN student_card c ON c.studentId = t.id
     WHERE e.sectionId = @sectionId AND e.deletedAt IS NULL AND ${dated} AND ${limited.sql} ORDER BY p.sortKey, e.startDate`,
    { sectionId, ...(on === null ? {} : { on }), ...limited.params });
}

/** What the sections of a year can be narrowed to, within a scope. */
export function readFacetRows(db: Reader, yearId: string, scope: RowScope): {
  sections: { level: string | null; division: string | null; room: string | null; courseId: string; courseCode: string; courseEl: string; courseEn: string }[];
  teachers: TeacherName[]; rooms: string[];
} {
  const limited = sectionsInScope(scope, 's.id');
  const params = { yearId, ...limited.params };
  const live = `s.yearId = @yearId AND s.deletedAt IS NULL AND ${limited.sql}`;
  return {
    sections: db.all(
      `SELECT DISTINCT s.level, s.division, s.room, s.courseId, c.code AS courseCode, c.nameEl AS courseEl, c.nameEn AS courseEn
       FROM section s JOIN course c ON c.id = s.courseId WHERE ${live}`, params),
    teachers: db.all<TeacherName>(
      `SELECT ${nameColumns} FROM (SELECT DISTINCT x.staffId FROM section s CROSS JOIN section_staff x ON x.sectionId = s.id AND x.deletedAt IS NULL WHERE ${live}) d
       CROSS JOIN staff st ON st.id = d.staffId JOIN person p ON p.id = st.personId ORDER BY p.sortKey`, params),
    rooms: db.all<{ room: string }>(
      `SELECT DISTINCT coalesce(m.room, s.room) AS room FROM section s CROSS JOIN meeting m ON m.sectionId = s.id AND m.deletedAt IS NULL
       WHERE ${live} AND coalesce(m.room, s.room) IS NOT NULL ORDER BY 1`, params).map(({ room }) => room),
  };
}

/** Codes of a year's sections, and their courses and divisions, to tell what is there already. */
export function readSectionKeys(db: Reader, yearId: string): { id: string; code: string; courseId: string; level: string | null; division: string | null }[] {
  return db.all('SELECT id, code, courseId, level, division FROM section WHERE yearId = ? AND deletedAt IS NULL', [yearId]);
}
