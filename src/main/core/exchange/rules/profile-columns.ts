import type { ImportMapping } from '#contract/exchange.ts';
import type { WideKind } from '#contract/import-options.ts';
import type { ProfileColumn } from '#contract/import-profiles.ts';
import type { Cells } from './detect-header.ts';
import { foldLabel } from './fold-label.ts';

type Columns = readonly ProfileColumn[];
type Marks = Readonly<Record<string, WideKind>>;

const searched = 40;
/** A heading as headings are compared; one of signs alone (`#`, `%`) is itself. */
const keyOf = (heading: string) => foldLabel(heading) || heading.trim();
const isImported = ({ field, marks }: ProfileColumn) => field !== null || marks !== null;

/** How many columns a profile imports. */
export const countImported = (columns: Columns): number => columns.filter(isImported).length;

/** What a profile says of each column of a file; null: it does not know it. Of columns with one heading the first is the profile's first, and so on. */
function findColumns(columns: Columns, header: readonly string[]): (ProfileColumn | null)[] {
  const waiting = new Map<string, ProfileColumn[]>();
  for (const column of columns) {
    const key = keyOf(column.heading);
    waiting.set(key, [...(waiting.get(key) ?? []), column]);
  }
  return header.map((label) => waiting.get(keyOf(label))?.shift() ?? null);
}

/** The fields of a file's columns: as the profile says where it knows a column, else as detected, each field once. */
export function mappingBy(columns: Columns, header: readonly string[], detected: ImportMapping): ImportMapping {
  const found = findColumns(columns, header);
  const taken = new Set(found.flatMap((column) => column?.field ?? []));
  return found.map((column, at) => {
    const other = detected[at] ?? null;
    return column ? column.field : other !== null && taken.has(other) ? null : other;
  });
}

/** The columns of marks of a file: as the profile says where it knows a column, else as detected. */
export function marksBy(columns: Columns, header: readonly string[], detected: Marks): Record<string, WideKind> {
  return Object.fromEntries(findColumns(columns, header).flatMap((column, at) => {
    const kind = column ? column.marks : detected[at];
    return kind ? [[String(at), kind]] : [];
  }));
}

/** Headings that a profile imports and a file lacks. */
export function missingHeadings(columns: Columns, header: readonly string[]): string[] {
  const found = new Set(findColumns(columns, header));
  return columns.filter((column) => isImported(column) && !found.has(column)).map(({ heading }) => heading);
}

/** Where a table most likely has the headings of a profile: the row, from 0, and how many are missing there. Null where it has none of them. */
export function findHeader(columns: Columns, cells: Cells): { row: number; missing: number } | null {
  let best: { row: number; missing: number } | null = null;
  for (let row = 0; row < Math.min(cells.rows, searched); row += 1) {
    const missing = missingHeadings(columns, Array.from({ length: cells.columns }, (_, column) => cells.cell(row, column))).length;
    if (missing < (best?.missing ?? countImported(columns))) best = { row, missing };
  }
  return best;
}

/** Whether each column of a file that a profile knows is read as it says. */
export function areColumnsBy(columns: Columns, header: readonly string[], mapping: ImportMapping, wide: Marks): boolean {
  return findColumns(columns, header).every((column, at) => column === null || (column.field === (mapping[at] ?? null) && column.marks === (wide[at] ?? null)));
}
