import type { ImportSource } from '#contract/exchange.ts';
import type { Grid } from './grid.ts';
import type { ZipPlace } from './zip-place.ts';

/** A file as read: how it was read, and its cells, before anyone has said which row is the header. */
export interface Reading extends Omit<ImportSource, 'headerRow'> {
  grid: Grid;
  /** The row of the headings, from 0, where the format itself says which one it is. */
  knownHeader?: number;
  /** The files of a zip, a row for each: their bytes are read when they are wanted. */
  files?: readonly ZipPlace[];
}
