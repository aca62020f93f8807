import iconv from 'iconv-lite';
import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { RollbookError } from '#contract/errors.ts';
import type { Grid } from './grid.ts';
import { readFile } from './read-file.ts';

const text = 'Επώνυμο;Όνομα;Τάξη\r\nΆννινος;Ήρα;Α\r\nΠαπαδόπουλος;Γιώργος;Β\r\n';
const rowsOf = (grid: Grid) => Array.from({ length: grid.rows }, (_, row) => Array.from({ length: grid.columns }, (_, column) => grid.cell(row, column)));
const bytesOf = (content: string, encoding = 'utf8') => new Uint8Array(iconv.encode(content, encoding, { addBOM: false }));
const csv = async (content: string) => rowsOf((await readFile(bytesOf(content))).grid);

describe('text files', () => {
  it.each([
    ['utf8', 'utf-8'], ['win1253', 'windows-1253'], ['iso-8859-7', 'iso-8859-7'], ['utf16le', 'utf-16le'], ['utf16be', 'utf-16be'],
  ])('are read in %s', async (written, found) => {
    const reading = await readFile(bytesOf(text, written));
    expect(reading).toMatchObject({ format: 'csv', encoding: found, delimiter: ';' });
    expect(rowsOf(reading.grid)).toEqual([['Επώνυμο', 'Όνομα', 'Τάξη'], ['Άννινος', 'Ήρα', 'Α'], ['Παπαδόπουλος', 'Γιώργος', 'Β']]);
  });

  it.each(['utf8', 'utf16le', 'utf16be'])('may begin with the mark of %s', async (encoding) => {
    const { grid } = await readFile(new Uint8Array(iconv.encode(text, encoding, { addBOM: true })));
    expect(grid.cell(0, 0)).toBe('Επώνυμο');
  });

  it.each([[',', 'a,b\n1,"2,5"\n'], [';', 'a;b\n1,5;2,5\n'], ['\t', 'a\tb\n1\t2\n'], ['|', 'a|b\n1|2\n']])('are split at %j', async (delimiter, content) => {
    expect((await readFile(bytesOf(content))).delimiter).toBe(delimiter);
  });

  it('keep quoted delimiters, line ends and doubled quotes', async () => {
    expect(await csv('a,b\n"x, ""y""\nz",2')).toEqual([['a', 'b'], ['x, "y"\nz', '2']]);
    expect(await csv('a,b\r"1",2\r')).toEqual([['a', 'b'], ['1', '2']]);
  });

  it('survive a stray quote: it takes nothing away', async () => {
    expect(await csv('a,b\n"x,1\ny,2')).toEqual([['a', 'b'], ['"x', '1'], ['y', '2']]);
    expect(await csv('a,b\n"x"tra,1')).toEqual([['a', 'b'], ['xtra', '1']]);
  });

  it('keep line numbers over blank lines, and drop a tail of empty rows', async () => {
    expect(await csv(`a,b\n\n1,2\n${',\n'.repeat(500_000)}`)).toEqual([['a', 'b'], ['', ''], ['1', '2']]);
  });

  it('honour what the user has chosen', async () => {
    const source = { format: 'csv', encoding: 'iso-8859-7', delimiter: ',', sheet: null, sheets: [], headerRow: 0 } as const;
    expect((await readFile(bytesOf('a;b\n1;2'), { ...source, sheets: [] })).grid.columns).toBe(1);
  });

  it('may say `sep=` in the first line, as Excel does', async () => {
    const { delimiter, grid } = await readFile(bytesOf('sep=|\r\na|b;c\r\n1|2\r\n'));
    expect([delimiter, ...rowsOf(grid)]).toEqual(['|', ['a', 'b;c'], ['1', '2']]);
  });
});

describe('workbooks', () => {
  const sheet = utils.aoa_to_sheet([['ΑΜ', 'Γέννηση', 'Τηλ'], ['00123', null, 6941234567]]);
  sheet.B2 = { t: 'n', v: 40666, z: 'dd/mm/yyyy' };
  const book = utils.book_new(sheet, 'Μαθητές');
  it.each(['xlsx', 'xlsb', 'biff8', 'xlml'] as const)('are read from %s: dates as ISO, zeros and long numbers kept', async (bookType) => {
    const reading = await readFile(new Uint8Array(write(book, { type: 'buffer', bookType })));
    expect(rowsOf(reading.grid)).toEqual([['ΑΜ', 'Γέννηση', 'Τηλ'], ['00123', '2011-05-03', '6941234567']]);
    expect(reading.sheets).toEqual(['Μαθητές']);
  });

  it('are read from ods', async () => {
    const { grid, sheets } = await readFile(new Uint8Array(write(utils.book_new(utils.aoa_to_sheet([['ΑΜ', 'Σημείωση'], ['00123', 'δύο  κενά']]), 'Α'), { type: 'buffer', bookType: 'ods' })));
    expect([sheets, ...rowsOf(grid)]).toEqual([['Α'], ['ΑΜ', 'Σημείωση'], ['00123', 'δύο  κενά']]);
  });

  it('are recognised by what they are, not by what they are called: a web table saved as .xls', async () => {
    const { grid, format } = await readFile(bytesOf('<html><body><table><tr><td>ΑΜ</td><td>Όνομα</td></tr><tr><td>00123</td><td>Άννα</td></tr></table></body></html>'));
    expect([format, ...rowsOf(grid)]).toEqual(['xls', ['ΑΜ', 'Όνομα'], ['00123', 'Άννα']]);
  });
});

describe('what is refused', () => {
  const keyOf = (bytes: Uint8Array) => readFile(bytes).then(() => 'read', (error: unknown) => (error instanceof RollbookError ? error.failure.messageKey : error));
  it.each([
    ['an empty file', new Uint8Array(), 'import.empty'],
    ['a file of spaces', bytesOf('  \n \n'), 'import.empty'],
    ['a PDF', bytesOf('%PDF-1.7\n1 0 obj'), 'import.notATable'],
    ['bytes of a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49]), 'import.notATable'],
    ['other markup', bytesOf('<?xml version="1.0"?><school/>'), 'import.notATable'],
    ['a cut-off workbook', new Uint8Array(write(utils.book_new(utils.aoa_to_sheet([['a']]), 'x'), { type: 'buffer', bookType: 'xlsx' })).slice(0, 900), 'import.damaged'],
    ['more than 50 MB', new Uint8Array(50 * 1024 * 1024 + 1), 'import.fileTooLarge'],
    ['too many rows', bytesOf('a,b\n'.repeat(1_200_001)), 'import.tooManyRows'],
    ['too many columns', bytesOf('a,'.repeat(501) + 'b'), 'import.tooManyColumns'],
  ])('%s', async (_, bytes, key) => expect(await keyOf(bytes)).toBe(key));

  it('stops when the user cancels', async () => {
    const stop = () => Promise.reject(new RollbookError('cancelled'));
    await expect(readFile(bytesOf('a,b\n'.repeat(50_000)), null, stop)).rejects.toThrow('cancelled');
  });
});
