import type { Statement } from 'better-sqlite3';
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { InferInsertModel, InferSelectModel } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { uuidv7 } from 'uuidv7';
import { RollbookError } from '#contract/errors.ts';
import { createReader, type Params, type Reader, type Value } from './reader.ts';
import { keptByStore } from './schema/columns.ts';

type Kept = 'id' | 'rev' | 'createdAt' | 'createdBy' | 'updatedAt' | 'updatedBy' | 'changeSetId';
export type NewRow<T extends SQLiteTable> = Omit<InferInsertModel<T>, Kept>;
export type Patch<T extends SQLiteTable> = Partial<Omit<InferSelectModel<T>, Kept>>;

/** Who and what a write is done for: the open change set. */
export interface Stamp { changeSetId: number; userId: string | null; now: number }

/** A writable handle, valid within one command. */
export interface Writer extends Reader {
  /** For tables that the journal does not follow, and for set-based statements; returns the number of rows touched. */
  run(sql: string, params?: Params): number;
  /** Inserts one record and returns its id (a new UUIDv7 unless `id` is given). */
  insert<T extends SQLiteTable>(table: T, row: NewRow<T>, id?: string): string;
  /**
   * Writes what differs and returns the new `rev` (the old one when nothing differs).
   * With `rev`, throws `conflict` if somebody changed the row since; `notFound` if it is gone.
   */
  update<T extends SQLiteTable>(table: T, id: string, patch: Patch<T>, rev?: number | null): number;
  /** Marks a record as removed; it stays in the file, so that undo brings it back. */
  remove(table: SQLiteTable, id: string, rev?: number | null): void;
}

const bindable = (value: unknown): Value => (typeof value === 'boolean' ? Number(value) : (value ?? null) as Value);

interface InsertPlan { sql: string; columns: { name: string; isKept: boolean; usual: unknown }[] }
const insertPlans = new WeakMap<SQLiteTable, InsertPlan>();

function insertPlan(table: SQLiteTable): InsertPlan {
  let plan = insertPlans.get(table);
  if (!plan) {
    const columns = Object.entries(getTableColumns(table));
    const names = columns.map(([name]) => name);
    const sql = `INSERT INTO "${getTableName(table)}" (${names.map((n) => `"${n}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
    insertPlans.set(table, (plan = { sql, columns: columns.map(([name, column]) => ({ name, isKept: keptByStore.includes(name), usual: column.default })) }));
  }
  return plan;
}

/** Makes the writable handle of one command. */
export function createWriter(prepare: (sql: string) => Statement, stamp: Stamp): Writer {
  const reader = createReader(prepare);
  const kept = (id: string): Record<string, Value> => ({
    id, rev: 1, createdAt: stamp.now, createdBy: stamp.userId, updatedAt: stamp.now, updatedBy: stamp.userId, changeSetId: stamp.changeSetId,
  });
  const update: Writer['update'] = (table, id, patch, rev) => {
    const name = getTableName(table);
    const now = reader.get<Record<string, Value>>(`SELECT * FROM "${name}" WHERE id = ?`, [id]);
    if (!now || (now.deletedAt !== null && !('deletedAt' in patch))) throw new RollbookError('notFound');
    if (rev != null && now.rev !== rev) throw new RollbookError('conflict');
    const cells = Object.entries(patch)
      .map(([column, value]) => [column, bindable(value)] as const)
      .filter(([column, value]) => now[column] !== value);
    if (cells.length === 0) return Number(now.rev);
    const set = [...cells.map(([column]) => `"${column}" = ?`), 'rev = rev + 1, updatedAt = ?, updatedBy = ?, changeSetId = ?'].join(', ');
    prepare(`UPDATE "${name}" SET ${set} WHERE id = ?`).run(
      ...cells.map(([, value]) => value), stamp.now, stamp.userId, stamp.changeSetId, id,
    );
    return Number(now.rev) + 1;
  };
  return {
    ...reader,
    run: (sql, params = []) => prepare(sql).run(params).changes,
    insert(table, row, id = uuidv7()) {
      const plan = insertPlan(table);
      const system = kept(id);
      const given = row as Record<string, unknown>;
      prepare(plan.sql).run(plan.columns.map(({ name, isKept, usual }) => (isKept ? system[name] ?? null : bindable(given[name] ?? usual))));
      return id;
    },
    update,
    remove(table, id, rev) {
      update(table, id, { deletedAt: stamp.now } as Patch<typeof table>, rev);
    },
  };
}
