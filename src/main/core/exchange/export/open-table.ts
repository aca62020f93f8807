import type { TableName } from '#contract/export-tables.ts';
import type { ExportList, ListOf } from '#contract/exports.ts';
import type { Ask } from '../../kernel/context.ts';
import { openGradebook } from './table-gradebook.ts';
import type { Open, OpenTable } from './table.ts';
import { conductOpeners } from './tables-conduct.ts';
import { peopleOpeners } from './tables-people.ts';
import { schoolOpeners } from './tables-school.ts';
import { teachingOpeners } from './tables-teaching.ts';

/** How each table is read. One that has none does not compile. */
const openers: { [T in TableName]: Open<T> } = { ...peopleOpeners, ...schoolOpeners, gradebook: openGradebook, ...teachingOpeners, ...conductOpeners };

/** Opens a list, whichever it is. */
export function openTable<T extends TableName>(ask: Ask, list: ExportList & { table: T }): Promise<OpenTable> {
  // The list says itself of which table it is; the type of a union's member by its name is this.
  const opener: Open<T> = openers[list.table];
  return opener(ask, list as unknown as ListOf<T>);
}
