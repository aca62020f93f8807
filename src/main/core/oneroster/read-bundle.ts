import type { BundleFinding } from '#contract/oneroster.ts';
import type { Pace } from '../readers/index.ts';
import { openBundle } from './open-bundle.ts';
import { bringToModel } from './rules/bring-to-model.ts';
import type { Bundle } from './rules/model.ts';

/** Reads a zip of version 1.1 or 1.2, bulk or delta, as tolerantly as can be done without guessing; what it could not take over is in `findings`. */
export async function readBundle(bytes: Uint8Array, pace?: Pace): Promise<{ bundle: Bundle; findings: BundleFinding[] }> {
  const { manifest, files, findings } = await openBundle(bytes, pace);
  return { bundle: bringToModel(manifest, files, findings), findings };
}
