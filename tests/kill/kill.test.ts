import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createRandom } from '../../src/main/core/demo/rules-random.ts';
import { verifyChain } from '../../src/main/core/journal/index.ts';
import { openConnection, type Connection } from '../../src/main/core/store/connection.ts';
import { cacheStatements, createReader } from '../../src/main/core/store/reader.ts';
import { databasePath, openByPerson, readVault } from '../../src/main/core/store/vault.ts';
import { newFolder, password, schoolDraft } from '../fixtures/core.ts';
import { startHost, type Host } from './host.ts';

// The hosts of their own seal the key at its real cost, and it is opened here.
vi.unmock('@node-rs/argon2');

const rounds = 52;
const rowsOfAFile = 1_000;
const passphrase = 'a passphrase for the kill test';
const user = { username: schoolDraft.admin.username, password };

const folder = newFolder();
const keyFile = join(folder, 'passphrase');
let key: Uint8Array;
/** How long each phase takes here when nobody interrupts it, in milliseconds: kills are spread over it, on a slow machine too. */
const phase = { preview: 0, commit: 0, undo: 0 };
const random = createRandom(2026);

beforeAll(async () => {
  writeFileSync(keyFile, passphrase, { mode: 0o600 });
  const host = await startHost(folder, keyFile, null);
  await host.call('setup.create', { school: schoolDraft });
  await host.kill();
  const vault = readVault(folder);
  if (!vault) throw new Error('no vault');
  key = await openByPerson(vault, { passphrase });
  await measurePhases();
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(round: number): string {
  const lines = Array.from({ length: rowsOfAFile }, (_, i) => `K${round}-${i},Δοκιμάκης${i % 97},Άννα${i % 89},Α,Α${1 + (i % 5)},k${round}.${i}@example.org`);
  return ['Αριθμός Μητρώου,Επώνυμο,Όνομα,Τάξη,Τμήμα,E-mail', ...lines].join('\n');
}

/** Imports the round's file, or takes the latest committed import back; tells what it is doing, so that the kill can be timed. */
async function work(host: Host, round: number, undoes: string | null, at: (step: 'preview' | 'commit' | 'undo') => void): Promise<void> {
  if (undoes !== null) {
    at('undo');
    await host.follow((await host.call('imports.undo', { id: undoes })).jobId);
    return;
  }
  const fileId = await host.upload(`round-${round}.csv`, fileOf(round));
  const { id } = await host.call('imports.create', { fileId });
  at('preview');
  await host.follow((await host.call('imports.preview', { id })).jobId);
  const { import: { rev } } = await host.call('imports.get', { id });
  at('commit');
  await host.follow((await host.call('imports.commit', { id, rev })).jobId);
}

/** Imports a file and takes it back, undisturbed. */
async function measurePhases(): Promise<void> {
  const host = await startHost(folder, keyFile, user);
  let step: keyof typeof phase = 'preview', began = performance.now();
  const at = (next: keyof typeof phase): void => {
    phase[step] = performance.now() - began;
    [step, began] = [next, performance.now()];
  };
  await work(host, rounds, null, at);
  const [{ id = '' } = {}] = (await host.call('imports.list', {})).rows;
  await work(host, rounds, id, at);
  at('undo');
  await host.kill();
}

interface ImportState { id: string; name: string; state: string; students: number }

/** Opens the file as the next start would, and reads what each import left. */
function inspect(db: Connection): ImportState[] {
  const reader = createReader(cacheStatements(db));
  expect(db.pragma('quick_check', { simple: true })).toBe('ok');
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(verifyChain(reader).brokenAt).toBeNull();
  const cards = reader.get<{ students: number; cards: number; words: number }>(
    `SELECT (SELECT count(*) FROM student) AS students, (SELECT count(*) FROM student_card) AS cards,
       (SELECT count(*) FROM search_words WHERE search_words MATCH '"δοκιμακησ"* OR "αννα"*') AS words`);
  expect(cards).toEqual({ students: cards?.students, cards: cards?.students, words: cards?.students });
  return reader.all<ImportState>(
    `SELECT i.id, f.name, i.state, (SELECT count(*) FROM student s WHERE s.studentNo LIKE replace(replace(f.name, 'round-', 'K'), '.csv', '') || '-%') AS students
     FROM import_job i JOIN stored_file f ON f.id = i.fileId`);
}

it(`is whole after ${rounds} kills at random moments: every import happened or did not`, async () => {
  let committed: string[] = [];
  const seen = { whole: 0, none: 0, undone: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const host = await startHost(folder, keyFile, user);
    const undoes = round % 4 === 3 ? (committed.at(-1) ?? null) : null;
    const target = undoes ? 'undo' : random.chance(0.25) ? 'preview' : 'commit';
    const killed = new Promise<void>((resolve) => {
      const die = () => void host.kill().then(resolve);
      // A host that dies answers no more: what `work` was waiting for then fails, as it should.
      void work(host, round, undoes, (step) => { if (step === target) void sleep(random.next() * phase[step] * 1.3).then(die); })
        .catch(() => undefined).then(() => sleep(2_000)).then(die);
    });
    await killed;
    const db = openConnection(databasePath(folder), key);
    try {
      const imports = inspect(db);
      for (const each of imports) {
        expect([each.name, each.state, each.students]).toEqual([each.name, each.state, each.state === 'committed' ? rowsOfAFile : 0]);
      }
      committed = imports.filter(({ state }) => state === 'committed').map(({ id }) => id);
      const last = imports.find(({ name }) => name === `round-${round}.csv`);
      if (undoes) seen.undone += committed.includes(undoes) ? 0 : 1;
      else if (last?.state === 'committed') seen.whole += 1;
      else seen.none += 1;
    } finally {
      db.close();
    }
  }
  // The moments were spread well enough that both outcomes occurred.
  expect(seen.whole).toBeGreaterThan(0);
  expect(seen.none).toBeGreaterThan(0);
}, 1_200_000);
