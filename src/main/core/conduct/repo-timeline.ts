import type { TimelineEntry } from '#contract/conduct.ts';
import type { Reader } from '../store/reader.ts';

type Performance = NonNullable<TimelineEntry['performance']>;
export interface ScoreRow {
  id: string; date: string; sectionId: string | null; courseEl: string | null; courseEn: string | null;
  nameEl: string; nameEn: string; score: number; max: number; note: string | null;
}

/** A student's daily scores, newest first: those of one day in one section stand together. At most `limit` of such groups. */
export function readScores(db: Reader, studentId: string, limit: number): ScoreRow[] {
  return db.all<ScoreRow>(
    `WITH days AS MATERIALIZED (SELECT DISTINCT date, sectionId FROM daily_performance WHERE studentId = @studentId AND deletedAt IS NULL ORDER BY date DESC LIMIT @limit)
     SELECT d.id, d.date, d.sectionId, k.nameEl AS courseEl, k.nameEn AS courseEn, g.nameEl, g.nameEn, d.score, g.max, d.note
     FROM days CROSS JOIN daily_performance d ON d.studentId = @studentId AND d.date = days.date AND d.sectionId IS days.sectionId AND d.deletedAt IS NULL
     JOIN performance_category g ON g.id = d.categoryId LEFT JOIN section s ON s.id = d.sectionId LEFT JOIN course k ON k.id = s.courseId
     ORDER BY d.date DESC, d.sectionId, g.position, d.id`, { studentId, limit });
}

/** How many groups of daily scores a student has. */
export function countScoreDays(db: Reader, studentId: string): number {
  return db.get<{ n: number }>(
    'SELECT count(*) AS n FROM (SELECT DISTINCT date, sectionId FROM daily_performance WHERE studentId = ? AND deletedAt IS NULL)', [studentId])?.n ?? 0;
}

export type { Performance };
