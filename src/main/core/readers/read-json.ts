import type { ImportSource } from '#contract/exchange.ts';
import { chooseSheet } from './choose-sheet.ts';
import { decodeText } from './decode-text.ts';
import { ArrayGrid, type Grid } from './grid.ts';
import { fillFromRecords, type JsonRecord } from './json-rows.ts';
import type { Pace } from './pace.ts';
import type { Reading } from './reading.ts';
import { refuse } from './refusal.ts';

const linesPerStep = 2000;
/** Tables are looked for inside objects that stand in each other no deeper than this. */
const searchDepth = 4;

/** True where the first bytes, whatever their encoding, begin an object, or an array of objects, arrays or texts. */
export function looksLikeJson(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1').replaceAll('\0', '').replace(/^(ï»¿|ÿþ|þÿ)/, '').trimStart();
  return /^(\{\s*["}]|\[\s*[[{"\]])/.test(start);
}

interface Table { name: string; rows: unknown[] }

/**
 * Reads JSON as a table: an array of objects or of rows, an object that holds such arrays (its sheets), one object, or one object a line.
 * Keys are the headings; what stands within a value has them joined by dots.
 */
export async function readJson(bytes: Uint8Array, source: ImportSource | null, pace: Pace): Promise<Reading> {
  const { text, encoding } = decodeText(bytes, source?.encoding ?? null);
  await pace(0, 1);
  const tables = tablesOf(await parse(text, pace));
  // A file with one table that has no name has no sheets to choose from.
  const names = tables.map(({ name }) => name), isNamed = names.some((name) => name !== '');
  const { name, grid } = await chooseSheet(names, isNamed ? source?.sheet ?? null : null, (index) => gridOf(tables[index]?.rows ?? [], pace));
  const isRecords = !Array.isArray(tables.find((table) => table.name === name)?.rows[0]);
  return { format: 'json', encoding, delimiter: null, sheet: isNamed ? name : null, sheets: isNamed ? names : [], grid, ...(isRecords ? { knownHeader: 0 } : {}) };
}

/** Some tens of megabytes hold this thread up for a second or so: imports have a thread of their own, where nobody waits. */
async function parse(text: string, pace: Pace): Promise<unknown> {
  const plain = text.replace(/^\ufeff/, '');
  try {
    return JSON.parse(plain) as unknown;
  } catch {
    return parseLines(plain, pace);
  }
}

async function parseLines(text: string, pace: Pace): Promise<unknown[]> {
  const lines = text.split(/\r\n|\n|\r/), records: unknown[] = [];
  for (const [i, line] of lines.entries()) {
    if (i % linesPerStep === 0) await pace(i, lines.length);
    if (line.trim() === '') continue;
    try {
      records.push(JSON.parse(line));
    } catch {
      throw refuse('jsonBroken');
    }
  }
  return records;
}

const isRecord = (value: unknown): value is JsonRecord => typeof value === 'object' && value !== null && !Array.isArray(value);
const holdsRows = (value: unknown): value is unknown[] => Array.isArray(value) && value.some((each) => isRecord(each) || Array.isArray(each));

function tablesOf(value: unknown): Table[] {
  if (Array.isArray(value)) {
    if (value.length === 0) throw refuse('empty');
    if (!holdsRows(value)) throw refuse('jsonNoTable');
    return [{ name: '', rows: value }];
  }
  if (!isRecord(value)) throw refuse('jsonNoTable');
  const within = tablesWithin(value, '', searchDepth);
  return within.length > 0 ? within : [{ name: '', rows: [value] }];
}

function tablesWithin(record: JsonRecord, path: string, depth: number): Table[] {
  return Object.entries(record).flatMap(([key, value]): Table[] => {
    const name = path === '' ? key : `${path}.${key}`;
    if (holdsRows(value)) return [{ name, rows: value }];
    return isRecord(value) && depth > 1 ? tablesWithin(value, name, depth - 1) : [];
  });
}

async function gridOf(rows: readonly unknown[], pace: Pace): Promise<Grid> {
  // A number or a text among the rows is none of them: better said than left out.
  if (rows.some((row) => row !== null && typeof row !== 'object')) throw refuse('jsonNoTable');
  if (rows.every((row) => row === null)) return new ArrayGrid([]);
  return fillFromRecords(rows, pace);
}
