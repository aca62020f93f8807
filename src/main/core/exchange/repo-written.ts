import type { ChangeRange } from '../journal/index.ts';
import type { Reader } from '../store/reader.ts';
import type { Writer } from '../store/writer.ts';

/** Begins to note what an import writes; notes of an earlier commit, which was taken back, go. */
export function beginWritten(db: Writer, importId: string): void {
  db.run('DELETE FROM import_written WHERE importId = ?', [importId]);
  markWritten(db, importId, 0);
}

/** Notes that a line of the file is written up to here. A line of a sheet of marks holds several records, written one after the other. */
export function markWritten(db: Writer, importId: string, line: number): void {
  db.run('INSERT INTO import_written (importId, line, lastChange) SELECT ?, ?, coalesce(max(id), 0) FROM row_change WHERE 1 ON CONFLICT (importId, line) DO UPDATE SET lastChange = excluded.lastChange', [importId, line]);
}

/** The lines that an import wrote, as people count them. */
export function readWrittenLines(db: Reader, importId: string): number[] {
  return db.all<{ line: number }>('SELECT line FROM import_written WHERE importId = ? AND line > 0 ORDER BY line', [importId]).map(({ line }) => line);
}

/** What the journal has of some lines of an import, each from the end of the line before: lines are written in their order, and line 0 is always there. Lines that it did not write have nothing. */
export function readChangesOf(db: Reader, importId: string, lines: readonly number[]): ChangeRange[] {
  return db.all<ChangeRange>(
    `SELECT (SELECT b.lastChange FROM import_written b WHERE b.importId = w.importId AND b.line < w.line ORDER BY b.line DESC LIMIT 1) AS "from", w.lastChange AS "to"
     FROM json_each(@lines) j CROSS JOIN import_written w ON w.importId = @importId AND w.line = j.value WHERE w.line > 0`, { importId, lines: JSON.stringify(lines) });
}

/** The last row change of the last line that an import wrote: what comes after it in the change set followed from all of them. */
export function readLastChange(db: Reader, importId: string): number {
  return db.get<{ last: number }>('SELECT coalesce(max(lastChange), 0) AS last FROM import_written WHERE importId = ?', [importId])?.last ?? 0;
}
