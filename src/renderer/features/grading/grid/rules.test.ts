import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockOf, placeTable, readTable, writeTable } from './rules-block.ts';
import { readCell, writeCell } from './rules-cell.ts';

const letters = { missing: 'Μ', exempt: 'Ε', excused: 'Χ', absent: 'Α', incomplete: 'Ι', late: 'Λ' };

describe('what is typed into a cell', () => {
  it.each([
    ['15', 'scored', 15], ['15,5', 'scored', 15.5], [' 15.50 ', 'scored', 15.5], ['0', 'scored', 0], ['', null, null],
    ['m', 'missing', null], ['Μ', 'missing', null], ['ε', 'exempt', null], ['X', 'excused', null], ['χ', 'excused', null], ['α', 'absent', null], ['Ι', 'incomplete', null],
    ['15l', 'late', 15], ['14,5 λ', 'late', 14.5], ['14.5Λ', 'late', 14.5],
  ])('%j is %s %s', (text, state, value) => expect(readCell(text, 20)).toEqual({ ok: true, cell: { state, value } }));

  it.each([['20,5', 'valueOverMax'], ['21', 'valueOverMax'], ['-1', 'notNumber'], ['abc', 'notNumber'], ['1.234', 'decimals'], ['λ', 'valueMissing'], ['1.2.3', 'notNumber'], ['1e3', 'notNumber']])(
    '%j is refused: %s', (text, problem) => expect(readCell(text, 20)).toEqual({ ok: false, problem }));

  it('is read back from what is shown, in both languages', () => {
    for (const locale of ['el-GR', 'en-GB']) {
      const write = new Intl.NumberFormat(locale);
      fc.assert(fc.property(fc.integer({ min: 0, max: 2000 }), fc.constantFrom('scored' as const, 'late' as const), (hundredths, state) => {
        const cell = { state, value: hundredths / 100 };
        expect(readCell(writeCell(cell, letters, write.format), 20)).toEqual({ ok: true, cell });
      }));
    }
    for (const state of ['missing', 'exempt', 'excused', 'absent', 'incomplete'] as const) {
      expect(readCell(writeCell({ state, value: null }, letters, String), 20)).toEqual({ ok: true, cell: { state, value: null } });
    }
  });
});

describe('a block', () => {
  it('comes from Excel as rows and tabs, with an end of line at the end, quotes and empty cells', () => {
    expect(readTable('12\t13\r\n\t"a ""b""\n c"\r\n')).toEqual([['12', '13'], ['', 'a "b"\n c']]);
    expect(readTable('12\n\n14\n')).toEqual([['12'], [''], ['14']]);
    expect(readTable('7')).toEqual([['7']]);
    expect(readTable('7\t')).toEqual([['7', '']]);
  });

  it('goes out and comes back the same', () => {
    const word = fc.constantFrom('', '12', '14,5', 'm', '15l');
    fc.assert(fc.property(fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(word, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 })), (rows) => {
      // A last row of one empty cell cannot be told from the end of line that Excel adds.
      fc.pre(rows.at(-1)?.join('') !== '' || (rows.at(-1)?.length ?? 0) > 1);
      expect(readTable(writeTable(rows))).toEqual(rows);
    }));
  });

  it('is placed from its first cell, and what falls outside is counted', () => {
    const block = blockOf({ row: 3, column: 1 }, { row: 2, column: 1 });
    expect(block).toEqual({ top: 2, bottom: 3, left: 1, right: 1 });
    expect(placeTable([['1', '2'], ['3', '4']], block, { rows: 3, columns: 3 })).toEqual({ cells: [{ row: 2, column: 1, text: '1' }, { row: 2, column: 2, text: '2' }], outside: 2 });
    expect(placeTable([['9']], block, { rows: 9, columns: 9 }).cells).toHaveLength(2);
  });
});
