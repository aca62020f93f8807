import { RollbookError } from '#contract/errors.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { enrolmentCode } from '../store/schema/index.ts';
import { findCode, isCodeUsed, nextPosition, readCodes } from './repo-codes.ts';

const wrong = (field: string, messageKey: string) => new RollbookError('invalidInput', { fields: [{ path: `code.${field}`, messageKey }] });

/** Codes of entry and exit: data of the school. */
export const codeHandlers: Handlers<Named<'enrolmentCodes'>> = {
  'enrolmentCodes.list': (ctx) => ({ codes: readCodes(ctx.db) }),
  'enrolmentCodes.save'(ctx, { id, rev, code }) {
    const same = findCode(ctx.db, code.kind, code.code);
    if (same && same.id !== id) throw wrong('code', 'codeTaken');
    if (id === null) return { id: ctx.db.insert(enrolmentCode, { ...code, position: nextPosition(ctx.db, code.kind) }), rev: 1 };
    const known = readCodes(ctx.db).find((one) => one.id === id);
    if (!known) throw new RollbookError('notFound');
    // The records hold the code itself: one that is in use keeps it, and only its names change.
    if (isCodeUsed(ctx.db, id) && (known.code !== code.code || known.kind !== code.kind)) throw wrong('code', 'codeInUse');
    return { id, rev: ctx.db.update(enrolmentCode, id, code, rev) };
  },
  'enrolmentCodes.archive'(ctx, { id, rev, archived }) {
    ctx.db.update(enrolmentCode, id, { archivedAt: archived ? ctx.now : null }, rev);
    return {};
  },
};
