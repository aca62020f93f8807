import { studentsInScope, type RowScope } from '../access/index.ts';
import type { Reader } from '../store/reader.ts';

export interface TermRow { id: string; nameEl: string; nameEn: string; startDate: string; endDate: string }

/** The latest term for which marks were posted. */
export function findLatestPostedTerm(db: Reader): (TermRow & { yearId: string; yearLabel: string }) | undefined {
  return db.get<TermRow & { yearId: string; yearLabel: string }>(
    `SELECT t.id, t.yearId, t.nameEl, t.nameEn, t.startDate, t.endDate, y.label AS yearLabel FROM term t JOIN academic_year y ON y.id = t.yearId WHERE t.deletedAt IS NULL
       AND EXISTS (SELECT 1 FROM mark_count g WHERE g.termId = t.id AND g.marks > 0) ORDER BY t.endDate DESC, t.startDate DESC LIMIT 1`);
}

/** The innermost term that a date falls in: terms nest, and the shortest is the one that people mean. */
export function findTerm(db: Reader, date: string): TermRow | undefined {
  return db.get<TermRow>('SELECT id, nameEl, nameEn, startDate, endDate FROM term WHERE startDate <= ? AND endDate >= ? AND deletedAt IS NULL ORDER BY julianday(endDate) - julianday(startDate) LIMIT 1', [date, date]);
}

/**
 * Bands with where each ends (the next one's threshold) and its bit in `student_card.markBands`: its place within its scale, so that it stays
 * when other scales come. Bands of two scales may share a bit; who has to tell them apart looks at the marks.
 */
export const bandRanges = `SELECT *, coalesce(lead(threshold) OVER (PARTITION BY scaleId ORDER BY threshold), 1e9) AS ceiling,
  row_number() OVER (PARTITION BY scaleId ORDER BY threshold) - 1 AS bit FROM scale_band WHERE deletedAt IS NULL`;

/** Whether the marks of a term stand in more than one scale. */
export function hasMixedScales(db: Reader, termId: string): boolean {
  return (db.get<{ n: number }>('SELECT count(DISTINCT scaleId) AS n FROM mark_count WHERE termId = ? AND marks > 0', [termId])?.n ?? 0) > 1;
}

/** How many students have each standing. */
export function countByStatus(db: Reader, scope: RowScope): Map<string, number> {
  const limited = studentsInScope(scope, 'c.studentId');
  return new Map(db.all<{ status: string; n: number }>(
    `SELECT c.status, count(*) AS n FROM student_card c WHERE ${limited.sql} GROUP BY c.status`, limited.params).map(({ status, n }) => [status, n]));
}

/** Enrolled students of each level. */
export function countByLevel(db: Reader, scope: RowScope): { level: string; students: number }[] {
  const limited = studentsInScope(scope, 'c.studentId');
  return db.all(`SELECT c.level, count(*) AS students FROM student_card c WHERE c.status = 'enrolled' AND ${limited.sql} GROUP BY c.level ORDER BY c.level`, limited.params);
}

interface BandCount { id: string; labelEl: string; labelEn: string; marks: number; passes: number }

/** Marks of a term in each band of the scale that they were given in. */
export function countByBand(db: Reader, termId: string, scope: RowScope): BandCount[] {
  const limited = studentsInScope(scope, 'c.studentId');
  const counts = scope.all
    ? 'SELECT scaleId, value, marks FROM mark_count WHERE termId = @termId AND marks > 0'
    : `SELECT g.scaleId, g.value, count(*) AS marks FROM (SELECT studentId FROM student_card c WHERE ${limited.sql}) c
         CROSS JOIN posted_grade g ON g.studentId = c.studentId AND g.termId = @termId AND g.deletedAt IS NULL AND g.replacedById IS NULL GROUP BY g.scaleId, g.value`;
  return db.all<BandCount>(
    `WITH counts AS MATERIALIZED (${counts}), bands AS (${bandRanges})
     SELECT b.id, b.labelEl, b.labelEn, b.threshold >= s.passMark AS passes,
       coalesce((SELECT sum(marks) FROM counts WHERE scaleId = b.scaleId AND value >= b.threshold AND value < b.ceiling), 0) AS marks
     FROM bands b JOIN scale s ON s.id = b.scaleId WHERE b.scaleId IN (SELECT scaleId FROM counts) ORDER BY b.scaleId, b.threshold`,
    { termId, ...limited.params });
}

