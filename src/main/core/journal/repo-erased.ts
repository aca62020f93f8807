import type { Reader } from '../store/reader.ts';
import type { RowKey } from './obstacles.ts';

/**
 * Rows of a change set of which something was erased on a legal ground since, and students whose data was erased: their entries must not be
 * taken back, or what the school has to keep of them would go as well. What was erased leads: there is little of it, and an import has a million rows.
 */
export function readErasedRows(db: Reader, id: number): RowKey[] {
  return db.all<RowKey>(
    `SELECT o.entity, o.rowId FROM row_change l CROSS JOIN row_change o ON o.rowId = l.rowId AND o.entity = l.entity AND o.changeSetId = @id WHERE l.erased IS NOT NULL
     UNION SELECT o.entity, o.rowId FROM erasure e CROSS JOIN row_change o ON o.rowId = e.studentId AND o.entity = 'student' AND o.changeSetId = @id
     UNION SELECT o.entity, o.rowId FROM erasure e CROSS JOIN student s ON s.id = e.studentId
       CROSS JOIN row_change o ON o.rowId = s.personId AND o.entity = 'person' AND o.changeSetId = @id`, { id });
}
