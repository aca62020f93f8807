import type { Clash } from '#contract/sections.ts';
import type { Reader } from '../store/reader.ts';
import type { FoundClash, Lesson, Place } from './rules-timetable.ts';
import type { Dates } from './rules-terms.ts';

/** A lesson to be placed, in the room in which it would be held. */
export interface Proposed { sectionId: string; yearId: string; weekday: number; startTime: string; endTime: string; room: string | null; exceptId: string | null }
type Row = Omit<Clash, 'kind' | 'names'> & { staffId?: string };
type Names = Clash['names'];

/** How many people a clash names; it counts all. */
const namedPeople = 5;

/** SQL: two sections are taught in terms that share a day. A section without terms is taught all year. */
export const termsMeet = (a: string, b: string) => `(NOT EXISTS (SELECT 1 FROM section_term WHERE sectionId = ${a} AND deletedAt IS NULL)
  OR NOT EXISTS (SELECT 1 FROM section_term WHERE sectionId = ${b} AND deletedAt IS NULL)
  OR EXISTS (SELECT 1 FROM section_term ta CROSS JOIN term da ON da.id = ta.termId CROSS JOIN section_term tb ON tb.sectionId = ${b} AND tb.deletedAt IS NULL
    CROSS JOIN term db ON db.id = tb.termId WHERE ta.sectionId = ${a} AND ta.deletedAt IS NULL AND da.startDate <= db.endDate AND db.startDate <= da.endDate))`;

/** SQL: two dated places share a day. */
const placesMeet = (a: string, b: string) =>
  `${a}.startDate <= coalesce(${b}.endDate, '9999') AND ${b}.startDate <= coalesce(${a}.endDate, '9999')`;

/** The lessons of the year at the proposed time, by the index on weekday and start. */
const atThatTime = `at AS MATERIALIZED (
  SELECT m.id AS meetingId, m.sectionId, m.weekday, m.startTime, m.endTime, coalesce(m.room, s.room) AS room, s.code AS sectionCode, s.courseId
  FROM meeting m INDEXED BY meeting_weekday CROSS JOIN section s ON s.id = m.sectionId AND s.yearId = @yearId AND s.deletedAt IS NULL
  WHERE m.weekday = @weekday AND m.startTime < @endTime AND m.endTime > @startTime AND m.deletedAt IS NULL AND m.id <> coalesce(@exceptId, '')
    AND ${termsMeet('@sectionId', 'm.sectionId')})`;
const columns = `at.meetingId, at.sectionId, at.sectionCode, c.nameEl AS courseEl, c.nameEn AS courseEn, at.weekday, at.startTime, at.endTime, at.room`;

/** The statements of a check, for the test of their plans too. Each leads from the lessons at that time, or from the section's students, along indexes. */
export const conflictSql = {
  room: `WITH ${atThatTime} SELECT ${columns}, 1 AS count FROM at JOIN course c ON c.id = at.courseId WHERE at.room = @room`,
  teacher: `WITH ${atThatTime} SELECT DISTINCT ${columns}, 1 AS count, x.staffId FROM at
    CROSS JOIN section_staff x INDEXED BY section_staff_section ON x.sectionId = at.sectionId AND x.deletedAt IS NULL
    CROSS JOIN section_staff o INDEXED BY section_staff_section ON o.sectionId = @sectionId AND o.staffId = x.staffId AND o.deletedAt IS NULL AND ${placesMeet('x', 'o')}
    JOIN course c ON c.id = at.courseId`,
  student: `WITH ${atThatTime}, shared AS MATERIALIZED (
      SELECT x.sectionId, count(DISTINCT x.studentId) AS count FROM section_enrolment o INDEXED BY section_enrolment_section
      CROSS JOIN section_enrolment x INDEXED BY section_enrolment_student ON x.studentId = o.studentId AND x.sectionId IN (SELECT sectionId FROM at)
        AND x.deletedAt IS NULL AND ${placesMeet('x', 'o')}
      WHERE o.sectionId = @sectionId AND o.deletedAt IS NULL GROUP BY x.sectionId)
    SELECT ${columns}, shared.count FROM shared CROSS JOIN at ON at.sectionId = shared.sectionId JOIN course c ON c.id = at.courseId`,
} as const;

