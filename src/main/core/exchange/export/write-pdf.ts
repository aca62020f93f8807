import type { ColumnKind } from '#contract/export-column.ts';
import type { Language } from '#contract/fields.ts';
import { listDate, openListPages } from '../../documents/index.ts';
import { textOf, type ShownColumn } from '../rules/export-cells.ts';
import type { TableWriter } from './table-writer.ts';

/** What stands above the list, and where the fonts are. */
export interface PdfHead { resources: string; lines: readonly string[]; school: string; title: string; subtitle: string; printedOn: string }

const atRight: ReadonlySet<ColumnKind> = new Set<ColumnKind>(['number', 'percent']);
/** Marks of one or two letters stand in the middle of their column. */
const narrow = 6;

/** Writes a table as pages to print. Pages beside one another begin with the first `kept` columns. */
export function openPdf(head: PdfHead, columns: readonly ShownColumn[], kept: number, language: Language): TableWriter {
  const pages = openListPages(head.resources, { ...head, language }, columns.map(({ label, width, kind }) => ({
    label, width, align: atRight.has(kind) ? 'right' : width < narrow ? 'center' : 'left',
  })), kept);
  return { add: (cells) => pages.add(columns.map((column, i) => textOf(cells[i] ?? null, column, language, (date) => listDate(date, language)))), finish: pages.finish };
}
