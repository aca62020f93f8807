import { z } from 'zod';
import { RollbookError } from '#contract/errors.ts';
import { text } from '#contract/fields.ts';
import { profileContent, type ProfileContent } from '#contract/import-profiles.ts';

/** The form of the file. A later form that this program must not guess at gets a higher version. */
const version = 1, kind = 'rollbook-import-profile', largest = 1024 * 1024;
const headForm = z.object({ kind: z.literal(kind), version: z.number().int().positive() });
const nameForm = z.object({ name: text(100) });

export interface NamedProfile { name: string; content: ProfileContent }

/** A profile as a file that another school or computer takes in. It says nothing of who made it. */
export function writeProfileFile({ name, content }: NamedProfile): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify({ kind, version, name, ...content }, null, 2)}\n`);
}

/** Reads such a file. Throws `refused` for anything else, for one of a later form, and for one that was damaged. */
export function readProfileFile(bytes: Uint8Array): NamedProfile {
  const json = readJson(bytes), head = headForm.safeParse(json);
  if (!head.success) throw new RollbookError('refused', { messageKey: 'importProfile.notAProfile' });
  if (head.data.version > version) throw new RollbookError('refused', { messageKey: 'importProfile.newerVersion' });
  const named = nameForm.safeParse(json), content = profileContent.safeParse(json);
  if (!named.success || !content.success) throw new RollbookError('refused', { messageKey: 'importProfile.damaged' });
  return { name: named.data.name, content: content.data };
}

function readJson(bytes: Uint8Array): unknown {
  if (bytes.byteLength > largest) return null;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

/** A name that is not taken: the name itself, or with the first number that is free. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : ` (${number})`;
    const tried = name.slice(0, 100 - ending.length).trimEnd() + ending;
    if (!isTaken(tried)) return tried;
  }
}
