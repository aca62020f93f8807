import type { Reader } from '../../store/reader.ts';

export interface AssessmentFacts { id: string; rev: number; sectionId: string; termId: string; title: string; description: string | null; maxScore: number; weight: number; dueDate: string; categoryId: string | null }

/** The assessments of some sections, or some of them by id. */
export function readAssessmentFacts(db: Reader, sectionIds: readonly string[], ids: readonly string[] = []): AssessmentFacts[] {
  const columns = 'a.id, a.rev, a.sectionId, a.termId, a.title, a.description, a.maxScore, a.weight, a.dueDate, a.categoryId';
  if (ids.length > 0) return db.all(`SELECT ${columns} FROM json_each(?) j CROSS JOIN assessment a ON a.id = j.value WHERE a.deletedAt IS NULL`, [JSON.stringify(ids)]);
  return db.all(`SELECT ${columns} FROM json_each(?) j CROSS JOIN assessment a ON a.sectionId = j.value WHERE a.deletedAt IS NULL`, [JSON.stringify(sectionIds)]);
}

/** The terms that are whole years, by their year: a session that is a year means that term. */
export const readRootTerms = (db: Reader): Map<string, string> => new Map(db.all<{ yearId: string; id: string }>(
  `SELECT yearId, id FROM term WHERE type = 'year' AND deletedAt IS NULL`).map(({ yearId, id }) => [yearId, id]));

/** Every year and term. */
export const readSessionIds = (db: Reader): Set<string> =>
  new Set(db.all<{ id: string }>('SELECT id FROM academic_year WHERE deletedAt IS NULL UNION ALL SELECT id FROM term WHERE deletedAt IS NULL').map(({ id }) => id));
