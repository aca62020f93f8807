import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Output } from '#contract/index.ts';
import { openTestCore, studentForm, type Caller, type TestCore } from '../../../../tests/fixtures/core.ts';
import { attendanceMark, contactPoint, course, postedGrade, section, transcriptLine } from '../store/schema/index.ts';

let school: TestCore;
let office: Caller;
let yearId = '';
let termId = '';
const ids: string[] = [];
const guardian = { familyEl: 'Παππά', givenEl: 'Μαρία', relation: 'mother' as const, priority: 2 };

beforeAll(async () => {
  school = await openTestCore();
  office = await school.as('registrar');
  yearId = (await office.call('students.facets', {})).years[0]?.id ?? '';
  for (const [number, division] of [['1001', 'Β1'], ['1002', 'Β1'], ['1003', 'Β2'], ['1004', 'Γ1']] as const) {
    const { id } = await office.call('students.create', { details: studentForm({ studentNo: number, givenEl: `Ελένη ${number}` }), enrolment: { level: division[0] ?? '', division, yearId, entryDate: '2026-09-11' } });
    ids.push(id);
  }
  await office.call('guardians.save', { studentId: ids[0] ?? '', guardian });
  await office.call('guardians.save', { studentId: ids[0] ?? '', guardian: { ...guardian, givenEl: 'Κωνσταντίνος', familyEl: 'Απαγορευμένος', relation: 'father', priority: 1, noContact: true } });
  await office.call('guardians.save', { studentId: ids[1] ?? '', guardian: { ...guardian, noContact: true } });
  school.plant((db) => {
    const row = <T extends object>(sql: string): T => db.get<T>(sql) ?? (() => { throw new Error(sql); })();
    const scaleId = row<{ id: string }>('SELECT id FROM scale').id;
    termId = row<{ id: string }>('SELECT id FROM term ORDER BY startDate').id;
    for (const [nameEl, nameEn, marks] of [['Άλγεβρα', 'Algebra', [17, 12, 20]], ['Ιστορία', 'History', [18, 9, 20]]] as const) {
      const courseId = db.insert(course, { code: nameEn, nameEl, nameEn, credits: 3 });
      const sectionId = db.insert(section, { courseId, yearId, code: nameEn });
      marks.forEach((value, i) => db.insert(postedGrade, { sectionId, termId, studentId: ids[i] ?? '', scaleId, value }));
      // A grade that a correction has replaced is on no document.
      db.insert(postedGrade, { sectionId, termId, studentId: ids[0] ?? '', scaleId, value: 3, replacedById: 'another' });
    }
    db.insert(transcriptLine, { studentId: ids[0] ?? '', yearLabel: '2025-26', titleEl: 'Μουσική', titleEn: 'Music', credits: 2, value: 19, gradeEl: '19', gradeEn: '19', passed: true, scaleId, isExternal: true, schoolName: '3ο Λύκειο Χανίων' });
    const code = (name: string) => row<{ id: string }>(`SELECT id FROM attendance_code WHERE code = '${name}'`).id;
    db.insert(attendanceMark, { studentId: ids[0] ?? '', date: '2026-10-05', period: 1, codeId: code('AU'), source: 'teacher' });
    db.insert(attendanceMark, { studentId: ids[0] ?? '', date: '2026-10-05', period: 1, codeId: code('AE'), source: 'office' });
    for (const { personId, familyEl } of db.all<{ personId: string; familyEl: string }>('SELECT g.personId, p.familyEl FROM guardian_link g JOIN person p ON p.id = g.personId WHERE g.studentId = ?', [ids[0] ?? ''])) {
      db.insert(contactPoint, { personId, kind: 'address', value: familyEl === 'Παππά' ? 'Ηρώων 12, Αθήνα' : 'Αλλού 5, Πάτρα' });
    }
  });
});
afterAll(() => school.close());

const hasPdfToText = spawnSync('pdftotext', ['-v']).error === undefined;
function textOf(content: Uint8Array): string {
  const path = join(school.folder, 'document.pdf');
  writeFileSync(path, content);
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
}
type Issue = Parameters<typeof office.job<'documents.issue'>>[1];
const issue = (more: Partial<Issue> = {}, by: Caller = office) => by.job('documents.issue', { kind: 'reportCard', language: 'el', yearId, studentIds: ids, ...more });
const latest = async () => {
  const [row] = (await office.call('documents.register', { limit: 1 })).rows;
  if (!row) throw new Error('no document');
  return row;
};
const bytesOf = async (id: string) => new Uint8Array((await office.call('documents.download', { id })).content);
const check = async (file: Uint8Array<ArrayBuffer>) => (await office.call('documents.check', { file })).results[0];

