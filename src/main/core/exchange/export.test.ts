import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice, type Office } from '../../../../tests/fixtures/office.ts';

let office: Office;
const csv = [
  'Student number;Family name;Given name;Date of birth;E-mail;Phone;Level;Division',
  '1;Παπαδόπουλος;=HYPERLINK("http://x");3/5/2011;a@sch.gr;+30 210 1234567;Α;Α1',
  '2;Γεωργίου;"Άννα; Μαρία";12/11/2009;;;Β;',
].join('\n');

beforeAll(async () => {
  office = await openOffice();
  const { fileId } = await office.call('files.upload', { name: 'a.csv', content: new TextEncoder().encode(csv) });
  const { id } = await office.call('imports.create', { fileId });
  await office.job('imports.preview', { id });
  await office.job('imports.commit', { id, rev: (await office.call('imports.get', { id })).import.rev });
});
afterAll(() => office.close());

const columns = ['studentNo', 'familyEl', 'givenEl', 'birthDate', 'level', 'division', 'status', 'email', 'phone'] as const;
async function exported(format: 'csv' | 'xlsx', language: 'el' | 'en') {
  const { fileId, name, rows } = await office.job('exports.table', { format, columns: [...columns], language, list: { table: 'students', filter: { status: 'all' } } });
  return { name, rows, content: Buffer.from((await office.call('files.download', { fileId })).content) };
}

describe('exporting the list of students', () => {
  it('writes CSV that Excel opens in Greek and in which nothing is computed', async () => {
    const { content, name, rows } = await exported('csv', 'el');
    expect(name).toMatch(/^Μαθητές \d{4}-\d{2}-\d{2}\.csv$/);
    expect(rows).toBe(2);
    expect([...content.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = content.toString('utf8').slice(1).split('\r\n');
    expect(lines[0]).toBe('Αριθμός μητρώου;Επώνυμο;Όνομα;Ημερομηνία γέννησης;Τάξη;Τμήμα;Κατάσταση;E-mail;Τηλέφωνο');
    expect(lines[1]).toBe('2;Γεωργίου;"Άννα; Μαρία";2009-11-12;Β;;Φοιτά;;');
    expect(lines[2]).toBe(`1;Παπαδόπουλος;"'=HYPERLINK(""http://x"")";2011-05-03;Α;Α1;Φοιτά;a@sch.gr;'+302101234567`);
  });

  it('writes a workbook with real dates, a header that stays in view and filters', async () => {
    const { content } = await exported('xlsx', 'en');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(content).buffer);
    const sheet = book.getWorksheet('Students');
    expect(sheet?.getRow(1).getCell(2).value).toBe('Family name');
    expect(sheet?.getRow(1).getCell(2).font.bold).toBe(true);
    expect(sheet?.getRow(3).getCell(4).value).toEqual(new Date('2011-05-03T00:00:00Z'));
    expect(sheet?.getRow(3).getCell(3).value).toBe(`'=HYPERLINK("http://x")`);
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet?.autoFilter).toBeTruthy();
  });

  it.each(['csv', 'xlsx'] as const)('reads its own %s again and finds nothing new', async (format) => {
    for (const language of ['el', 'en'] as const) {
      const { content, name } = await exported(format, language);
      const { fileId } = await office.call('files.upload', { name, content: new Uint8Array(content) });
      const { id } = await office.call('imports.create', { fileId });
      expect((await office.job('imports.preview', { id })).counts).toEqual({ create: 0, change: 0, same: 2, refused: 0 });
    }
  });
});
