import { z } from 'zod';
import { exportTable, type TableName } from '#contract/export-tables.ts';
import { exportFormats } from '#contract/exports.ts';

const memory = z.object({ format: z.enum(exportFormats), columns: z.array(z.string()) });
/** How a list was exported last on this computer. Holds no records. */
export type ExportMemory = z.infer<typeof memory>;

const placeOf = (table: TableName): string => `rollbook.export.${table}`;

/** The format and the columns, in their order, that a list was last exported with; of columns only those that it still has. Null before the first time. */
export function readExportMemory(table: TableName): ExportMemory | null {
  const stored = localStorage.getItem(placeOf(table));
  if (stored === null) return null;
  try {
    const { format, columns } = memory.parse(JSON.parse(stored));
    const known = columns.filter((key) => Object.hasOwn(exportTable(table).columns, key));
    return { format, columns: known };
  } catch {
    return null;
  }
}

/** Keeps how a list was exported for the next time. */
export function writeExportMemory(table: TableName, how: ExportMemory): void {
  localStorage.setItem(placeOf(table), JSON.stringify(how));
}
