import type { Statement } from 'better-sqlite3';
import type { Connection } from './connection.ts';

export type Value = string | number | bigint | null | Uint8Array;
export type Params = Record<string, Value> | readonly Value[];

/** A readable handle: parameters always bound, statements prepared once. The row type is the repository's claim; the pipeline parses every answer. */
export interface Reader {
  all<T>(sql: string, params?: Params): T[];
  get<T>(sql: string, params?: Params): T | undefined;
  iterate<T>(sql: string, params?: Params): IterableIterator<T>;
}

/** Statements of one connection by their text. Texts come from repositories, so their number is bounded. */
export function cacheStatements(db: Connection): (sql: string) => Statement {
  const cache = new Map<string, Statement>();
  return (sql) => {
    let statement = cache.get(sql);
    if (!statement) cache.set(sql, (statement = db.prepare(sql)));
    return statement;
  };
}

/** Makes the readable handle of a connection. */
export function createReader(prepare: (sql: string) => Statement): Reader {
  return {
    all: <T>(sql: string, params: Params = []) => prepare(sql).all(params) as T[],
    get: <T>(sql: string, params: Params = []) => prepare(sql).get(params) as T | undefined,
    iterate: <T>(sql: string, params: Params = []) => prepare(sql).iterate(params) as IterableIterator<T>,
  };
}
