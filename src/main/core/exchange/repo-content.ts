import type { Reader } from '../store/reader.ts';
import type { Writer } from '../store/writer.ts';

/** The contents of the files that a change set put into the records, by their SHA-256. */
export function readContentsOf(db: Reader, changeSetId: number): string[] {
  return db.all<{ hash: string }>(
    `SELECT DISTINCT f.hash FROM row_change r JOIN stored_file f ON f.id = r.rowId WHERE r.changeSetId = ? AND r.entity = 'stored_file' AND r.action = 'I'`, [changeSetId],
  ).map(({ hash }) => hash);
}

/** Drops those of some contents that no file has any more: what was imported by mistake is not to stay with us. */
export function dropUnused(db: Writer, hashes: readonly string[]): void {
  db.run(
    `DELETE FROM file_content WHERE hash IN (SELECT value FROM json_each(?))
       AND NOT EXISTS (SELECT 1 FROM stored_file f WHERE f.hash = file_content.hash AND f.deletedAt IS NULL)`, [JSON.stringify(hashes)]);
}
