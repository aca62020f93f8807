import { setImmediate } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import type { IssuedKind } from '#contract/documents.ts';
import { RollbookError } from '#contract/errors.ts';
import { saveFile } from '../files/index.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import { localDate } from '../kernel/dates.ts';
import { PrepareAgain } from '../kernel/handlers.ts';
import { findOpenYear, readYears } from '../settings/index.ts';
import { issuedDocument } from '../store/schema/index.ts';
import { compose, type Skipped } from './compose.ts';
import { readFrame } from './frame.ts';
import { endDocument } from './letterhead.ts';
import { openPdfPaper } from './paper-pdf.ts';
import { lastNumber } from './repo-register.ts';
import { readDocumentKey, writeDocumentKey } from './repo-templates.ts';
import { createDocumentKey, openSigner, writeCode, writeSerial, type DocumentKey } from './rules-code.ts';
import { initialsOf } from './rules-figures.ts';
import { documentWords } from './rules-words.ts';

/** What is to be issued, and to whom; the students are already within the caller's scope. */
export interface Assignment { kind: IssuedKind; language: 'el' | 'en'; yearId: string; termId: string | null; studentIds: readonly string[] }

/** Documents that are typeset and signed, but not yet in the register. */
export interface Typeset {
  key: DocumentKey; series: string; firstNumber: number; issuedOn: string; name: string; content: Uint8Array<ArrayBuffer> | null; pages: number; skipped: Skipped[];
  documents: { studentId: string; number: number; serial: string; code: string; firstPage: number; pages: number }[];
}

/** What typesetting needs of a call. */
export type Bench = Pick<QueryContext, 'db' | 'now' | 'place' | 'progress' | 'checkCancelled'>;

/** Names of those left out that an answer carries; the rest is a number. */
const namedSkipped = 50;

/**
 * Typesets and signs documents under the serial numbers that come next, one PDF for all of them. Runs outside of a transaction and may be
 * cancelled at any document: no number is taken before `register`.
 */
export async function typeset(ctx: Bench, { kind, language, yearId, termId, studentIds }: Assignment): Promise<Typeset> {
  const year = readYears(ctx.db).find(({ id }) => id === yearId);
  if (!year) throw new RollbookError('notFound');
  const issuedOn = localDate(ctx.now);
  // Numbers count within the year in which a document is given out, whatever year it is about.
  const series = findOpenYear(ctx.db)?.label ?? issuedOn.slice(0, 4);
  const firstNumber = lastNumber(ctx.db, series) + 1;
  const key = readDocumentKey(ctx.db) ?? createDocumentKey();
  const frame = readFrame(ctx.db, kind, language, issuedOn, year.label);
  const order = { kind, yearId, termId, year, today: issuedOn, showRank: frame.template.showRank };
  const { documents, skipped } = compose(ctx.db, studentIds, order, frame);
  const words = documentWords(language);
  const single = documents.length === 1 ? `-${documents[0]?.subject.studentNo.replaceAll(/[^\p{L}\p{N}-]/gu, '_') ?? ''}` : '';
  const made: Typeset = { key, series, firstNumber, issuedOn, name: `${words.files[kind]}${single}-${issuedOn}.pdf`, content: null, pages: 0, skipped, documents: [] };
  if (documents.length === 0) return made;
  const signer = openSigner(key);
  const title = language === 'el' ? frame.template.titleEl : frame.template.titleEn;
  const paper = openPdfPaper(ctx.place.resources, { title, author: frame.school, language });
  for (const [index, { subject, facts, draw }] of documents.entries()) {
    const number = firstNumber + index;
    const serial = writeSerial(series, number);
    const code = writeCode(signer, { kind, serial, studentNo: subject.studentNo, initials: initialsOf(subject.givenEl, subject.familyEl), issuedOn, facts });
    paper.begin();
    draw(paper, serial);
    const place = endDocument(paper, frame, { serial, code }, true);
    made.documents.push({ studentId: subject.studentId, number, serial, code, ...place });
    made.pages += place.pages;
    if (index % 20 === 19) {
      ctx.progress(index + 1, documents.length);
      // Lets other calls of this thread, and a cancel, in.
      await setImmediate();
      ctx.checkCancelled();
    }
  }
  made.content = await paper.finish();
  return made;
}

/** Enters typeset documents into the register. Where another issue took their numbers meanwhile, all is prepared anew: a serial number is printed and signed. */
export function register(ctx: Pick<CommandContext, 'db'>, assignment: Omit<Assignment, 'studentIds'>, made: Typeset) {
  const answer = {
    name: made.name, documents: made.documents.length, pages: made.pages, firstSerial: made.documents[0]?.serial ?? null, lastSerial: made.documents.at(-1)?.serial ?? null,
    skipped: made.skipped.slice(0, namedSkipped), skippedTotal: made.skipped.length,
  };
  if (made.content === null) return { ...answer, fileId: null, ids: [] };
  const key = readDocumentKey(ctx.db);
  if (lastNumber(ctx.db, made.series) + 1 !== made.firstNumber || (key && key.id !== made.key.id)) throw new PrepareAgain();
  if (!key) writeDocumentKey(ctx.db, made.key);
  const fileId = saveFile(ctx.db, { name: made.name, mime: 'application/pdf', content: made.content, purpose: 'issued' });
  const batchId = made.documents.length > 1 ? uuidv7() : null;
  const { kind, language, yearId, termId } = assignment;
  const ids = made.documents.map(({ code, ...document }) => ctx.db.insert(issuedDocument, {
    ...document, kind, language, yearId, termId, issuedOn: made.issuedOn, fileId, batchId, payload: code, status: 'issued', series: made.series,
  }));
  return { ...answer, fileId, ids };
}
