import { RollbookError } from '#contract/errors.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import { localDate } from '../kernel/dates.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { needStudent } from '../people/index.ts';
import { student } from '../store/schema/index.ts';
import { countErasable, eraseOnRequest, wholeOf } from './erase.ts';
import { makeArchive } from './archive/make-archive.ts';
import { readNames } from './repo-due.ts';
import { countKept, countSharedIncidents } from './repo-erase-rest.ts';
import { readErasures } from './repo-erasures.ts';
import { isHeld } from './repo-holds.ts';
import { readMerged } from './repo-merged.ts';
import { isStillHere } from './repo-standing.ts';
import { listCounts } from './rules-retention.ts';

/** Why a student's records must not be erased now. */
function findBlock(ctx: QueryContext | CommandContext, studentId: string): 'held' | 'enrolled' | null {
  const today = localDate(ctx.now);
  if (isHeld(ctx.db, studentId, today)) return 'held';
  return isStillHere(ctx.db, studentId, today) ? 'enrolled' : null;
}

const refusals = { held: 'erasureHeld', enrolled: 'erasureEnrolled' } as const;

function numberOf(ctx: QueryContext | CommandContext, studentId: string): string {
  const named = readNames(ctx.db, [studentId]).get(studentId);
  if (!named) throw new RollbookError('notFound');
  return named.studentNo;
}

/** What is done with one person's data on request: left out of lists, handed over, erased. */
export const erasureHandlers: Handlers<'privacy.setOptOut' | 'privacy.archive' | 'privacy.erasePreview' | 'privacy.erase' | 'erasures.list'> = {
  'privacy.setOptOut'(ctx, input) {
    ctx.db.update(student, needStudent(ctx, input.studentId), { directoryOptOut: input.optedOut });
    return {};
  },
  'privacy.archive': makeArchive,
  'privacy.erasePreview'(ctx, input) {
    const studentId = needStudent(ctx, input.studentId);
    const ids = JSON.stringify(wholeOf(studentId, readMerged(ctx.db)).map((one) => one.studentId));
    return {
      studentNo: numberOf(ctx, studentId), blocked: findBlock(ctx, studentId), kinds: listCounts(countErasable(ctx.db, studentId)),
      stays: countKept(ctx.db, ids).filter(({ rows }) => rows > 0), sharedIncidents: countSharedIncidents(ctx.db, ids),
    };
  },
  'privacy.erase'(ctx, input) {
    const studentId = needStudent(ctx, input.studentId);
    if (numberOf(ctx, studentId) !== input.studentNo) throw new RollbookError('invalidInput', { fields: [{ path: 'studentNo', messageKey: 'studentNoOther' }] });
    const block = findBlock(ctx, studentId);
    if (block) throw new RollbookError('refused', { messageKey: refusals[block] });
    ctx.describe({ reason: input.reason });
    const { id, counts } = eraseOnRequest(ctx, studentId, input.reason);
    return { id, kinds: listCounts(counts) };
  },
  'erasures.list'(ctx, input) {
    if (input.studentId !== null) needStudent(ctx, input.studentId);
    return readErasures(ctx.db, input.studentId, ctx.rows(), input);
  },
};
