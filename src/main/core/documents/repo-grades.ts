import type { Reader } from '../store/reader.ts';
import { groupBy } from './repo-people.ts';
import type { DocumentScale } from './rules-figures.ts';

export interface DocumentTerm { id: string; type: string; nameEl: string; nameEn: string; startDate: string; endDate: string; weight: number; parentId: string | null }

/** A year's terms in the order in which they end; what ends together, the part before the whole. */
export function readTerms(db: Reader, yearId: string): DocumentTerm[] {
  return db.all<DocumentTerm>(
    `SELECT id, type, nameEl, nameEn, startDate, endDate, weight, parentId FROM term WHERE yearId = ? AND deletedAt IS NULL
     ORDER BY endDate, startDate DESC, type = 'year', id`, [yearId]);
}

/** The scales with their bands. */
export function readScales(db: Reader): Map<string, DocumentScale> {
  const bands = db.all<DocumentScale['bands'][number] & { scaleId: string }>(
    'SELECT scaleId, labelEl, labelEn, threshold, gradePoints FROM scale_band WHERE deletedAt IS NULL ORDER BY threshold');
  const scales = db.all<Omit<DocumentScale, 'bands'>>('SELECT id, kind, step, max, passMark FROM scale');
  return new Map(scales.map((scale) => [scale.id, { ...scale, bands: bands.filter(({ scaleId }) => scaleId === scale.id) }]));
}

export interface GradeRow {
  studentId: string; yearId: string; yearLabel: string; yearStatus: string; termId: string; termType: string; weight: number; courseId: string;
  titleEl: string; titleEn: string; credits: number | null; scaleId: string; value: number;
}

/**
 * The students' posted grades as they now stand (corrected ones by their last correction), by year, then courses in the school's own order:
 * by department, each as it was entered. `termIds` null: of all years.
 */
export function readGrades(db: Reader, ids: readonly string[], termIds: readonly string[] | null): Map<string, GradeRow[]> {
  const rows = db.all<GradeRow>(
    `SELECT g.studentId, y.id AS yearId, y.label AS yearLabel, y.status AS yearStatus, g.termId, t.type AS termType, t.weight, c.id AS courseId, c.nameEl AS titleEl, c.nameEn AS titleEn, c.credits,
       g.scaleId, g.value
     FROM json_each(@ids) j CROSS JOIN posted_grade g ON g.studentId = j.value AND g.deletedAt IS NULL AND g.replacedById IS NULL
     JOIN term t ON t.id = g.termId JOIN academic_year y ON y.id = t.yearId JOIN section s ON s.id = g.sectionId JOIN course c ON c.id = s.courseId
     WHERE @terms IS NULL OR g.termId IN (SELECT value FROM json_each(@terms))
     ORDER BY y.startDate, c.departmentId IS NULL, c.departmentId, c.id, g.createdAt`,
    { ids: JSON.stringify(ids), terms: termIds && JSON.stringify(termIds) });
  return groupBy(rows);
}

/** Each student's mean of a term's live grades, of all who have a stay at a level of a year: what ranks are counted from. Only where all grades are on one scale. */
export function readLevelMeans(db: Reader, termId: string, yearId: string, level: string): Map<string, number> {
  const rows = db.all<{ studentId: string; mean: number }>(
    `SELECT e.studentId, avg(g.value) AS mean FROM (SELECT DISTINCT studentId FROM enrolment WHERE yearId = @yearId AND level = @level AND deletedAt IS NULL) e
     CROSS JOIN posted_grade g ON g.studentId = e.studentId AND g.termId = @termId AND g.deletedAt IS NULL AND g.replacedById IS NULL
     GROUP BY e.studentId HAVING count(DISTINCT g.scaleId) = 1`, { termId, yearId, level });
  return new Map(rows.map(({ studentId, mean }) => [studentId, mean]));
}

export interface TranscriptLine {
  studentId: string; yearLabel: string; level: string | null; titleEl: string; titleEn: string; credits: number | null; value: number | null;
  gradeEl: string; gradeEn: string; passed: number | null; scaleId: string | null; isExternal: number; schoolName: string | null;
}

/** The transcript lines that were written for the students, external work included. */
export function readTranscriptLines(db: Reader, ids: readonly string[]): Map<string, TranscriptLine[]> {
  return groupBy(db.all<TranscriptLine>(
    `SELECT t.studentId, t.yearLabel, t.level, t.titleEl, t.titleEn, t.credits, t.value, t.gradeEl, t.gradeEn, t.passed, t.scaleId, t.isExternal, t.schoolName
     FROM json_each(?) j CROSS JOIN transcript_line t ON t.studentId = j.value AND t.deletedAt IS NULL ORDER BY t.yearLabel, t.isExternal DESC, t.id`,
    [JSON.stringify(ids)]));
}

/** The levels of all of the students' stays, by year. */
export function readLevels(db: Reader, ids: readonly string[]): Map<string, { studentId: string; yearLabel: string; level: string }[]> {
  return groupBy(db.all<{ studentId: string; yearLabel: string; level: string }>(
    `SELECT e.studentId, y.label AS yearLabel, e.level FROM json_each(?) j CROSS JOIN enrolment e ON e.studentId = j.value AND e.deletedAt IS NULL
     JOIN academic_year y ON y.id = e.yearId ORDER BY e.entryDate`, [JSON.stringify(ids)]));
}
