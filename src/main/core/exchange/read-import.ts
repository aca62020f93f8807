import type { ImportSource } from '#contract/exchange.ts';
import { isBundle } from '../oneroster/index.ts';
import { readFile, type Pace } from '../readers/index.ts';
import { readBundleGrid, type BundleGrid } from './one-roster/read-bundle-grid.ts';
import type { Cells } from './rules/detect-header.ts';

type Reading = Awaited<ReturnType<typeof readFile>>;
/** A file as a table, how it was read, and, of a bundle, what stands where. */
export interface ImportReading extends Pick<Reading, 'knownHeader' | 'files'> { grid: Cells; source: Omit<ImportSource, 'headerRow'>; bundle: BundleGrid | null }

/** Reads whatever can be imported: a table, a zip of documents, or a bundle of OneRoster as one table. */
export async function readImportFile(content: Uint8Array, source: ImportSource | null, pace: Pace): Promise<ImportReading> {
  if (await isBundle(content)) {
    const bundle = await readBundleGrid(content, pace);
    return { grid: bundle.grid, source: { format: 'oneRoster', encoding: null, delimiter: null, sheet: null, sheets: [] }, bundle };
  }
  const { grid, knownHeader, files, ...reading } = await readFile(content, source, pace);
  return { grid, source: reading, bundle: null, ...(knownHeader === undefined ? {} : { knownHeader }), ...(files === undefined ? {} : { files }) };
}
