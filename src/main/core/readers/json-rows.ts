import { numberText, plainStyle } from './cell-text.ts';
import { GridBuilder, type Grid } from './grid.ts';
import { limits } from './limits.ts';
import type { Pace } from './pace.ts';
import { refuse } from './refusal.ts';

export type JsonRecord = Record<string, unknown>;
const rowsPerStep = 2000;

/** Objects, or arrays of cells, as a grid. Of objects the first row is their keys, in the order in which they first come. */
export async function fillFromRecords(rows: readonly unknown[], pace: Pace): Promise<Grid> {
  const builder = new GridBuilder();
  const columns = new Map<string, number>();
  const hasHeadings = !Array.isArray(rows[0]);
  const columnOf = (heading: string): number => {
    const known = columns.get(heading);
    if (known !== undefined) return known;
    const column = columns.size;
    columns.set(heading, column);
    builder.set(0, column, heading);
    return column;
  };
  for (const [i, row] of rows.entries()) {
    if (i % rowsPerStep === 0) await pace(i, rows.length);
    const at = hasHeadings ? i + 1 : i;
    // Rows of two kinds in one array cannot be told what their columns are.
    if (row !== null && Array.isArray(row) === hasHeadings) throw refuse('jsonNoTable');
    if (Array.isArray(row)) row.forEach((value, column) => builder.set(at, column, plainText(value)));
    else flatten(row, '', 0, (heading, text) => builder.set(at, columnOf(heading), text));
  }
  return builder.build();
}

/** Tells every plain value within another with the keys that lead to it; things of a list are counted from 1. */
function flatten(value: unknown, path: string, depth: number, tell: (heading: string, text: string) => void): void {
  if (depth > limits.depth) throw refuse('jsonTooDeep');
  if (typeof value !== 'object' || value === null) {
    if (path !== '' || value !== null) tell(path, scalarText(value));
    return;
  }
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object' || each === null)) {
    tell(path, value.map(scalarText).filter((text) => text !== '').join(', '));
    return;
  }
  const entries = Array.isArray(value) ? value.map((each, i): [string, unknown] => [String(i + 1), each]) : Object.entries(value);
  for (const [key, each] of entries) flatten(each, path === '' ? key : `${path}.${key}`, depth + 1, tell);
}

/** A cell of a row that is an array: what is not plain stands there as it is written. */
const plainText = (value: unknown): string => (typeof value === 'object' && value !== null ? JSON.stringify(value) : scalarText(value));

/** Texts stay what they are, leading zeros and all. */
function scalarText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value, plainStyle, false);
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : '';
}
