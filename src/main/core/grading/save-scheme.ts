import { RollbookError } from '#contract/errors.ts';
import type { SchemeDetails } from '#contract/grading-parts.ts';
import type { CommandContext } from '../kernel/context.ts';
import { gradingCategory, gradingScheme } from '../store/schema/index.ts';
import { countInLineage, isPosted, readCategories, readScheme, setSchemeRev, type CategoryRow, type SchemeLevel, type SchemeRow } from './repo-schemes.ts';

/** Whose scheme is saved: a section's, a course's, or (both null) the school's; `inherited` is what held until now. */
export interface SchemeTarget { level: SchemeLevel; sectionId: string | null; courseId: string | null; inherited: readonly CategoryRow[] }

const wrong = (path: string, messageKey: string) => new RollbookError('invalidInput', { fields: [{ path: `scheme.${path}`, messageKey }] });

function check(draft: SchemeDetails): void {
  if (draft.categories.length > 0 && draft.categories.every(({ weight }) => weight === 0)) throw wrong('categories.0.weight', 'weightsZero');
  if (draft.penaltyCap !== null && draft.penaltyPerAbsence === null) throw wrong('penaltyPerAbsence', 'required');
}

/**
 * Writes a scheme. Before anything was posted by it, it is edited in place; after, the change is a new version with categories of its own
 * that carry the old ones on, so that assessments follow and posted grades keep what they were computed by.
 */
export function saveScheme(ctx: CommandContext, target: SchemeTarget, rev: number | null, draft: SchemeDetails): { id: string; rev: number; version: number } {
  const { level, sectionId, courseId, inherited } = target;
  check(draft);
  const now = readScheme(ctx.db, level, sectionId ?? courseId);
  if ((now?.rev ?? null) !== rev) throw new RollbookError('conflict');
  const before = now ? readCategories(ctx.db, now.id) : inherited;
  const known = new Map(before.map((one) => [one.id, one]));
  if (draft.categories.some(({ id }) => id !== null && !known.has(id))) throw new RollbookError('conflict');
  const kept = new Set(draft.categories.flatMap(({ id }) => (id === null ? [] : [known.get(id)?.lineage])));
  if (before.some(({ lineage }) => !kept.has(lineage) && countInLineage(ctx.db, lineage, { sectionId, courseId }) > 0)) throw new RollbookError('refused', { messageKey: 'categoryInUse' });
  const { categories, ...head } = draft;
  if (now && !isPosted(ctx.db, now.id)) return editInPlace(ctx, now, before, head, categories);
  const version = (now?.version ?? 0) + 1;
  const schemeId = ctx.db.insert(gradingScheme, { sectionId, courseId: sectionId === null ? courseId : null, version, ...head });
  categories.forEach(({ id, ...one }, position) => {
    ctx.db.insert(gradingCategory, { schemeId, ...one, position, originId: id === null ? null : (known.get(id)?.lineage ?? null) });
  });
  return { id: schemeId, rev: 1, version };
}

function editInPlace(
  ctx: CommandContext, now: SchemeRow, before: readonly CategoryRow[], head: Omit<SchemeDetails, 'categories'>, categories: SchemeDetails['categories'],
): { id: string; rev: number; version: number } {
  categories.forEach(({ id, ...one }, position) => {
    if (id === null) ctx.db.insert(gradingCategory, { schemeId: now.id, ...one, position });
    else ctx.db.update(gradingCategory, id, { ...one, position });
  });
  for (const { id } of before) if (!categories.some((one) => one.id === id)) ctx.db.remove(gradingCategory, id);
  ctx.db.update(gradingScheme, now.id, head);
  setSchemeRev(ctx.db, now.id, now.rev + 1);
  return { id: now.id, rev: now.rev + 1, version: now.version };
}
