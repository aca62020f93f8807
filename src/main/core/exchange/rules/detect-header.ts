import { isKnownLabel } from './labels-records.ts';
import { parseDate } from './parse-date.ts';

/** The part of a table that a header is looked for in. */
export interface Cells {
  readonly rows: number;
  readonly columns: number;
  cell(row: number, column: number): string;
}

const searched = 40;

/**
 * The row that names the columns, counted from 0, or -1. It is the first row most of whose cells are known labels;
 * without one, the first row of nothing but texts that stands above numbers or dates. Rows of title above it are skipped.
 */
export function detectHeader(cells: Cells): number {
  const last = Math.min(cells.rows, searched);
  for (let row = 0; row < last; row += 1) {
    const filled = filledCells(cells, row);
    const known = filled.filter((text) => isKnownLabel(text)).length;
    if (known >= 2 && known * 2 >= filled.length) return row;
    if (known >= 4 && new Set(filled).size === filled.length && !filled.some(isTyped)) return row;
  }
  const width = widestRow(cells, last);
  for (let row = 0; row < last; row += 1) {
    const filled = filledCells(cells, row);
    if (filled.length * 2 < width) continue;
    if (filled.some(isTyped)) return -1;
    const below = row + 1 < cells.rows ? filledCells(cells, row + 1) : [];
    const isHeader = filled.length > 1 ? new Set(filled).size === filled.length : isKnownLabel(filled[0] ?? '');
    if (isHeader && (below.some(isTyped) || below.length === 0)) return row;
    return filled.length > 1 && isHeader && filled.some((text) => isKnownLabel(text)) ? row : -1;
  }
  return -1;
}

function filledCells(cells: Cells, row: number): string[] {
  const filled: string[] = [];
  for (let column = 0; column < cells.columns; column += 1) {
    const text = cells.cell(row, column).trim();
    if (text !== '') filled.push(text);
  }
  return filled;
}

function widestRow(cells: Cells, last: number): number {
  let widest = 1;
  for (let row = 0; row < last; row += 1) widest = Math.max(widest, filledCells(cells, row).length);
  return widest;
}

/** Numbers, dates and addresses of mail are data, never labels. */
function isTyped(text: string): boolean {
  return /^[+\-]?[\d\s.,/%]+$/.test(text) || /\S@\S/.test(text) || parseDate(text) !== null;
}
