import { sectionsInScope, type RowScope } from '../access/index.ts';
import type { Reader } from '../store/reader.ts';

/** Whether a section exists within a scope. */
export function isSectionInScope(db: Reader, id: string, scope: RowScope): boolean {
  const condition = sectionsInScope(scope, 's.id');
  return db.get(`SELECT 1 FROM section s WHERE s.id = @id AND s.deletedAt IS NULL AND ${condition.sql}`, { id, ...condition.params }) !== undefined;
}
