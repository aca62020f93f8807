import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { RollbookError } from '#contract/errors.ts';
import type { Cell, ShownColumn } from '../exchange/rules/export-cells.ts';
import { openJson } from '../exchange/export/write-json.ts';
import type { Grid } from './grid.ts';
import { readFile } from './read-file.ts';

const rowsOf = (grid: Grid) => Array.from({ length: grid.rows }, (_, row) => Array.from({ length: grid.columns }, (_, column) => grid.cell(row, column)));
const bytesOf = (content: string) => new TextEncoder().encode(content);
const read = (value: unknown, sheet: string | null = null) =>
  readFile(bytesOf(typeof value === 'string' ? value : JSON.stringify(value)), { format: 'json', encoding: null, delimiter: null, sheet, sheets: [], headerRow: 0 });

const people = [{ studentNo: '00123', familyEl: 'Άλφα' }, { studentNo: 7, isHere: true, familyEl: null }];
const table = [['studentNo', 'familyEl', 'isHere'], ['00123', 'Άλφα', ''], ['7', '', 'TRUE']];

describe('JSON', () => {
  it('that is an array of objects has a column for each key that some object has', async () => {
    const reading = await read(people);
    expect(reading).toMatchObject({ format: 'json', encoding: 'utf-8', sheet: null, sheets: [], knownHeader: 0 });
    expect(rowsOf(reading.grid)).toEqual(table);
  });

  it.each(['utf8', 'utf16le', 'utf16be'])('may be written in %s, with its mark', async (encoding) => {
    expect(rowsOf((await readFile(new Uint8Array(iconv.encode(JSON.stringify(people), encoding, { addBOM: true })))).grid)).toEqual(table);
  });

  it('may have one object a line', async () => {
    expect(rowsOf((await read(`${people.map((each) => JSON.stringify(each)).join('\r\n')}\r\n\r\n`)).grid)).toEqual(table);
    expect(rowsOf((await read({ a: 1, b: 'β' })).grid)).toEqual([['a', 'b'], ['1', 'β']]);
  });

  it('that holds arrays deeper down offers them as sheets', async () => {
    const value = { version: 2, data: { students: people, none: [], staff: [{ code: 'E1' }, { code: 'E2' }] }, tags: ['x'] };
    expect(await read(value)).toMatchObject({ sheet: 'data.students', sheets: ['data.students', 'data.staff'] });
    expect(rowsOf((await read(value, 'data.staff')).grid)).toEqual([['code'], ['E1'], ['E2']]);
    await expect(read(value, 'other')).rejects.toMatchObject({ failure: { messageKey: 'import.sheetMissing' } });
  });

  it('that stands within has its headings joined by dots; plain lists are joined, other lists counted', async () => {
    expect(rowsOf((await read([{ name: { el: 'Α', en: 'A' }, tags: ['x', null, 3], parents: [{ phone: '1' }, { phone: '2' }], nothing: {} }])).grid))
      .toEqual([['name.el', 'name.en', 'tags', 'parents.1.phone', 'parents.2.phone'], ['Α', 'A', 'x, 3', '1', '2']]);
  });

  it('that is rows of cells has no headings but those that stand in it', async () => {
    const { grid, knownHeader } = await read([['ΑΜ', 'Όνομα'], ['001', 'Άννα']]);
    expect([knownHeader, ...rowsOf(grid)]).toEqual([undefined, ['ΑΜ', 'Όνομα'], ['001', 'Άννα']]);
  });

  it('is not what merely begins with a bracket', async () => {
    expect((await readFile(bytesOf('[x];b\n1;2'))).format).toBe('csv');
  });

  const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });
  it.each<[string, unknown, string]>([
    ['broken', '[{"a": 1}, {"a": ', 'jsonBroken'], ['broken on a line', '{"a":1}\n{"a":\n', 'jsonBroken'], ['no list of records', ['a', 'b'], 'jsonNoTable'], ['of mixed rows', [{ a: 1 }, 5], 'jsonNoTable'],
    ['of objects and rows', [{ a: 1 }, [1]], 'jsonNoTable'], ['empty', [], 'empty'], ['an empty object', {}, 'empty'], ['too deep', [deep(40)], 'jsonTooDeep'],
    ['too wide', [Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`k${i}`, 1]))], 'tooManyColumns'], ['too long', `[${'{"a":1},'.repeat(300_000)}{"a":1}]`, 'tooManyRows'],
  ])('that is %s is refused', async (_, value, key) => {
    const failure = await readFile(bytesOf(typeof value === 'string' ? value : JSON.stringify(value))).then(() => null, (error: unknown) => (error instanceof RollbookError ? error.failure.messageKey : error));
    expect(failure).toBe(`import.${key}`);
  });
});

describe('our own JSON', () => {
  const column = (key: string, within: string | null = null): ShownColumn => ({ key, within, label: key, kind: 'text', width: 20, choices: null });
  const columns = [column('studentNo'), column('mark'), column('here'), column('Α / 20', 'assessments'), column('Β / 20', 'assessments')];
  const cell = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.constantFrom('00123', '=1+1', ' x ', 'α\nβ'), fc.integer(), fc.boolean(), fc.constant(null));
  it('reads back as what was written', () => fc.assert(fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell, cell, cell), { minLength: 1, maxLength: 8 }), async (rows) => {
    const writer = openJson(columns, 'el');
    rows.forEach((row) => writer.add(row));
    const texts = rows.map((row: Cell[]) => row.map((value) => (typeof value === 'boolean' ? String(value).toUpperCase() : String(value ?? ''))));
    const { grid } = await readFile(await writer.finish());
    const expected = [['studentNo', 'mark', 'here', 'assessments.Α / 20', 'assessments.Β / 20'], ...texts];
    expect(expected.map((line, row) => line.map((_, column) => grid.cell(row, column)))).toEqual(expected);
  }), { numRuns: 100 }));
});
