import type { ExportColumn, Words } from '#contract/export-column.ts';
import { columnsFor, exportTable, type TableName } from '#contract/export-tables.ts';
import type { Language } from '#contract/fields.ts';
import type { FieldClass } from '#contract/permissions.ts';
import type { Cell, ShownColumn } from '../rules/export-cells.ts';
import type { OpenTable, Row } from './table.ts';

/** The columns of a file, in their order, and how a row becomes their cells. `leading`: how many of them at the front name the row. */
export interface Shown { columns: ShownColumn[]; cellsOf: (row: Row) => Cell[]; leading: number }

const naming: ReadonlySet<string> = new Set(['studentNo', 'familyEl', 'givenEl', 'familyLatin', 'givenLatin', 'code', 'serial']);

/** The keys of the columns that somebody asked for, or the table's usual ones, short of those of classes that are shown to them of no row. */
export function chooseColumns(table: TableName, asked: readonly string[] | null, classes: readonly FieldClass[]): string[] {
  const open = columnsFor(table, ({ fieldClass }) => fieldClass === undefined || classes.includes(fieldClass));
  if (asked === null) return open.filter(([, { isExtra }]) => !isExtra).map(([key]) => key);
  const known = new Set(open.map(([key]) => key));
  return [...new Set(asked)].filter((key) => known.has(key));
}

/** Spreads chosen columns out: one that stands for many becomes those that the list has. */
export function showColumns(table: TableName, keys: readonly string[], open: OpenTable, language: Language): Shown {
  const described = exportTable(table).columns;
  const parts = keys.flatMap((key) => { const column = described[key]; return column ? [{ key, column }] : []; });
  const columns = parts.flatMap(({ key, column }) => (column.isMany
    ? (open.made[key] ?? []).map((made): ShownColumn => ({ key: made.key, within: key, label: made.label[language], kind: made.kind, width: made.width, choices: null }))
    : [shown(key, column, language)]));
  const firstOther = parts.findIndex(({ key }) => !naming.has(key));
  return {
    columns, leading: firstOther === -1 ? columns.length : firstOther,
    cellsOf: (row) => parts.flatMap(({ key, column }) => (column.isMany ? (open.made[key] ?? []).map((_made, i) => row.made?.[key]?.[i] ?? null) : [row.cells[key] ?? null])),
  };
}

const shown = (key: string, column: ExportColumn, language: Language): ShownColumn =>
  ({ key, within: null, label: column[language], kind: column.kind, width: column.width, choices: column.choices ?? null });

/** What a list is called, with what it is of. */
export const titleOf = (table: TableName, about: Words | null, language: Language): string => [exportTable(table)[language], about?.[language]].filter(Boolean).join(' ');
