import { sectionsInScope, studentsInScope, type RowScope } from '../access/index.ts';
import type { Reader } from '../store/reader.ts';

/** The class divisions of each year that have students within a scope. */
export function readDivisions(db: Reader, scope: RowScope): { yearId: string; level: string; division: string | null }[] {
  const limited = studentsInScope(scope, 'e.studentId');
  // The index alone tells the divisions; whether one has a live stay is then asked of each division, not of each student.
  return db.all(`WITH d AS MATERIALIZED (SELECT DISTINCT e.yearId, e.level, e.division FROM enrolment e WHERE ${limited.sql})
    SELECT d.yearId, d.level, d.division FROM d
    WHERE EXISTS (SELECT 1 FROM enrolment e WHERE e.yearId = d.yearId AND e.level = d.level AND e.division IS d.division AND e.deletedAt IS NULL)
    ORDER BY d.level, d.division`, limited.params);
}

/** The terms for which grades are posted. */
export function readPostedTerms(db: Reader): Set<string> {
  return new Set(db.all<{ termId: string }>('SELECT DISTINCT termId FROM mark_count WHERE marks > 0').map(({ termId }) => termId));
}

export interface MissingRow {
  id: string; code: string; courseEl: string; courseEn: string; level: string | null; division: string | null; teachers: string; students: number; posted: number;
}

/** Sections with students at the end of a term who have no posted grade for it. `line`: the term with those around and inside it. */
export function readMissing(db: Reader, yearId: string, term: { id: string; endDate: string }, line: readonly string[], scope: RowScope): MissingRow[] {
  const limited = sectionsInScope(scope, 's.id');
  return db.all<MissingRow>(
    `SELECT s.id, s.code, c.nameEl AS courseEl, c.nameEn AS courseEn, s.level, s.division, count(*) AS students, count(g.id) AS posted,
       coalesce((SELECT group_concat(name, ', ') FROM (SELECT p.familyEl || ' ' || p.givenEl AS name FROM section_staff ss
         JOIN staff st ON st.id = ss.staffId JOIN person p ON p.id = st.personId WHERE ss.sectionId = s.id AND ss.deletedAt IS NULL
         AND ss.startDate <= @end AND coalesce(ss.endDate, '9999') >= @end ORDER BY ss.role, name)), '') AS teachers
     FROM section s CROSS JOIN course c ON c.id = s.courseId
     CROSS JOIN section_enrolment se ON se.sectionId = s.id AND se.deletedAt IS NULL AND se.startDate <= @end AND coalesce(se.endDate, '9999') >= @end
     LEFT JOIN posted_grade g ON g.studentId = se.studentId AND g.termId = @termId AND g.deletedAt IS NULL AND g.replacedById IS NULL
       AND EXISTS (SELECT 1 FROM section o WHERE o.id = g.sectionId AND o.courseId = s.courseId)
     WHERE s.yearId = @yearId AND s.deletedAt IS NULL AND ${limited.sql}
       AND (NOT EXISTS (SELECT 1 FROM section_term x WHERE x.sectionId = s.id AND x.deletedAt IS NULL)
         OR EXISTS (SELECT 1 FROM section_term x WHERE x.sectionId = s.id AND x.deletedAt IS NULL AND x.termId IN (SELECT value FROM json_each(@line))))
     GROUP BY s.id HAVING count(g.id) < count(*) ORDER BY s.level, s.division, c.nameEl`,
    { yearId, termId: term.id, end: term.endDate, line: JSON.stringify(line), ...limited.params });
}

export interface PostedHistoryRow {
  id: string; courseId: string; code: string; termId: string; scaleId: string; value: number; reason: string | null; replacedById: string | null; createdAt: number; author: string | null;
}

/** Every grade ever posted for a student, those that were replaced too, latest first. */
export function readPostedHistory(db: Reader, studentId: string): PostedHistoryRow[] {
  return db.all<PostedHistoryRow>(
    `SELECT g.id, s.courseId, s.code, g.termId, g.scaleId, g.value, g.reason, g.replacedById, g.createdAt, u.displayName AS author
     FROM posted_grade g CROSS JOIN section s ON s.id = g.sectionId LEFT JOIN user u ON u.id = g.createdBy
     WHERE g.studentId = ? AND g.deletedAt IS NULL ORDER BY g.createdAt DESC, g.id DESC`, [studentId]);
}

export interface WhyRow {
  studentId: string; value: number; scaleId: string; courseEl: string; courseEn: string; termEl: string; termEn: string;
  computed: number | null; penalty: number | null; isOverride: number | null; reason: string | null; schemeVersion: number | null; inputs: string | null;
  postedAt: number; postedBy: string | null;
}

/** One posted grade with all that was stored with it. */
export function readWhy(db: Reader, id: string): WhyRow | undefined {
  return db.get<WhyRow>(
    `SELECT g.studentId, g.value, g.scaleId, c.nameEl AS courseEl, c.nameEn AS courseEn, t.nameEl AS termEl, t.nameEn AS termEn,
       g.computed, g.penalty, g.isOverride, g.reason, g.schemeVersion, g.inputs, g.createdAt AS postedAt, u.displayName AS postedBy
     FROM posted_grade g JOIN section s ON s.id = g.sectionId JOIN course c ON c.id = s.courseId JOIN term t ON t.id = g.termId LEFT JOIN user u ON u.id = g.createdBy
     WHERE g.id = ? AND g.deletedAt IS NULL`, [id]);
}
