import type { ColumnKind, Words } from '#contract/export-column.ts';
import type { ColumnName, TableName } from '#contract/export-tables.ts';
import type { ListOf } from '#contract/exports.ts';
import type { Ask } from '../../kernel/context.ts';
import { foldText } from '../../search/index.ts';
import type { Cell } from '../rules/export-cells.ts';

/** A column that only this list has: one assessment, one day. `key`: what it is called in JSON, within the column that it belongs to. */
export interface MadeColumn { key: string; label: Words; kind: ColumnKind; width: number }

/** A row: its values by column, those of made columns in their order, and the students whom it is about. */
export interface Row<K extends string = string> {
  cells: Partial<Record<K, Cell>>;
  made?: Partial<Record<K, readonly Cell[]>>;
  students: readonly string[];
}

/** A list under way. `total` rows or, where the source counts by something else, as many steps; `pages` reads on as it is asked. */
export interface OpenTable<K extends string = string> {
  total: number;
  /** What the list is of, for its title: a class and a term, some days. */
  about: Words | null;
  made: Partial<Record<K, readonly MadeColumn[]>>;
  pages: () => AsyncGenerator<{ rows: readonly Row<K>[]; done: number }>;
}

/** Opens a list by asking the queries that its screen asks. */
export type Open<T extends TableName> = (ask: Ask, list: ListOf<T>) => Promise<OpenTable<ColumnName<T>>>;

/** As many rows as a query gives at once. */
const pageSize = 500;

/** A list that a query gives page by page. */
export async function openPages<R, K extends string>(
  fetch: (paging: { offset: number; limit: number }) => Promise<{ total: number; rows: readonly R[] }>, toRow: (row: R) => Row<K>, limit = pageSize,
): Promise<OpenTable<K>> {
  const first = await fetch({ offset: 0, limit });
  return {
    total: first.total, about: null, made: {},
    async *pages() {
      yield { rows: first.rows.map(toRow), done: Math.min(limit, first.total) };
      for (let offset = limit; offset < first.total; offset += limit) {
        const { rows } = await fetch({ offset, limit });
        yield { rows: rows.map(toRow), done: Math.min(offset + limit, first.total) };
      }
    },
  };
}

/** A list that a query gives whole. */
export function openRows<R, K extends string>(rows: readonly R[], toRow: (row: R) => Row<K>, more: Partial<Pick<OpenTable<K>, 'about' | 'made'>> = {}): OpenTable<K> {
  return {
    total: rows.length, about: null, made: {}, ...more,
    async *pages() {
      for (let at = 0; at < Math.max(rows.length, 1); at += pageSize) yield { rows: rows.slice(at, at + pageSize).map(toRow), done: Math.min(at + pageSize, rows.length) };
    },
  };
}

interface Named { familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null }

/** A person's name in one cell: family name first; in English by the Latin form where there is one. */
export const nameOf = ({ familyEl, givenEl, familyLatin, givenLatin }: Named): Words =>
  ({ el: `${familyEl} ${givenEl}`, en: familyLatin && givenLatin ? `${familyLatin} ${givenLatin}` : `${familyEl} ${givenEl}` });

/** Several texts in one cell. */
export const joinWords = (all: readonly Words[], between = ', '): Words => ({ el: all.map(({ el }) => el).join(between), en: all.map(({ en }) => en).join(between) });

/** Whether a typed text is a part of any of these, accents and capitals aside, as lists on the screen narrow themselves. */
export const matches = (typed: string, ...texts: (string | null)[]): boolean => texts.some((text) => text !== null && foldText(text).includes(foldText(typed)));

/** The same text in both languages. */
export const same = (text: string): Words => ({ el: text, en: text });

/** The cells that name a student in any list. */
export const studentCells = ({ studentNo, familyEl, givenEl, familyLatin, givenLatin }: Named & { studentNo: string }) => ({ studentNo, familyEl, givenEl, familyLatin, givenLatin });
