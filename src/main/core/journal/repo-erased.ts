import type { Reader } from '../store/reader.ts';
import type { RowKey } from './obstacles.ts';

const ownRows = 'row_change o WHERE o.changeSetId = @id';

/**
 * Rows of a change set of which something was erased on a legal ground since, and students whose data was erased: their entries must not be
 * taken back, or what the school has to keep of them would go as well.
 */
export function readErasedRows(db: Reader, id: number): RowKey[] {
  return db.all<RowKey>(
    `SELECT DISTINCT o.entity, o.rowId FROM ${ownRows} AND EXISTS (SELECT 1 FROM row_change l WHERE l.rowId = o.rowId AND l.entity = o.entity AND l.erased IS NOT NULL)
     UNION SELECT o.entity, o.rowId FROM ${ownRows} AND o.entity = 'student' AND EXISTS (SELECT 1 FROM erasure e WHERE e.studentId = o.rowId)
     UNION SELECT o.entity, o.rowId FROM ${ownRows} AND o.entity = 'person' AND EXISTS (SELECT 1 FROM student s JOIN erasure e ON e.studentId = s.id WHERE s.personId = o.rowId)`, { id });
}
