import type { ImportSource } from '#contract/exchange.ts';
import { isBundle } from '../oneroster/index.ts';
import { readFile, type Pace } from '../readers/index.ts';
import { readBundleGrid, type BundleGrid } from './one-roster/read-bundle-grid.ts';
import type { Cells } from './rules/detect-header.ts';

/** A file as a table, how it was read, and, of a bundle, what stands where. */
export interface ImportReading { grid: Cells; source: Omit<ImportSource, 'headerRow'> & { headerRow?: number }; bundle: BundleGrid | null }

/** Reads whatever can be imported: a table, or a bundle of OneRoster as one table. */
export async function readImportFile(content: Uint8Array, source: ImportSource | null, pace: Pace): Promise<ImportReading> {
  if (await isBundle(content)) {
    const bundle = await readBundleGrid(content, pace);
    return { grid: bundle.grid, source: { format: 'oneRoster', encoding: null, delimiter: null, sheet: null, sheets: [], headerRow: 0 }, bundle };
  }
  const { grid, ...reading } = await readFile(content, source, pace);
  return { grid, source: reading, bundle: null };
}
