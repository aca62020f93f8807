import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import Papa from 'papaparse';
import { openTestCore, studentForm, type Caller, type TestCore } from '../../../../tests/fixtures/core.ts';
import { readFileContent } from '../files/index.ts';

let school: TestCore;
let office: Caller;
const ids: string[] = [];
beforeAll(async () => {
  school = await openTestCore();
  office = await school.as('registrar');
  for (const [studentNo, familyEl] of [['1', 'Άλφα'], ['2', 'Βήτα'], ['3', 'Γάμμα']] as const) {
    ids.push((await office.call('students.create', { details: studentForm({ studentNo, familyEl }) })).id);
  }
});
afterAll(() => school.close());

const told = { date: '2026-10-05', recipient: 'Δήμος Αθηναίων', purpose: 'Μεταφορά μαθητών', basis: 'law' as const, content: 'Ονόματα και διευθύνσεις' };
const textOf = (fileId: string) => {
  const hash = school.environment.reader.get<{ hash: string }>('SELECT hash FROM stored_file WHERE id = ?', [fileId])?.hash ?? '';
  return Buffer.from(readFileContent(school.environment.reader, hash) ?? []).toString('utf8');
};
const list = (filter: Parameters<typeof office.call<'disclosures.list'>>[1]['filter'] = {}) => office.call('disclosures.list', { filter });
const exportStudents = (basis: 'directory' | 'law' | null) => office.job('exports.table', {
  format: 'csv', language: 'el', columns: ['studentNo', 'familyEl'], list: { table: 'students', filter: { status: 'all' } },
  disclosure: basis && { recipient: 'Σύλλογος Γονέων', purpose: 'Κατάλογος τάξης', basis },
});

describe('the log of disclosures', () => {
  it('takes one down with several students, changes it, narrows by student, recipient and day, and removes it', async () => {
    const [first = '', second = ''] = ids;
    const { id } = await office.call('disclosures.save', { disclosure: told, studentIds: [first, second, first] });
    const [row] = (await list()).rows;
    expect(row).toMatchObject({ id, recipient: 'Δήμος Αθηναίων', studentsTotal: 2, isWhole: true, byList: false, students: [{ studentNo: '1' }, { studentNo: '2' }] });
    await office.call('disclosures.save', { id, rev: row?.rev, disclosure: { ...told, note: 'Με έγγραφο' }, studentIds: [second, ids[2] ?? ''] });
    expect((await office.call('disclosures.get', { id })).disclosure).toMatchObject({ note: 'Με έγγραφο', students: [{ studentNo: '2' }, { studentNo: '3' }] });
    expect((await list({ studentId: first })).total).toBe(0);
    expect((await list({ studentId: second, recipient: 'αθηναίων', from: '2026-10-01', to: '2026-10-31' })).total).toBe(1);
    expect((await list({ from: '2026-10-06' })).total).toBe(0);
    expect((await office.call('disclosures.dependents', { id })).dependents).toEqual([{ entity: 'disclosure_student', count: 2 }]);
    await office.call('disclosures.remove', { id, rev: 2 });
    expect((await list()).total).toBe(0);
    await office.call('history.undoOwn', {});
    expect((await list()).total).toBe(1);
    await office.call('disclosures.remove', { id, rev: (await list()).rows[0]?.rev ?? 0 });
  });

  it('refuses an edit of what somebody has changed meanwhile', async () => {
    const { id } = await office.call('disclosures.save', { disclosure: told, studentIds: [ids[0] ?? ''] });
    expect(await office.answer('disclosures.save', { id, rev: 7, disclosure: told, studentIds: [ids[0] ?? ''] })).toMatchObject({ ok: false, error: { code: 'conflict' } });
    await office.call('disclosures.remove', { id, rev: 1 });
  });
});

describe('a list that leaves the school', () => {
  it('is an export and nothing more unless that is said', async () => {
    expect(await exportStudents(null)).toMatchObject({ rows: 3, leftOut: 0 });
    expect((await list()).total).toBe(0);
  });

  it('leaves out who has opted out of directories, and is written down with everybody on it', async () => {
    await office.call('privacy.setOptOut', { studentId: ids[1] ?? '', optedOut: true });
    expect((await office.call('students.get', { id: ids[1] ?? '' })).directoryOptOut).toBe(true);
    const made = await exportStudents('directory');
    expect(made).toMatchObject({ rows: 2, leftOut: 1 });
    expect(textOf(made.fileId)).not.toContain('Βήτα');
    const [row] = (await list()).rows;
    expect(row).toMatchObject({ recipient: 'Σύλλογος Γονέων', basis: 'directory', byList: true, studentsTotal: 2 });
    expect(row?.content).toContain('Αριθμός μητρώου, Επώνυμο');
    expect(school.environment.reader.get('SELECT 1 FROM disclosure WHERE fileId = ?', [made.fileId])).toBeDefined();
    const changeSets = school.environment.reader.all('SELECT DISTINCT changeSetId FROM row_change WHERE rowId IN (?, ?)', [row?.id ?? '', made.fileId]);
    expect(changeSets).toHaveLength(1);
  });

  it('keeps them on it where the law asks for it', async () => {
    expect(await exportStudents('law')).toMatchObject({ rows: 3, leftOut: 0 });
    expect((await list({ studentId: ids[1] ?? '' })).rows[0]).toMatchObject({ basis: 'law', studentsTotal: 3 });
  });

  it('can be a printed class list as well', async () => {
    const made = await office.job('documents.classList', { language: 'el', title: 'Τμήμα Α1', filter: { status: 'all' }, disclosure: { recipient: 'Φωτογράφος', purpose: 'Φωτογράφιση', basis: 'directory' } });
    expect(made).toMatchObject({ rows: 2, leftOut: 1 });
    expect((await list({ recipient: 'φωτο' })).rows[0]).toMatchObject({ content: 'Κατάλογος μαθητών: Τμήμα Α1', studentsTotal: 2 });
  });

  it('is opted into again, and the change taken back', async () => {
    await office.call('privacy.setOptOut', { studentId: ids[1] ?? '', optedOut: false });
    expect(await exportStudents('directory')).toMatchObject({ rows: 3, leftOut: 0 });
    await office.call('privacy.setOptOut', { studentId: ids[1] ?? '', optedOut: true });
    await office.call('history.undoOwn', {});
    expect((await office.call('students.get', { id: ids[1] ?? '' })).directoryOptOut).toBe(false);
  });

  it('takes the log out as a file with one line for each student', async () => {
    const made = await office.job('disclosures.export', { format: 'csv', language: 'el', filter: { recipient: 'Φωτογράφος' } });
    const lines = Papa.parse<string[]>(textOf(made.fileId).replace(/^\uFEFF/, ''), { delimiter: ';', skipEmptyLines: true }).data;
    expect(lines.map((line) => [line[1], line[3], line[6]])).toEqual([['Αποδέκτης', 'Βάση', 'Αριθμός μητρώου'], ['Φωτογράφος', 'Κατάλογος μαθητών', '1'], ['Φωτογράφος', 'Κατάλογος μαθητών', '3']]);
  });
});
