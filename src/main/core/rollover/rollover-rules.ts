import { z } from 'zod';
import { rolloverRules, type RolloverRules } from '#contract/rollover.ts';
import { readSetting, writeSetting } from '../settings/index.ts';
import type { Reader } from '../store/reader.ts';
import type { Writer } from '../store/writer.ts';

const settingId = 'rollover';
const stored = z.object({ versions: z.array(z.object({ validFrom: z.string(), rules: rolloverRules })) });
export interface DatedRules { validFrom: string; rules: RolloverRules }

/**
 * What a school starts with, as our proposal for the Greek general lyceum: a general mean of 9.5 out of 20 promotes, whatever single
 * courses came to, and whoever is absent for more hours than the year allows repeats it. 27: the largest division that the ministry forms.
 */
export const defaultRules: Omit<RolloverRules, 'levels'> = {
  minimumMean: 9.5, outOf: 20, maxFailing: null, maxMissing: 0, absenceLimit: true, hoursPerDay: 7, divisions: 'keepNumber', capacity: 27,
};
const usualLevels = ['Α', 'Β', 'Γ'];

/** The school's rules by the day from which they hold, latest first. */
export function readVersions(db: Reader): DatedRules[] {
  const { versions } = stored.catch({ versions: [] }).parse(readSetting(db, settingId)?.value);
  return versions.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
}

/** The rules for a year that ends on a day: the latest that hold by then; before the school has any, the proposal with the levels that it has. */
export function rulesFor(db: Reader, yearEnd: string, levels: readonly string[]): { rules: RolloverRules; validFrom: string | null } {
  const version = readVersions(db).find(({ validFrom }) => validFrom <= yearEnd);
  if (version) return version;
  return { rules: { ...defaultRules, levels: levels.length > 0 ? [...levels] : usualLevels }, validFrom: null };
}

/** Writes the rules from a day on. */
export function saveRules(db: Writer, version: DatedRules): void {
  const others = readVersions(db).filter(({ validFrom }) => validFrom !== version.validFrom);
  writeSetting(db, settingId, { versions: [...others, version] });
}
