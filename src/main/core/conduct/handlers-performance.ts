import { RollbookError } from '#contract/errors.ts';
import { needSection } from '../academics/index.ts';
import { countDependents, removeWithDependents } from '../journal/index.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { findOpenYear } from '../settings/index.ts';
import { dailyPerformance, performanceCategory } from '../store/schema/index.ts';
import { revOf } from './repo-names.ts';
import { readCategories, readCells, readGridStudents, readSections } from './repo-performance.ts';

const keyOf = (row: { studentId: string; categoryId: string }) => `${row.studentId} ${row.categoryId}`;

/** Daily performance: a quick grid of a section's students by category. */
export const performanceHandlers: Handlers<Named<'performance'>> = {
  'performance.categories': (ctx) => ({ categories: readCategories(ctx.db) }),
  'performance.saveCategory'(ctx, input) {
    if (input.id === null) return { id: ctx.db.insert(performanceCategory, input.category), rev: 1 };
    return { id: input.id, rev: ctx.db.update(performanceCategory, input.id, input.category, input.rev) };
  },
  'performance.archiveCategory': (ctx, input) => ({
    id: input.id, rev: ctx.db.update(performanceCategory, input.id, { archivedAt: input.archived ? ctx.now : null }, input.rev),
  }),
  'performance.dependents'(ctx, input) {
    if (revOf(ctx.db, 'performance_category', input.id) === undefined) throw new RollbookError('notFound');
    return { dependents: countDependents(ctx.db, performanceCategory, input.id) };
  },
  'performance.removeCategory'(ctx, input) {
    removeWithDependents(ctx.db, performanceCategory, input.id, input.rev);
    return {};
  },
  'performance.sections'(ctx) {
    const year = findOpenYear(ctx.db);
    return { sections: year ? readSections(ctx.db, year.id, ctx.rows()) : [] };
  },
  'performance.grid'(ctx, input) {
    const sectionId = needSection(ctx, input.sectionId);
    const cells = readCells(ctx.db, sectionId, input.date);
    return {
      students: readGridStudents(ctx.db, sectionId, input.date, ctx.rows()).map((student) => ({
        ...student,
        cells: cells.filter(({ studentId }) => studentId === student.studentId).map(({ id, rev, categoryId, score, note }) => ({ id, rev, categoryId, score, note })),
      })),
    };
  },
  'performance.save'(ctx, input) {
    const sectionId = needSection(ctx, input.sectionId);
    const categories = new Map(readCategories(ctx.db).map((category) => [category.id, category]));
    const present = new Set(readGridStudents(ctx.db, sectionId, input.date, ctx.rows()).map(({ studentId }) => studentId));
    const known = new Map(readCells(ctx.db, sectionId, input.date).map((cell) => [keyOf(cell), cell]));
    let written = 0;
    input.cells.forEach((cell, index) => {
      const category = categories.get(cell.categoryId);
      if (!category || !present.has(cell.studentId)) throw new RollbookError('notFound');
      const before = known.get(keyOf(cell));
      if ((before?.rev ?? null) !== cell.rev) throw new RollbookError('conflict');
      if (cell.score === null) {
        if (!before) return;
        ctx.db.remove(dailyPerformance, before.id);
      } else {
        if (cell.score < category.min || cell.score > category.max) {
          const detail = { path: `cells.${index}.score`, messageKey: 'scoreRange', params: { min: category.min, max: category.max } };
          throw new RollbookError('invalidInput', { fields: [detail] });
        }
        const { score, note } = cell;
        if (before) ctx.db.update(dailyPerformance, before.id, { score, note });
        else ctx.db.insert(dailyPerformance, { sectionId, date: input.date, studentId: cell.studentId, categoryId: cell.categoryId, score, note });
      }
      written += 1;
    });
    return { written };
  },
};
