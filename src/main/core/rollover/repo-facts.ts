import type { Reader } from '../store/reader.ts';

export interface StayRow {
  enrolmentId: string; studentId: string; orgId: string; level: string; division: string | null;
  entryDate: string; lastAttendedDate: string | null; exitCode: string | null; archivedAt: number | null; sortKey: string;
}

/** Every live stay of a year with its student, the latest of a student last. */
export function iterateStays(db: Reader, yearId: string): Iterable<StayRow> {
  return db.iterate<StayRow>(
    `SELECT e.id AS enrolmentId, e.studentId, e.orgId, e.level, e.division, e.entryDate, e.lastAttendedDate, e.exitCode, s.archivedAt, p.sortKey
     FROM enrolment e CROSS JOIN student s ON s.id = e.studentId CROSS JOIN person p ON p.id = s.personId
     WHERE e.yearId = ? AND e.deletedAt IS NULL AND s.deletedAt IS NULL ORDER BY e.entryDate, e.id`, [yearId]);
}

/** The levels that students of a year are on, in the order of the alphabet. */
export function readLevels(db: Reader, yearId: string): string[] {
  return db.all<{ level: string }>(`SELECT DISTINCT level FROM enrolment WHERE yearId = ? AND deletedAt IS NULL AND trim(level) <> '' ORDER BY level`, [yearId]).map(({ level }) => level);
}

/** Students who have a stay in the next year, or in another one at the same time. */
export function readEnrolledNext(db: Reader, toYearId: string | null, startDate: string, endDate: string, fromYearId: string): Set<string> {
  return new Set(db.all<{ studentId: string }>(
    `SELECT studentId FROM enrolment WHERE deletedAt IS NULL AND yearId <> @fromYearId AND (yearId = @toYearId OR (entryDate <= @endDate AND coalesce(lastAttendedDate, '9999') >= @startDate AND entryDate >= @startDate))`,
    { toYearId, startDate, endDate, fromYearId }).map(({ studentId }) => studentId));
}

/** How many students each division of a year has, by level and division. */
export function readSeated(db: Reader, yearId: string): { level: string; division: string; students: number }[] {
  return db.all(`SELECT level, division, count(*) AS students FROM enrolment WHERE yearId = ? AND deletedAt IS NULL AND division IS NOT NULL
    AND lastAttendedDate IS NULL GROUP BY level, division`, [yearId]);
}

export interface TermRow {
  id: string; parentId: string | null; type: string; nameEl: string; nameEn: string; startDate: string; endDate: string;
  postingOpens: string | null; postingCloses: string | null; weight: number;
}

/** A year's terms. */
export function readTerms(db: Reader, yearId: string): TermRow[] {
  return db.all<TermRow>(
    'SELECT id, parentId, type, nameEl, nameEn, startDate, endDate, postingOpens, postingCloses, weight FROM term WHERE yearId = ? AND deletedAt IS NULL ORDER BY startDate, endDate DESC, id', [yearId]);
}

export interface SectionFacts { id: string; courseId: string; nameEl: string; nameEn: string }

/** A year's sections with their courses. */
export function readSectionFacts(db: Reader, yearId: string): SectionFacts[] {
  return db.all<SectionFacts>('SELECT s.id, s.courseId, k.nameEl, k.nameEn FROM section s JOIN course k ON k.id = s.courseId WHERE s.yearId = ? AND s.deletedAt IS NULL', [yearId]);
}

/** The terms in which sections of a year are taught; a section without any is taught all year. */
export function readTaughtTerms(db: Reader, yearId: string): { sectionId: string; termId: string }[] {
  return db.all('SELECT x.sectionId, x.termId FROM section s CROSS JOIN section_term x ON x.sectionId = s.id WHERE s.yearId = ? AND s.deletedAt IS NULL AND x.deletedAt IS NULL', [yearId]);
}

/** Who sits in the sections of a year until its end. Read section by section, as the rows lie. */
export function iteratePlaces(db: Reader, yearId: string, yearEnd: string): Iterable<{ sectionId: string; studentId: string }> {
  return db.iterate(
    `SELECT x.sectionId, x.studentId FROM section s CROSS JOIN section_enrolment x ON x.sectionId = s.id
     WHERE s.yearId = @yearId AND s.deletedAt IS NULL AND x.deletedAt IS NULL AND (x.endDate IS NULL OR x.endDate >= @yearEnd)`, { yearId, yearEnd });
}

export interface GradeRow { sectionId: string; studentId: string; termId: string; scaleId: string; value: number }

/** The grades of a year that stand. Read section by section, as they were posted. */
export function iterateGrades(db: Reader, yearId: string): Iterable<GradeRow> {
  return db.iterate<GradeRow>(
    `SELECT g.sectionId, g.studentId, g.termId, g.scaleId, g.value FROM section s CROSS JOIN posted_grade g ON g.sectionId = s.id
     WHERE s.yearId = ? AND s.deletedAt IS NULL AND g.deletedAt IS NULL AND g.replacedById IS NULL`, [yearId]);
}

/** Every scale. */
export function readScales(db: Reader): { id: string; min: number; max: number; step: number; passMark: number }[] {
  return db.all('SELECT id, min, max, step, passMark FROM scale');
}

/**
 * Hours of absence in a year by student: a mark of a lesson is an hour, a mark of the day `hoursPerDay`, less the fraction that counts as
 * present. As on report cards (`documents/rules-absences.ts`): the office's mark wins over the teacher's, its mark of a day over those of
 * lessons, and a teacher's mark of a day stands only where no lesson was marked. The plus signs: marks are looked up by student and date.
 */
export function readAbsences(db: Reader, startDate: string, endDate: string, hoursPerDay: number): { studentId: string; hours: number; unexcused: number }[] {
  const sameDay = 'SELECT 1 FROM attendance_mark o WHERE o.studentId = x.studentId AND o.date = x.date AND o.deletedAt IS NULL';
  return db.all(
    `SELECT m.studentId, sum(h) AS hours, sum(iif(m.excused, 0, h)) AS unexcused FROM (
       SELECT x.studentId, k.excused, (1 - k.fraction) * iif(x.sectionId IS NULL, @hoursPerDay, 1) AS h
       FROM attendance_mark x JOIN attendance_code k ON k.id = x.codeId AND k.presence IN ('absent', 'partial')
       WHERE x.date BETWEEN @startDate AND @endDate AND x.deletedAt IS NULL AND iif(x.sectionId IS NULL,
         x.source = 'office' OR NOT EXISTS (${sameDay} AND (o.sectionId IS NOT NULL OR o.source = 'office')),
         NOT EXISTS (${sameDay} AND o.source = 'office' AND (o.sectionId IS NULL OR (x.source = 'teacher' AND +o.sectionId IS x.sectionId AND +o.period IS x.period))))
     ) m GROUP BY m.studentId`, { startDate, endDate, hoursPerDay });
}

/** The limits of absences that hold on a day; without a level: for all of them. */
export function readLimits(db: Reader, day: string): { level: string | null; hours: number; counts: 'all' | 'unexcused' }[] {
  return db.all(
    `SELECT level, hours, counts FROM attendance_limit WHERE deletedAt IS NULL AND validFrom <= @day AND (validTo IS NULL OR validTo >= @day) ORDER BY validFrom DESC`, { day });
}
