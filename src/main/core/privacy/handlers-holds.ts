import { RollbookError } from '#contract/errors.ts';
import { localDate } from '../kernel/dates.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { needStudent } from '../people/index.ts';
import { legalHold } from '../store/schema/index.ts';
import { readHolds, studentOfHold } from './repo-holds.ts';

/** What must not be erased for now: a dispute, an investigation, an order of a court. */
export const holdHandlers: Handlers<Named<'legalHolds'>> = {
  'legalHolds.list'(ctx, input) {
    if (input.studentId !== null) needStudent(ctx, input.studentId);
    return readHolds(ctx.db, { studentId: input.studentId, date: localDate(ctx.now) }, ctx.rows(), input);
  },
  'legalHolds.save'(ctx, input) {
    const studentId = needStudent(ctx, input.studentId);
    if (input.id === null) return { id: ctx.db.insert(legalHold, { studentId, ...input.hold }), rev: 1 };
    if (studentOfHold(ctx.db, input.id) !== studentId) throw new RollbookError('notFound');
    return { id: input.id, rev: ctx.db.update(legalHold, input.id, input.hold, input.rev) };
  },
  'legalHolds.remove'(ctx, input) {
    needStudent(ctx, studentOfHold(ctx.db, input.id));
    ctx.db.remove(legalHold, input.id, input.rev);
    return {};
  },
};
