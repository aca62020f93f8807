import { exportTable, type TableName } from '#contract/export-tables.ts';
import { isScheduledTable, scheduledList, type ScheduledList } from '#contract/scheduled-lists.ts';
import type { HeldList } from '../../ui/export/index.ts';
import type { Wanted } from './draft.ts';
import { listForms, type Filter } from './work/list-forms.ts';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const keysOf = (path: string): string[] => path.split('.').filter((key) => key !== '');
/** What stands at a path; undefined for nothing. */
const at = (value: unknown, path: string): unknown => keysOf(path).reduce<unknown>((part, key) => (isObject(part) ? part[key] : undefined), value);
/** The same with something else at a path. */
function put(value: unknown, [key, ...more]: string[], next: unknown): unknown {
  return key === undefined ? next : { ...(isObject(value) ? value : {}), [key]: put(isObject(value) ? value[key] : undefined, more, next) };
}

/** What a screen's list is narrowed to by one filter of the form, by path. A certain term and certain days do not last: they are left to the form. */
function narrowed(list: unknown, filter: Filter): [path: string, value: unknown][] {
  if (filter.kind === 'choice') {
    const value = at(list, filter.path);
    return filter.values.some((each) => each === value) || (value === null && filter.none) ? [[filter.path, value]] : [];
  }
  if (filter.kind === 'days') return filter.needed ? [] : [['days', at(list, 'from') || at(list, 'to') ? 'last30Days' : null]];
  return (['level', ...(filter.hasDivision ? ['division'] : [])]).map((part) => `${filter.at}.${part}`).flatMap((path) => {
    const value = at(list, path);
    return value === undefined ? [] : [[path, value]];
  });
}

/** A list of another screen as one for a schedule: narrowed as far as the form shows it, so that nothing is left out unseen. */
export function wantedOf({ list, columns, format }: HeldList): Wanted {
  const { start, filters } = listForms[isScheduledTable(list.table) ? list.table : 'students'];
  const asked = filters.flatMap((filter) => narrowed(list, filter)).reduce<unknown>((value, [path, next]) => put(value, keysOf(path), next), start);
  const { data = start } = scheduledList.safeParse(asked);
  return { list: data, columns: isUsual(data, columns) ? null : columns, format };
}

/** True for a table's usual columns in their order. */
const isUsual = ({ table }: Pick<ScheduledList, 'table'>, columns: readonly string[]): boolean => usualOf(table).join() === columns.join();
const usualOf = (table: TableName): string[] => Object.entries(exportTable(table).columns).filter(([, { isExtra }]) => !isExtra).map(([key]) => key);
