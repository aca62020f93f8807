import type { ImportMapping } from '#contract/exchange.ts';
import type { Pace } from './readers/pace.ts';
import type { Cells } from './rules/detect-header.ts';
import type { Year } from './rules/compare-row.ts';

/** A table that was read and matched, ready to be planned. */
export interface Sheet {
  grid: Cells;
  mapping: ImportMapping;
  header: readonly string[];
  headerRow: number;
  /** The year that rows belong to. */
  year: Year | null;
  today: string;
  pace: Pace;
}
