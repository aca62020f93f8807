import { issuedKinds } from '#contract/documents.ts';
import { RollbookError } from '#contract/errors.ts';
import { saveFile } from '../files/index.ts';
import { localDate } from '../kernel/dates.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { findOpenYear } from '../settings/index.ts';
import { readFrame } from './frame.ts';
import { endDocument } from './letterhead.ts';
import { openSvgPaper } from './paper-svg.ts';
import { readImage, readLetterhead, readTemplate, writeTemplate } from './repo-templates.ts';
import { createDocumentKey, openSigner, writeCode, writeSerial } from './rules-code.ts';
import { imageType, largestImage } from './rules-image.ts';
import { documentWords } from './rules-words.ts';
import { drawSample } from './sample.ts';

/** How the school wants its documents. */
export const templateHandlers: Handlers<
  'documents.templates' | 'documents.saveLetterhead' | 'documents.saveTemplate' | 'documents.uploadImage' | 'documents.image' | 'documents.preview'
> = {
  'documents.templates': (ctx) => ({
    letterhead: readLetterhead(ctx.db), templates: issuedKinds.map((kind) => ({ kind, ...readTemplate(ctx.db, kind) })),
  }),
  'documents.saveLetterhead': (ctx, input) => ({ rev: writeTemplate(ctx.db, 'letterhead', input.settings, input.rev) }),
  'documents.saveTemplate': (ctx, input) => ({ rev: writeTemplate(ctx.db, input.kind, input.settings, input.rev) }),
  'documents.uploadImage'(ctx, input) {
    if (input.content.byteLength > largestImage) throw new RollbookError('refused', { messageKey: 'imageTooLarge', params: { megabytes: 1 } });
    const mime = imageType(input.content);
    if (!mime) throw new RollbookError('refused', { messageKey: 'imageForm' });
    return { fileId: saveFile(ctx.db, { name: mime === 'image/png' ? 'image.png' : 'image.jpg', mime, content: input.content, purpose: 'template' }) };
  },
  'documents.image'(ctx, input) {
    const image = readImage(ctx.db, input.fileId);
    if (!image) throw new RollbookError('notFound');
    return { dataUrl: `data:${image.mime};base64,${Buffer.from(image.content).toString('base64')}` };
  },
  'documents.preview'(ctx, { kind, language, settings, letterhead }) {
    const today = localDate(ctx.now);
    const label = findOpenYear(ctx.db)?.label ?? today.slice(0, 4);
    const frame = readFrame(ctx.db, kind, language, today, label, { letterhead, template: settings });
    const paper = openSvgPaper(ctx.place.resources);
    const serial = `${writeSerial(label, 0)} ${documentWords(language).sample}`;
    // Signed with a key of no school: should somebody print the sample, its code is worth nothing.
    const code = writeCode(openSigner(createDocumentKey()), { kind, serial, studentNo: '0', initials: '', issuedOn: today, facts: [] });
    paper.begin();
    drawSample(paper, frame, kind, serial);
    endDocument(paper, frame, { serial, code }, false);
    return { svg: paper.toSvg() };
  },
};
