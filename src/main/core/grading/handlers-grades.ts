import { RollbookError } from '#contract/errors.ts';
import { needSection } from '../academics/index.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { postedGrade } from '../store/schema/index.ts';
import { needWindow, postGrades, proposeGrades, readTermLedger } from './posting.ts';
import { readGiven, readPostedGrade, readScale } from './repo-grades.ts';
import { postingState } from './rules-posting.ts';
import { isOnScale } from './rules-scale.ts';

/** Posting a term's grades, and correcting them. */
export const gradeHandlers: Handlers<'grades.preview' | 'grades.post' | 'grades.postLate' | 'grades.correct' | 'grades.history'> = {
  'grades.preview'(ctx, { sectionId, termId }) {
    const ledger = readTermLedger(ctx, needSection(ctx, sectionId), termId);
    const { term, scale, today, members } = ledger;
    const rows = new Map(proposeGrades(ctx.db, ledger).map((row) => [row.studentId, row]));
    return {
      posting: postingState(term, today), postingOpens: term.postingOpens, postingCloses: term.postingCloses, scale,
      rows: members.flatMap(({ startDate: _start, endDate, id, ...student }) => {
        const row = rows.get(id);
        return row ? [{ ...student, ...row, leftOn: endDate !== null && endDate < term.endDate ? endDate : null }] : [];
      }),
    };
  },
  'grades.post'(ctx, { sectionId, termId, grades }) {
    const ledger = readTermLedger(ctx, needSection(ctx, sectionId), termId);
    needWindow(ledger, false);
    return { posted: postGrades(ctx, ledger, grades) };
  },
  'grades.postLate'(ctx, { sectionId, termId, grades, reason }) {
    const ledger = readTermLedger(ctx, needSection(ctx, sectionId), termId);
    ctx.describe({ reason });
    needWindow(ledger, true);
    return { posted: postGrades(ctx, ledger, grades) };
  },
  'grades.correct'(ctx, { id, value, reason }) {
    const old = readPostedGrade(ctx.db, id);
    needSection(ctx, old?.sectionId);
    if (!old) throw new RollbookError('notFound');
    const scale = readScale(ctx.db, old.scaleId);
    if (!scale || !isOnScale(value, scale)) throw new RollbookError('invalidInput', { fields: [{ path: 'value', messageKey: 'notOnScale' }] });
    if (value === old.value) throw new RollbookError('invalidInput', { fields: [{ path: 'value', messageKey: 'sameGrade' }] });
    ctx.describe({ reason });
    const { sectionId, termId, studentId, scaleId } = old;
    const newId = ctx.db.insert(postedGrade, { sectionId, termId, studentId, scaleId, value, isOverride: true, reason });
    ctx.db.update(postedGrade, id, { replacedById: newId });
    return { id: newId };
  },
  'grades.history'(ctx, { sectionId, termId, studentId }) {
    needSection(ctx, sectionId);
    return {
      grades: readGiven(ctx.db, sectionId, termId, studentId).map(({ passMark, isOverride, ...row }) => ({ ...row, isOverride: isOverride === 1, passed: row.value >= passMark })),
    };
  },
};
