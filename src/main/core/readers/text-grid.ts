import type { Grid } from './grid.ts';
import { limits } from './limits.ts';
import { refuse } from './refusal.ts';

const quote = 34, newline = 10, carriageReturn = 13;
/** Marks a cell whose doubled quotes have to be halved. Texts are far shorter than 2^31. */
const escaped = 0x80000000;

/**
 * Delimited text as a grid that only knows where each cell begins and ends. Cutting cells out when they are asked for
 * makes a preview cheaper than a parse: columns that are not matched are never cut.
 */
export class TextGrid implements Grid {
  rows = 0;
  columns = 0;
  readonly #text: string;
  readonly #delimiter: number;
  #starts: Uint32Array<ArrayBuffer>;
  #ends: Uint32Array<ArrayBuffer>;
  #rowCells: Uint32Array<ArrayBuffer>;
  #cells = 0;
  #position: number;
  #blankRows = 0;
  /** After a quote that never closes, quotes are ordinary characters: one stray quote must not swallow the file. */
  #quotes = true;

  constructor(text: string, delimiter: string, from = 0) {
    this.#text = text;
    this.#delimiter = delimiter.charCodeAt(0);
    this.#position = from;
    // A cell has some ten characters as a rule; memory that is not needed after all is never touched.
    this.#starts = new Uint32Array(Math.max(4096, text.length >> 3));
    this.#ends = new Uint32Array(Math.max(4096, text.length >> 3));
    this.#rowCells = new Uint32Array(Math.max(256, text.length >> 7));
  }

  /** Characters looked at so far. */
  get position(): number {
    return this.#position;
  }

  cell(row: number, column: number): string {
    const index = (this.#rowCells[row] ?? 0) + column;
    if (row >= this.rows || index >= (this.#rowCells[row + 1] ?? 0)) return '';
    const start = this.#starts[index] ?? 0, end = this.#ends[index] ?? 0;
    if (end < escaped) return this.#text.slice(start, Math.min(end, start + limits.cellLength));
    return unescapeCell(this.#text.slice(start, end - escaped)).slice(0, limits.cellLength);
  }

  /** Number of cells of a row, before its end. */
  width(row: number): number {
    return (this.#rowCells[row + 1] ?? 0) - (this.#rowCells[row] ?? 0);
  }

  /** Scans up to `count` more rows; false when the text is at its end. */
  scan(count: number): boolean {
    const length = this.#text.length;
    for (let row = 0; row < count; row += 1) {
      if (this.#position >= length) return false;
      this.#scanRow(this.#text, length, this.#delimiter);
    }
    return this.#position < length;
  }

  /** The innermost loop of every import: plain locals, one look at each character, room for the whole row made beforehand. */
  #scanRow(text: string, length: number, delimiter: number): void {
    if (this.#cells + limits.columns + 1 > this.#starts.length) {
      this.#starts = grow(this.#starts);
      this.#ends = grow(this.#ends);
    }
    const starts = this.#starts, ends = this.#ends, first = this.#cells;
    let at = this.#position, cell = first, filled = first, code = 0;
    for (;;) {
      let start = at, end = -1;
      code = at < length ? text.charCodeAt(at) : newline;
      if (code === quote && this.#quotes) {
        const close = closingQuote(text, at + 1);
        if (close < 0) this.#quotes = false;
        else {
          at = close + 1;
          code = at < length ? text.charCodeAt(at) : newline;
          // Text after the closing quote is kept: it is somebody's data, however it was written.
          const clean = code === delimiter || code === newline || code === carriageReturn;
          if (clean) {
            start += 1;
            end = hasQuote(text, start, close) ? close + escaped : close;
          } else {
            at = cellEnd(text, at, length, delimiter);
            end = at + escaped;
          }
        }
      }
      if (end < 0) {
        while (code !== delimiter && code !== newline && code !== carriageReturn) {
          at += 1;
          code = at < length ? text.charCodeAt(at) : newline;
        }
        end = at;
      } else code = at < length ? text.charCodeAt(at) : newline;
      const isFilled = end > start;
      if (cell - first < limits.columns) {
        starts[cell] = start;
        ends[cell] = end;
        cell += 1;
        if (isFilled) filled = cell;
      } else if (isFilled) throw refuse('tooManyColumns', { limit: limits.columns });
      if (code !== delimiter) break;
      at += 1;
    }
    at += code === carriageReturn && text.charCodeAt(at + 1) === newline ? 2 : 1;
    this.#position = Math.min(at, length);
    this.#endRow(first, filled);
  }

  /**
   * Ends a row after its last filled cell. Blank rows are kept only when something follows them:
   * that keeps line numbers those of the file, and a tail of empty rows costs nothing.
   */
  #endRow(first: number, filled: number): void {
    this.#cells = filled;
    if (filled === first) {
      this.#blankRows += 1;
      return;
    }
    const row = this.rows + this.#blankRows;
    if (row >= limits.textRows) throw refuse('tooManyRows', { limit: limits.textRows });
    while (row + 2 > this.#rowCells.length) this.#rowCells = grow(this.#rowCells);
    for (let i = this.rows; i <= row; i += 1) this.#rowCells[i] = first;
    this.#rowCells[row + 1] = this.#cells;
    this.#blankRows = 0;
    this.rows = row + 1;
    this.columns = Math.max(this.columns, this.#cells - first);
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== quote) return at;
  }
  return -1;
}

function hasQuote(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) === quote) return true;
  return false;
}

/** Where an unquoted cell, or the rest of a badly quoted one, ends. */
function cellEnd(text: string, from: number, length: number, delimiter: number): number {
  let at = from;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code === delimiter || code === newline || code === carriageReturn) break;
    at += 1;
  }
  return at;
}

/** `a""b` (already without its quotes) or `"a""b"c` (quotes closed too early) as the text that was meant. */
function unescapeCell(raw: string): string {
  if (raw.charCodeAt(0) !== quote || raw.startsWith('""')) return raw.replaceAll('""', '"');
  const close = closingQuote(raw, 1);
  return raw.slice(1, close).replaceAll('""', '"') + raw.slice(close + 1);
}

function grow(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
