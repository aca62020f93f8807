import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import type { ImportSource } from '#contract/exchange.ts';
import { numberText, plainStyle, styleOfFormat, type NumberStyle } from './cell-text.ts';
import { chooseSheet } from './choose-sheet.ts';
import { GridBuilder, type Grid } from './grid.ts';
import { limits } from './limits.ts';
import type { Pace } from './pace.ts';
import type { Reading } from './reading.ts';
import { damaged, refuse } from './refusal.ts';

const rowsPerStep = 2000;

/**
 * Reads `.xls` of any age, `.xlsb`, and the HTML and XML tables that office programs save under the name `.xls`.
 * The library holds the whole workbook; the caller has made sure that it is small enough.
 */
export async function readLegacy(
  bytes: Uint8Array, format: ImportSource['format'], source: ImportSource | null, pace: Pace,
): Promise<Reading> {
  await pace(0, 1);
  const book = await parse(bytes);
  const date1904 = book.Workbook?.WBProps?.date1904 ?? false;
  const { name, grid } = await chooseSheet(book.SheetNames, source?.sheet ?? null, (index) => {
    const sheet = book.Sheets[book.SheetNames[index] ?? ''];
    return sheet ? readSheet(sheet, date1904, pace) : Promise.resolve(new GridBuilder().build());
  });
  return { format, encoding: null, delimiter: null, sheet: name, sheets: book.SheetNames, grid };
}

/** The library and its tables of old code pages (Greek in Excel 95) are large: loaded when the first such file comes. */
async function loadLibrary() {
  const [library, codePages] = await Promise.all([import('@e965/xlsx'), import('@e965/xlsx/dist/cpexcel')]);
  library.set_cptable(codePages);
  return library;
}

async function parse(bytes: Uint8Array): Promise<WorkBook> {
  const { read } = await loadLibrary();
  try {
    // `raw` leaves the texts of HTML tables alone: 00123 is a number to look up, not to add to.
    const book = read(bytes, { type: 'array', dense: true, cellNF: true, cellHTML: false, cellFormula: false, raw: true, sheetRows: limits.rows + 1 });
    if (book.SheetNames.length === 0) throw refuse('empty');
    return book;
  } catch (error) {
    if (error instanceof Error && /password|encrypt/i.test(error.message)) throw refuse('passwordProtected');
    throw damaged();
  }
}

async function readSheet(sheet: WorkSheet, date1904: boolean, pace: Pace): Promise<Grid> {
  const builder = new GridBuilder();
  const rows = denseRows(sheet);
  const styles = new Map<string, NumberStyle>();
  for (let row = 0; row < rows.length; row += 1) {
    if (row % rowsPerStep === 0) await pace(row, rows.length);
    rows[row]?.forEach((cell, column) => {
      if (cell) builder.set(row, column, cellText(cell, date1904, styles));
    });
  }
  return builder.build();
}

function denseRows(sheet: WorkSheet): (CellObject | undefined)[][] {
  const data: unknown = sheet['!data'];
  return Array.isArray(data) ? data : [];
}

function cellText(cell: CellObject, date1904: boolean, styles: Map<string, NumberStyle>): string {
  if (cell.t === 'n' && typeof cell.v === 'number') {
    const code = typeof cell.z === 'string' ? cell.z : '';
    let style = styles.get(code);
    if (!style) styles.set(code, style = code ? styleOfFormat(code) : plainStyle);
    return numberText(cell.v, style, date1904);
  }
  if (cell.t === 'b') return cell.v ? 'TRUE' : 'FALSE';
  if (cell.t === 'e') return typeof cell.w === 'string' ? cell.w : '#VALUE!';
  return cell.v === undefined || cell.v === null ? '' : String(cell.v);
}
