import { RollbookError } from '#contract/errors.ts';
import type { Value } from '../store/reader.ts';
import type { Stamp, Writer } from '../store/writer.ts';
import { auditTable } from './audit-entry.ts';
import { findObstacles, type Obstacle, type RowKey } from './obstacles.ts';
import { closeOverOwners, keyOf } from './kept-rows.ts';
import { readErasedRows } from './repo-erased.ts';

interface Change { id: number; entity: string; rowId: string; action: 'I' | 'U' | 'D'; before: string | null; erased: string | null }
type Row = Record<string, Value>;

export interface UndoOptions {
  /** Take back what can be and keep what was edited since, instead of refusing all of it. */
  partial?: boolean;
  onProgress?: (done: number, total: number) => void;
}

/**
 * Takes change set `id` back within the open change set of `db`.
 * Returns what stands in the way: all-or-nothing then changed nothing; `partial` kept just these cells and rows.
 */
export function undoChangeSet(db: Writer, stamp: Stamp, id: number, options: UndoOptions = {}): Obstacle[] {
  const head = db.get<{ undoneBy: number | null }>('SELECT undoneBy FROM change_set WHERE id = ?', [id]);
  if (!head) throw new RollbookError('notFound');
  if (head.undoneBy !== null) throw new RollbookError('refused', { messageKey: 'alreadyUndone' });
  const erased = readErasedRows(db, id);
  if (!options.partial && erased.length > 0) throw new RollbookError('refused', { messageKey: 'erasedMeanwhile' });
  const obstacles = findObstacles(db, id);
  if (obstacles.length > 0 && !options.partial) return obstacles;

  const keptCells = new Map<string, ReadonlySet<string>>();
  const seeds: RowKey[] = [...erased];
  for (const obstacle of obstacles) {
    if (obstacle.wholeRow) seeds.push(obstacle);
    else keptCells.set(keyOf(obstacle), new Set(obstacle.fields));
  }
  const keptRows = closeOverOwners(db, id, seeds);
  const changes = db.all<Change>('SELECT id, entity, rowId, action, before, erased FROM row_change WHERE changeSetId = ? ORDER BY id DESC', [id]);
  changes.forEach((change, i) => {
    if (i % 1000 === 0) options.onProgress?.(i, changes.length);
    if (change.erased !== null || change.entity === auditTable || keptRows.has(keyOf(change))) return;
    if (change.action === 'I') takeOut(db, stamp, change);
    else if (change.action === 'D') putBack(db, change);
    else setCells(db, stamp, change, keptCells.get(keyOf(change)));
  });
  db.run('UPDATE change_set SET undoneBy = ? WHERE id = ?', [stamp.changeSetId, id]);
  // An undo that is itself undone makes what it took back stand again.
  db.run('UPDATE change_set SET undoneBy = NULL WHERE undoneBy = ? AND id <> ?', [id, id]);
  return obstacles;
}

/** Deletes a row that the change set created; where removed rows still refer to it, it is marked as removed instead. */
function takeOut(db: Writer, stamp: Stamp, { entity, rowId }: Change): void {
  try {
    db.run(`DELETE FROM "${entity}" WHERE id = ?`, [rowId]);
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('FOREIGN KEY')) throw error;
    db.run(`UPDATE "${entity}" SET deletedAt = ?, rev = rev + 1, changeSetId = ? WHERE id = ?`, [stamp.now, stamp.changeSetId, rowId]);
  }
}

function putBack(db: Writer, { entity, before }: Change): void {
  const row = JSON.parse(before ?? '{}') as Row;
  const names = Object.keys(row);
  db.run(`INSERT INTO "${entity}" (${names.map((n) => `"${n}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    names.map((name) => row[name] ?? null));
}

function setCells(db: Writer, stamp: Stamp, { entity, rowId, before }: Change, kept: ReadonlySet<string> = new Set()): void {
  const cells = Object.entries(JSON.parse(before ?? '{}') as Row).filter(([column]) => !kept.has(column));
  if (cells.length === 0) return;
  db.run(
    `UPDATE "${entity}" SET ${cells.map(([column]) => `"${column}" = ?`).join(', ')}, rev = rev + 1, updatedAt = ?, updatedBy = ?, changeSetId = ? WHERE id = ?`,
    [...cells.map(([, value]) => value), stamp.now, stamp.userId, stamp.changeSetId, rowId],
  );
}
