import { getTableName, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Connection } from '../store/connection.ts';
import * as schema from '../store/schema/index.ts';

/** Every table that the journal follows, by name. */
export const journaledTables: ReadonlyMap<string, SQLiteTable> = new Map(
  Object.values<unknown>(schema)
    .flatMap((value) => (is(value, SQLiteTable) ? [value] : []))
    .filter((table) => !schema.notJournaled.includes(getTableName(table)))
    .map((table) => [getTableName(table), table] as const),
);

/** The open change set, which is the newest; a write outside of one (its hash is no longer empty) fails, so that nothing can go around the journal. */
const openChangeSet = `coalesce((SELECT iif(hash = '', id, NULL) FROM change_set ORDER BY id DESC LIMIT 1), RAISE(ABORT, 'no change set is open'))`;

/** An update outside of a change set fails even where it changes nothing that counts. */
const guard = `SELECT ${openChangeSet};`;

/**
 * Three triggers for each table. Inserts keep the key only (the row itself holds the values), updates the changed columns as they were,
 * deletes the whole row: that keeps bulk import fast and still lets any state be rebuilt.
 */
export function triggersFor(table: SQLiteTable): string[] {
  const { name, columns } = getTableConfig(table);
  const names = columns.map((column) => column.name);
  const watched = names.filter((column) => !schema.keptByStore.includes(column));
  const changed = watched.map((c) => `SELECT '${c}' AS k, OLD."${c}" AS v WHERE OLD."${c}" IS NOT NEW."${c}"`).join(' UNION ALL ');
  const whole = names.map((c) => `'${c}', OLD."${c}"`).join(', ');
  return [
    `CREATE TRIGGER "journal_${name}_insert" AFTER INSERT ON "${name}" BEGIN
      INSERT INTO row_change (changeSetId, entity, rowId, action) VALUES (${openChangeSet}, '${name}', NEW.id, 'I'); END`,
    `CREATE TRIGGER "journal_${name}_update" AFTER UPDATE ON "${name}" BEGIN ${guard}
      INSERT INTO row_change (changeSetId, entity, rowId, action, before)
      SELECT ${openChangeSet}, '${name}', OLD.id, 'U', j FROM (SELECT json_group_object(k, v) AS j, count(*) AS n FROM (${changed})) WHERE n > 0; END`,
    `CREATE TRIGGER "journal_${name}_delete" AFTER DELETE ON "${name}" BEGIN
      INSERT INTO row_change (changeSetId, entity, rowId, action, before)
      VALUES (${openChangeSet}, '${name}', OLD.id, 'D', json_object(${whole})); END`,
  ];
}

/** Takes all journal triggers away, for a migration: it changes the shape of records, not what the school knows. */
export function removeTriggers(db: Connection): void {
  const old = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'journal\\_%' ESCAPE '\\'`).pluck().all();
  for (const name of old) db.exec(`DROP TRIGGER "${String(name)}"`);
}

/** Makes the journal triggers of the present schema. Runs after each migration. */
export function installTriggers(db: Connection): void {
  for (const table of journaledTables.values()) for (const trigger of triggersFor(table)) db.exec(trigger);
}
