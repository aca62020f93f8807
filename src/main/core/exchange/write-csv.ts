import { stringify } from 'csv-stringify';
import type { Language } from '#contract/fields.ts';
import { guardCell } from './rules/guard-cell.ts';

/**
 * Writes rows as CSV that Excel opens with a double click: UTF-8 with its mark, and the list separator of the language's country
 * (a semicolon in Greece).
 */
export async function writeCsv(header: readonly string[], rows: Iterable<readonly (string | null)[]>, language: Language, pace: (done: number) => Promise<void>): Promise<Buffer> {
  const writer = stringify({ bom: true, delimiter: language === 'el' ? ';' : ',', record_delimiter: 'windows' });
  const chunks: Buffer[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    writer.on('data', (chunk: Buffer | string) => chunks.push(Buffer.from(chunk)));
    writer.on('end', () => resolve());
    writer.on('error', reject);
  });
  writer.write([...header]);
  let done = 0;
  for (const row of rows) {
    writer.write(row.map((cell) => guardCell(cell ?? '')));
    if (++done % 2000 === 0) await pace(done);
  }
  writer.end();
  await finished;
  return Buffer.concat(chunks);
}
