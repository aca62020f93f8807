import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { RollbookError, type ErrorCode } from '#contract/errors.ts';
import { join } from 'node:path';
import type { AppEvent } from '#contract/events.ts';
import { applyRestore, clearStage } from '../backups/index.ts';
import type { Place } from '../kernel/context.ts';
import type { CoreOptions } from '../kernel/core.ts';
import type { SealedKey } from '../store/key-wraps.ts';
import type { Task } from '../threads/messages.ts';
import { openPool, type Pool } from '../threads/pool.ts';
import { startThread, type Thread } from '../threads/thread.ts';
import { databasePath, openByComputer, readKeyFile, readVault, wrapForComputer, writeVault, type Holders, type KeyHolder } from '../store/vault.ts';

/** The state of the data on this computer: absent before the first run, locked without its key, open. */
export interface Office {
  options: CoreOptions;
  dataFolder: () => string;
  holders: Holders;
  keyHolder: () => KeyHolder;
  state: () => 'absent' | 'locked' | 'open';
  problem: () => ErrorCode | null;
  systemToken: string;
  pool: () => Pool | null;
  open: (key: Uint8Array) => Promise<void>;
  /** Puts a staged restore in place of the present data and opens it. */
  reopen: (key: Uint8Array) => Promise<void>;
  /** Runs a task in a thread of its own that holds no database. */
  aside: (task: Task) => Promise<unknown>;
  /** Makes a new database aside, fills it by a task, and puts it in place whole: killed at any moment, there is all of it or nothing. */
  create: (key: Uint8Array, recovery: SealedKey, fill: Task) => Promise<void>;
  /** Closes what is open and turns to the demonstration, in a folder of its own, until the program ends. */
  turnToDemonstration: () => Promise<void>;
  close: () => Promise<void>;
}

/** Finds the data folder's state and opens it if this computer can by itself. */
export async function openOffice(given: CoreOptions, log: NonNullable<CoreOptions['log']>, tell: (event: AppEvent) => void): Promise<Office> {
  const { keyStore = null, keyFile } = given;
  let dataFolder = given.dataFolder;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const holders: Holders = { keyStore, demo: given.demo ?? false, passphrase: keyFile ? readKeyFile(keyFile) : null };
  const systemToken = randomBytes(32).toString('base64url');
  let pool: Pool | null = null;
  let problem: ErrorCode | null = null;

  const keyHolder = (): KeyHolder => (holders.demo ? 'demonstration' : keyFile ? 'keyFile' : keyStore ? 'system' : 'passphrase');
  const state = () => (pool ? 'open' : problem === null && !existsSync(databasePath(dataFolder)) ? 'absent' : 'locked');
  const placeOf = (folder: string, key: Uint8Array): Place => ({
    dataFolder: folder, key, systemToken, resources: given.resources, migrations: given.migrations, version: given.version,
    keyHolder: keyHolder(), databaseFile: databasePath(folder),
  });
  const withThread = async <T>(use: (thread: Thread) => Promise<T>): Promise<T> => {
    const thread = startThread(given.threadEntry, log, given.clock);
    try {
      return await use(thread);
    } finally {
      await thread.close();
    }
  };
  const open = async (key: Uint8Array) => {
    pool = await openPool(placeOf(dataFolder, key), given.threadEntry, log, given.clock);
    problem = null;
    tell({ type: 'vault', state: 'open' });
  };
  const office: Office = {
    options: given, dataFolder: () => dataFolder, holders, keyHolder, state, systemToken, open,
    problem: () => problem,
    pool: () => pool,
    async reopen(key) {
      await pool?.close();
      pool = null;
      applyRestore(dataFolder, Date.now());
      const vault = readVault(dataFolder);
      if (!vault) throw new RollbookError('damagedFile');
      // Where only a passphrase could hold the key and none is known, the recovery code opens it until one is set.
      const canHold = holders.demo || holders.keyStore !== null || holders.passphrase !== null;
      if (canHold) writeVault(dataFolder, { ...vault, ...(await wrapForComputer(key, holders)) });
      await open(key);
    },
    aside: (task) => withThread((thread) => thread.task(task)),
    async create(key, recovery, fill) {
      const folder = clearStage(dataFolder);
      await withThread(async (thread) => {
        await thread.task({ type: 'open', place: placeOf(folder, key), prepare: true });
        await thread.task(fill);
      });
      writeVault(folder, { version: 1, recovery, passphrase: null, system: null, demonstration: null });
      await office.reopen(key);
    },
    async turnToDemonstration() {
      await pool?.close();
      pool = null;
      holders.demo = true;
      dataFolder = join(given.dataFolder, 'demonstration');
      mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    },
    async close() {
      await pool?.close();
      pool = null;
    },
  };
  try {
    const vault = readVault(dataFolder);
    if (!vault && existsSync(databasePath(dataFolder))) throw new RollbookError('wrongKey');
    const key = vault && existsSync(databasePath(dataFolder)) ? await openByComputer(vault, holders) : null;
    if (key) await open(key);
  } catch (error) {
    if (!(error instanceof RollbookError)) throw error;
    problem = error.failure.code;
    log('error', 'the data cannot be opened', { code: problem });
  }
  return office;
}
