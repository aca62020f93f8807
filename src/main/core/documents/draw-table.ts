import { innerWidth, ink, sheet } from './page.ts';
import { write, type Paper } from './paper.ts';
import { bodyBottom } from './letterhead.ts';

export interface Column { head: string; part: number; align: 'left' | 'right' | 'center' }
export interface Row { cells: readonly string[]; strong?: boolean; faint?: boolean }

/** The usual height of a row; a table that would just miss its page may be set closer, but not below the least. */
export const rowHeight = 17.5;
export const leastRowHeight = 13.4;
export const tableHead = 21;

/** Draws a table from `y` (its upper edge), its head again on each page it reaches. Returns the lower edge. */
export function drawTable(paper: Paper, y: number, columns: readonly Column[], rows: readonly Row[], height = rowHeight): number {
  const parts = columns.reduce((sum, { part }) => sum + part, 0);
  const places = columns.map((column, i) => ({
    ...column, x: sheet.left + (innerWidth * columns.slice(0, i).reduce((sum, { part }) => sum + part, 0)) / parts + 6, width: (innerWidth * column.part) / parts - 12,
  }));
  const head = (at: number): number => {
    paper.box(sheet.left, at, innerWidth, tableHead, ink.shade);
    for (const { x, width, align, head: text } of places) write(paper, text, x, at + 14, { face: 'strong', size: 8.6, width, align });
    paper.line(sheet.left, at + tableHead, sheet.left + innerWidth, at + tableHead, 0.8, ink.faint);
    return at + tableHead;
  };
  let at = head(y);
  for (const row of rows) {
    if (at + height > bodyBottom) {
      paper.nextPage();
      at = head(sheet.top);
    }
    places.forEach(({ x, width, align }, i) => write(paper, row.cells[i] ?? '', x, at + height / 2 + 3.5, {
      size: 9.4, width, align, face: row.strong ? 'strong' : 'text', ...(row.faint ? { color: ink.faint } : {}),
    }));
    at += height;
    paper.line(sheet.left, at, sheet.left + innerWidth, at, 0.35, ink.line);
  }
  return at;
}

/** Draws names and values in two columns from `y` (its upper edge). Returns the lower edge. */
export function drawFacts(paper: Paper, y: number, facts: readonly (readonly [name: string, value: string])[]): number {
  const width = innerWidth / 2;
  facts.forEach(([name, value], i) => {
    const x = sheet.left + (i % 2) * width, at = y + Math.floor(i / 2) * 18 + 12;
    write(paper, name, x, at, { size: 8.6, width: 84, color: ink.faint });
    write(paper, value, x + 88, at, { size: 9.8, width: width - 100, face: i < 2 ? 'strong' : 'text' });
  });
  return y + Math.ceil(facts.length / 2) * 18 + 6;
}
