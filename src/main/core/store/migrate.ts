import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { z } from 'zod';
import { RollbookError } from '#contract/errors.ts';
import { installTriggers, removeTriggers } from '../journal/triggers.ts';
import type { Connection } from './connection.ts';

const journalFile = z.object({ entries: z.array(z.object({ idx: z.number() })) });

/** How many migrations this program knows: the schema's version, kept in the file as `user_version`. */
export function knownVersion(folder: string): number {
  return journalFile.parse(JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8'))).entries.length;
}

/** The version of an open file; 0 for an empty one. Throws `newerFile` when a newer program wrote it. */
export function checkVersion(db: Connection, folder: string): number {
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version > knownVersion(folder)) throw new RollbookError('newerFile');
  return version;
}

/** Brings the schema up to date, forward only, and makes the journal's triggers fit it. `before` runs if anything is to be done to a file that has data. The version is written last: cut off in between, the next start does it again. */
export function migrateStore(db: Connection, folder: string, before: () => void = () => undefined): void {
  const version = checkVersion(db, folder);
  const known = knownVersion(folder);
  if (version === known) return;
  if (version > 0) before();
  db.pragma('foreign_keys=OFF');
  removeTriggers(db);
  migrate(drizzle(db), { migrationsFolder: folder });
  db.pragma('foreign_keys=ON');
  installTriggers(db);
  db.pragma(`user_version=${known}`);
}
