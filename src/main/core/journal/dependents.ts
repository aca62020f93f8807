import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { getTableName } from 'drizzle-orm';
import type { Reader } from '../store/reader.ts';
import type { Writer } from '../store/writer.ts';
import { references } from './owners.ts';
import { journaledTables } from './triggers.ts';

/** How many live records of a kind stand on another. */
export interface Dependents { entity: string; count: number }
interface Row { entity: string; id: string }

/** Live records that refer to a row, directly or through others, each once; those nearest first. */
function rowsOn(db: Reader, entity: string, id: string): Row[] {
  const found = new Map<string, Row>();
  let open: Row[] = [{ entity, id }];
  while (open.length > 0) {
    const next: Row[] = [];
    for (const row of open) {
      for (const { child, column } of references.filter(({ parent }) => parent === row.entity)) {
        for (const { id: childId } of db.all<{ id: string }>(`SELECT id FROM "${child}" WHERE "${column}" = ? AND deletedAt IS NULL`, [row.id])) {
          if (found.has(childId)) continue;
          found.set(childId, { entity: child, id: childId });
          next.push({ entity: child, id: childId });
        }
      }
    }
    open = next;
  }
  return [...found.values()];
}

/** What would go with a row if it were removed, by kind: what a confirmation has to list. */
export function countDependents(db: Reader, table: SQLiteTable, id: string): Dependents[] {
  const counts = new Map<string, number>();
  for (const { entity } of rowsOn(db, getTableName(table), id)) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  return [...counts].map(([entity, count]) => ({ entity, count }));
}

/**
 * Removes a row together with everything that stands on it, in the open change set, so that one undo brings all of it back.
 * Never touches what the row itself hangs on. Call it only after the user has seen `countDependents`.
 */
export function removeWithDependents(db: Writer, table: SQLiteTable, id: string, rev: number): void {
  for (const row of rowsOn(db, getTableName(table), id).toReversed()) {
    const child = journaledTables.get(row.entity);
    if (child) db.remove(child, row.id);
  }
  db.remove(table, id, rev);
}
