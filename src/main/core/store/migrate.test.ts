import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { describe, expect, it } from 'vitest';
import { newFolder } from '../../../../tests/fixtures/core.ts';
import { openConnection } from './connection.ts';
import { knownVersion, migrateStore } from './migrate.ts';

interface JournalFile { entries: { tag: string }[] }
const journal = JSON.parse(readFileSync('migrations/meta/_journal.json', 'utf8')) as JournalFile;

/** The migrations as a program of that version had them. */
function migrationsUntil(version: number): string {
  const folder = newFolder();
  mkdirSync(join(folder, 'meta'));
  const entries = journal.entries.slice(0, version);
  for (const { tag } of entries) cpSync(`migrations/${tag}.sql`, join(folder, `${tag}.sql`));
  writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ ...journal, entries }));
  return folder;
}

/** Makes the tables as a program of a version left them. */
function makeOld(db: ReturnType<typeof openConnection>, folder: string, version: number): void {
  migrate(drizzle(db), { migrationsFolder: folder });
  db.pragma(`user_version=${version}`);
}

const stamp = { rev: 1, createdAt: 1, updatedAt: 1, changeSetId: 1 };
/** Writes a row of plain values into the columns that a version of a table has. */
function insert(db: ReturnType<typeof openConnection>, table: string, row: Record<string, string | number | null>): void {
  const all: Record<string, string | number | null> = { ...stamp, ...row };
  const names = Object.keys(all);
  db.prepare(`INSERT INTO "${table}" (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`).run(Object.values(all));
}

/** A small school in a database of an older version: one of each record that existed from the first version on. */
function fill(db: ReturnType<typeof openConnection>): void {
  db.prepare(`INSERT INTO change_set (id, uid, at, device, procedure, rows, entities, previousHash, hash) VALUES (1, 'u', 1, '', 'setup.create', 0, '[]', '', '')`).run();
  insert(db, 'org', { id: 'org', type: 'school', nameEl: 'Σχολείο', nameEn: 'School' });
  insert(db, 'academic_year', { id: 'year', label: '2025-26', startDate: '2025-09-11', endDate: '2026-06-15', status: 'open' });
  insert(db, 'term', { id: 'term', yearId: 'year', type: 'term', nameEl: 'Α', nameEn: 'A', startDate: '2025-09-11', endDate: '2026-01-20' });
  insert(db, 'scale', { id: 'scale', nameEl: 'Κ', nameEn: 'S', kind: 'greek20', min: 0, max: 20, step: 0.1, passMark: 9.5 });
  insert(db, 'person', { id: 'person', familyEl: 'Παππά', givenEl: 'Άννα', sortKey: 'παππα αννα' });
  insert(db, 'student', { id: 'student', personId: 'person', studentNo: '1' });
  insert(db, 'enrolment', { id: 'stay', studentId: 'student', orgId: 'org', yearId: 'year', level: 'Α', division: 'Α1', entryDate: '2025-09-11' });
  insert(db, 'course', { id: 'course', code: 'ΑΛΓ', nameEl: 'Άλγεβρα', nameEn: 'Algebra' });
  insert(db, 'section', { id: 'section', courseId: 'course', yearId: 'year', code: 'Α1' });
  insert(db, 'posted_grade', { id: 'grade', sectionId: 'section', termId: 'term', studentId: 'student', scaleId: 'scale', value: 17 });
  db.prepare(`UPDATE change_set SET hash = 'sealed' WHERE id = 1`).run();
}

const core = ['org', 'academic_year', 'term', 'scale', 'person', 'student', 'enrolment', 'course', 'section', 'posted_grade'];

describe('migrations', () => {
  it.each(journal.entries.map((_entry, i) => i + 1).slice(0, -1))('bring a school of version %i to the present one with everything in it', (version) => {
    const db = openConnection(join(newFolder(), 'rollbook.db'), randomBytes(32));
    const old = migrationsUntil(version);
    makeOld(db, old, version);
    fill(db);
    db.exec(`CREATE TRIGGER journal_student_update AFTER UPDATE ON student BEGIN SELECT RAISE(ABORT, 'of an older version'); END`);
    const read = (table: string) => db.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[];
    const before = new Map(core.map((table) => [table, read(table)]));
    let backedUp = 0;
    migrateStore(db, 'migrations', () => { backedUp += 1; });
    expect(backedUp).toBe(1);
    expect(db.pragma('user_version', { simple: true })).toBe(knownVersion('migrations'));
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    for (const [table, rows] of before) expect(read(table)).toMatchObject(rows);
    // The journal guards the new tables and columns as well.
    expect(() => db.prepare(`UPDATE student SET studentNo = '2'`).run()).toThrow(/no change set is open/);
    db.close();
  });

  it('end where a new database begins', () => {
    const schemaOf = (prepare: (db: ReturnType<typeof openConnection>) => void) => {
      const db = openConnection(join(newFolder(), 'rollbook.db'), randomBytes(32));
      prepare(db);
      const rows = db.prepare(`SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name`).all();
      const columns = (db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`).pluck().all() as string[])
        .map((name) => [name, (db.pragma(`table_info("${name}")`) as { name: string }[]).map((column) => column.name).toSorted()]);
      db.close();
      return { rows, columns };
    };
    const fresh = schemaOf((db) => migrateStore(db, 'migrations'));
    expect(schemaOf((db) => { makeOld(db, migrationsUntil(1), 1); migrateStore(db, 'migrations'); })).toEqual(fresh);
  });
});
