import { sectionsInScope, type RowScope } from '../access/index.ts';
import type { Reader } from '../store/reader.ts';

/** A year's classes within a scope, by code. */
export function readYearSections(db: Reader, yearId: string | null, scope: RowScope): { id: string; code: string; nameEl: string; nameEn: string }[] {
  const limited = sectionsInScope(scope, 's.id');
  return db.all(
    `SELECT s.id, s.code, c.nameEl, c.nameEn FROM section s JOIN course c ON c.id = s.courseId
     WHERE s.yearId = @yearId AND s.deletedAt IS NULL AND ${limited.sql} ORDER BY s.code`, { yearId, ...limited.params });
}
