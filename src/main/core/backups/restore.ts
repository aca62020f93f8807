import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RollbookError } from '#contract/errors.ts';
import { normaliseRecoveryCode, openKey } from '../store/key-wraps.ts';
import { databasePath, vaultPath, writeVault } from '../store/vault.ts';
import { readHead, unpackBackup } from './container.ts';
import { checkCopy } from './make.ts';

/** Where a database is prepared beside the present one, before it takes its place in one step. */
export const stagedFolder = (dataFolder: string) => join(dataFolder, 'restore');

/** Empties the staging folder: what an interrupted attempt left is worth nothing. */
export function clearStage(dataFolder: string): string {
  rmSync(stagedFolder(dataFolder), { recursive: true, force: true });
  mkdirSync(stagedFolder(dataFolder), { recursive: true, mode: 0o700 });
  return stagedFolder(dataFolder);
}

/** Where uploaded backup bytes are put for a moment; they are as encrypted as the database. */
export function stageUpload(dataFolder: string, content: Uint8Array): string {
  const file = join(clearStage(dataFolder), 'upload.rollbook');
  writeFileSync(file, content, { mode: 0o600 });
  return file;
}

/**
 * Unpacks a backup beside the present data and proves that it opens with the recovery code. The present data is not touched yet.
 * Returns the restored database's key. Throws `wrongKey`, `damagedFile` or `newerFile`.
 */
export async function stageRestore(dataFolder: string, backup: string, recoveryCode: string, migrations: string): Promise<Uint8Array> {
  const folder = stagedFolder(dataFolder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { head } = readHead(backup);
  const key = await openKey(head.recovery, normaliseRecoveryCode(recoveryCode));
  unpackBackup(backup, databasePath(folder));
  checkCopy(databasePath(folder), { key, migrations });
  writeVault(folder, { version: 1, recovery: head.recovery, passphrase: null, system: null, demonstration: null });
  rmSync(join(folder, 'upload.rollbook'), { force: true });
  return key;
}

/** Puts the staged database and keys in the place of the present ones, which are kept under another name. No connection may be open. */
export function applyRestore(dataFolder: string, now: number): void {
  const folder = stagedFolder(dataFolder);
  if (!existsSync(databasePath(folder)) || !existsSync(vaultPath(folder))) throw new RollbookError('notFound');
  const aside = join(dataFolder, `replaced-${new Date(now).toISOString().replace(/[:.]/g, '-')}`);
  if (existsSync(databasePath(dataFolder))) {
    mkdirSync(aside, { mode: 0o700 });
    for (const path of [databasePath, vaultPath]) if (existsSync(path(dataFolder))) renameSync(path(dataFolder), path(aside));
    for (const tail of ['-wal', '-shm']) rmSync(databasePath(dataFolder) + tail, { force: true });
  }
  // Keys first: a database without its key would look like a first run's.
  renameSync(vaultPath(folder), vaultPath(dataFolder));
  renameSync(databasePath(folder), databasePath(dataFolder));
  rmSync(folder, { recursive: true, force: true });
}
