import { zipSync, type Zippable } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantStudent } from '../../../../../tests/fixtures/classes.ts';
import { readContent } from '../../../../../tests/fixtures/content.ts';
import { openTestCore, type TestCore } from '../../../../../tests/fixtures/core.ts';
import { quietPace, readFile } from '../../readers/index.ts';
import { grant, role } from '../../store/schema/index.ts';
import { inspectFiles } from '../zip-files.ts';

let school: TestCore;
let maria: string, other: string;
beforeAll(async () => {
  school = await openTestCore();
  maria = plantStudent(school, '00101').id;
  other = plantStudent(school, '00102').id;
});
afterAll(() => school.close());

const pdf = (text: string) => new TextEncoder().encode(`%PDF-1.7\n${text}`);
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

async function read(content: Uint8Array<ArrayBuffer>) {
  const { fileId } = await school.admin.call('files.upload', { name: 'έγγραφα.zip', content });
  const { id } = await school.admin.call('imports.create', { fileId });
  const { counts } = await school.admin.job('imports.preview', { id });
  const { import: summary, source, mapping } = await school.admin.call('imports.get', { id });
  return { id, counts, source, mapping, target: summary.target, rows: (await school.admin.call('imports.rows', { id })).rows, commit: () => school.admin.job('imports.commit', { id, rev: summary.rev }) };
}
/** The same bytes whenever it is made: a zip says when its files were written. */
const zip = (files: Zippable) => new Uint8Array(zipSync(files, { mtime: '2026-09-01' }));
const documentsOf = async (studentId: string) => (await school.admin.call('attachments.list', { studentId })).attachments;
const contents = () => school.environment.reader.all<{ hash: string }>('SELECT hash FROM file_content ORDER BY hash');
const records = () => Object.fromEntries(Object.entries(readContent(school.environment.reader)).filter(([table]) => table !== 'import_job' && table !== 'stored_file'));

const files: Zippable = {
  '101_πιστοποιητικό γέννησης.pdf': pdf('γέννηση'), 'Επώνυμο00102 Μαρία - ιατρική βεβαίωση.pdf': pdf('ιατρός'), 'Α1/00101/φωτογραφία.jpg': png, '__MACOSX/._x': png, 'κενός/': new Uint8Array(),
};

