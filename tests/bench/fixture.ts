import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashPasswordNow } from '../../src/main/core/access/passwords.ts';
import { createPlanter } from '../../src/main/core/demo/planter.ts';
import { createRandom } from '../../src/main/core/demo/rules-random.ts';
import { openChangeSet, sealChangeSet } from '../../src/main/core/journal/change-set.ts';
import { triggersFor, journaledTables } from '../../src/main/core/journal/triggers.ts';
import { refreshSearch } from '../../src/main/core/search/index.ts';
import { openConnection, type Connection } from '../../src/main/core/store/connection.ts';
import { migrateStore } from '../../src/main/core/store/migrate.ts';
import { cacheStatements } from '../../src/main/core/store/reader.ts';
import { databasePath, wrapForComputer, writeVault } from '../../src/main/core/store/vault.ts';
import { createWriter, type Writer } from '../../src/main/core/store/writer.ts';
import { plantAttendance, plantGrades, plantScores } from './fixture-marks.ts';
import { plantPeople } from './fixture-people.ts';
import { plantFixtureSchool } from './fixture-school.ts';
import { plantTimetable } from './fixture-timetable.ts';
import type { Size } from './size.ts';

export const account = { username: 'bench', password: 'bench-password' };
const passphrase = 'bench-passphrase';
/** The records are invented and the folder is the user's own: a fixed key lets a cached file be opened again. */
export const key = createHash('sha256').update('bench').digest();
export const migrations = join(import.meta.dirname, '../../migrations');

/** A data folder ready to be opened, and what a host needs to open it. */
export interface Fixture { folder: string; database: string; keyFile: string }

const caches = join(tmpdir(), 'rollbook-bench');

/** Where seeded files wait for the next run: by what decides their content. */
function cacheFolder(today: string, size: Size): string {
  const hash = createHash('sha256').update(JSON.stringify([today, size]));
  for (const table of journaledTables.values()) hash.update(triggersFor(table).join('\n'));
  for (const name of readdirSync(migrations).filter((file) => file.endsWith('.sql'))) hash.update(readFileSync(join(migrations, name)));
  for (const name of readdirSync(import.meta.dirname).filter((file) => /^(fixture|names|import-file)/.test(file))) {
    hash.update(readFileSync(join(import.meta.dirname, name)));
  }
  hash.update(readFileSync(join(import.meta.dirname, '../../src/main/core/search/rules-words.ts')));
  return join(caches, `${size.students}-${hash.digest('hex').slice(0, 16)}`);
}

/** Finds or makes the seeded database; files of an older schema or day are thrown away. Returns its folder. */
export function prepareCache(today: string, size: Size, say: (line: string) => void): string {
  const folder = cacheFolder(today, size);
  const file = join(folder, 'seeded.db');
  if (existsSync(file)) return folder;
  say(`Seeding ${size.students} students (kept in ${folder}) ...`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const old of readdirSync(caches).filter((name) => name.startsWith(`${size.students}-`) && join(caches, name) !== folder)) {
    rmSync(join(caches, old), { recursive: true, force: true });
  }
  const db = openConnection(`${file}.new`, key);
  // A crash only costs another seeding.
  db.pragma('synchronous=OFF');
  migrateStore(db, migrations);
  seed(db, today, size, say);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  renameSync(`${file}.new`, file);
  return folder;
}

function seed(db: Connection, today: string, size: Size, say: (line: string) => void): void {
  const prepare = cacheStatements(db);
  const random = createRandom(50_000);
  // One counter for the whole file, whichever change set a record belongs to.
  let writer: Writer | undefined;
  const current: Pick<Writer, 'insert'> = { insert: (table, row, id) => { if (!writer) throw new Error('closed'); return writer.insert(table, row, id); } };
  const planter = createPlanter(current, today);
  let id = 0;
  const inChangeSet = <T>(name: string, write: (db: Writer) => T): T => {
    const started = performance.now();
    id += 1;
    const now = Date.now();
    const value = db.transaction(() => {
      writer = createWriter(prepare, { changeSetId: id, userId: null, now });
      openChangeSet(writer, id, { at: now, actorId: null, device: 'bench', procedure: `bench.${name}`, reason: null, undoes: null });
      const result = write(writer);
      refreshSearch(writer, id);
      sealChangeSet(writer, id);
      return result;
    }).immediate();
    say(`  ${name}: ${Math.round(performance.now() - started)} ms`);
    return value;
  };
  const school = inChangeSet('school', (own) =>
    plantFixtureSchool(own, planter, today, size, { username: account.username, passwordHash: hashPasswordNow(account.password) }));
  const students = inChangeSet('people', () => plantPeople(planter, random, school, size));
  inChangeSet('grades', () => plantGrades(planter, random, school, students));
  inChangeSet('scores', () => plantScores(planter, random, school, students, size));
  inChangeSet('attendance', () => plantAttendance(planter, random, school, students, today));
  inChangeSet('timetable', () => plantTimetable(planter, school));
}

/** Copies the seeded database into a fresh data folder with its keys. */
export async function openFixture(cache: string, folder: string): Promise<Fixture> {
  const keyFile = join(folder, 'passphrase');
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  writeFileSync(keyFile, passphrase, { mode: 0o600 });
  copyFileSync(join(cache, 'seeded.db'), databasePath(data));
  writeVault(data, { version: 1, recovery: null, ...(await wrapForComputer(key, { keyStore: null, passphrase, demo: false })) });
  return { folder: data, database: databasePath(data), keyFile };
}
