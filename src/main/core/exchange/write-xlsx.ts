import { PassThrough } from 'node:stream';
import type { ColumnKind } from '#contract/export-column.ts';
import type { Language } from '#contract/fields.ts';
import type { TableWriter } from './export/table-writer.ts';
import { valueOf, type ShownColumn } from './rules/export-cells.ts';
import { guardCell } from './rules/guard-cell.ts';

/** A column of a sheet: dates (`2026-09-11`), times (`2026-09-11 08:02:05`) and numbers are real ones, so that they sort and filter. `width` in characters. */
export interface SheetColumn { label: string; width: number; kind: ColumnKind }
interface SheetWriter { add: (cells: readonly (string | number | null)[]) => void; finish: () => Promise<Buffer> }

const formats: Record<ColumnKind, string> = { text: '@', choice: '@', boolean: '@', date: 'dd/mm/yyyy', dateTime: 'dd/mm/yyyy hh:mm:ss', number: 'General', percent: '0.0%' };
/** What Excel takes into one cell. */
const longestText = 32_767;

/** A text that stays one: no formula, and what looks like the format's own escape (`_x0041_` is read as A) escaped. */
const plainText = (text: string): string => guardCell(text).slice(0, longestText).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');

function cellOf(cell: string | number, kind: ColumnKind): string | number | Date {
  if (typeof cell === 'number') return cell;
  if (kind !== 'date' && kind !== 'dateTime') return plainText(cell);
  return new Date(`${kind === 'date' ? `${cell}T00:00:00` : cell.replace(' ', 'T')}Z`);
}

/** A name that Excel takes for a sheet. */
const sheetNameOf = (name: string): string => name.replace(/[\\/*?:[\]\s]+/g, ' ').slice(0, 31).replace(/^[ ']+|[ ']+$/g, '');

/** A workbook with one sheet: bold header that stays in view, filter buttons, column widths. Streams, so that memory stays small. */
async function openSheet(name: string, columns: readonly SheetColumn[]): Promise<SheetWriter> {
  // A large library that most sessions never need.
  const { default: ExcelJS } = await import('exceljs');
  const out = new PassThrough();
  const chunks: Buffer[] = [];
  out.on('data', (chunk: Buffer) => chunks.push(chunk));
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet(sheetNameOf(name), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ width, kind }) => ({ width, style: { numFmt: formats[kind] } }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  const header = sheet.addRow(columns.map(({ label }) => plainText(label)));
  header.font = { bold: true };
  header.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7ECF3' } };
  header.commit();
  return {
    add: (cells) => sheet.addRow(columns.map(({ kind }, i) => { const cell = cells[i] ?? null; return cell === null || cell === '' ? null : cellOf(cell, kind); })).commit(),
    async finish() {
      sheet.commit();
      await book.commit();
      return Buffer.concat(chunks);
    },
  };
}

/** Writes a table as a workbook, each value as what it is. */
export async function openXlsx(name: string, columns: readonly ShownColumn[], language: Language): Promise<TableWriter> {
  const sheet = await openSheet(name, columns);
  return { add: (cells) => sheet.add(columns.map((column, i) => valueOf(cells[i] ?? null, column, language))), finish: sheet.finish };
}

/** Writes rows of texts as a workbook; numbers come as text as well. */
export async function writeXlsx(
  name: string, columns: readonly SheetColumn[], rows: Iterable<readonly (string | null)[]>, pace: (done: number) => Promise<void>,
): Promise<Buffer> {
  const sheet = await openSheet(name, columns);
  let done = 0;
  for (const row of rows) {
    sheet.add(row.map((cell, i) => (cell !== null && columns[i]?.kind === 'number' ? Number(cell) : cell)));
    if (++done % 1000 === 0) await pace(done);
  }
  return sheet.finish();
}
