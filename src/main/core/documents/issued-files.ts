import type { Reader } from '../store/reader.ts';
import { readDocumentBytes } from './check.ts';
import { readIssuedTo } from './repo-register.ts';

/** The documents that were issued to a student, as they were given out; those whose pages are no longer kept are left out. Letters name guardians: `withLetters`. */
export function* readIssuedFiles(db: Reader, studentId: string, withLetters: boolean): Generator<{ serial: string; content: Uint8Array }> {
  for (const row of readIssuedTo(db, studentId)) {
    if (row.kind === 'attendanceLetter' && !withLetters) continue;
    const file = readDocumentBytes(db, row);
    if (file) yield { serial: row.serial, content: file.content };
  }
}
