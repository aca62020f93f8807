import { RollbookError } from '#contract/errors.ts';
import { needSection } from '../academics/index.ts';
import { countDependents, removeWithDependents } from '../journal/index.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { assessment } from '../store/schema/index.ts';
import { readLedger, resolveScheme } from './load-gradebook.ts';
import { findLineage } from './repo-schemes.ts';
import { readAssessment, readHighestScore, type AssessmentRow } from './repo-scores.ts';
import { readSection } from './repo-sections.ts';

const wrong = (field: string, messageKey: string) => new RollbookError('invalidInput', { fields: [{ path: `assessment.${field}`, messageKey }] });

function needAssessment(ctx: QueryContext | CommandContext, id: string): AssessmentRow {
  const row = readAssessment(ctx.db, id);
  needSection(ctx, row?.sectionId);
  if (!row) throw new RollbookError('notFound');
  return row;
}

/** Pieces of work: what is marked, out of how much, in which category. */
export const assessmentHandlers: Handlers<'assessments.save' | 'assessments.publish' | 'assessments.dependents' | 'assessments.remove'> = {
  'assessments.save'(ctx, { sectionId, id, rev, assessment: draft, reason }) {
    needSection(ctx, sectionId);
    if (reason) ctx.describe({ reason });
    const { term, parts } = readLedger(ctx, sectionId, draft.termId);
    if (!term || parts.length > 0) throw wrong('termId', 'termWithParts');
    if (draft.dueDate < term.startDate || draft.dueDate > term.endDate) throw wrong('dueDate', 'outsideTerm');
    const section = readSection(ctx.db, sectionId, ctx.userId());
    const known = section ? resolveScheme(ctx.db, section).categories : [];
    // By what it carries on: a new version of the scheme may have come in between.
    const lineage = draft.categoryId === null ? undefined : findLineage(ctx.db, draft.categoryId);
    const category = known.find((one) => one.lineage === lineage);
    if (known.length > 0 && !category) throw wrong('categoryId', 'required');
    const row = { ...draft, categoryId: category?.id ?? null };
    if (id === null) return { id: ctx.db.insert(assessment, { sectionId, ...row }), rev: 1 };
    if (needAssessment(ctx, id).sectionId !== sectionId) throw new RollbookError('notFound');
    const highest = readHighestScore(ctx.db, id);
    if (highest !== null && highest > draft.maxScore) throw wrong('maxScore', 'scoreAboveMax');
    return { id, rev: ctx.db.update(assessment, id, row, rev) };
  },
  'assessments.publish'(ctx, { id, rev, published, reason }) {
    const row = needAssessment(ctx, id);
    if (reason) ctx.describe({ reason });
    return { id, rev: ctx.db.update(assessment, row.id, { publishedAt: published ? (row.publishedAt ?? ctx.now) : null }, rev) };
  },
  'assessments.dependents'(ctx, { id }) {
    return { dependents: countDependents(ctx.db, assessment, needAssessment(ctx, id).id) };
  },
  'assessments.remove'(ctx, { id, rev, reason }) {
    needAssessment(ctx, id);
    if (reason) ctx.describe({ reason });
    removeWithDependents(ctx.db, assessment, id, rev);
    return {};
  },
};
