import type { BundleFindingKey } from '#contract/oneroster.ts';

/** A file as rows of cells, and what is wrong with its form, by record counted from 1. Blank lines are left out but counted. */
export interface ParsedCsv {
  rows: { line: number; cells: string[] }[];
  problems: { line: number; key: Extract<BundleFindingKey, 'lineBreakInField' | 'badQuotes' | 'unclosedQuote'> }[];
}

const quote = 34, comma = 44, newline = 10, carriageReturn = 13;

/** Thrown when a file has more rows or columns than `parseCsv` was told to bear. */
export class TooMuch extends Error {
  readonly what: 'rows' | 'columns';
  constructor(what: 'rows' | 'columns') {
    super(what);
    this.what = what;
  }
}

/** Reads RFC 4180, cell by cell. What departs from it is read as it was meant, as far as that can be seen, and told. */
export function parseCsv(text: string, most: { rows: number; columns: number }): ParsedCsv {
  const parsed: ParsedCsv = { rows: [], problems: [] };
  let at = 0;
  for (let line = 1; at < text.length; line += 1) {
    const cells: string[] = [];
    let more = true;
    while (more) {
      const cell = readCell(text, at, (key) => parsed.problems.push({ line, key }));
      cells.push(cell.value);
      if (cells.length > most.columns) throw new TooMuch('columns');
      more = text.charCodeAt(cell.end) === comma;
      at = cell.end + 1;
    }
    if (text.charCodeAt(at - 1) === carriageReturn && text.charCodeAt(at) === newline) at += 1;
    if (cells.length === 1 && cells[0] === '') continue;
    if (parsed.rows.length >= most.rows) throw new TooMuch('rows');
    parsed.rows.push({ line, cells });
  }
  return parsed;
}

type Tell = (key: ParsedCsv['problems'][number]['key']) => void;

function readCell(text: string, from: number, tell: Tell): { value: string; end: number } {
  if (text.charCodeAt(from) !== quote) {
    const end = cellEnd(text, from);
    const value = text.slice(from, end);
    if (value.includes('"')) tell('badQuotes');
    return { value, end };
  }
  let close = text.indexOf('"', from + 1);
  while (close >= 0 && text.charCodeAt(close + 1) === quote) close = text.indexOf('"', close + 2);
  if (close < 0) {
    // One stray quote must not swallow the file: it is taken for a character.
    tell('unclosedQuote');
    const end = cellEnd(text, from);
    return { value: text.slice(from, end), end };
  }
  const end = cellEnd(text, close + 1);
  if (end > close + 1) tell('badQuotes');
  const value = text.slice(from + 1, close).replaceAll('""', '"') + text.slice(close + 1, end);
  if (/[\r\n]/.test(value)) tell('lineBreakInField');
  return { value, end };
}

function cellEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === comma || code === newline || code === carriageReturn) break;
    at += 1;
  }
  return at;
}
