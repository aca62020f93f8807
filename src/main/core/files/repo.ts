import { createHash } from 'node:crypto';
import { storedFile } from '../store/schema/index.ts';
import type { Reader } from '../store/reader.ts';
import type { Writer } from '../store/writer.ts';
import { plainFileName } from './rules-file-name.ts';

export interface StoredFile { id: string; name: string; mime: string; hash: string; size: number; purpose: string; createdBy: string | null }
export type FilePurpose = 'import' | 'export' | 'document' | 'attachment' | 'issued' | 'template';

/** Stores bytes, the same content once, without a file that has them. Returns their SHA-256. */
export function keepContent(db: Writer, content: Uint8Array): string {
  const hash = createHash('sha256').update(content).digest('hex');
  db.run('INSERT INTO file_content (hash, data) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING', [hash, Buffer.from(content)]);
  return hash;
}

/** Stores bytes in the encrypted database, the same content once, and returns the file's id. Its name is made a plain one: a path is nobody's business. */
export function saveFile(db: Writer, file: { name: string; mime: string; content: Uint8Array; purpose: FilePurpose }): string {
  return db.insert(storedFile, { hash: keepContent(db, file.content), name: plainFileName(file.name), mime: file.mime, size: file.content.byteLength, purpose: file.purpose });
}

/** A file's name, type and owner. */
export function readFileHead(db: Reader, id: string): StoredFile | undefined {
  return db.get<StoredFile>('SELECT id, name, mime, hash, size, purpose, createdBy FROM stored_file WHERE id = ? AND deletedAt IS NULL', [id]);
}

/** A file's bytes; undefined once they were cleared away. */
export function readFileContent(db: Reader, hash: string): Uint8Array<ArrayBuffer> | undefined {
  return db.get<{ data: Uint8Array<ArrayBuffer> }>('SELECT data FROM file_content WHERE hash = ?', [hash])?.data;
}

/** How long the bytes of what was made to be fetched are kept, in milliseconds. */
export const exportsKeptFor = 24 * 60 * 60_000;

/** Exports and printed lists are fetched at once or made again: their bytes are dropped after `before`, their record stays. Issued documents, crests and attachments are kept. */
export function clearExports(db: Writer, before: number): number {
  return db.run(`DELETE FROM file_content WHERE hash IN (SELECT hash FROM stored_file WHERE purpose IN ('export', 'document') AND createdAt < ?)
    AND hash NOT IN (SELECT hash FROM stored_file WHERE purpose NOT IN ('export', 'document') OR createdAt >= ?)`, [before, before]);
}