describe('issuing', () => {
  it('numbers documents without gaps, leaves out who has nothing to show, and says why', async () => {
    const made = await issue();
    expect(made).toMatchObject({ documents: 3, pages: 3, firstSerial: '2026-27/000001', lastSerial: '2026-27/000003', skipped: [{ studentNo: '1004', reason: 'noGrades' }], skippedTotal: 1 });
    const { rows, total } = await office.call('documents.register', {});
    expect([total, ...rows.map(({ serial }) => serial)]).toEqual([3, '2026-27/000003', '2026-27/000002', '2026-27/000001']);
    expect(await issue({ level: 'Β', division: 'Β1', studentIds: null })).toMatchObject({ documents: 2, firstSerial: '2026-27/000004' });
  });

  it.skipIf(!hasPdfToText)('writes Greek names, the grades as they stand, their words, means and absences', async () => {
    const { rows } = await office.call('documents.register', { text: '1001' });
    const text = textOf(await bytesOf(rows[0]?.id ?? ''));
    for (const part of ['Γυμνάσιο Δοκιμών', 'Έλεγχος Προόδου', 'Παπαδοπούλου', 'Ελένη 1001', 'Άλγεβρα', '17', 'Λίαν Καλώς', '17,5', 'δικαιολογημένες 1, αδικαιολόγητες 0', 'Σελίδα 1 από 1', rows[0]?.serial ?? '?']) expect(text).toContain(part);
    // Only this student's page of the batch, and no grade that was corrected.
    expect(text).not.toContain('1002');
    expect(text).not.toMatch(/^\s*Άλγεβρα\s+3\s/m);
  });

  it.skipIf(!hasPdfToText)('writes English in English, and transferred work by its school', async () => {
    await issue({ kind: 'transcript', language: 'en', studentIds: [ids[0] ?? ''] });
    const text = textOf(await bytesOf((await latest()).id));
    for (const part of ['Test Gymnasium', 'Academic Transcript', 'Papadopoulou', 'History', 'Music', 'From another school: 3ο Λύκειο Χανίων', 'in progress', 'Credits earned']) expect(text).toContain(part);
  });

  it('runs through again when its numbers were taken meanwhile: none twice, none left out', async () => {
    const before = (await office.call('documents.register', {})).total;
    const runs = await Promise.all(Array.from({ length: 4 }, (_, i) => issue({ kind: 'enrolmentCertificate', studentIds: ids.slice(0, (i % 3) + 1) })));
    const { rows } = await office.call('documents.register', { limit: 500 });
    const numbers = rows.map(({ serial }) => Number(serial.split('/')[1])).toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: before + runs.reduce((sum, { documents }) => sum + documents, 0) }, (_, i) => i + 1));
    for (const run of runs) expect(run.lastSerial).toBe(`2026-27/${String(Number(run.firstSerial?.split('/')[1]) + run.documents - 1).padStart(6, '0')}`);
    // Each paper carries the number under which it is registered.
    for (const { id, serial } of rows.slice(0, 4)) expect((await check(await bytesOf(id)))?.says?.serial).toBe(serial);
  });

  it('takes no number when it is cancelled', async () => {
    const before = (await office.call('documents.register', {})).total;
    const { jobId } = await office.call('documents.issue', { kind: 'enrolmentCertificate', language: 'el', yearId, studentIds: Array.from({ length: 60 }, (_, i) => ids[i % 4] ?? '') }) as unknown as { jobId: string };
    await office.call('jobs.cancel', { id: jobId });
    // A pause, not a spin: the core runs in this thread, and the job needs it too.
    for (let state = 'running'; state === 'running'; await sleep(5)) ({ state } = await office.call('jobs.get', { id: jobId }) as Output<'jobs.get'>);
    const after = (await office.call('documents.register', {})).total;
    const { state } = await office.call('jobs.get', { id: jobId }) as Output<'jobs.get'>;
    expect(state === 'cancelled' ? after : before).toBe(before);
  });
});

describe('a letter on attendance', () => {
  it.skipIf(!hasPdfToText)('never goes to who has a no-contact order, whatever their place in the order of contact', async () => {
    const made = await issue({ kind: 'attendanceLetter', studentIds: ids.slice(0, 2) });
    expect(made).toMatchObject({ documents: 1, skipped: [{ studentNo: '1002', reason: 'noRecipient' }] });
    const text = textOf(await bytesOf((await latest()).id));
    expect(text).toContain('Παππά Μαρία');
    expect(text).toContain('Ηρώων 12, Αθήνα');
    expect(text).not.toContain('Απαγορευμένος');
    expect(text).not.toContain('Αλλού 5');
  });

  it('is closed to who may not see contacts', async () => {
    const letter = (await office.call('documents.register', { kind: 'attendanceLetter' })).rows[0];
    const head = await school.as('departmentHead');
    expect(await head.answer('documents.download', { id: letter?.id ?? '' })).toMatchObject({ ok: false });
  });
});

