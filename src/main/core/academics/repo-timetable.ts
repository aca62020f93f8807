import type { TimetableView } from '#contract/sections.ts';
import { sectionsInScope, type RowScope } from '../access/index.ts';
import type { Reader, Value } from '../store/reader.ts';
import { termsMeet } from './repo-conflicts.ts';

export interface Week { yearId: string; by: TimetableView; key: string; level: string | null; on: string }
interface LessonRow {
  id: string; rev: number; weekday: number; period: number | null; startTime: string; endTime: string; room: string | null; ownRoom: string | null;
  sectionId: string; sectionCode: string; courseEl: string; courseEn: string; division: string | null;
}
interface WeekSection { id: string; code: string; courseEl: string; courseEn: string; room: string | null; placed: number; due: number | null }

/** The sections of a week, by whom it is of: each begins at the index that is narrowest for it. */
const sectionsOf: Record<Exclude<TimetableView, 'room'>, string> = {
  division: 'SELECT s.id FROM section s WHERE s.yearId = @yearId AND (@level IS NULL OR s.level = @level) AND s.division = @key AND s.deletedAt IS NULL',
  teacher: `SELECT s.id FROM section_staff x CROSS JOIN section s ON s.id = x.sectionId AND s.yearId = @yearId AND s.deletedAt IS NULL
    WHERE x.staffId = @key AND x.deletedAt IS NULL AND x.startDate <= @on AND coalesce(x.endDate, '9999') >= @on`,
  student: `SELECT s.id FROM section_enrolment x CROSS JOIN section s ON s.id = x.sectionId AND s.yearId = @yearId AND s.deletedAt IS NULL
    WHERE x.studentId = @key AND x.deletedAt IS NULL AND x.startDate <= @on AND coalesce(x.endDate, '9999') >= @on`,
};

const lessonColumns = `m.id, m.rev, m.weekday, m.period, m.startTime, m.endTime, coalesce(m.room, s.room) AS room, m.room AS ownRoom,
  s.id AS sectionId, s.code AS sectionCode, c.nameEl AS courseEl, c.nameEn AS courseEn, s.division`;

/** The lessons of a week and the sections that belong to it, within a scope. A room has no sections of its own. */
export function readWeek(db: Reader, { yearId, by, key, level, on }: Week, scope: RowScope): { lessons: LessonRow[]; sections: WeekSection[] } {
  const limited = sectionsInScope(scope, 's.id');
  if (by === 'room') {
    const lessons = db.all<LessonRow>(
      `SELECT ${lessonColumns} FROM section s CROSS JOIN meeting m ON m.sectionId = s.id AND m.deletedAt IS NULL JOIN course c ON c.id = s.courseId
       WHERE s.yearId = @yearId AND s.deletedAt IS NULL AND coalesce(m.room, s.room) = @key AND ${limited.sql} ORDER BY m.weekday, m.startTime`, { yearId, key, ...limited.params });
    return { lessons, sections: [] };
  }
  const params: Record<string, Value> = { yearId, key, ...(by === 'division' ? { level } : { on }), ...limited.params };
  const own = `own AS MATERIALIZED (SELECT s.id FROM (SELECT DISTINCT id FROM (${sectionsOf[by]})) d CROSS JOIN section s ON s.id = d.id WHERE ${limited.sql})`;
  return {
    lessons: db.all<LessonRow>(
      `WITH ${own} SELECT ${lessonColumns} FROM own CROSS JOIN section s ON s.id = own.id CROSS JOIN meeting m ON m.sectionId = s.id AND m.deletedAt IS NULL
       JOIN course c ON c.id = s.courseId ORDER BY m.weekday, m.startTime`, params),
    sections: db.all<WeekSection>(
      `WITH ${own} SELECT s.id, s.code, c.nameEl AS courseEl, c.nameEn AS courseEn, s.room, c.weeklyHours AS due,
         (SELECT count(*) FROM meeting m WHERE m.sectionId = s.id AND m.deletedAt IS NULL) AS placed
       FROM own CROSS JOIN section s ON s.id = own.id JOIN course c ON c.id = s.courseId ORDER BY s.code`, params),
  };
}

/** Name of the member of staff or student whose week it is. */
export function readWho(db: Reader, table: 'staff' | 'student', id: string): { familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null } | null {
  return db.get(`SELECT p.familyEl, p.givenEl, p.familyLatin, p.givenLatin FROM ${table} t JOIN person p ON p.id = t.personId WHERE t.id = ? AND t.deletedAt IS NULL`, [id]) ?? null;
}

interface BusyTime { kind: 'teacher' | 'room' | 'student'; weekday: number; startTime: string; endTime: string; sectionCode: string }

/** The times at which the teachers, the room or the students of a section are taken by other lessons, or by its own. */
export function readBusy(db: Reader, of: { sectionId: string; yearId: string; room: string | null; exceptId: string | null }): BusyTime[] {
  const times = `m.weekday, m.startTime, m.endTime, s.code AS sectionCode`;
  const held = `CROSS JOIN section s ON s.id = b.sectionId AND s.yearId = @yearId AND s.deletedAt IS NULL AND ${termsMeet('@sectionId', 's.id')}
    CROSS JOIN meeting m INDEXED BY meeting_section ON m.sectionId = s.id AND m.deletedAt IS NULL AND m.id <> coalesce(@exceptId, '')`;
  const { room, ...params } = of;
  return [
    ...db.all<BusyTime>(
      `WITH b AS MATERIALIZED (SELECT DISTINCT x.sectionId FROM section_staff o INDEXED BY section_staff_section
         CROSS JOIN section_staff x INDEXED BY section_staff_staff ON x.staffId = o.staffId AND x.deletedAt IS NULL
           AND x.startDate <= coalesce(o.endDate, '9999') AND o.startDate <= coalesce(x.endDate, '9999')
         WHERE o.sectionId = @sectionId AND o.deletedAt IS NULL)
       SELECT 'teacher' AS kind, ${times} FROM b ${held}`, params),
    ...db.all<BusyTime>(
      `WITH b AS MATERIALIZED (SELECT DISTINCT x.sectionId FROM section_enrolment o INDEXED BY section_enrolment_section
         CROSS JOIN section_enrolment x INDEXED BY section_enrolment_student ON x.studentId = o.studentId AND x.deletedAt IS NULL
           AND x.startDate <= coalesce(o.endDate, '9999') AND o.startDate <= coalesce(x.endDate, '9999')
         WHERE o.sectionId = @sectionId AND o.deletedAt IS NULL)
       SELECT 'student' AS kind, ${times} FROM b ${held}`, params),
    ...(room === null ? [] : db.all<BusyTime>(
      `SELECT 'room' AS kind, ${times} FROM section s CROSS JOIN meeting m INDEXED BY meeting_section ON m.sectionId = s.id AND m.deletedAt IS NULL
       WHERE s.yearId = @yearId AND s.deletedAt IS NULL AND m.id <> coalesce(@exceptId, '') AND coalesce(m.room, s.room) = @room
         AND ${termsMeet('@sectionId', 's.id')}`, { ...params, room })),
  ];
}

/** A lesson with its section's year. */
export function readMeeting(db: Reader, id: string): { id: string; rev: number; sectionId: string } | undefined {
  return db.get('SELECT id, rev, sectionId FROM meeting WHERE id = ? AND deletedAt IS NULL', [id]);
}
