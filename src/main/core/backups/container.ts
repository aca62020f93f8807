import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { RollbookError } from '#contract/errors.ts';
import { sealedKey } from '../store/key-wraps.ts';

/*
 * A backup is one file that a person can restore with nothing but the recovery code:
 *   "ROLLBOOK1\n", the length of the head in 8 hexadecimal digits, "\n", the head (JSON), then the encrypted database.
 * The head holds the database key sealed under the recovery code, and no word about the school.
 */
const magic = 'ROLLBOOK1\n';
const headForm = z.object({
  createdAt: z.number(), reason: z.enum(['manual', 'scheduled', 'beforeUpdate', 'beforeRestore']), schema: z.number().int(),
  recovery: sealedKey, sha256: z.string(), size: z.number().int(),
});
export type BackupHead = z.infer<typeof headForm>;
const chunk = 1024 * 1024;

/** Copies `source` behind a head into `target`, a megabyte at a time. */
export function packBackup(source: string, target: string, head: Omit<BackupHead, 'sha256' | 'size'>): BackupHead {
  const size = statSync(source).size;
  const full: BackupHead = { ...head, size, sha256: hashFile(source, 0) };
  const text = Buffer.from(JSON.stringify(full));
  const out = openSync(target, 'wx', 0o600);
  try {
    writeSync(out, `${magic}${text.length.toString(16).padStart(8, '0')}\n`);
    writeSync(out, text);
    copyFrom(source, 0, out);
  } finally {
    closeSync(out);
  }
  return full;
}

/** Reads a backup's head and where its database begins. Throws `damagedFile`. */
export function readHead(file: string): { head: BackupHead; offset: number } {
  const fd = openSync(file, 'r');
  try {
    const start = Buffer.alloc(magic.length + 9);
    readSync(fd, start, 0, start.length, 0);
    const length = Number.parseInt(start.subarray(magic.length, -1).toString('latin1'), 16);
    if (start.subarray(0, magic.length).toString('latin1') !== magic || !(length > 0 && length < 100_000)) throw new RollbookError('damagedFile');
    const text = Buffer.alloc(length);
    readSync(fd, text, 0, length, start.length);
    const parsed = headForm.safeParse(JSON.parse(text.toString('utf8')));
    if (!parsed.success) throw new RollbookError('damagedFile');
    return { head: parsed.data, offset: start.length + length };
  } catch (error) {
    throw error instanceof RollbookError ? error : new RollbookError('damagedFile');
  } finally {
    closeSync(fd);
  }
}

/** Writes a backup's database to `target` after checking that every byte is as it was written. */
export function unpackBackup(file: string, target: string): BackupHead {
  const { head, offset } = readHead(file);
  if (statSync(file).size - offset !== head.size || hashFile(file, offset) !== head.sha256) throw new RollbookError('damagedFile');
  const out = openSync(target, 'w', 0o600);
  try {
    copyFrom(file, offset, out);
  } finally {
    closeSync(out);
  }
  return head;
}

function eachChunk(file: string, offset: number, use: (bytes: Uint8Array) => void): void {
  const fd = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(chunk);
    for (let at = offset, read = 1; read > 0; at += read) {
      read = readSync(fd, buffer, 0, chunk, at);
      use(buffer.subarray(0, read));
    }
  } finally {
    closeSync(fd);
  }
}

function hashFile(file: string, offset: number): string {
  const hash = createHash('sha256');
  eachChunk(file, offset, (bytes) => hash.update(bytes));
  return hash.digest('hex');
}

function copyFrom(file: string, offset: number, out: number): void {
  eachChunk(file, offset, (bytes) => writeSync(out, bytes));
}
