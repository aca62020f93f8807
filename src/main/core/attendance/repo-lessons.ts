import { sectionsInScope, type RowScope } from '../access/index.ts';
import type { Reader, Value } from '../store/reader.ts';
import type { YearOn } from './repo-calendar.ts';
import { personOf } from './repo-divisions.ts';
import { weekdayOf } from './rules-school-days.ts';

interface StoredLesson {
  sectionId: string; period: number | null; code: string; courseEl: string; courseEn: string; level: string | null; division: string | null;
  startTime: string | null; room: string | null; takenAt: number | null; takenBy: string | null;
  familyEl: string | null; givenEl: string | null; familyLatin: string | null; givenLatin: string | null;
}
export type LessonRow = ReturnType<typeof toLesson>;
const toLesson = ({ takenAt, takenBy, familyEl, givenEl, familyLatin, givenLatin, ...row }: StoredLesson) => ({
  ...row, teacher: personOf({ familyEl, givenEl, familyLatin, givenLatin }), taken: takenAt === null ? null : { at: takenAt, by: takenBy },
});

/** The hour of a lesson: its own, or the one that begins with it. */
export const periodOf = 'coalesce(m.period, (SELECT number FROM bell_period WHERE startTime = m.startTime AND deletedAt IS NULL LIMIT 1))';
/** True where a section is taught on `@date`: in all terms, or in one of its own. */
export const isTaught = `(NOT EXISTS (SELECT 1 FROM section_term st WHERE st.sectionId = s.id AND st.deletedAt IS NULL)
  OR EXISTS (SELECT 1 FROM section_term st JOIN term t ON t.id = st.termId WHERE st.sectionId = s.id AND st.deletedAt IS NULL AND t.startDate <= @date AND t.endDate >= @date))`;
const teacherOf = `LEFT JOIN person p ON p.id = (SELECT f.personId FROM section_staff ss JOIN staff f ON f.id = ss.staffId
  WHERE ss.sectionId = s.id AND ss.deletedAt IS NULL AND ss.startDate <= @date AND coalesce(ss.endDate, '9999') >= @date ORDER BY ss.role = 'primary' DESC, ss.id LIMIT 1)`;
const columns = `s.id AS sectionId, s.code, c.nameEl AS courseEl, c.nameEn AS courseEn, s.level, s.division,
  p.familyEl, p.givenEl, p.familyLatin, p.givenLatin`;

/**
 * The lessons of a date in the sections of one division, or of the caller: as the timetable has them, others that were taken all the same,
 * and sections that the timetable says nothing of (without an hour).
 */
export function readLessons(db: Reader, year: YearOn, date: string, scope: RowScope, division: { level: string; division: string } | null): LessonRow[] {
  const scoped = sectionsInScope(scope, 's.id');
  const where = division ? 's.level = @level AND s.division = @division' : '1';
  const params: Record<string, Value> = { date, yearId: year.id, weekday: weekdayOf(date), ...division, ...scoped.params };
  return db.all<StoredLesson>(
    `WITH own AS MATERIALIZED (SELECT s.id FROM section s WHERE s.yearId = @yearId AND s.deletedAt IS NULL AND ${where} AND ${scoped.sql} AND ${isTaught}),
       planned AS MATERIALIZED (SELECT m.sectionId, ${periodOf} AS period, m.startTime, m.room FROM own CROSS JOIN meeting m ON m.sectionId = own.id
         WHERE m.weekday = @weekday AND m.deletedAt IS NULL),
       held AS (SELECT sectionId, period, startTime, room FROM planned WHERE period IS NOT NULL
         UNION ALL SELECT a.sectionId, a.period, NULL, NULL FROM own CROSS JOIN attendance_submission a ON a.sectionId = own.id AND a.date = @date AND a.sectionId IS NOT NULL
           WHERE a.deletedAt IS NULL AND NOT EXISTS (SELECT 1 FROM planned l WHERE l.sectionId = a.sectionId AND l.period = a.period)
         UNION ALL SELECT own.id, NULL, NULL, NULL FROM own WHERE NOT EXISTS (SELECT 1 FROM meeting m WHERE m.sectionId = own.id AND m.deletedAt IS NULL))
     SELECT ${columns}, held.period, held.startTime, coalesce(held.room, s.room) AS room, a.updatedAt AS takenAt, u.displayName AS takenBy
     FROM held JOIN section s ON s.id = held.sectionId JOIN course c ON c.id = s.courseId
       LEFT JOIN attendance_submission a ON a.sectionId = held.sectionId AND a.date = @date AND a.period = held.period AND a.sectionId IS NOT NULL AND a.deletedAt IS NULL
       LEFT JOIN user u ON u.id = a.updatedBy ${teacherOf}
     ORDER BY held.period IS NULL, held.period, s.code`, params).map(toLesson);
}

