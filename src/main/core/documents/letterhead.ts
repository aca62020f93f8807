import type { LetterheadSettings, SignatoryRole, TemplateSettings } from '#contract/documents.ts';
import { innerWidth, ink, sheet } from './page.ts';
import { write, writeParagraph, type Paper, type PaperImage } from './paper.ts';
import type { DocumentLanguage } from './rules-class-list.ts';
import { encodeQr } from './rules-qr.ts';
import { documentWords, longDate } from './rules-words.ts';

/** All that a document's frame shows: the school's letterhead, the kind's template, and what this very document is stamped with. */
export interface Frame {
  language: DocumentLanguage; school: string; yearLabel: string; issuedOn: string;
  letterhead: LetterheadSettings; template: TemplateSettings;
  crest: PaperImage | null; signatures: Partial<Record<SignatoryRole, PaperImage>>;
}
export interface Stamp { serial: string; code: string }

/** Below this line a page's text ends; under it is the foot with the code. */
export const bodyBottom = 730;
const pick = (language: DocumentLanguage, el: string, en: string): string => (language === 'el' ? el : en);

/** Draws the letterhead and the title. Returns the baseline from which the document goes on. */
export function drawHead(paper: Paper, frame: Frame, serial: string, subtitle: string): number {
  const { language, letterhead, template } = frame;
  const words = documentWords(language);
  const width = 262;
  let y = sheet.top - 6;
  if (template.showCrest && frame.crest) {
    paper.image(frame.crest, sheet.left + width / 2 - 25, y, 50, 50);
    y += 58;
  } else y += 10;
  for (const line of language === 'el' ? letterhead.linesEl : letterhead.linesEn) {
    y += 10.5;
    write(paper, line, sheet.left, y, { size: 7.6, width, align: 'center', color: ink.faint, spacing: 0.15 });
  }
  y += 15;
  write(paper, frame.school, sheet.left, y, { face: 'strong', size: 11, width, align: 'center' });
  const contact = pick(language, letterhead.contactEl, letterhead.contactEn);
  if (contact) {
    y += 12;
    write(paper, contact, sheet.left, y, { size: 7.6, width, align: 'center', color: ink.faint });
  }
  const right = { x: sheet.left + innerWidth - 200, width: 200 };
  const place = pick(language, letterhead.placeEl, letterhead.placeEn);
  const lines = [[place, longDate(frame.issuedOn, language)].filter(Boolean).join(', '), `${words.serial} ${serial}`, `${words.year} ${frame.yearLabel}`];
  lines.forEach((line, i) => write(paper, line, right.x, sheet.top + 24 + i * 15, { size: 9.2, width: right.width, align: 'right', face: i === 1 ? 'strong' : 'text' }));
  const titleAt = Math.max(y, sheet.top + 66) + 40;
  write(paper, pick(language, template.titleEl, template.titleEn), sheet.left, titleAt, { face: 'strong', size: 19, width: innerWidth, align: 'center', spacing: 0.5 });
  let next = titleAt;
  if (subtitle) {
    next += 18;
    write(paper, subtitle, sheet.left, next, { size: 10.5, width: innerWidth, align: 'center', color: ink.faint });
  }
  paper.line(sheet.left + innerWidth / 2 - 34, next + 12, sheet.left + innerWidth / 2 + 34, next + 12, 1.2, accent);
  const intro = pick(language, template.introEl, template.introEn);
  return intro ? writeParagraph(paper, intro, sheet.left, next + 38, { size: 10, width: innerWidth, leading: 15 }) + 2 : next + 34;
}

/** The one colour besides ink: a deep blue, which copies well. */
export const accent = '#274c77';

/** What signatures need below their first baseline. */
export const signatureHeight = 80;

/** Draws the closing text and the signatures, on a new page where they would not fit whole. `guardian`: whose parent signs too. */
export function drawSignatures(paper: Paper, frame: Frame, from: number, guardian: boolean): void {
  const { language, letterhead, template } = frame;
  const words = documentWords(language);
  const closing = pick(language, template.closingEl, template.closingEn);
  let y = from;
  if (closing) y = writeParagraph(paper, closing, sheet.left, roomFor(paper, y, 40), { size: 10, width: innerWidth, leading: 15 });
  y = roomFor(paper, y + 18, signatureHeight);
  const columns = (['registrar', 'principal'] as const).filter((role) => template.signedBy.includes(role));
  const count = columns.length + (guardian ? 1 : 0);
  // Alone, a signature stands at the right, where people look for it.
  const width = innerWidth / Math.max(count, 2);
  const start = count === 1 ? sheet.left + innerWidth - width : sheet.left;
  if (guardian) drawSigner(paper, sheet.left, width, y, { title: words.guardianSigns, name: '', image: null });
  columns.forEach((role, i) => {
    const person = letterhead.signatories[role];
    drawSigner(paper, start + (i + (guardian ? 1 : 0)) * width, width, y, {
      title: pick(language, person.titleEl, person.titleEn), name: pick(language, person.nameEl, person.nameEn), image: frame.signatures[role] ?? null,
    });
  });
  if (columns.includes('principal')) write(paper, words.seal, start + (count - 1) * width, y + 44, { size: 7.5, width: 34, align: 'center', color: ink.faint });
}

function drawSigner(paper: Paper, x: number, width: number, y: number, signer: { title: string; name: string; image: PaperImage | null }): void {
  write(paper, signer.title, x + 6, y, { size: 9.5, width: width - 12, align: 'center' });
  if (signer.image) paper.image(signer.image, x + width / 2 - 55, y + 8, 110, 46);
  paper.line(x + width / 2 - 62, y + 60, x + width / 2 + 62, y + 60, 0.5, ink.line);
  write(paper, signer.name, x + 6, y + 74, { face: 'strong', size: 9.5, width: width - 12, align: 'center' });
}

/** The baseline to go on from, on a new page unless `height` more fits this one. */
export function roomFor(paper: Paper, y: number, height: number): number {
  if (y + height <= bodyBottom) return y;
  paper.nextPage();
  return sheet.top + 24;
}

/** Ends the document: code, footer text, serial and page number on each page. */
export function endDocument(paper: Paper, frame: Frame, stamp: Stamp, embed: boolean): { firstPage: number; pages: number } {
  const { language, template } = frame;
  const words = documentWords(language);
  const qr = encodeQr(stamp.code);
  const top = 752, size = 66;
  return paper.end((page, pages) => {
    paper.line(sheet.left, top - 10, sheet.left + innerWidth, top - 10, 0.5, ink.line);
    paper.qr(qr, sheet.left, top, size);
    const x = sheet.left + size + 14, width = innerWidth - size - 14;
    write(paper, pick(language, template.footerEl, template.footerEn), x, top + 10, { size: 7.8, width, color: ink.faint });
    write(paper, `${words.serial} ${stamp.serial}`, x, top + size - 2, { size: 8.2, face: 'strong', width: width / 2 });
    write(paper, `${words.page} ${page} ${words.of} ${pages}`, x, top + size - 2, { size: 8.2, width, align: 'right', color: ink.faint });
  }, embed ? stamp.code : null);
}
