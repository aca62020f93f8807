import { createHash } from 'node:crypto';
import { largestAttachment } from '#contract/family.ts';
import { detectType } from '../family/index.ts';
import { limits, readPlace, refuse, type Pace, type ZipPlace } from '../readers/index.ts';
import type { ProblemKey } from './rules/values.ts';

/** A file of a zip: where it stands and what it holds, or why it cannot be taken in. */
export interface ZipFile { place: ZipPlace; hash: string; problem: ProblemKey | null }
/** The files of a zip that is stored under a hash, by their names in it. */
export interface ZipFiles { zipHash: string; files: ReadonlyMap<string, ZipFile> }

/** Looks into each file of a zip, one after the other, and keeps nothing of its bytes but their hash: the preview needs no more. */
export async function inspectFiles(zip: Uint8Array, zipHash: string, places: readonly ZipPlace[], pace: Pace): Promise<ZipFiles> {
  const known = places.filter(({ size }) => size <= largestAttachment);
  // What is inflated is never more than what the zip declares: bounded before anything is.
  if (known.reduce((sum, { size }) => sum + size, 0) > limits.inflatedBytes) throw refuse('inflatesTooMuch');
  const files = new Map<string, ZipFile>();
  for (const [i, place] of places.entries()) {
    await pace(i, places.length);
    files.set(place.path, inspect(zip, place));
  }
  return { zipHash, files };
}

function inspect(zip: Uint8Array, place: ZipPlace): ZipFile {
  const refused = (problem: ProblemKey): ZipFile => ({ place, hash: '', problem });
  if (place.isEncrypted) return refused('fileLocked');
  if (place.size > largestAttachment) return refused('fileTooLarge');
  if (place.size === 0) return refused('fileNothing');
  try {
    const content = readPlace(zip, place, largestAttachment);
    return detectType(content) ? { place, hash: createHash('sha256').update(content).digest('hex'), problem: null } : refused('fileType');
  } catch {
    return refused('fileBroken');
  }
}
