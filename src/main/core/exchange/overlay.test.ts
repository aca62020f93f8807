import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noOptions } from '#contract/import-options.ts';
import { buildView } from './build-view.ts';
import { plainView, withEdits, withReadings } from './overlay.ts';
import type { Cells } from './rules/detect-header.ts';

const cellsOf = (rows: string[][]): Cells => ({ rows: rows.length, columns: Math.max(0, ...rows.map((row) => row.length)), cell: (row, column) => rows[row]?.[column] ?? '' });
const textsOf = (grid: Cells) => Array.from({ length: grid.rows }, (_, row) => Array.from({ length: grid.columns }, (__, column) => grid.cell(row, column)));
const list = cellsOf([['Α.Μ.', 'Φύλο', 'Τάξη'], ['1', '2', ''], ['2', ' 1 ', 'Β'], ['', '', '']]);
const listed = plainView(list, ['studentNo', 'sex', 'level']);

describe('what lies over a file', () => {
  it('is nothing, and costs nothing, where nothing was decided', () => fc.assert(fc.property(fc.array(fc.array(fc.string())), (rows) => {
    const grid = cellsOf(rows), view = plainView(grid, rows[0]?.map(() => null) ?? []);
    expect(withEdits(grid, noOptions.edits)).toBe(grid);
    expect(withReadings(view, noOptions)).toBe(view);
  })));

  it('mends the cells that were mended, and no others', () => fc.assert(fc.property(
    fc.array(fc.array(fc.string(), { minLength: 3, maxLength: 3 }), { minLength: 1 }), fc.array(fc.tuple(fc.nat(12), fc.nat(4), fc.string())), (rows, edits) => {
      const expected = rows.map((row) => [...row]);
      for (const [row, column, text] of edits) if (expected[row]?.[column] !== undefined) expected[row][column] = text;
      expect(textsOf(withEdits(cellsOf(rows), Object.fromEntries(edits.map(([row, column, text]) => [`${row}:${column}`, text]))))).toEqual(expected);
    })));

  it('reads a text of a field as another, however it is spaced', () => {
    const { grid } = withReadings(listed, { translations: { sex: { 1: 'Αγόρι', 2: 'Κορίτσι' } }, defaults: {} });
    expect([grid.cell(1, 1), grid.cell(2, 1), grid.cell(1, 0)]).toEqual(['Κορίτσι', 'Αγόρι', '1']);
  });

  it('says for all rows what the file does not say, and keeps blank rows blank', () => {
    const { grid, mapping } = withReadings(listed, { translations: {}, defaults: { level: 'Α', division: 'Α1' } });
    expect(mapping).toEqual(['studentNo', 'sex', 'level', 'division']);
    expect(textsOf(grid).slice(1).map((row) => row.slice(2))).toEqual([['Α', 'Α1'], ['Β', 'Α1'], ['', '']]);
  });
});

describe('a wide sheet', () => {
  const grid = cellsOf([['Α.Μ.', 'Τεστ', 'Μαθηματικά'], ['1', '17,5', ''], ['2', '12', '14']]);
  const table = { grid, header: ['Α.Μ.', 'Τεστ', 'Μαθηματικά'], headerRow: 0 };
  const { grid: rows, mapping, sourceRow, sourceColumn } = buildView(table, ['studentNo', 'assessment', null], { wide: { 1: 'assessment', 2: 'course' } });

  it('is read as one mark a row, each with the heading of its column', () => {
    expect(mapping).toEqual(['studentNo', null, null, 'assessment', 'course', 'score']);
    expect(textsOf(rows).slice(1).map((row) => [row[0], ...row.slice(3)])).toEqual([
      ['1', 'Τεστ', '', '17,5'], ['', '', '', ''], ['2', 'Τεστ', '', '12'], ['2', '', 'Μαθηματικά', '14'],
    ]);
  });
  it('knows where in the file each mark stands', () => expect([1, 2, 3, 4].map((row) => [sourceRow(row), sourceColumn(row)])).toEqual([[1, 1], [1, 2], [2, 1], [2, 2]]));
});
