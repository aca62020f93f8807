import type { Reader } from '../../store/reader.ts';

/** Which rows are wanted: those of a year, or some by their id. */
export type Chosen = { yearId: string } | { ids: readonly string[] };

/** Reads rows of a year, or by id. `sql` is given what narrows: by the column of the row's id, or by that of its year. */
export function select<T>(db: Reader, chosen: Chosen, sql: (rows: (id: string, year: string) => string) => string): T[] {
  if ('ids' in chosen) return db.all<T>(sql((id) => `${id} IN (SELECT value FROM json_each(@ids))`), { ids: JSON.stringify([...new Set(chosen.ids)]) });
  return db.all<T>(sql((_, year) => `${year} = @yearId`), { yearId: chosen.yearId });
}
