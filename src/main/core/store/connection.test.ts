import { createHash, randomBytes } from 'node:crypto';
import { cpSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { callerOf, newFolder, openTestCore, passphrase, studentForm, testOptions } from '../../../../tests/fixtures/core.ts';
import { createCore } from '../index.ts';
import { openConnection } from './connection.ts';
import { databasePath, openByPerson, readVault } from './vault.ts';

let original: string;
let key: Uint8Array;
beforeAll(async () => {
  const school = await openTestCore();
  await school.admin.call('students.create', { details: studentForm() });
  school.environment.connection.pragma('wal_checkpoint(TRUNCATE)');
  original = newFolder();
  const vault = readVault(school.folder);
  if (!vault) throw new Error('no vault');
  key = await openByPerson(vault, { passphrase });
  cpSync(school.folder, original, { recursive: true });
  await school.close();
});

/** A copy of the school's folder to spoil. */
function copy(): string {
  const folder = newFolder();
  cpSync(original, folder, { recursive: true });
  return folder;
}
const hashOf = (folder: string) => createHash('sha256').update(readFileSync(databasePath(folder))).digest('hex');

/** Starts the program on a folder, types the passphrase, and says what it answers. */
async function open(folder: string) {
  const core = await createCore(testOptions(folder));
  try {
    const caller = callerOf(core, null);
    const answer = await caller.answer('setup.unlock', { passphrase });
    const status = await caller.call('setup.status', {});
    return { code: answer.ok ? 'ok' : answer.error.code, state: status.state };
  } finally {
    await core.close();
  }
}

describe('a database', () => {
  it('opens with its key', async () => {
    expect(await open(copy())).toEqual({ code: 'ok', state: 'open' });
  });

  it('stays as it was when the key is another school\'s', async () => {
    const folder = copy();
    const before = hashOf(folder);
    expect(() => openConnection(databasePath(folder), randomBytes(32))).toThrow('wrongKey');
    expect(hashOf(folder)).toBe(before);
  });

  it('without its keys is not taken for a first run', async () => {
    const folder = copy();
    writeFileSync(join(folder, 'keys.json'), 'not ours');
    const core = await createCore(testOptions(folder));
    const status = await callerOf(core, null).call('setup.status', {});
    expect(status).toMatchObject({ state: 'locked', problem: 'damagedFile' });
    await core.close();
  });

  it.each([['in the middle of a page', -1000], ['by whole pages', -4096 * 3], ['to a few bytes', null]])('cut off %s is called damaged and left alone', async (_how, by) => {
    const folder = copy();
    const size = readFileSync(databasePath(folder)).length;
    truncateSync(databasePath(folder), by === null ? 100 : size + by);
    const before = hashOf(folder);
    expect((await open(folder)).code).toBe('damagedFile');
    expect(hashOf(folder)).toBe(before);
  });

  it('of a newer program is refused and left alone', async () => {
    const folder = copy();
    const db = openConnection(databasePath(folder), key);
    db.pragma('user_version=9999');
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    const before = hashOf(folder);
    expect((await open(folder)).code).toBe('newerFile');
    expect(hashOf(folder)).toBe(before);
  });

  it('is nothing to a program without the key', () => {
    const plain = new Database(databasePath(copy()), { readonly: true });
    expect(() => plain.prepare('SELECT * FROM person').all()).toThrow();
    plain.close();
  });
});
