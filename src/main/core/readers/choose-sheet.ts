import type { Grid } from './grid.ts';
import { refuse } from './refusal.ts';

/**
 * Reads the sheet that was chosen, or the first one with a table in it (two rows or more), or the first with anything.
 * `read` gives the sheet at an index of `names`.
 */
export async function chooseSheet(
  names: string[], chosen: string | null, read: (index: number) => Promise<Grid>,
): Promise<{ name: string; grid: Grid }> {
  if (chosen !== null) {
    const index = names.indexOf(chosen);
    if (index < 0) throw refuse('sheetMissing', { sheet: chosen });
    const grid = await read(index);
    if (grid.rows === 0) throw refuse('empty');
    return { name: chosen, grid };
  }
  let first: { name: string; grid: Grid } | null = null;
  for (const [index, name] of names.entries()) {
    const grid = await read(index);
    if (grid.rows > 1) return { name, grid };
    if (grid.rows === 1) first ??= { name, grid };
  }
  if (!first) throw refuse('empty');
  return first;
}
