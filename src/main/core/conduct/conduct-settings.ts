import { conductSettings } from '#contract/conduct.ts';
import type { z } from 'zod';
import { readSetting, writeSetting } from '../settings/index.ts';
import type { Reader } from '../store/reader.ts';
import type { Writer } from '../store/writer.ts';

type Settings = z.infer<typeof conductSettings>;
/** Two weeks: our proposal; the school changes it on the conduct screen. */
const usual: Settings = { overdueDays: 14 };

/** What the school has decided about conduct. */
export function readConductSettings(db: Reader): Settings {
  return conductSettings.catch(usual).parse(readSetting(db, 'conduct')?.value);
}

/** Writes what the school has decided about conduct. */
export function writeConductSettings(db: Writer, settings: Settings): void {
  writeSetting(db, 'conduct', settings);
}