/** A week in student-days: `membership` due and counted, `missed` of them without excuse, `absences` of any kind. */
export interface WeekRow { monday: string; membership: number; missed: number; absences: number }
const mondayOf = (column: string) => `date(${column}, 'weekday 0', '-6 days')`;

/** Days of a year with the student-days due on them, and what the marks in force come to. Membership leaves out whom nobody expected or who was excused. */
interface DaySums { monday: string; expected: number; absences: number; missed: number; left: number }

/** What a mark of code `k` takes off a day: the share missed without excuse, the share of any absence, and what leaves both sides. */
const sums = (marks: string) => `sum(iif(k.excused = 1 OR k.countsMembership = 0 OR k.presence = 'notExpected', 0, (1 - k.fraction) * ${marks})) AS missed,
  sum(iif(k.presence = 'absent', (1 - k.fraction) * ${marks}, 0)) AS absences,
  sum(iif(k.countsMembership = 0 OR k.presence = 'notExpected', 1, iif(k.excused = 1, 1 - k.fraction, 0)) * ${marks}) AS "left"`;
/** The mark in force of a student for a day: the office's, where there is one. */
const inForce = `(m.source = 'office' OR NOT EXISTS (SELECT 1 FROM attendance_mark o WHERE o.studentId = m.studentId AND o.date = m.date AND o.source = 'office'
  AND o.sectionId IS NULL AND o.deletedAt IS NULL))`;

/**
 * Student-days due and missed by week of a year, of whole days that were taken. A day on which nothing was taken counts on neither side.
 * Lessons are counted only on dates on which no whole day was taken at all; `lessonHours` of them make a day.
 */
export function attendanceByWeek(db: Reader, yearId: string, scope: RowScope, lessonHours: number): WeekRow[] {
  const limited = studentsInScope(scope, 'm.studentId');
  const members = studentsInScope(scope, 'e.studentId');
  const due = scope.all
    ? `SELECT date, sum(expected) AS expected FROM attendance_submission WHERE yearId = @yearId AND sectionId IS NULL AND deletedAt IS NULL GROUP BY date`
    : `SELECT a.date, count(*) AS expected FROM attendance_submission a
         JOIN enrolment e ON e.yearId = a.yearId AND e.level = a.level AND e.division = a.division AND e.entryDate <= a.date
           AND coalesce(e.lastAttendedDate, '9999') >= a.date AND e.deletedAt IS NULL
         WHERE a.yearId = @yearId AND a.sectionId IS NULL AND a.deletedAt IS NULL AND ${members.sql} GROUP BY a.date`;
  const marked = scope.all
    ? `SELECT m.date, ${sums('m.marks')} FROM academic_year y CROSS JOIN attendance_count m ON m.date BETWEEN y.startDate AND y.endDate
         JOIN attendance_code k ON k.id = m.codeId WHERE y.id = @yearId GROUP BY m.date`
    : `SELECT m.date, ${sums('1')} FROM academic_year y CROSS JOIN attendance_mark m ON m.date BETWEEN y.startDate AND y.endDate AND m.sectionId IS NULL AND m.deletedAt IS NULL
         JOIN attendance_code k ON k.id = m.codeId WHERE y.id = @yearId AND ${inForce} AND ${limited.sql} GROUP BY m.date`;
  const days = db.all<DaySums>(
    `WITH due AS MATERIALIZED (${due}), marked AS MATERIALIZED (${marked})
     SELECT ${mondayOf('due.date')} AS monday, sum(due.expected) AS expected, coalesce(sum(marked.absences), 0) AS absences,
       coalesce(sum(marked.missed), 0) AS missed, coalesce(sum(marked."left"), 0) AS "left"
     FROM due LEFT JOIN marked ON marked.date = due.date GROUP BY 1 ORDER BY 1`, { yearId, ...limited.params, ...members.params });
  const lessons = scope.all ? lessonsByWeek(db, yearId, lessonHours) : [];
  const weeks = new Map<string, WeekRow>();
  for (const { monday, expected, absences, missed, left } of [...days, ...lessons]) {
    const week = weeks.get(monday) ?? { monday, membership: 0, missed: 0, absences: 0 };
    weeks.set(monday, { monday, membership: week.membership + expected - left, missed: week.missed + missed, absences: week.absences + absences });
  }
  return [...weeks.values()].toSorted((a, b) => a.monday.localeCompare(b.monday));
}

