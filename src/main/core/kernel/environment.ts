import type { Statement } from 'better-sqlite3';
import type { CoreOptions } from './core.ts';
import type { Place } from './context.ts';
import { openConnection, type Connection } from '../store/connection.ts';
import { cacheStatements, createReader, type Reader } from '../store/reader.ts';

/** One thread's hold on the database. */
export interface Environment {
  place: Place;
  clock: () => number;
  log: NonNullable<CoreOptions['log']>;
  reader: Reader;
  prepare: (sql: string) => Statement;
  /** Runs synchronous reads on one snapshot. */
  snapshot: <T>(read: () => T) => T;
  /** Runs a synchronous write in BEGIN IMMEDIATE; anything thrown takes all of it back. */
  transaction: <T>(write: () => T) => T;
  connection: Connection;
  close: () => void;
}

/** Opens this thread's connection. */
export function openEnvironment(place: Place, log: Environment['log'], clock: () => number): Environment {
  const connection = openConnection(place.databaseFile, place.key);
  const prepare = cacheStatements(connection);
  return {
    place, clock, log, connection, prepare, reader: createReader(prepare),
    snapshot: (read) => connection.transaction(read).deferred(),
    transaction: (write) => connection.transaction(write).immediate(),
    close: () => connection.close(),
  };
}
