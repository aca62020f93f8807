import type { Reader } from '../store/reader.ts';
import type { Stamp, Writer } from '../store/writer.ts';

/** A letter to guardians whose pages are still kept. `others`: documents of other students in the same file. */
export interface KeptLetter { id: string; fileId: string; hash: string; firstPage: number; pages: number; others: number }

/** The letters about some students (`ids`: JSON) whose pages are still kept. */
export function readLetters(db: Reader, ids: string): KeptLetter[] {
  return db.all<KeptLetter>(
    `SELECT d.id, d.fileId, f.hash, d.firstPage, d.pages,
       (SELECT count(*) FROM issued_document o WHERE o.fileId = d.fileId AND o.studentId NOT IN (SELECT value FROM json_each(@ids))) AS others
     FROM json_each(@ids) j CROSS JOIN issued_document d ON d.studentId = j.value JOIN stored_file f ON f.id = d.fileId
     WHERE d.kind = 'attendanceLetter' AND EXISTS (SELECT 1 FROM file_content c WHERE c.hash = f.hash)`, { ids });
}

/** Takes letters' pages off their entries in the register, whatever became of the entries. */
export function dropPages(db: Writer, { now, userId, changeSetId }: Stamp, ids: readonly string[]): void {
  db.run('UPDATE issued_document SET fileId = NULL, rev = rev + 1, updatedAt = @now, updatedBy = @userId, changeSetId = @changeSetId WHERE id IN (SELECT value FROM json_each(@ids))',
    { ids: JSON.stringify(ids), now, userId, changeSetId });
}

/** Lets a file have other content. */
export function changeContent(db: Writer, { now, userId, changeSetId }: Stamp, file: { fileId: string; hash: string; size: number }): void {
  db.run('UPDATE stored_file SET hash = @hash, size = @size, rev = rev + 1, updatedAt = @now, updatedBy = @userId, changeSetId = @changeSetId WHERE id = @fileId',
    { ...file, now, userId, changeSetId });
}

/** Removes a file. */
export const dropFile = (db: Writer, fileId: string): number => db.run('DELETE FROM stored_file WHERE id = ?', [fileId]);

/** Removes content that no file has. */
export const dropContent = (db: Writer, hash: string): number =>
  db.run('DELETE FROM file_content WHERE hash = @hash AND NOT EXISTS (SELECT 1 FROM stored_file f WHERE f.hash = @hash)', { hash });