/** SQL of the lessons that the timetable has on a weekday, with their hour, of sections taught that day. */
export function plannedSql(scoped: string): string {
  return `SELECT m.sectionId, ${periodOf} AS period, m.startTime, m.room FROM meeting m CROSS JOIN section s ON s.id = m.sectionId
    WHERE m.weekday = @weekday AND m.deletedAt IS NULL AND s.yearId = @yearId AND s.deletedAt IS NULL AND ${scoped} AND ${isTaught}`;
}
const notTaken = `NOT EXISTS (SELECT 1 FROM attendance_submission a WHERE a.sectionId = l.sectionId AND a.date = @date AND a.period = l.period AND a.sectionId IS NOT NULL AND a.deletedAt IS NULL)`;

/** Lessons of the timetable that were not taken, and how many there are. `until`: only those that have begun by then (`HH:MM`). */
export function readMissingLessons(db: Reader, year: YearOn, date: string, scope: RowScope, options: { until: string | null; limit: number }): { all: number; missing: number; rows: LessonRow[] } {
  const scoped = sectionsInScope(scope, 's.id');
  const params: Record<string, Value> = { date, yearId: year.id, weekday: weekdayOf(date), until: options.until ?? '99', ...scoped.params };
  const planned = `WITH l AS MATERIALIZED (SELECT * FROM (${plannedSql(scoped.sql)}) WHERE period IS NOT NULL AND startTime <= @until)`;
  const counts = db.get<{ all: number; missing: number }>(`${planned} SELECT count(*) AS "all", coalesce(sum(${notTaken}), 0) AS missing FROM l`, params) ?? { all: 0, missing: 0 };
  const rows = options.limit === 0 || counts.missing === 0 ? [] : db.all<StoredLesson>(
    `${planned}, open AS MATERIALIZED (SELECT l.* FROM l WHERE ${notTaken} ORDER BY l.period, l.sectionId LIMIT @limit)
     SELECT ${columns}, open.period, open.startTime, coalesce(open.room, s.room) AS room, NULL AS takenAt, NULL AS takenBy
     FROM open JOIN section s ON s.id = open.sectionId JOIN course c ON c.id = s.courseId ${teacherOf} ORDER BY open.period, s.code`,
    { ...params, limit: options.limit });
  return { ...counts, rows: rows.map(toLesson) };
}

export interface SectionFacts { id: string; yearId: string; code: string; level: string | null; division: string | null; courseEl: string; courseEn: string; teacher: ReturnType<typeof personOf> }

/** What the title of a lesson's sheet says. */
export function readSectionFacts(db: Reader, sectionId: string, date: string): SectionFacts | undefined {
  const row = db.get<StoredLesson & { yearId: string }>(
    `SELECT ${columns}, s.yearId FROM section s JOIN course c ON c.id = s.courseId ${teacherOf} WHERE s.id = @sectionId AND s.deletedAt IS NULL`, { sectionId, date });
  return row && { id: row.sectionId, yearId: row.yearId, code: row.code, level: row.level, division: row.division, courseEl: row.courseEl, courseEn: row.courseEn, teacher: personOf(row) };
}

/** When a lesson hour of a section begins on a weekday, by the timetable. */
export function findStartTime(db: Reader, sectionId: string, date: string, period: number): string | null {
  return db.get<{ startTime: string }>(
    `SELECT m.startTime FROM meeting m WHERE m.sectionId = @sectionId AND m.weekday = @weekday AND ${periodOf} = @period AND m.deletedAt IS NULL LIMIT 1`,
    { sectionId, weekday: weekdayOf(date), period })?.startTime ?? null;
}
