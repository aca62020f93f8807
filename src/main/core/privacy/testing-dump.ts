import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { newFolder, type TestCore } from '../../../../tests/fixtures/core.ts';

/** Every cell of every table (those that the index keeps for itself as well), as `table.column: text`. */
export function dumpTables({ environment: { connection } }: TestCore): string[] {
  const tables = connection.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`).pluck().all() as string[];
  return tables.flatMap((table) => (connection.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[])
    .flatMap((row) => Object.entries(row).map(([column, value]) => `${table}.${column}: ${value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value)}`)));
}

/** The bytes of the whole database file, decrypted: what stands in its freed space too. */
export function readPlainFile({ environment: { connection, place } }: TestCore): Buffer {
  connection.pragma('wal_checkpoint(TRUNCATE)');
  const path = join(newFolder(), 'plain.db');
  copyFileSync(place.databaseFile, path);
  const copy = new Database(path);
  copy.pragma(`cipher='chacha20'`);
  copy.pragma(`key='raw:${Buffer.from(place.key).toString('hex')}'`);
  copy.pragma(`rekey=''`);
  copy.close();
  return readFileSync(path);
}
