import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import Excel from 'exceljs';
import Papa from 'papaparse';
import { readFile } from '../../src/main/core/readers/index.ts';
import { journaledTables } from '../../src/main/core/journal/triggers.ts';
import { openConnection } from '../../src/main/core/store/connection.ts';
import type { Value } from '../../src/main/core/store/reader.ts';
import { key } from './fixture.ts';

/** Milliseconds to read a CSV into rows and nothing else. */
export function parseCsvBare(path: string): number {
  const started = performance.now();
  const { data } = Papa.parse<string[]>(readFileSync(path, 'utf8'), { skipEmptyLines: true });
  if (data.length < 2) throw new Error('nothing read');
  return performance.now() - started;
}

/** Milliseconds to read a workbook into rows with exceljs, streaming. */
export async function parseXlsxBare(path: string): Promise<number> {
  const started = performance.now();
  const rows: unknown[] = [];
  for await (const sheet of new Excel.stream.xlsx.WorkbookReader(path, { sharedStrings: 'cache', worksheets: 'emit' })) {
    for await (const row of sheet) rows.push(row.values);
  }
  if (rows.length < 2) throw new Error('nothing read');
  return performance.now() - started;
}

/** Milliseconds to read a file with the program's own readers, the fastest at hand for workbooks, and nothing else. */
export async function parseWithOwnReader(path: string): Promise<number> {
  const bytes = readFileSync(path);
  const started = performance.now();
  await readFile(bytes);
  return performance.now() - started;
}

/** Rows that a change set inserted, by table. */
export interface Inserted { table: string; columns: string[]; rows: Value[][] }

/** Reads back what an import wrote, tables in the order in which it first wrote to them: parents before what refers to them. */
export function readInserted(database: string, changeSetId: number): Inserted[] {
  const db = openConnection(database, key, { readonly: true });
  try {
    const tables = db.prepare(`SELECT entity FROM row_change WHERE changeSetId = ? AND action = 'I' GROUP BY entity ORDER BY min(id)`).pluck().all(changeSetId) as string[];
    return tables.map((table) => {
      const statement = db.prepare(`SELECT t.* FROM "${table}" t JOIN row_change r ON r.rowId = t.id
        WHERE r.changeSetId = ? AND r.entity = ? AND r.action = 'I' ORDER BY r.id`).raw();
      const columns = statement.columns().map(({ name }) => name);
      const rows = statement.all(changeSetId, table) as Value[][];
      return { table, columns, rows };
    });
  } finally {
    db.close();
  }
}

/**
 * Milliseconds to insert the same rows into the same tables and indexes of a copy of the database as it was before the import:
 * no journal triggers, no search index, no checks but SQLite's own, one transaction, prepared statements.
 */
export function insertBare(before: string, inserted: readonly Inserted[]): number {
  const copy = `${before}.bare`;
  copyFileSync(before, copy);
  const db = openConnection(copy, key);
  try {
    for (const table of journaledTables.keys()) {
      for (const event of ['insert', 'update', 'delete']) db.exec(`DROP TRIGGER IF EXISTS "journal_${table}_${event}"`);
    }
    const started = performance.now();
    db.transaction(() => {
      for (const { table, columns, rows } of inserted) {
        const insert = db.prepare(`INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
        for (const row of rows) insert.run(row);
      }
    }).immediate();
    return performance.now() - started;
  } finally {
    db.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(copy + suffix, { force: true });
  }
}
