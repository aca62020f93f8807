import type { Writer } from '../store/writer.ts';
import { digestOf } from './chain.ts';
import type { RowKey } from './obstacles.ts';

/**
 * Puts a digest in the place of every before-image of these records, those of the open change set included: what was known of them is gone
 * from the journal for good, and its chain still holds. Returns how many before-images were erased. Call it after the last write to the records.
 */
export function eraseBeforeImages(db: Writer, rows: Iterable<RowKey>): number {
  let erased = 0;
  for (const { entity, rowId } of rows) {
    const images = db.all<{ id: number; before: string }>(
      'SELECT id, before FROM row_change WHERE rowId = ? AND entity = ? AND before IS NOT NULL', [rowId, entity]);
    for (const { id, before } of images) erased += db.run('UPDATE row_change SET before = NULL, erased = ? WHERE id = ?', [digestOf(before), id]);
  }
  return erased;
}
