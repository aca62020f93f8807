import type { Language } from '#contract/fields.ts';
import { plainOf, type Cell, type ShownColumn } from '../rules/export-cells.ts';
import type { TableWriter } from './table-writer.ts';

/** Writes rows as an array of objects with the columns' keys: numbers and yes or no as such, choices by their codes, dates in ISO form. */
export function openJson(columns: readonly ShownColumn[], language: Language): TableWriter {
  const chunks: Buffer[] = [];
  let isFirst = true;
  return {
    add(cells) {
      chunks.push(Buffer.from(`${isFirst ? '[\n' : ',\n'}${JSON.stringify(toRecord(cells, columns, language))}`));
      isFirst = false;
    },
    finish: async () => Buffer.concat([...chunks, Buffer.from(isFirst ? '[]\n' : '\n]\n')]),
  };
}

function toRecord(cells: readonly Cell[], columns: readonly ShownColumn[], language: Language): Record<string, unknown> {
  const record = new Map<string, unknown>();
  const groups = new Map<string, [string, unknown][]>();
  columns.forEach(({ key, within }, i) => {
    const value = plainOf(cells[i] ?? null, language);
    if (within === null) record.set(key, value);
    else groups.set(within, [...groups.get(within) ?? [], [key, value]]);
  });
  for (const [within, entries] of groups) record.set(within, Object.fromEntries(entries));
  return Object.fromEntries(record);
}
