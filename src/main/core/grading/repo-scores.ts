import type { ScoreState } from '#contract/grading-parts.ts';
import type { Reader } from '../store/reader.ts';

export interface AssessmentRow {
  id: string; rev: number; sectionId: string; termId: string; title: string; maxScore: number; weight: number; dueDate: string;
  /** The category as it was chosen, and the oldest one that it carries on: the same in every version. */
  categoryId: string | null; lineage: string | null; description: string | null; publishedAt: number | null;
}
const columns = `a.id, a.rev, a.sectionId, a.termId, a.title, a.maxScore, a.weight, a.dueDate, a.categoryId, coalesce(c.originId, c.id) AS lineage, a.description, a.publishedAt`;
const source = 'assessment a LEFT JOIN grading_category c ON c.id = a.categoryId';

/** The assessments of a section and term, by date. */
export function readAssessments(db: Reader, sectionId: string, termId: string): AssessmentRow[] {
  return db.all<AssessmentRow>(`SELECT ${columns} FROM ${source} WHERE a.sectionId = ? AND a.termId = ? AND a.deletedAt IS NULL ORDER BY a.dueDate, a.id`, [sectionId, termId]);
}

/** One live assessment. */
export function readAssessment(db: Reader, id: string): AssessmentRow | undefined {
  return db.get<AssessmentRow>(`SELECT ${columns} FROM ${source} WHERE a.id = ? AND a.deletedAt IS NULL`, [id]);
}

export interface ScoreRow { assessmentId: string; studentId: string; rev: number; state: ScoreState; value: number | null; comment: string | null }

/** The scores of a section's term; with a student, theirs only. */
export function readScores(db: Reader, sectionId: string, termId: string, studentId: string | null = null): ScoreRow[] {
  return db.all<ScoreRow>(
    `SELECT sc.assessmentId, sc.studentId, sc.rev, sc.state, sc.value, sc.comment
     FROM assessment a CROSS JOIN score sc ON sc.assessmentId = a.id AND sc.deletedAt IS NULL ${studentId === null ? '' : 'AND sc.studentId = @studentId'}
     WHERE a.sectionId = @sectionId AND a.termId = @termId AND a.deletedAt IS NULL`, studentId === null ? { sectionId, termId } : { sectionId, termId, studentId });
}

/** The row that holds a cell, a removed one included: it is brought back when something is entered again. */
export function findScore(db: Reader, assessmentId: string, studentId: string): { id: string; rev: number; isRemoved: boolean } | undefined {
  const row = db.get<{ id: string; rev: number; deletedAt: number | null }>('SELECT id, rev, deletedAt FROM score WHERE assessmentId = ? AND studentId = ?', [assessmentId, studentId]);
  return row && { id: row.id, rev: row.rev, isRemoved: row.deletedAt !== null };
}

/** The highest value that an assessment has; null without any. */
export function readHighestScore(db: Reader, assessmentId: string): number | null {
  return db.get<{ value: number | null }>('SELECT max(value) AS value FROM score WHERE assessmentId = ? AND deletedAt IS NULL', [assessmentId])?.value ?? null;
}
