import { parse } from 'papaparse';

/** A rectangle of cells, all four sides included. */
export interface Block { top: number; left: number; bottom: number; right: number }
export interface Spot { row: number; column: number }

/** The rectangle between two corners. */
export const blockOf = (a: Spot, b: Spot): Block => ({
  top: Math.min(a.row, b.row), bottom: Math.max(a.row, b.row), left: Math.min(a.column, b.column), right: Math.max(a.column, b.column),
});

/** Reads what a spreadsheet puts on the clipboard: rows by line, cells by tab; a cell in quotes may hold both. */
export function readTable(text: string): string[][] {
  const { data } = parse<string[]>(text.replace(/\r\n?/g, '\n').replace(/\n$/, ''), { delimiter: '\t', newline: '\n' });
  return data;
}

/** A block as a spreadsheet takes it. */
export const writeTable = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join('\t')).join('\n');

/** Where the cells of a pasted table go: from the block's first cell; a single value fills the whole block. `size`: what there is. Counts what falls outside. */
export function placeTable(table: readonly (readonly string[])[], block: Block, size: { rows: number; columns: number }): { cells: (Spot & { text: string })[]; outside: number } {
  const [only] = table[0] ?? [];
  const cells: (Spot & { text: string })[] = [];
  let outside = 0;
  if (table.length === 1 && table[0]?.length === 1 && only !== undefined) {
    for (let row = block.top; row <= block.bottom; row += 1) for (let column = block.left; column <= block.right; column += 1) cells.push({ row, column, text: only });
    return { cells, outside };
  }
  table.forEach((line, down) => line.forEach((text, along) => {
    const spot = { row: block.top + down, column: block.left + along };
    if (spot.row >= size.rows || spot.column >= size.columns) outside += 1;
    else cells.push({ ...spot, text });
  }));
  return { cells, outside };
}
