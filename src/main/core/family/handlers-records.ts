import { createHash } from 'node:crypto';
import { RollbookError } from '#contract/errors.ts';
import { largestAttachment } from '#contract/family.ts';
import type { FieldClass } from '#contract/permissions.ts';
import { readFileContent, readFileHead, saveFile } from '../files/index.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { needStudent, readGuardians } from '../people/index.ts';
import { attachment, consent, healthAlert } from '../store/schema/index.ts';
import { findAttachment, hasContent, readAlerts, readAttachments, readConsents, studentOf } from './repo-records.ts';
import { detectType, nameWith } from './rules-file-type.ts';

type Context = QueryContext | CommandContext;
/** Who may not see a class must not learn whether there is anything in it: it looks as if it were not there. */
function needClass(ctx: Context, fieldClass: FieldClass, studentId: string): void {
  if (!ctx.classes(studentId).includes(fieldClass)) throw new RollbookError('notFound');
}

function needAttachment(ctx: Context, id: string): { fileId: string; studentId: string } {
  const studentId = needStudent(ctx, studentOf(ctx.db, 'attachment', id));
  const found = findAttachment(ctx.db, id);
  if (!found) throw new RollbookError('notFound');
  needClass(ctx, found.fieldClass, studentId);
  return { fileId: found.fileId, studentId };
}

/** A consent to medical care tells of the student's health. */
const classOfPurpose = (purpose: string): FieldClass => (purpose === 'medicalCare' ? 'health' : 'contact');

function needConsent(ctx: CommandContext, id: string, studentId: string): void {
  const known = readConsents(ctx.db, studentId).find((each) => each.id === id);
  if (!known) throw new RollbookError('notFound');
  needClass(ctx, classOfPurpose(known.purpose), studentId);
}

/** What the school must know of a student and keeps with them, each by its field class: health, consents, documents. */
export const recordHandlers: Handlers<Named<'health'> | Named<'consents'> | Named<'attachments'>> = {
  'health.list'(ctx, input) {
    needStudent(ctx, input.studentId);
    return { alerts: readAlerts(ctx.db, input.studentId) };
  },
  'health.save'(ctx, input) {
    const studentId = needStudent(ctx, input.studentId);
    needClass(ctx, 'health', studentId);
    if (input.id === null) return { id: ctx.db.insert(healthAlert, { studentId, ...input.alert }), rev: 1 };
    if (studentOf(ctx.db, 'health_alert', input.id) !== studentId) throw new RollbookError('notFound');
    return { id: input.id, rev: ctx.db.update(healthAlert, input.id, input.alert, input.rev) };
  },
  'health.remove'(ctx, input) {
    needClass(ctx, 'health', needStudent(ctx, studentOf(ctx.db, 'health_alert', input.id)));
    ctx.db.remove(healthAlert, input.id, input.rev);
    return {};
  },
  'consents.list'(ctx, input) {
    needStudent(ctx, input.studentId);
    const classes = ctx.classes();
    return { consents: readConsents(ctx.db, input.studentId).filter(({ purpose }) => classes.includes(classOfPurpose(purpose))) };
  },
  'consents.save'(ctx, input) {
    const studentId = needStudent(ctx, input.studentId);
    const { guardianId: guardianLinkId, ...facts } = input.consent;
    needClass(ctx, classOfPurpose(facts.purpose), studentId);
    if (guardianLinkId !== null && !readGuardians(ctx.db, studentId).some(({ id }) => id === guardianLinkId)) throw new RollbookError('notFound');
    if (input.id === null) return { id: ctx.db.insert(consent, { studentId, guardianLinkId, ...facts }), rev: 1 };
    needConsent(ctx, input.id, studentId);
    return { id: input.id, rev: ctx.db.update(consent, input.id, { guardianLinkId, ...facts }, input.rev) };
  },
  'consents.remove'(ctx, input) {
    const studentId = needStudent(ctx, studentOf(ctx.db, 'consent', input.id));
    needConsent(ctx, input.id, studentId);
    ctx.db.remove(consent, input.id, input.rev);
    return {};
  },
  'attachments.list'(ctx, input) {
    needStudent(ctx, input.studentId);
    return { attachments: readAttachments(ctx.db, input.studentId, ctx.classes()) };
  },
  'attachments.upload'(ctx, input) {
    const { studentId, name, content, ...facts } = input;
    needStudent(ctx, studentId);
    needClass(ctx, facts.fieldClass, studentId);
    if (content.byteLength === 0) throw new RollbookError('refused', { messageKey: 'fileEmpty' });
    if (content.byteLength > largestAttachment) throw new RollbookError('refused', { messageKey: 'attachment.tooLarge', params: { megabytes: largestAttachment / 1024 / 1024 } });
    const type = detectType(content);
    if (!type) throw new RollbookError('refused', { messageKey: 'attachment.typeRefused' });
    const hash = createHash('sha256').update(content).digest('hex');
    if (hasContent(ctx.db, studentId, hash, ctx.classes())) throw new RollbookError('refused', { messageKey: 'attachment.alreadyThere' });
    const fileId = saveFile(ctx.db, { name: nameWith(type, name), mime: type.mime, content, purpose: 'attachment' });
    return { id: ctx.db.insert(attachment, { studentId, fileId, ...facts }), rev: 1 };
  },
  'attachments.update'(ctx, input) {
    const { id, rev, ...facts } = input;
    needClass(ctx, facts.fieldClass, needAttachment(ctx, id).studentId);
    return { id, rev: ctx.db.update(attachment, id, facts, rev) };
  },
  'attachments.remove'(ctx, input) {
    needAttachment(ctx, input.id);
    ctx.db.remove(attachment, input.id, input.rev);
    return {};
  },
  'attachments.download'(ctx, input) {
    const file = readFileHead(ctx.db, needAttachment(ctx, input.id).fileId);
    const content = file && readFileContent(ctx.db, file.hash);
    if (!content) throw new RollbookError('refused', { messageKey: 'fileCleared' });
    return { name: file.name, mime: file.mime, content };
  },
};
