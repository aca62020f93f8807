import type { ImportMapping } from '#contract/exchange.ts';
import type { ImportOptions } from '#contract/import-options.ts';
import type { ImportField } from '#contract/import-targets.ts';
import { cleanCell } from './rules/clean-cell.ts';
import type { Cells } from './rules/detect-header.ts';

/** A table as it is planned, and where in the file its rows stand. */
export interface View {
  grid: Cells;
  mapping: ImportMapping;
  /** The row of the file, from 0, that a row of the view is read from. */
  sourceRow: (row: number) => number;
  /** The column of the file that a row of the view is about, where a line of the file holds several; else null. */
  sourceColumn: (row: number) => number | null;
}

/** A table of which each row is one of the file. */
export const plainView = (grid: Cells, mapping: ImportMapping): View => ({ grid, mapping, sourceRow: (row) => row, sourceColumn: () => null });

/** A table with some cells mended; itself where none is. */
export function withEdits(grid: Cells, edits: ImportOptions['edits']): Cells {
  const byRow = new Map<number, Map<number, string>>();
  for (const [place, text] of Object.entries(edits)) {
    const [row = -1, column = -1] = place.split(':').map(Number);
    if (row >= grid.rows || column >= grid.columns) continue;
    byRow.set(row, (byRow.get(row) ?? new Map<number, string>()).set(column, text));
  }
  if (byRow.size === 0) return grid;
  return { rows: grid.rows, columns: grid.columns, cell: (row, column) => byRow.get(row)?.get(column) ?? grid.cell(row, column) };
}

/**
 * A view in which texts are read as others, and rows say what they do not say themselves; itself where nothing of that was decided.
 * A field that no column has gets one of its own, behind the others. A row that says nothing at all stays blank.
 */
export function withReadings(view: View, { translations, defaults }: Pick<ImportOptions, 'translations' | 'defaults'>): View {
  const added = (Object.keys(defaults) as ImportField[]).filter((field) => !view.mapping.includes(field));
  const mapping = [...view.mapping, ...added];
  const readAs = mapping.map((field) => { const texts = field && translations[field]; return texts ? new Map(Object.entries(texts)) : null; });
  const usual = mapping.map((field) => (field && defaults[field]) ?? '');
  if (readAs.every((texts) => texts === null) && usual.every((text) => text === '')) return view;
  const { grid } = view;
  const own = view.mapping.flatMap((field, column) => (field === null ? [] : [column]));
  let seen = -1, isSeenBlank = true;
  const isBlank = (row: number): boolean => {
    if (row !== seen) [seen, isSeenBlank] = [row, own.every((column) => cleanCell(grid.cell(row, column)) === '')];
    return isSeenBlank;
  };
  const cell = (row: number, column: number): string => {
    const raw = column < grid.columns ? grid.cell(row, column) : '';
    const texts = readAs[column], instead = usual[column] ?? '';
    const text = texts ? texts.get(cleanCell(raw)) ?? raw : raw;
    return instead === '' || cleanCell(text) !== '' || isBlank(row) ? text : instead;
  };
  return { ...view, mapping, grid: { rows: grid.rows, columns: mapping.length, cell } };
}
