import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLog } from '../../src/main/log.ts';
import { newFolder, openTestCore, studentForm, type TestCore } from '../fixtures/core.ts';

/** Words that stand nowhere else: in Greek and Latin, as names, contacts, notes and inside files. */
const canaries = ['Καναρινόπουλος', 'Kanarinopoulos', 'kanari@example.org', 'Καναρινοσημείωση', 'ΚΑΝΑΡΙΝΟΑΡΧΕΙΟ', '6912345678'];

let school: TestCore;
let logFolder: string;
beforeAll(async () => {
  logFolder = newFolder();
  school = await openTestCore({ log: openLog(logFolder) });
  const { admin } = school;
  const details = studentForm({ studentNo: '6912345678', familyEl: 'Καναρινόπουλος', familyLatin: 'Kanarinopoulos', email: 'kanari@example.org', mobile: '6912345678' });
  const { id: studentId } = await admin.call('students.create', { details });
  await admin.call('notes.save', { studentId, text: 'Καναρινοσημείωση' });
  const content = new TextEncoder().encode('Αρ. μητρώου;Επώνυμο;Όνομα\n8001;ΚΑΝΑΡΙΝΟΑΡΧΕΙΟ;Καναρινόπουλος');
  const { fileId } = await admin.call('files.upload', { name: 'Καναρινόπουλος.csv', content });
  const { id } = await admin.call('imports.create', { fileId });
  await admin.job('imports.preview', { id });
  const { import: ready } = await admin.call('imports.get', { id });
  await admin.job('imports.commit', { id, rev: ready.rev });
  await admin.job('exports.table', { format: 'xlsx', columns: ['studentNo', 'familyEl', 'email'], language: 'el', list: { table: 'students', filter: { status: 'all' } } });
  await admin.job('documents.classList', { language: 'el', filter: { status: 'all' } });
  // Refusals and failures are logged too.
  await admin.answer('students.create', { details });
  await school.nobody.answer('auth.signIn', { username: 'Καναρινόπουλος', password: 'Kanarinopoulos' });
  await admin.job('backups.run', {});
});
afterAll(() => school.close());

const filesBelow = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)).filter((path) => statSync(path).isFile());

/** The files below a folder that contain a canary in UTF-8 or UTF-16, as `file: word`. */
function leaks(folder: string): string[] {
  return filesBelow(folder).flatMap((path) => {
    const bytes = readFileSync(path);
    return canaries.filter((word) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le'))).map((word) => `${path}: ${word}`);
  });
}

describe('on disk', () => {
  it('the database, its log, backups and keys contain nothing readable', () => {
    const names = filesBelow(school.folder).map((path) => path.slice(school.folder.length + 1));
    expect(names).toEqual(expect.arrayContaining(['rollbook.db', 'rollbook.db-wal', 'keys.json', expect.stringMatching(/^backups\/.+\.rollbook$/)]));
    expect(leaks(school.folder)).toEqual([]);
  });

  it('the log names nobody', () => {
    expect(filesBelow(logFolder).length).toBeGreaterThan(0);
    expect(leaks(logFolder)).toEqual([]);
  });

  it('the search for them would find them', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'plain'), school.environment.reader.get<{ familyEl: string }>(`SELECT familyEl FROM person WHERE familyLatin = 'Kanarinopoulos'`)?.familyEl ?? '');
    expect(leaks(folder)).toHaveLength(1);
  });
});
