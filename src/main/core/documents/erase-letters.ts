import { keepContent, readFileContent } from '../files/index.ts';
import type { Reader } from '../store/reader.ts';
import type { Stamp, Writer } from '../store/writer.ts';
import { blankPages } from './pdf-pages.ts';
import { changeContent, dropContent, dropFile, dropPages, readLetters, type KeptLetter } from './repo-letters.ts';

/** How many letters about some students (`ids`: JSON) are kept: they name guardians and their addresses. */
export const countLetters = (db: Reader, ids: string): number => readLetters(db, ids).length;

/**
 * Erases the pages of letters about some students (`ids`: JSON). That they were given out stays in the register; in a file that others'
 * letters stand in, these pages are left white, so that theirs stay as they were given out.
 */
export function eraseLetters(db: Writer, stamp: Stamp, ids: string): void {
  const files = new Map<string, KeptLetter[]>();
  for (const letter of readLetters(db, ids)) files.set(letter.fileId, [...(files.get(letter.fileId) ?? []), letter]);
  for (const [fileId, letters] of files) {
    const { hash = '', others = 0 } = letters[0] ?? {};
    const content = readFileContent(db, hash);
    if (!content) continue;
    dropPages(db, stamp, letters.map(({ id }) => id));
    if (others === 0) dropFile(db, fileId);
    else {
      const left = letters.reduce((bytes, { firstPage, pages }) => blankPages(bytes, firstPage, pages), content);
      changeContent(db, stamp, { fileId, hash: keepContent(db, left), size: left.byteLength });
    }
    dropContent(db, hash);
  }
}
