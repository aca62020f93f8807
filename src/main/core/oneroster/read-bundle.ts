import type { BundleFile, BundleFinding } from '#contract/oneroster.ts';
import type { Pace } from '../readers/index.ts';
import { openBundle } from './open-bundle.ts';
import { bringToModel, bringToRows, type BundleRow } from './rules/bring-to-model.ts';
import type { Bundle, FileMode } from './rules/model.ts';

/** Reads a zip of version 1.1 or 1.2, bulk or delta, as tolerantly as can be done without guessing; what it could not take over is in `findings`. */
export async function readBundle(bytes: Uint8Array, pace?: Pace): Promise<{ bundle: Bundle; findings: BundleFinding[] }> {
  const { manifest, files, findings } = await openBundle(bytes, pace);
  return { bundle: bringToModel(manifest, files, findings), findings };
}

/** A bundle by its rows, to be looked at one by one. */
export interface BundleRows {
  version: Bundle['version']; source: Bundle['source']; modes: Partial<Record<BundleFile, FileMode>>;
  rows: BundleRow[]; findings: BundleFinding[];
}

/** Reads the rows of a zip, those that cannot be used as well. */
export async function readBundleRows(bytes: Uint8Array, pace?: Pace): Promise<BundleRows> {
  const { manifest, files, findings } = await openBundle(bytes, pace);
  const rows = bringToRows(manifest, files, findings);
  const modes: BundleRows['modes'] = Object.fromEntries(files.map(({ file, mode }) => [file, mode]));
  if (manifest.version === '1.1' && modes.users) modes.roles = modes.users;
  return { version: manifest.version, source: { systemName: manifest.systemName, systemCode: manifest.systemCode }, modes, rows, findings };
}
