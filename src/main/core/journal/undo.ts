import { RollbookError } from '#contract/errors.ts';
import type { Value } from '../store/reader.ts';
import type { Stamp, Writer } from '../store/writer.ts';
import { auditTable } from './audit-entry.ts';
import { findObstacles, type Obstacle, type RowKey } from './obstacles.ts';
import { belongings, closeOverOwners, findShared, keyOf } from './kept-rows.ts';
import { readErasedRows } from './repo-erased.ts';

interface Change { id: number; entity: string; rowId: string; action: 'I' | 'U' | 'D'; before: string | null; erased: string | null }
type Row = Record<string, Value>;

/** Row changes from after `from` up to `to`. */
export interface ChangeRange { from: number; to: number }

export interface UndoOptions {
  /** Take back what can be and keep what was edited since, instead of refusing all of it. */
  partial?: boolean;
  onProgress?: (done: number, total: number) => void;
  /**
   * Take back only a part, the change set stands: these row changes, and of those after `followUpsAfter` what belongs to records that the part
   * created. What the rest of the change set stands on is kept. Goes with `partial`.
   */
  only?: { ranges: readonly ChangeRange[]; followUpsAfter: number };
  /** Leave these row changes out: they were taken back before. What they created and had to be left standing then goes now. */
  except?: readonly ChangeRange[];
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
  const { only, except } = options;
  const before = new Set(readChangesWithin(db, id, except ?? []).map((change) => change.id));
  const changes = only ? changesOfPart(db, id, only) : changesOf(db, id).filter((change) => !before.has(change.id) || stands(db, change));
  const meant = only || except ? new Set(changes.map(keyOf)) : undefined;
  const obstacles = findObstacles(db, id).filter((obstacle) => meant === undefined || meant.has(keyOf(obstacle)));
  if (obstacles.length > 0 && !options.partial) return obstacles;

  const keptCells = new Map<string, ReadonlySet<string>>();
  const seeds: RowKey[] = [...erased, ...(only && meant ? findShared(db, id, changes, meant) : [])];
  for (const obstacle of obstacles) {
    if (obstacle.wholeRow) seeds.push(obstacle);
    else keptCells.set(keyOf(obstacle), new Set(obstacle.fields));
  }
  const keptRows = closeOverOwners(db, id, seeds);
  changes.forEach((change, i) => {
    if (i % 1000 === 0) options.onProgress?.(i, changes.length);
    if (change.erased !== null || change.entity === auditTable || keptRows.has(keyOf(change))) return;
    if (change.action === 'I') takeOut(db, stamp, change);
    else if (change.action === 'D') putBack(db, change);
    else setCells(db, stamp, change, keptCells.get(keyOf(change)));
  });
  if (only !== undefined) return obstacles;
  db.run('UPDATE change_set SET undoneBy = ? WHERE id = ?', [stamp.changeSetId, id]);
  // An undo that is itself undone makes what it took back stand again.
  db.run('UPDATE change_set SET undoneBy = NULL WHERE undoneBy = ? AND id <> ?', [id, id]);
  return obstacles;
}

/** A record that was created and is still there. */
const stands = (db: Writer, { action, entity, rowId }: Change) => action === 'I' && db.get(`SELECT 1 FROM "${entity}" WHERE id = ?`, [rowId]) !== undefined;

const columns = 'id, entity, rowId, action, before, erased';
const changesOf = (db: Writer, id: number) => db.all<Change>(`SELECT ${columns} FROM row_change WHERE changeSetId = ? ORDER BY id DESC`, [id]);

function readChangesWithin(db: Writer, id: number, ranges: readonly ChangeRange[]): Change[] {
  return ranges.flatMap(({ from, to }) => db.all<Change>(`SELECT ${columns} FROM row_change WHERE id > ? AND id <= ? AND changeSetId = ?`, [from, to, id]));
}

/** The changes of a part of a change set, the latest first, with what followed from them for the records that it created. */
function changesOfPart(db: Writer, id: number, { ranges, followUpsAfter }: NonNullable<UndoOptions['only']>): Change[] {
  const own = readChangesWithin(db, id, ranges);
  const follows = new Map<number, Change>();
  for (const { action, ...row } of own) {
    if (action !== 'I') continue;
    for (const { entity, rowId } of belongings(db, row)) {
      for (const change of db.all<Change>(`SELECT ${columns} FROM row_change WHERE rowId = ? AND entity = ? AND changeSetId = ? AND id > ?`, [rowId, entity, id, followUpsAfter])) follows.set(change.id, change);
    }
  }
  return [...own, ...follows.values()].toSorted((a, b) => b.id - a.id);
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
