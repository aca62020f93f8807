import { RollbookError } from '#contract/errors.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import { localDate } from '../kernel/dates.ts';
import { prepared, type Handlers } from '../kernel/handlers.ts';
import { needStudent } from '../people/index.ts';
import { issuedDocument } from '../store/schema/index.ts';
import { checkCode, readDocumentBytes } from './check.ts';
import { register, typeset } from './issue.ts';
import { findCodes } from './pdf-pages.ts';
import { selectStudents } from './repo-people.ts';
import { readIssued, readOptions, readRegister, type IssuedRow } from './repo-register.ts';

/** A dropped PDF is a document or a batch; anything larger is something else. */
const largestChecked = 50 * 1024 * 1024;
/** Codes of one file that are told one by one. */
const mostChecked = 100;

/** The document, if it exists and its student is within the scope of the permission. */
function needDocument(ctx: QueryContext | CommandContext, id: string): IssuedRow & { studentId: string } {
  const row = readIssued(ctx.db, id);
  if (!row) throw new RollbookError('notFound');
  return { ...row, studentId: needStudent(ctx, row.studentId ?? undefined) };
}

/** Letters carry the addresses of guardians. */
function mayHandle(ctx: QueryContext | CommandContext, kind: IssuedRow['kind'], studentId?: string): void {
  if (kind === 'attendanceLetter' && !ctx.classes(studentId).includes('contact')) throw new RollbookError('forbidden');
}

/** A document as it stands, for a change of it: seen in its present state, and in force. */
function needInForce(ctx: QueryContext | CommandContext, id: string, rev: number): IssuedRow & { studentId: string } {
  const row = needDocument(ctx, id);
  if (row.rev !== rev) throw new RollbookError('conflict');
  if (row.status !== 'issued') throw new RollbookError('refused', { messageKey: 'documentNotInForce' });
  return row;
}

/** Giving documents out, and what becomes of them. */
export const registerHandlers: Handlers<
  'documents.options' | 'documents.issue' | 'documents.reissue' | 'documents.void' | 'documents.register' | 'documents.download' | 'documents.check'
> = {
  'documents.options'(ctx) {
    const { years, terms, divisions } = readOptions(ctx.db, ctx.rows());
    return {
      years: years.map(({ id, label, isOpen }) => ({
        id, label, isOpen: isOpen === 1,
        terms: terms.filter(({ yearId }) => yearId === id).map(({ yearId: _year, hasGrades, ...term }) => ({ ...term, hasGrades: hasGrades === 1 })),
        divisions: divisions.filter(({ yearId }) => yearId === id).map(({ yearId: _year, ...division }) => division),
      })),
    };
  },
  'documents.issue': prepared({
    prepare(ctx, input) {
      mayHandle(ctx, input.kind);
      return typeset(ctx, { ...input, studentIds: selectStudents(ctx.db, ctx.rows(), { ...input, today: localDate(ctx.now) }) });
    },
    run(ctx, input, made) {
      const { ids: _ids, ...answer } = register(ctx, input, made);
      return answer;
    },
  }),
  'documents.reissue': prepared({
    async prepare(ctx, input) {
      const row = needInForce(ctx, input.id, input.rev);
      mayHandle(ctx, row.kind, row.studentId);
      if (row.yearId === null) throw new RollbookError('notFound');
      const { kind, language, yearId, termId, studentId } = row;
      const made = await typeset(ctx, { kind, language, yearId, termId, studentIds: [studentId] });
      if (made.content === null) throw new RollbookError('refused', { messageKey: 'nothingToIssue' });
      return { made, assignment: { kind, language, yearId, termId } };
    },
    run(ctx, input, { made, assignment }) {
      needInForce(ctx, input.id, input.rev);
      const { ids, ...answer } = register(ctx, assignment, made);
      ctx.describe({ reason: input.reason });
      ctx.db.update(issuedDocument, input.id, { status: 'replaced', reason: input.reason, replacedById: ids[0] ?? null }, input.rev);
      return answer;
    },
  }),
  'documents.void'(ctx, input) {
    needInForce(ctx, input.id, input.rev);
    ctx.describe({ reason: input.reason });
    return { rev: ctx.db.update(issuedDocument, input.id, { status: 'void', reason: input.reason }, input.rev) };
  },
  'documents.register': (ctx, input) => readRegister(ctx.db, input, ctx.rows(), input),
  'documents.download'(ctx, input) {
    const row = needDocument(ctx, input.id);
    mayHandle(ctx, row.kind, row.studentId);
    const file = readDocumentBytes(ctx.db, row);
    if (!file) throw new RollbookError('refused', { messageKey: 'fileCleared' });
    return { name: `${row.serial.replace('/', '-')}.pdf`, mime: 'application/pdf', content: file.content };
  },
  'documents.check'(ctx, { code, file }) {
    if (file && file.byteLength > largestChecked) throw new RollbookError('refused', { messageKey: 'fileTooLarge', params: { megabytes: 50 } });
    const codes = file ? findCodes(file) : [code ?? ''];
    const scope = ctx.rows();
    const results = codes.slice(0, mostChecked).map((each) => checkCode(ctx.db, each, scope, file));
    if (results.length === 0) results.push(checkCode(ctx.db, '', scope, file));
    return { results, total: Math.max(1, codes.length) };
  },
};