describe('an issued document', () => {
  it('is kept as it was given out: the same bytes whenever it is opened, alone or out of a batch', async () => {
    for (const { id } of (await office.call('documents.register', {})).rows.slice(0, 6)) expect(Buffer.compare(await bytesOf(id), await bytesOf(id))).toBe(0);
    const other = school.plant((db) => db.run(`UPDATE person SET givenEl = givenEl || ' (νέο)', rev = rev + 1`));
    expect(other).toBeGreaterThan(0);
    const { rows } = await office.call('documents.register', { text: '1001', kind: 'reportCard' });
    if (hasPdfToText) expect(textOf(await bytesOf(rows[0]?.id ?? ''))).not.toContain('(νέο)');
  });

  it('is genuine by its file and by its typed code; a changed file is told from the original', async () => {
    await issue({ kind: 'enrolmentCertificate', studentIds: [ids[2] ?? ''] });
    const { id, serial } = await latest();
    const file = await bytesOf(id);
    expect(await check(file)).toMatchObject({ verdict: 'genuine', sameFile: true, documentId: id, says: { serial, studentNo: '1003', initials: 'Ε.Π.', facts: ['Β Β2'] } });
    const changed = new Uint8Array([...file, 10]);
    expect(await check(changed)).toMatchObject({ verdict: 'genuine', sameFile: false });
    const code = /RB1[A-Z2-7]{100,}/.exec(Buffer.from(file).toString('latin1'))?.[0] ?? '';
    expect((await office.call('documents.check', { code })).results[0]).toMatchObject({ verdict: 'genuine', sameFile: null });
    const forged = code.slice(0, 150) + (code[150] === 'A' ? 'B' : 'A') + code.slice(151);
    expect((await office.call('documents.check', { code: forged })).results[0]?.verdict).toBe('altered');
  });

  it('declared void says so, once, with its reason, and comes back by undo', async () => {
    const { id, rev } = await latest();
    const file = await bytesOf(id);
    await office.call('documents.void', { id, rev, reason: 'Λάθος όνομα' });
    expect(await check(file)).toMatchObject({ verdict: 'void', reason: 'Λάθος όνομα' });
    expect(await office.answer('documents.void', { id, rev: rev + 1, reason: 'Ξανά' })).toMatchObject({ ok: false, error: { messageKey: 'documentNotInForce' } });
    expect((await office.call('history.undoOwn', {})).undone).toBe(true);
    expect(await check(file)).toMatchObject({ verdict: 'genuine' });
  });

  it('issued anew has a new number, and the old one points to it', async () => {
    const old = await latest();
    const file = await bytesOf(old.id);
    const made = await office.job('documents.reissue', { id: old.id, rev: old.rev, reason: 'Διόρθωση' });
    expect(await check(file)).toMatchObject({ verdict: 'replaced', replacedBy: made.firstSerial });
    const fresh = await latest();
    const copy = await bytesOf(fresh.id);
    expect((await office.call('history.list', { studentId: ids[2] ?? '', limit: 1 })).rows[0]).toMatchObject({ procedure: 'documents.reissue', reason: 'Διόρθωση' });
    expect((await office.call('history.undoOwn', {})).undone).toBe(true);
    expect(await check(file)).toMatchObject({ verdict: 'genuine' });
    expect(await check(copy)).toMatchObject({ verdict: 'withdrawn' });
  });
});

describe('the key that signs', () => {
  it('is in no answer and no history', async () => {
    const stored = school.environment.reader.get<{ value: string }>(`SELECT value FROM setting WHERE id = 'documentKey'`);
    const { privateKey } = JSON.parse(stored?.value ?? '{}') as { privateKey: string };
    expect(privateKey.length).toBeGreaterThan(40);
    const sets = (await office.call('history.list', { limit: 500 })).rows;
    for (const { id } of sets.filter(({ entities }) => entities.includes('setting'))) expect(JSON.stringify(await office.call('history.get', { id, limit: 500 }))).not.toContain(privateKey);
    expect(JSON.stringify(await school.admin.call('settings.get', {}))).not.toContain(privateKey);
  });
});

describe('templates', () => {
  it('take pictures by their content only, and show what would be printed', async () => {
    expect(await office.answer('documents.uploadImage', { name: 'crest.png', content: new TextEncoder().encode('<svg/>') })).toMatchObject({ ok: false, error: { messageKey: 'imageForm' } });
    const { fileId } = await office.call('documents.uploadImage', { name: 'c.png', content: new Uint8Array(readFileSync('resources/icon.png')) });
    const { letterhead, templates } = await office.call('documents.templates', {});
    const settings = { ...letterhead.settings, crestId: fileId, placeEl: 'Αθήνα' };
    for (const template of templates) {
      const { svg } = await office.call('documents.preview', { kind: template.kind, language: 'el', settings: template.settings, letterhead: settings });
      expect(svg).toContain('data:image/png;base64');
      expect(svg).not.toMatch(/<script|onload|<foreignObject/i);
    }
    await office.call('documents.saveLetterhead', { rev: null, settings });
    expect(await office.answer('documents.saveLetterhead', { rev: null, settings: { ...settings, placeEl: 'Πάτρα' } })).toMatchObject({ ok: false, error: { code: 'conflict' } });
    await issue({ kind: 'enrolmentCertificate', studentIds: [ids[0] ?? ''] });
    const content = await bytesOf((await latest()).id);
    expect(Buffer.from(content).toString('latin1')).toContain('/Image');
    if (hasPdfToText) expect(textOf(content)).toContain('Αθήνα, ');
    expect((await office.call('history.undoOwn', {})).procedure).toBe('documents.issue');
  });
});