describe('a zip of documents', () => {
  it('gives a row for each file, and finds whose it is by the number or the name', async () => {
    const { target, source, mapping, rows, counts } = await read(zip(files));
    expect([target, source?.format, counts]).toEqual(['documents', 'zip', { create: 3, change: 0, same: 0, refused: 0 }]);
    expect(mapping).toEqual(['file', null, 'studentNo', 'fullName', 'documentTitle']);
    expect(rows.map(({ studentId }) => studentId)).toEqual([maria, other, maria]);
    expect(rows.map(({ cells }) => cells.slice(0, 2).map(({ after }) => after))).toEqual([['πιστοποιητικό γέννησης', 'ordinary'], ['ιατρική βεβαίωση', 'health'], ['φωτογραφία', 'ordinary']]);
  });

  it('is written as by hand, changes nothing the second time, and is taken back with its bytes', async () => {
    const known = contents().length, before = records();
    const first = await read(zip(files));
    expect(await first.commit()).toMatchObject({ counts: { create: 3 }, late: [] });
    const kept = await documentsOf(maria);
    expect(kept.map(({ title, fileName, mime }) => [title, fileName, mime])).toEqual(expect.arrayContaining([
      ['πιστοποιητικό γέννησης', '101_πιστοποιητικό γέννησης.pdf', 'application/pdf'], ['φωτογραφία', 'φωτογραφία.png', 'image/png'],
    ]));
    const { content } = await school.admin.call('attachments.download', { id: kept.find(({ mime }) => mime === 'application/pdf')?.id ?? '' });
    expect(new Uint8Array(content)).toEqual(pdf('γέννηση'));
    expect((await documentsOf(other))[0]).toMatchObject({ title: 'ιατρική βεβαίωση', fieldClass: 'health' });
    expect((await read(zip(files))).counts).toEqual({ create: 0, change: 0, same: 3, refused: 0 });

    await school.admin.job('imports.undo', { id: first.id, lines: [2] });
    expect((await documentsOf(maria)).map(({ title }) => title)).toEqual(['φωτογραφία']);
    expect((await read(zip(files))).counts).toMatchObject({ create: 1, same: 2 });
    expect(await school.admin.job('imports.undo', { id: first.id })).toMatchObject({ keptTotal: 0 });
    expect([await documentsOf(maria), await documentsOf(other)]).toEqual([[], []]);
    expect(records()).toEqual(before);
    // The same zip is stored once, however often it was dropped.
    expect(contents()).toHaveLength(known);
  });

  it('that is taken back leaves the content that another document has', async () => {
    await school.admin.call('attachments.upload', { studentId: other, name: 'x.pdf', content: pdf('γέννηση'), title: 'Χ', fieldClass: 'ordinary' });
    const first = await read(zip(files));
    await first.commit();
    await school.admin.job('imports.undo', { id: first.id });
    const [left] = await documentsOf(other);
    expect(new Uint8Array((await school.admin.call('attachments.download', { id: left?.id ?? '' })).content)).toEqual(pdf('γέννηση'));
  });

  it('has the files refused that cannot be kept, each with its reason', async () => {
    const good = pdf('x'.repeat(300));
    const made = zip({
      '99999_x.pdf': good, '00101_program.exe': new Uint8Array([0x4d, 0x5a, 0, 0]), '00101_empty.pdf': new Uint8Array(), '00101_big.pdf': [new Uint8Array(20 * 1024 * 1024 + 1), { level: 9 }],
      '00101_broken.pdf': [pdf('broken broken'), { level: 0 }], '00101_a.pdf': good, '00101_b.pdf': good, 'κανένας.pdf': good,
    });
    const at = Buffer.from(made).indexOf('broken broken');
    made[at] = 0x58;
    const { rows, counts } = await read(made);
    expect(rows.map(({ problems }) => problems.map(({ messageKey }) => messageKey.replace('import.', '')).join())).toEqual([
      'studentUnknown', 'fileType', 'fileNothing', 'fileTooLarge', 'fileBroken', '', 'sameRecord', 'missingStudent',
    ]);
    expect(counts).toMatchObject({ create: 1, refused: 7 });
  });

  it('behind a password says so of each file', async () => {
    const made = zip({ '00101_a.pdf': pdf('a') });
    const view = Buffer.from(made);
    for (const [mark, flags] of [['PK\u0003\u0004', 6], ['PK\u0001\u0002', 8]] as const) made[view.indexOf(mark, 0, 'latin1') + flags] = (made[view.indexOf(mark, 0, 'latin1') + flags] ?? 0) | 1;
    expect((await read(made)).rows[0]?.problems).toMatchObject([{ messageKey: 'import.fileLocked' }]);
  });

  it('is refused before anything of it is inflated where it says that it is too much, and inflates no file past what it says of it', async () => {
    const place = { path: 'a.pdf', offset: 0, compressed: 10, size: 20 * 1024 * 1024, method: 8, crc: 0, isEncrypted: false };
    await expect(inspectFiles(new Uint8Array(), '', Array.from({ length: 60 }, () => place), quietPace)).rejects.toMatchObject({ failure: { messageKey: 'import.inflatesTooMuch' } });
    const made = zip({ 'a.pdf': [new Uint8Array(1024 * 1024), { level: 9 }] });
    const [real] = (await readFile(made)).files ?? [];
    expect(real).toBeDefined();
    if (real) expect((await inspectFiles(made, '', [{ ...real, size: 100 }], quietPace)).files.get('a.pdf')?.problem).toBe('fileBroken');
  });

  it('needs the permission of adding documents, and is fetched again by nobody else', async () => {
    const importer = await school.as('viewer');
    const { rows: users } = await school.admin.call('users.list', {});
    school.plant((db) => {
      const own = db.insert(role, { nameEl: 'Ε', nameEn: 'I', permissions: '["imports:run","students:view","structure:create","structure:edit"]', fieldClasses: '["ordinary"]', defaultScope: 'school' });
      db.insert(grant, { userId: users.find(({ username }) => username.startsWith('viewer'))?.id ?? '', role: own, scope: 'school' });
    });
    const { id } = await read(zip({ '00101_c.pdf': pdf('c') }));
    await expect(importer.job('imports.preview', { id })).rejects.toMatchObject({ failure: { code: 'forbidden' } });
    expect(await importer.answer('imports.file', { id })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });
});
