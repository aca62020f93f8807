import { createHash } from 'node:crypto';
import type { CheckedCode, Verdict } from '#contract/documents.ts';
import type { RowScope } from '../access/index.ts';
import { readFileContent, readFileHead } from '../files/index.ts';
import { isStudentInScope } from '../people/index.ts';
import type { Reader } from '../store/reader.ts';
import { extractPages } from './pdf-pages.ts';
import { findBySerial, readIssued, type IssuedRow } from './repo-register.ts';
import { readDocumentKey } from './repo-templates.ts';
import { readCode, type DocumentKey } from './rules-code.ts';

/** Says what a code is worth: first by its signature, then by the register. `file`: the PDF that it was found in. */
export function checkCode(db: Reader, text: string, scope: RowScope, file: Uint8Array | null): CheckedCode {
  const key: DocumentKey | undefined = readDocumentKey(db);
  const reading = readCode(text, key ?? null);
  const nothing = { says: null, replacedBy: null, reason: null, documentId: null, sameFile: null };
  if (reading.verdict !== 'signed') return { ...nothing, verdict: reading.verdict };
  const says = { ...reading.claim, facts: [...reading.claim.facts] };
  const row = findBySerial(db, says.serial);
  // Our signature, but not what the register has under this number: the issue was taken back, and the number given again or left free.
  if (!row || row.payload !== reading.code) return { ...nothing, says, verdict: 'withdrawn' };
  const isVisible = row.studentId !== null && isStudentInScope(db, row.studentId, scope);
  return {
    verdict: verdictOf(row), says, replacedBy: row.replacedById === null ? null : readIssued(db, row.replacedById)?.serial ?? null,
    reason: isVisible ? row.reason : null, documentId: isVisible ? row.id : null, sameFile: file && isSameFile(db, row, file),
  };
}

const verdictOf = ({ status }: IssuedRow): Verdict => (status === 'issued' ? 'genuine' : status);

/** The bytes of an issued document: the file as stored, or its pages out of a batch's. Undefined when they are gone. */
export function readDocumentBytes(db: Reader, row: IssuedRow): { name: string; content: Uint8Array<ArrayBuffer> } | undefined {
  const head = row.fileId === null ? undefined : readFileHead(db, row.fileId);
  const content = head && readFileContent(db, head.hash);
  if (!head || !content) return undefined;
  return { name: head.name, content: row.batchId === null ? content : extractPages(content, row.firstPage, row.pages) };
}

function isSameFile(db: Reader, row: IssuedRow, file: Uint8Array): boolean {
  const hash = createHash('sha256').update(file).digest('hex');
  const head = row.fileId === null ? undefined : readFileHead(db, row.fileId);
  if (head?.hash === hash) return true;
  const own = readDocumentBytes(db, row);
  return own !== undefined && createHash('sha256').update(own.content).digest('hex') === hash;
}
