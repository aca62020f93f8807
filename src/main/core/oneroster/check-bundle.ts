import type { BundleFinding } from '#contract/oneroster.ts';
import type { Pace } from '../readers/index.ts';
import { openBundle } from './open-bundle.ts';
import { checkFile, finder } from './rules/check-file.ts';
import { checkReferences } from './rules/check-references.ts';

/** Everything in which a zip departs from the OneRoster CSV binding, as far as domain.md section 7 has it; an empty list: nothing. */
export async function checkBundle(bytes: Uint8Array, pace?: Pace): Promise<BundleFinding[]> {
  const { files, findings } = await openBundle(bytes, pace);
  for (const each of files) checkFile(each, finder(each.file, findings));
  checkReferences(files, (file) => finder(file, findings));
  return findings;
}
