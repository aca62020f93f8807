import type { ImportOptions } from '#contract/import-options.ts';
import type { Pace } from '../readers/index.ts';
import type { Year } from './rules/compare-row.ts';
import type { ZipFiles } from './zip-files.ts';
import type { View } from './overlay.ts';

/** A table that was read and matched, ready to be planned. */
export interface Sheet {
  view: View;
  header: readonly string[];
  headerRow: number;
  /** The year that rows belong to. */
  year: Year | null;
  today: string;
  /** What was decided about the file. */
  options: ImportOptions;
  /** The files of a zip that rows are about; null: the file is a table. */
  files: ZipFiles | null;
  pace: Pace;
}
