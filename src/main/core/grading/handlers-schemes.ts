import { RollbookError } from '#contract/errors.ts';
import { needSection } from '../academics/index.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { gradingScheme } from '../store/schema/index.ts';
import { resolveScheme } from './load-gradebook.ts';
import { countInLineage, courseExists, isPosted, readCategories, readScheme, readVersions, type CategoryRow } from './repo-schemes.ts';
import { readSection } from './repo-sections.ts';
import { saveScheme } from './save-scheme.ts';

const categoriesOf = (db: Parameters<typeof readScheme>[0], scheme: { id: string } | undefined): CategoryRow[] => (scheme ? readCategories(db, scheme.id) : []);

/** Schemes: how a grade is made of scores, for the school, a course or one section. */
export const schemeHandlers: Handlers<'schemes.get' | 'schemes.saveForSection' | 'schemes.removeForSection' | 'schemes.save'> = {
  'schemes.get'(ctx, { sectionId }) {
    needSection(ctx, sectionId);
    const section = readSection(ctx.db, sectionId, ctx.userId());
    if (!section) throw new RollbookError('notFound');
    const levels = [['section', section.id], ['course', section.courseId], ['school', null]] as const;
    return {
      courseId: section.courseId, courseEl: section.courseEl, courseEn: section.courseEn,
      schemes: levels.flatMap(([level, ownerId]) => {
        const scheme = readScheme(ctx.db, level, ownerId);
        if (!scheme) return [];
        const categories = readCategories(ctx.db, scheme.id).map(({ lineage, ...one }) => ({
          ...one, assessments: countInLineage(ctx.db, lineage, { sectionId: level === 'section' ? sectionId : null, courseId: level === 'course' ? section.courseId : null }),
        }));
        return [{ ...scheme, isPosted: isPosted(ctx.db, scheme.id), categories }];
      }),
    };
  },
  'schemes.saveForSection'(ctx, { sectionId, rev, scheme, reason }) {
    needSection(ctx, sectionId);
    if (reason) ctx.describe({ reason });
    const section = readSection(ctx.db, sectionId, ctx.userId());
    if (!section) throw new RollbookError('notFound');
    return saveScheme(ctx, { level: 'section', sectionId, courseId: null, inherited: resolveScheme(ctx.db, section).categories }, rev, scheme);
  },
  'schemes.removeForSection'(ctx, { sectionId, rev, reason }) {
    needSection(ctx, sectionId);
    if (reason) ctx.describe({ reason });
    const section = readSection(ctx.db, sectionId, ctx.userId());
    const scheme = readScheme(ctx.db, 'section', sectionId);
    if (!scheme || !section) throw new RollbookError('notFound');
    if (scheme.rev !== rev) throw new RollbookError('conflict');
    const above = categoriesOf(ctx.db, readScheme(ctx.db, 'course', section.courseId) ?? readScheme(ctx.db, 'school', null)).map(({ lineage }) => lineage);
    const own = readCategories(ctx.db, scheme.id).filter(({ lineage }) => !above.includes(lineage));
    if (own.some(({ lineage }) => countInLineage(ctx.db, lineage, { sectionId, courseId: null }) > 0)) throw new RollbookError('refused', { messageKey: 'categoryInUse' });
    // Grades that were posted by it keep what they were computed from in themselves.
    for (const id of readVersions(ctx.db, sectionId)) ctx.db.remove(gradingScheme, id);
    return {};
  },
  'schemes.save'(ctx, { courseId, rev, scheme }) {
    if (courseId !== null && !courseExists(ctx.db, courseId)) throw new RollbookError('notFound');
    const inherited = courseId === null ? [] : categoriesOf(ctx.db, readScheme(ctx.db, 'school', null));
    return saveScheme(ctx, { level: courseId === null ? 'school' : 'course', sectionId: null, courseId, inherited }, rev, scheme);
  },
};
