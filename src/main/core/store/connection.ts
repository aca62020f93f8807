import { chmodSync, existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { RollbookError } from '#contract/errors.ts';

export type Connection = Database.Database;

/** Cipher and key form, pinned here and nowhere else. A raw 32-byte key needs no key derivation, so opening takes a millisecond. */
const cipher = 'chacha20';
/** KiB. The default of 2 MB would decrypt the same pages over and over. */
const cacheKiB = 65_536;
/** A command waits this long for the transaction of a very large import to end. */
const busyMilliseconds = 10 * 60_000;

/** Opens the encrypted database file (made if missing, unless `readonly`). Throws `wrongKey` or `damagedFile`; the file stays as it was. */
export function openConnection(file: string, key: Uint8Array, options: { readonly?: boolean } = {}): Connection {
  const isNew = !existsSync(file);
  const addon = process.env.ELECTRON_SQLITE_ADDON;
  const db = new Database(file, { readonly: options.readonly ?? false, ...(addon ? { nativeBinding: addon } : {}) });
  try {
    db.pragma(`cipher='${cipher}'`);
    db.pragma(`key='raw:${Buffer.from(key).toString('hex')}'`);
    if (isNew) chmodSync(file, 0o600);
    else checkWhole(db, file);
    db.pragma(`cache_size=-${cacheKiB}`);
    db.pragma(`busy_timeout=${busyMilliseconds}`);
    db.pragma('temp_store=MEMORY');
    db.pragma('mmap_size=0');
    if (!options.readonly) {
      db.pragma('journal_mode=WAL');
      db.pragma('synchronous=NORMAL');
      db.pragma('foreign_keys=ON');
      db.pragma('trusted_schema=OFF');
      // What is removed is overwritten in the file: whoever holds the key must not read it out of freed space either. It costs nothing that can be measured.
      db.pragma('secure_delete=ON');
    }
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Reads the first page (wrong key?) and compares the file's length with what the database says it is (truncated?). */
function checkWhole(db: Connection, file: string): void {
  const size = statSync(file).size;
  if (size === 0) return;
  if (size < 512 || size % 512 !== 0) throw new RollbookError('damagedFile');
  try {
    db.prepare('SELECT count(*) FROM sqlite_master').get();
  } catch (error) {
    const code = error instanceof Database.SqliteError ? error.code : '';
    if (code === 'SQLITE_NOTADB') throw new RollbookError('wrongKey');
    throw new RollbookError('damagedFile');
  }
  const pageSize = Number(db.pragma('page_size', { simple: true }));
  const pages = Number(db.pragma('page_count', { simple: true }));
  if (!existsSync(`${file}-wal`) && pages * pageSize > size) throw new RollbookError('damagedFile');
}
