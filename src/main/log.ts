import { mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type { CoreOptions } from './core/kernel/core.ts';

type Log = NonNullable<CoreOptions['log']>;
const largest = 5 * 1024 * 1024;

/** Opens the program's log in the data folder: one JSON line per event, the last two files of 5 MB kept. */
export function openLog(dataFolder: string): Log {
  const folder = join(dataFolder, 'logs');
  // One after the other: a recursive mkdir gives its mode to the innermost folder only.
  for (const each of [dataFolder, folder]) mkdirSync(each, { recursive: true, mode: 0o700 });
  const file = join(folder, 'rollbook.log');
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(file, `${file}.1`);
  // The computer's name and the process id are left out: a log sent to support names nobody.
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: file, sync: true, mode: 0o600 }));
  return (level, message, detail) => logger[level](detail ?? {}, message);
}