/** The same of lessons, in days, on dates on which only lessons were taken. */
function lessonsByWeek(db: Reader, yearId: string, lessonHours: number): DaySums[] {
  return db.all<DaySums>(
    `WITH due AS MATERIALIZED (SELECT date, sum(expected) AS expected FROM attendance_submission a WHERE yearId = @yearId AND sectionId IS NOT NULL AND deletedAt IS NULL
         AND NOT EXISTS (SELECT 1 FROM attendance_submission d WHERE d.date = a.date AND d.sectionId IS NULL AND d.deletedAt IS NULL) GROUP BY date),
       marked AS MATERIALIZED (SELECT m.date, ${sums('m.marks')} FROM due CROSS JOIN attendance_hour_count m ON m.date = due.date
         JOIN attendance_code k ON k.id = m.codeId GROUP BY m.date)
     SELECT ${mondayOf('due.date')} AS monday, sum(due.expected) * 1.0 / @lessonHours AS expected, coalesce(sum(marked.absences), 0) * 1.0 / @lessonHours AS absences,
       coalesce(sum(marked.missed), 0) * 1.0 / @lessonHours AS missed, coalesce(sum(marked."left"), 0) * 1.0 / @lessonHours AS "left"
     FROM due LEFT JOIN marked ON marked.date = due.date GROUP BY 1`, { yearId, lessonHours });
}

/**
 * Students absent on a day, each once, and null while nothing was taken: by the mark in force for the day; where a student's division
 * was not taken, by the lessons that were.
 */
export function absentOn(db: Reader, date: string, scope: RowScope): number | null {
  const taken = db.get('SELECT 1 FROM attendance_submission WHERE date = ? AND deletedAt IS NULL LIMIT 1', [date]) !== undefined;
  if (!taken) return null;
  const limited = studentsInScope(scope, 'm.studentId');
  return db.get<{ n: number }>(
    `SELECT count(DISTINCT m.studentId) AS n FROM attendance_code k CROSS JOIN attendance_mark m ON m.codeId = k.id
     WHERE k.presence = 'absent' AND m.date = @date AND m.deletedAt IS NULL AND (m.source = 'office' OR NOT EXISTS (
         SELECT 1 FROM attendance_mark o WHERE o.studentId = m.studentId AND o.date = m.date AND o.source = 'office' AND o.deletedAt IS NULL
           AND (o.sectionId IS NULL OR (o.sectionId IS m.sectionId AND o.period IS m.period))))
       AND (m.sectionId IS NULL OR NOT EXISTS (SELECT 1 FROM student_card c JOIN attendance_submission a ON a.date = @date AND a.level = c.level AND a.division = c.division
         AND a.sectionId IS NULL AND a.deletedAt IS NULL WHERE c.studentId = m.studentId)) AND ${limited.sql}`, { date, ...limited.params })?.n ?? 0;
}

/** What waits for somebody: counts of unfinished things. */
export function countUnfinished(db: Reader): { students: number; unplaced: number; waiting: { id: string } | undefined; waitingCount: number } {
  const one = (sql: string) => db.get<{ n: number }>(sql)?.n ?? 0;
  return {
    students: db.get('SELECT 1 FROM student_card LIMIT 1') === undefined ? 0 : 1,
    unplaced: one(`SELECT count(*) AS n FROM student_card WHERE status = 'enrolled' AND division IS NULL`),
    waiting: db.get<{ id: string }>(`SELECT id FROM import_job WHERE state IN ('uploaded', 'ready') AND deletedAt IS NULL ORDER BY id DESC LIMIT 1`),
    waitingCount: one(`SELECT count(*) AS n FROM import_job WHERE state IN ('uploaded', 'ready') AND deletedAt IS NULL`),
  };
}
