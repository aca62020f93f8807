import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { RollbookError } from '#contract/errors.ts';
import type { Backup } from '#contract/setup.ts';
import { openConnection, type Connection } from '../store/connection.ts';
import { checkVersion } from '../store/migrate.ts';
import { readVault } from '../store/vault.ts';
import { packBackup, readHead } from './container.ts';

export interface BackupPlace { dataFolder: string; folder: string; key: Uint8Array; migrations: string }
const ending = '.rollbook';
const nameOf = (at: number, reason: Backup['reason']) => `${new Date(at).toISOString().replace(/[:.]/g, '-').slice(0, 23)}-${reason}${ending}`;

/** Copies the open database (with its key) into a new backup file, opens the copy to prove it whole, and only then gives it its name. */
export function makeBackup(connection: Connection, place: BackupPlace, reason: Backup['reason'], now: number): Backup {
  mkdirSync(place.folder, { recursive: true, mode: 0o700 });
  const recovery = readVault(place.dataFolder)?.recovery;
  if (!recovery) throw new RollbookError('refused', { messageKey: 'noRecoveryCode' });
  const name = nameOf(now, reason);
  const copy = join(place.folder, `${name}.copy`);
  const part = join(place.folder, `${name}.part`);
  try {
    connection.prepare('VACUUM INTO ?').run(copy);
    const schema = checkCopy(copy, place);
    packBackup(copy, part, { createdAt: now, reason, schema, recovery });
    renameSync(part, join(place.folder, name));
  } finally {
    for (const left of [copy, part]) rmSync(left, { force: true });
  }
  return { name, createdAt: now, size: statSync(join(place.folder, name)).size, reason };
}

/** Opens a database copy and reads all of it. Returns its schema version. */
export function checkCopy(file: string, { key, migrations }: Pick<BackupPlace, 'key' | 'migrations'>): number {
  const db = openConnection(file, key, { readonly: true });
  try {
    if (db.pragma('quick_check', { simple: true }) !== 'ok') throw new RollbookError('damagedFile');
    return checkVersion(db, migrations);
  } finally {
    db.close();
  }
}

/** The backups of a folder, latest first. Files that are none are passed over. */
export function listBackups(folder: string): Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => name.endsWith(ending)).flatMap((name) => {
    try {
      const { head } = readHead(join(folder, name));
      return [{ name, createdAt: head.createdAt, size: statSync(join(folder, name)).size, reason: head.reason }];
    } catch {
      return [];
    }
  }).toSorted((a, b) => b.createdAt - a.createdAt);
}

/** Deletes scheduled backups beyond the newest `keep`. Those that a person or an update made stay. */
export function rotateBackups(folder: string, keep: number): void {
  for (const { name } of listBackups(folder).filter(({ reason }) => reason === 'scheduled').slice(keep)) rmSync(join(folder, name));
}
