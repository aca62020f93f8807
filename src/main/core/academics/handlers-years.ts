import { RollbookError } from '#contract/errors.ts';
import { unfinishedKinds } from '#contract/academics.ts';
import { countDependents, removeWithDependents } from '../journal/index.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { academicYear, term } from '../store/schema/index.ts';
import { need, noteReason, refuseProblem, wrong } from './refuse.ts';
import { readYearLessons } from './repo-conflicts.ts';
import { countUnfinished, hasGrades, isLabelTaken, isYearUsed, readTerm, readTerms, readYear, readYearRecords } from './repo-years.ts';
import { findTermProblem, findYearProblem } from './rules-terms.ts';
import { findClashes } from './rules-timetable.ts';

/** Years and their terms. */
export const yearHandlers: Handlers<Named<'years'> | Named<'terms'>> = {
  'years.list'(ctx) {
    const terms = readTerms(ctx.db);
    return { years: readYearRecords(ctx.db).map((year) => ({ ...year, terms: terms.filter(({ yearId }) => yearId === year.id) })) };
  },
  'years.save'(ctx, { id, rev, year, reason }) {
    noteReason(ctx, reason);
    if (isLabelTaken(ctx.db, year.label, id)) throw wrong('year.label', 'labelTaken');
    refuseProblem('year', findYearProblem({ id, ...year }, readYearRecords(ctx.db), id === null ? [] : readTerms(ctx.db, id)));
    if (id === null) return { id: ctx.db.insert(academicYear, { ...year, status: 'planned' }), rev: 1 };
    if (need(readYear(ctx.db, id)).status === 'closed' && reason === null) throw closed(need(readYear(ctx.db, id)).label);
    return { id, rev: ctx.db.update(academicYear, id, year, rev) };
  },
  'years.setStatus'(ctx, { id, rev, status, reason }) {
    const year = need(readYear(ctx.db, id));
    if (year.status === 'closed' && status !== 'closed' && reason === null) throw wrong('reason', 'required');
    if (status === 'planned' && isYearUsed(ctx.db, id)) throw new RollbookError('refused', { messageKey: 'yearUsed' });
    noteReason(ctx, reason);
    return { id, rev: ctx.db.update(academicYear, id, { status }, rev) };
  },
  'years.unfinished'(ctx, { id }) {
    const { lessons, staff, students, termsOf } = readYearLessons(ctx.db, need(readYear(ctx.db, id)));
    const counts = { clashes: findClashes(lessons, staff, students, termsOf).length, ...countUnfinished(ctx.db, id) };
    return { items: unfinishedKinds.map((kind) => ({ kind, count: counts[kind] })).filter(({ count }) => count > 0) };
  },
  'years.dependents': (ctx, { id }) => ({ dependents: countDependents(ctx.db, academicYear, need(readYear(ctx.db, id)).id) }),
  'years.remove'(ctx, { id, rev }) {
    if (isYearUsed(ctx.db, id)) throw new RollbookError('refused', { messageKey: 'yearUsed' });
    removeWithDependents(ctx.db, academicYear, id, rev);
    return {};
  },
  'terms.save'(ctx, { id, rev, term: draft, reason }) {
    const year = readYear(ctx.db, draft.yearId);
    if (!year || (id !== null && need(readTerm(ctx.db, id)).yearId !== draft.yearId)) throw new RollbookError('notFound');
    refuseProblem('term', findTermProblem({ id, ...draft }, year, readTerms(ctx.db, draft.yearId)));
    noteReason(ctx, reason);
    if (id === null) return { id: ctx.db.insert(term, draft), rev: 1 };
    return { id, rev: ctx.db.update(term, id, draft, rev) };
  },
  'terms.setLock'(ctx, { id, rev, locked, reason }) {
    need(readTerm(ctx.db, id));
    if (!locked && reason === null) throw wrong('reason', 'required');
    noteReason(ctx, reason);
    return { id, rev: ctx.db.update(term, id, { lockedAt: locked ? ctx.now : null }, rev) };
  },
  'terms.dependents': (ctx, { id }) => ({ dependents: countDependents(ctx.db, term, need(readTerm(ctx.db, id)).id) }),
  'terms.remove'(ctx, { id, rev, reason }) {
    const { yearId } = need(readTerm(ctx.db, id));
    if (hasGrades(ctx.db, { termId: id })) throw new RollbookError('refused', { messageKey: 'termHasGrades' });
    if (readTerms(ctx.db, yearId).some(({ parentId }) => parentId === id)) throw new RollbookError('refused', { messageKey: 'termHasParts' });
    noteReason(ctx, reason);
    removeWithDependents(ctx.db, term, id, rev);
    return {};
  },
};

const closed = (year: string) => new RollbookError('refused', { messageKey: 'yearClosed', params: { year } });
