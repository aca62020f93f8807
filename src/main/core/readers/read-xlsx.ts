import type { ImportSource } from '#contract/exchange.ts';
import { numberText, plainStyle } from './cell-text.ts';
import { GridBuilder, type Grid } from './grid.ts';
import type { Pace } from './pace.ts';
import type { Reading } from './reading.ts';
import { chooseSheet } from './choose-sheet.ts';
import { openXlsx, unescapeControls, type XlsxPackage } from './xlsx-package.ts';
import { walkXml } from './xml.ts';
import type { ZipArchive } from './zip.ts';

/** Reads one sheet of an `.xlsx` or `.xlsm` workbook, streaming, so that a sheet is never held as XML. */
export async function readXlsx(zip: ZipArchive, source: ImportSource | null, pace: Pace): Promise<Reading> {
  const book = await openXlsx(zip);
  const visible = book.sheets.filter((sheet) => !sheet.hidden);
  const sheets = visible.length > 0 ? visible : book.sheets;
  const { name, grid } = await chooseSheet(sheets.map((sheet) => sheet.name), source?.sheet ?? null, async (index) => {
    const part = sheets[index]?.part;
    return part ? readSheet(zip, book, part, pace) : new GridBuilder().build();
  });
  return { format: 'xlsx', encoding: null, delimiter: null, sheet: name, sheets: sheets.map((sheet) => sheet.name), grid };
}

async function readSheet(zip: ZipArchive, book: XlsxPackage, part: string, pace: Pace): Promise<Grid> {
  const builder = new GridBuilder();
  const total = zip.size(part);
  let row = -1, column = -1, type = '', style = 0, text = '', inValue = false, inReading = false, done = 0;
  await walkXml(zip.stream(part), {
    open(name, attributes) {
      if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        type = attributes.t ?? 'n';
        style = Number(attributes.s ?? 0);
        text = '';
      } else if (name === 'v' || name === 't') inValue = true;
      else if (name === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1;
        column = -1;
      } else if (name === 'rPh') inReading = true;
    },
    text(piece) {
      if (inValue && !inReading) text += piece;
    },
    close(name) {
      if (name === 'v' || name === 't') inValue = false;
      else if (name === 'c') builder.set(row, column, cellText(book, type, style, text));
      else if (name === 'rPh') inReading = false;
    },
    async breathe(bytes) {
      done += bytes;
      await pace(done, total);
    },
  });
  return builder.build();
}

/** Formulas give the value that was last computed; nothing is computed here. */
function cellText(book: XlsxPackage, type: string, style: number, raw: string): string {
  if (raw === '') return '';
  if (type === 's') return book.sharedStrings[Number(raw)] ?? '';
  if (type === 'n') return numberText(Number(raw), book.styles[style] ?? plainStyle, book.date1904);
  if (type === 'b') return raw === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd') return raw.replace(/T00:00:00(\.0+)?Z?$/, '').replace(/\.\d+Z?$|Z$/, '');
  return unescapeControls(raw);
}

/** `AB12` is in column 27, counted from 0. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i += 1) {
    const code = reference.charCodeAt(i) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}
