import type { Reader } from '../store/reader.ts';
import type { RowKey } from './obstacles.ts';
import { ownerColumn, references } from './owners.ts';

export const keyOf = ({ entity, rowId }: RowKey): string => `${entity}/${rowId}`;

/**
 * The rows created by change set `id` that have to stay when `seeds` stay: what they refer to, and what belongs to them,
 * so that a student who was edited after an import keeps enrolment and contacts.
 */
export function closeOverOwners(db: Reader, id: number, seeds: readonly RowKey[]): Set<string> {
  const kept = new Set<string>();
  const open = [...seeds];
  const isCreated = (row: RowKey) => db.get(
    `SELECT 1 FROM row_change WHERE rowId = ? AND entity = ? AND changeSetId = ? AND action = 'I'`, [row.rowId, row.entity, id]) !== undefined;
  for (let row = open.pop(); row; row = open.pop()) {
    if (kept.has(keyOf(row))) continue;
    kept.add(keyOf(row));
    for (const next of [...parentsOf(db, row), ...belongings(db, row)]) if (!kept.has(keyOf(next)) && isCreated(next)) open.push(next);
  }
  return kept;
}

/**
 * Of the rows that a part of change set `id` created, those that live rows outside of this part refer to: the guardian who came with one line of
 * a file and is the guardian of another line's student as well. `part`: the keys of all rows that the part touched.
 */
export function findShared(db: Reader, id: number, changes: readonly (RowKey & { action: string })[], part: ReadonlySet<string>): RowKey[] {
  return changes.filter(({ action }) => action === 'I').filter(({ entity, rowId }) => references.filter(({ parent }) => parent === entity).some(({ child, column }) =>
    db.all<{ rowId: string }>(
      `SELECT c.id AS rowId FROM "${child}" c WHERE c."${column}" = @rowId AND c.deletedAt IS NULL AND EXISTS (
         SELECT 1 FROM row_change o WHERE o.rowId = c.id AND o.entity = @child AND o.changeSetId = @id AND o.action = 'I')`, { rowId, child, id })
      .some((row) => !part.has(keyOf({ entity: child, rowId: row.rowId })))));
}

function parentsOf(db: Reader, { entity, rowId }: RowKey): RowKey[] {
  return references.filter(({ child }) => child === entity).flatMap(({ column, parent }) =>
    db.all<{ rowId: string | null }>(`SELECT "${column}" AS rowId FROM "${entity}" WHERE id = ?`, [rowId])
      .flatMap((row) => (row.rowId ? [{ entity: parent, rowId: row.rowId }] : [])));
}

/** The records that belong to a record: those that go with it. */
export function belongings(db: Reader, { entity, rowId }: RowKey): RowKey[] {
  return Object.entries(ownerColumn).filter(([, owner]) => owner.parent === entity).flatMap(([child, { column }]) =>
    db.all<{ rowId: string }>(`SELECT id AS rowId FROM "${child}" WHERE "${column}" = ?`, [rowId]).map((row) => ({ entity: child, rowId: row.rowId })));
}
