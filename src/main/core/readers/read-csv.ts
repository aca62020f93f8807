import type { ImportSource } from '#contract/exchange.ts';
import { decodeText } from './decode-text.ts';
import { refuse } from './refusal.ts';
import type { Pace } from './pace.ts';
import type { Reading } from './reading.ts';
import { TextGrid } from './text-grid.ts';

const delimiters = [';', ',', '\t', '|'] as const;
const rowsPerStep = 4000;

/** Reads comma-, semicolon-, tab- or bar-separated text. What `source` leaves open is detected. */
export async function readCsv(bytes: Uint8Array, source: ImportSource | null, pace: Pace): Promise<Reading> {
  const { text, encoding } = decodeText(bytes, source?.encoding ?? null);
  if (text.trim() === '') throw refuse('empty');
  // Excel's own first line `sep=;` names the delimiter and is no data.
  const named = /^sep=(.)\r?\n/.exec(text.slice(0, 10));
  const delimiter = source?.delimiter || named?.[1] || detectDelimiter(text);
  const grid = new TextGrid(text, delimiter, named?.[0].length ?? 0);
  while (grid.scan(rowsPerStep)) await pace(grid.position, text.length);
  refuseProse(text, grid);
  return { format: 'csv', encoding, delimiter, sheet: null, sheets: [], grid };
}

/** The delimiter under which most of the first rows have the same number of columns, and more than one. */
export function detectDelimiter(text: string): string {
  const sample = text.slice(0, 100_000);
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    if (!sample.includes(delimiter)) continue;
    const grid = new TextGrid(sample, delimiter);
    try {
      grid.scan(200);
    } catch {
      continue; // More columns than anyone has: not the delimiter.
    }
    const score = consistency(grid);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Share of rows with the usual width, grown a little by that width, so that `1,5;2,5` is split at the semicolon. */
function consistency(grid: TextGrid): number {
  const widths = new Map<number, number>();
  let filled = 0;
  for (let row = 0; row < grid.rows; row += 1) {
    const width = grid.width(row);
    if (width === 0) continue;
    filled += 1;
    widths.set(width, (widths.get(width) ?? 0) + 1);
  }
  let best = 0;
  for (const [width, rows] of widths) if (width > 1) best = Math.max(best, (rows / filled) * (1 + Math.log2(width) / 4));
  return best;
}

/** Control characters by the dozen mean that this is some other kind of file that happens to decode. */
function refuseProse(text: string, grid: TextGrid): void {
  let controls = 0;
  const sample = text.slice(0, 10_000);
  for (let i = 0; i < sample.length; i += 1) {
    const code = sample.charCodeAt(i);
    if (code < 9 || (code > 13 && code < 32) || code === 0xfffd) controls += 1;
  }
  if (controls > sample.length / 20 && controls > 4) throw refuse('notATable');
  if (grid.rows === 0) throw refuse('empty');
}