/** Everything that a proposed lesson would clash with: its teachers, its room and its students, where they are at that time. */
export function findConflicts(db: Reader, { room, ...at }: Proposed): Clash[] {
  const rooms = room === null ? [] : db.all<Row>(conflictSql.room, { ...at, room });
  const teachers = db.all<Row & { staffId: string }>(conflictSql.teacher, { ...at });
  const students = db.all<Row>(conflictSql.student, { ...at });
  return [
    ...teachers.map(({ staffId, ...row }) => ({ kind: 'teacher' as const, ...row, names: readNames(db, 'staff', [staffId]) })),
    ...rooms.map((row) => ({ kind: 'room' as const, ...row, names: [] })),
    ...students.map((row) => ({ kind: 'student' as const, ...row, names: namesShared(db, at.sectionId, row.sectionId) })),
  ];
}

function namesShared(db: Reader, a: string, b: string): Names {
  const shared = db.all<{ id: string }>(
    `SELECT DISTINCT o.studentId AS id FROM section_enrolment o INDEXED BY section_enrolment_section
     CROSS JOIN section_enrolment x INDEXED BY section_enrolment_section ON x.sectionId = @b AND x.studentId = o.studentId AND x.deletedAt IS NULL AND ${placesMeet('x', 'o')}
     WHERE o.sectionId = @a AND o.deletedAt IS NULL LIMIT ${namedPeople}`, { a, b });
  return readNames(db, 'student', shared.map(({ id }) => id));
}

function readNames(db: Reader, table: 'staff' | 'student', ids: readonly string[]): Names {
  return db.all(
    `SELECT p.familyEl, p.givenEl, p.familyLatin, p.givenLatin FROM json_each(?) j CROSS JOIN ${table} t ON t.id = j.value JOIN person p ON p.id = t.personId ORDER BY p.sortKey`,
    [JSON.stringify(ids.slice(0, namedPeople))]);
}

export interface YearLessons { lessons: Lesson[]; staff: Place[]; students: Iterable<Place>; termsOf: (sectionId: string) => readonly Dates[] }

/** What `findClashes` needs of a year. `students` is read as it is used. */
export function readYearLessons(db: Reader, year: { id: string; startDate: string; endDate: string }): YearLessons {
  const terms = new Map<string, Dates[]>();
  for (const { sectionId, startDate, endDate } of db.all<Dates & { sectionId: string }>(
    `SELECT x.sectionId, t.startDate, t.endDate FROM section s CROSS JOIN section_term x ON x.sectionId = s.id AND x.deletedAt IS NULL JOIN term t ON t.id = x.termId
     WHERE s.yearId = ? AND s.deletedAt IS NULL`, [year.id])) terms.set(sectionId, [...(terms.get(sectionId) ?? []), { startDate, endDate }]);
  const places = (table: 'section_staff' | 'section_enrolment', who: 'staffId' | 'studentId') =>
    `SELECT x.${who} AS who, x.sectionId, x.startDate, x.endDate FROM section s CROSS JOIN ${table} x ON x.sectionId = s.id AND x.deletedAt IS NULL
     WHERE s.yearId = ? AND s.deletedAt IS NULL`;
  return {
    lessons: db.all<Lesson>(
      `SELECT m.id AS meetingId, m.sectionId, m.weekday, m.startTime, m.endTime, coalesce(m.room, s.room) AS room
       FROM section s CROSS JOIN meeting m ON m.sectionId = s.id AND m.deletedAt IS NULL WHERE s.yearId = ? AND s.deletedAt IS NULL`, [year.id]),
    staff: db.all<Place>(places('section_staff', 'staffId'), [year.id]),
    students: db.iterate<Place>(places('section_enrolment', 'studentId'), [year.id]),
    termsOf: (sectionId) => terms.get(sectionId) ?? [year],
  };
}

/** Found clashes with the names of what they are about. */
export function describeClashes(db: Reader, found: readonly FoundClash[]): (Clash & { withSectionId: string; withSectionCode: string })[] {
  const sections = new Map<string, { code: string; courseEl: string; courseEn: string }>();
  const section = (id: string) => {
    const known = sections.get(id) ?? db.get<{ code: string; courseEl: string; courseEn: string }>(
      'SELECT s.code, c.nameEl AS courseEl, c.nameEn AS courseEn FROM section s JOIN course c ON c.id = s.courseId WHERE s.id = ?', [id]) ?? { code: '', courseEl: '', courseEn: '' };
    sections.set(id, known);
    return known;
  };
  return found.map(({ kind, a, b, who }) => {
    const { code, courseEl, courseEn } = section(a.sectionId);
    return {
      kind, meetingId: a.meetingId, sectionId: a.sectionId, sectionCode: code, courseEl, courseEn, weekday: a.weekday, startTime: a.startTime, endTime: a.endTime, room: a.room,
      count: who.length, names: kind === 'room' ? [] : readNames(db, kind === 'teacher' ? 'staff' : 'student', who),
      withSectionId: b.sectionId, withSectionCode: section(b.sectionId).code,
    };
  });
}
