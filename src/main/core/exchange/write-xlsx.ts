import { PassThrough } from 'node:stream';
import { guardCell } from './rules/guard-cell.ts';

/** A column of a sheet: dates (`2026-09-11`), times (`2026-09-11 08:02:05`) and numbers are real ones, so that they sort and filter. `width` in characters. */
export interface SheetColumn { label: string; width: number; kind: 'text' | 'date' | 'dateTime' | 'number' }

const formats: Record<SheetColumn['kind'], string> = { text: '@', date: 'dd/mm/yyyy', dateTime: 'dd/mm/yyyy hh:mm:ss', number: '0' };

function valueOf(cell: string, kind: SheetColumn['kind']): string | number | Date {
  if (kind === 'number') return Number(cell);
  if (kind === 'text') return guardCell(cell);
  return new Date(`${kind === 'date' ? `${cell}T00:00:00` : cell.replace(' ', 'T')}Z`);
}

/** Writes rows as a workbook with one sheet: bold header that stays in view, filter buttons, column widths. Streams, so that memory stays small. */
export async function writeXlsx(
  sheetName: string, columns: readonly SheetColumn[], rows: Iterable<readonly (string | null)[]>, pace: (done: number) => Promise<void>,
): Promise<Buffer> {
  // A large library that most sessions never need.
  const { default: ExcelJS } = await import('exceljs');
  const out = new PassThrough();
  const chunks: Buffer[] = [];
  out.on('data', (chunk: Buffer) => chunks.push(chunk));
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet(sheetName, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ width, kind }) => ({ width, style: { numFmt: formats[kind] } }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  const header = sheet.addRow(columns.map(({ label }) => label));
  header.font = { bold: true };
  header.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7ECF3' } };
  header.commit();
  let done = 0;
  for (const row of rows) {
    sheet.addRow(row.map((cell, i) => (cell === null ? null : valueOf(cell, columns[i]?.kind ?? 'text')))).commit();
    if (++done % 1000 === 0) await pace(done);
  }
  sheet.commit();
  await book.commit();
  return Buffer.concat(chunks);
}
