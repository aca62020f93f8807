import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { RollbookError } from '#contract/errors.ts';
import type { KeyStore } from '../kernel/core.ts';
import { newRecoveryCode, normaliseRecoveryCode, openKey, sealedKey, sealKey, type SealedKey } from './key-wraps.ts';

/** Beside the database: its key, wrapped once for the recovery code and once for whoever holds it on this computer. */
const vaultFile = z.object({
  version: z.literal(1),
  recovery: sealedKey.nullable(),
  passphrase: sealedKey.nullable(),
  system: z.string().nullable(),
  /** The demonstration only: its records are invented. */
  demonstration: z.string().nullable(),
});
export type VaultFile = z.infer<typeof vaultFile>;
export type KeyHolder = 'system' | 'passphrase' | 'keyFile' | 'demonstration';

export const vaultPath = (folder: string) => join(folder, 'keys.json');
export const databasePath = (folder: string) => join(folder, 'rollbook.db');

/** Reads the wrapped keys; null on the first run. Throws `damagedFile` for anything else than we wrote. */
export function readVault(folder: string): VaultFile | null {
  if (!existsSync(vaultPath(folder))) return null;
  try {
    return vaultFile.parse(JSON.parse(readFileSync(vaultPath(folder), 'utf8')));
  } catch {
    throw new RollbookError('damagedFile');
  }
}

/** Writes the wrapped keys in one step, readable by their owner only. */
export function writeVault(folder: string, vault: VaultFile): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = vaultPath(folder);
  writeFileSync(`${path}.new`, JSON.stringify(vault), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** Reads the passphrase of a key file. Refused when others than its owner can read it. */
export function readKeyFile(path: string): string {
  let mode: number;
  try {
    mode = statSync(path).mode;
  } catch {
    throw new RollbookError('refused', { messageKey: 'keyFileMissing' });
  }
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) throw new RollbookError('refused', { messageKey: 'keyFileReadable' });
  const secret = readFileSync(path, 'utf8').trim();
  if (secret.length < 10) throw new RollbookError('refused', { messageKey: 'keyFileShort' });
  return secret;
}

export interface Holders { keyStore: KeyStore | null; passphrase: string | null; demo: boolean }

/** Wraps a key for this computer: by its key store where there is one, else by a passphrase; plain for the demonstration. */
export async function wrapForComputer(key: Uint8Array, holders: Holders): Promise<Pick<VaultFile, 'passphrase' | 'system' | 'demonstration'>> {
  if (holders.demo) return { passphrase: null, system: null, demonstration: Buffer.from(key).toString('base64') };
  if (holders.passphrase !== null) return { passphrase: await sealKey(key, holders.passphrase), system: null, demonstration: null };
  if (holders.keyStore) return { passphrase: null, system: Buffer.from(holders.keyStore.wrap(key)).toString('base64'), demonstration: null };
  throw new RollbookError('invalidInput', { fields: [{ path: 'passphrase', messageKey: 'required' }] });
}

/** The key, if this computer can open it by itself; null when somebody has to type something. */
export async function openByComputer(vault: VaultFile, holders: Holders): Promise<Uint8Array | null> {
  if (vault.demonstration !== null) return holders.demo ? Buffer.from(vault.demonstration, 'base64') : null;
  if (vault.passphrase !== null && holders.passphrase !== null) return openKey(vault.passphrase, holders.passphrase);
  if (vault.system === null || !holders.keyStore) return null;
  try {
    return holders.keyStore.unwrap(Buffer.from(vault.system, 'base64'));
  } catch {
    return null;
  }
}

/** The key, by what a person typed. Throws `wrongKey`. */
export async function openByPerson(vault: VaultFile, secret: { passphrase: string } | { recoveryCode: string }): Promise<Uint8Array> {
  const [sealed, text]: [SealedKey | null, string] = 'passphrase' in secret
    ? [vault.passphrase, secret.passphrase] : [vault.recovery, normaliseRecoveryCode(secret.recoveryCode)];
  if (!sealed) throw new RollbookError('wrongKey');
  return openKey(sealed, text);
}

/** A new random database key. */
export const newDatabaseKey = (): Uint8Array => randomBytes(32);

/** A new recovery code and the key sealed under it. The code is shown once and stored nowhere. */
export async function newRecovery(key: Uint8Array): Promise<{ recoveryCode: string; recovery: SealedKey }> {
  const recoveryCode = newRecoveryCode();
  return { recoveryCode, recovery: await sealKey(key, recoveryCode) };
}
