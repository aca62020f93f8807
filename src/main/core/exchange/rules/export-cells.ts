import type { ColumnKind, Words } from '#contract/export-column.ts';
import type { Language } from '#contract/fields.ts';

/** A value of a list: as it is, or in both languages; `code` is what it is called where words do not matter. */
export type Cell = string | number | boolean | (Words & { code?: string }) | null;

/** A column as it is written: its words in the file's language. */
export interface ShownColumn {
  /** How it is called in JSON; columns that the list itself has share the name of what they stand for, and have one of their own within it. */
  key: string; within: string | null;
  label: string; kind: ColumnKind; width: number; choices: Readonly<Record<string, Words>> | null;
}

const yesNo: Readonly<Record<Language, readonly [string, string]>> = { el: ['Ναι', 'Όχι'], en: ['Yes', 'No'] };
const numberForms: Readonly<Record<Language, Intl.NumberFormat>> = {
  el: new Intl.NumberFormat('el-GR', { maximumFractionDigits: 4, useGrouping: false }), en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 4, useGrouping: false }),
};
const percentForms: Readonly<Record<Language, Intl.NumberFormat>> = {
  el: new Intl.NumberFormat('el-GR', { style: 'percent', maximumFractionDigits: 1 }), en: new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 }),
};

/** A value in the language of the file: words as text, choices and yes or no by their names; numbers stay numbers, dates stay ISO. */
export function valueOf(cell: Cell, { kind, choices }: Pick<ShownColumn, 'kind' | 'choices'>, language: Language): string | number | null {
  if (cell === null) return null;
  if (typeof cell === 'boolean') return yesNo[language][cell ? 0 : 1];
  if (typeof cell === 'object') return cell[language];
  if (kind === 'choice') return choices?.[String(cell)]?.[language] ?? String(cell);
  return cell;
}

/** A value as people of the language write it; dates as `day` writes them. */
export function textOf(cell: Cell, column: Pick<ShownColumn, 'kind' | 'choices'>, language: Language, day: (date: string) => string): string {
  const value = valueOf(cell, column, language);
  if (value === null) return '';
  if (typeof value === 'number') return (column.kind === 'percent' ? percentForms : numberForms)[language].format(value);
  return column.kind === 'date' ? day(value) : value;
}

/** A value for another program: choices by their codes, yes or no as it is. */
export function plainOf(cell: Cell, language: Language): string | number | boolean | null {
  return typeof cell === 'object' && cell !== null ? cell.code ?? cell[language] : cell;
}

/** The same texts with a number behind each that has come before, so that all differ. */
export function makeDistinct(texts: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    return times === 1 ? text : `${text} (${times})`;
  });
}
