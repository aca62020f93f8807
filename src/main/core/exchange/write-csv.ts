import { stringify } from 'csv-stringify';
import type { Language } from '#contract/fields.ts';
import type { TableWriter } from './export/table-writer.ts';
import { textOf, type ShownColumn } from './rules/export-cells.ts';
import { guardCell } from './rules/guard-cell.ts';

interface LineWriter { add: (cells: readonly string[]) => void; finish: () => Promise<Buffer> }

/** CSV that Excel opens with a double click: UTF-8 with its mark, and the list separator of the language's country (a semicolon in Greece). */
function openLines(header: readonly string[], language: Language): LineWriter {
  const writer = stringify({ bom: true, delimiter: language === 'el' ? ';' : ',', record_delimiter: 'windows', quoted_match: /\n/ });
  const chunks: Buffer[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    writer.on('data', (chunk: Buffer | string) => chunks.push(Buffer.from(chunk)));
    writer.on('end', () => resolve());
    writer.on('error', reject);
  });
  // A lone carriage return ends a line for some readers, quoted or not.
  const add = (cells: readonly string[]) => { writer.write(cells.map((cell) => cell.replace(/\r\n?/g, '\n'))); };
  add(header.map(guardCell));
  return {
    add,
    async finish() {
      writer.end();
      await finished;
      return Buffer.concat(chunks);
    },
  };
}

/** Writes a table as CSV, values as people of the language write them and dates in ISO form. */
export function openCsv(columns: readonly ShownColumn[], language: Language): TableWriter {
  const lines = openLines(columns.map(({ label }) => label), language);
  return {
    add: (cells) => lines.add(columns.map((column, i) => {
      const cell = cells[i] ?? null;
      const text = textOf(cell, column, language, (date) => date);
      // A negative number begins like a formula and is none.
      return typeof cell === 'number' && column.kind !== 'choice' ? text : guardCell(text);
    })),
    finish: lines.finish,
  };
}

/** Writes rows of texts as CSV. */
export async function writeCsv(header: readonly string[], rows: Iterable<readonly (string | null)[]>, language: Language, pace: (done: number) => Promise<void>): Promise<Buffer> {
  const lines = openLines(header, language);
  let done = 0;
  for (const row of rows) {
    lines.add(row.map((cell) => guardCell(cell ?? '')));
    if (++done % 2000 === 0) await pace(done);
  }
  return lines.finish();
}
