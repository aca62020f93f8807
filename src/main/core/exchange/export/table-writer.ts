import type { Cell } from '../rules/export-cells.ts';

/** Takes rows as they are read and ends as the bytes of a file. Cells stand in the order of the columns that the writer was opened with. */
export interface TableWriter {
  add: (cells: readonly Cell[]) => void;
  finish: () => Promise<Uint8Array>;
}
