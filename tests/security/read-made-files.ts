import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { newFolder } from '../fixtures/core.ts';

/** Whether PDF pages can be read back here (Debian: poppler-utils). */
export const canReadPdf = spawnSync('pdftotext', ['-v']).error === undefined;

/** The text of a PDF's pages; of what only begins like a PDF, as planted files do, the bytes as text. Empty where `pdftotext` is missing. */
export function readPdfText(content: Uint8Array): string {
  if (!canReadPdf) return '';
  const path = join(newFolder(), 'made.pdf');
  writeFileSync(path, content);
  const read = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return read.status === 0 ? read.stdout : Buffer.from(content).toString('utf8');
}

/** Every cell of a workbook, a line for each row. */
export async function readXlsxText(content: Uint8Array): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(content) as unknown as ExcelJS.Buffer);
  return book.worksheets.flatMap((sheet) => sheet.getSheetValues().map((row) => JSON.stringify(row ?? ''))).join('\n');
}

/** The names and the text of every file in a ZIP. */
export function readZipText(content: Uint8Array): string {
  const textOf = (file: Uint8Array) => (Buffer.from(file.subarray(0, 5)).toString() === '%PDF-' ? readPdfText(file) : Buffer.from(file).toString('utf8'));
  return Object.entries(unzipSync(content)).map(([path, file]) => `${path}\n${textOf(file)}`).join('\n');
}
