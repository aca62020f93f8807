import { z } from 'zod';

const layout = z.array(z.object({ colId: z.string(), width: z.number().nullish(), hide: z.boolean().nullish() }));
/** Order, widths and visibility of a grid's columns. Holds no records. */
export type ColumnLayout = z.infer<typeof layout>;

const placeOf = (grid: string): string => `rollbook.columns.${grid}`;

/** The layout that the user left a grid with on this computer; null before the first change. */
export function readColumnLayout(grid: string): ColumnLayout | null {
  const stored = localStorage.getItem(placeOf(grid));
  if (stored === null) return null;
  try {
    return layout.parse(JSON.parse(stored));
  } catch {
    return null;
  }
}

/** Keeps a grid's layout for the next time. */
export function writeColumnLayout(grid: string, columns: ColumnLayout): void {
  localStorage.setItem(placeOf(grid), JSON.stringify(layout.parse(columns)));
}

/** Goes back to the columns as they come. */
export function forgetColumnLayout(grid: string): void {
  localStorage.removeItem(placeOf(grid));
}
