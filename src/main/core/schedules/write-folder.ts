import { randomUUID } from 'node:crypto';
import { existsSync, lstatSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { RollbookError } from '#contract/errors.ts';
import { plainFileName } from '../files/index.ts';
import { folderMessage } from './rules-failures.ts';

/** Writes a file into a folder that is there already, whole or not at all, under a name that no file has yet. Returns that name. Throws `refused` with what is wrong with the folder. */
export function writeIntoFolder(folder: string, wanted: string, content: Uint8Array): string {
  const part = join(folder, `.${randomUUID()}.part`);
  try {
    // `wx`: nothing that is there already, a link included, is written into.
    writeFileSync(part, content, { flag: 'wx', mode: 0o600, flush: true });
    const name = freeName(folder, plainFileName(wanted));
    renameSync(part, join(folder, name));
    return name;
  } catch (error) {
    if (existsSync(part)) rmSync(part);
    throw new RollbookError('refused', { messageKey: folderMessage(codeOf(error)) });
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** The name, with a number where a file of that name is there: nobody's file is replaced. */
function freeName(folder: string, name: string): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let i = 1; ; i += 1) {
    const each = i === 1 ? name : `${stem} (${i})${ending}`;
    if (!existsSync(join(folder, each))) return each;
  }
}

/** Deletes a file that was written there, if it is still the one that was written: a plain file of the same size. True when it is gone. */
export function removeFromFolder({ folder, fileName, size }: { folder: string; fileName: string; size: number }): boolean {
  const path = join(folder, plainFileName(fileName));
  try {
    const found = lstatSync(path);
    if (!found.isFile() || found.size !== size) return false;
    rmSync(path);
    return true;
  } catch (error) {
    return codeOf(error) === 'ENOENT' && existsSync(folder);
  }
}

/** True for a folder inside another, or the same. */
export function isWithin(folder: string, outer: string): boolean {
  const way = relative(resolve(outer), resolve(folder));
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}
