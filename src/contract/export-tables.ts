import type { ExportColumn, ExportTable } from './export-column.ts';
import { conductTables } from './export-tables-conduct.ts';
import { peopleTables } from './export-tables-people.ts';
import { schoolTables } from './export-tables-school.ts';
import { teachingTables } from './export-tables-teaching.ts';

/** Every list that can be exported, with its columns: one description for the screens, the files and the tests. */
export const exportTables = { ...peopleTables, ...schoolTables, ...teachingTables, ...conductTables } as const satisfies Record<string, ExportTable>;
export type TableName = keyof typeof exportTables;
export type ColumnName<T extends TableName> = keyof (typeof exportTables)[T]['columns'] & string;
export const tableNames = Object.keys(exportTables) as TableName[];

/** The table of that name, as all tables are. */
export const exportTable = (name: TableName): ExportTable => exportTables[name];

/** The columns of a table for somebody to whom these classes of fields are shown, in their usual order. */
export function columnsFor(name: TableName, mayShow: (column: ExportColumn) => boolean): [key: string, column: ExportColumn][] {
  return Object.entries(exportTable(name).columns).filter(([, column]) => mayShow(column));
}
