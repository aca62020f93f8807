import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { NewRow, Writer } from '../store/writer.ts';
import { millisecondsOf } from './rules-dates.ts';
import { createRandom } from './rules-random.ts';

/** Writes records under keys that are the same in every demonstration school of the same day, so that tests and links can name them. */
export interface Planter {
  plant<T extends SQLiteTable>(table: T, row: NewRow<T>): string;
  /** Records written so far. */
  count(): number;
}

const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0');

/** Keys are UUIDv7: the day, then a counter, so that they sort in the order of writing. */
export function createPlanter(db: Pick<Writer, 'insert'>, today: string): Planter {
  const random = createRandom(7);
  const day = millisecondsOf(today);
  let count = 0;
  const nextId = (): string => {
    const time = hex(day + (count >>> 12), 12);
    const id = `${time.slice(0, 8)}-${time.slice(8)}-7${hex(count & 0xfff, 3)}-${hex(random.int(0x8000, 0xbfff), 4)}-${hex(random.int(0, 0xffffff), 6)}${hex(random.int(0, 0xffffff), 6)}`;
    count += 1;
    return id;
  };
  return { plant: (table, row) => db.insert(table, row, nextId()), count: () => count };
}
