import { RollbookError } from '#contract/errors.ts';
import type { Parsed } from '#contract/index.ts';
import { needSection } from '../academics/index.ts';
import type { CommandContext } from '../kernel/context.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { foldText } from '../search/index.ts';
import { findOpenYear, readYears } from '../settings/index.ts';
import { score } from '../store/schema/index.ts';
import { explain } from './explain.ts';
import { computeStandings, loadGradebook, readLedger, toResult, type Ledger } from './load-gradebook.ts';
import { findScore, readScores } from './repo-scores.ts';
import { readSections } from './repo-sections.ts';
import { problemOf } from './rules-cell.ts';

type Cell = Parsed<'gradebook.saveScores'>['cells'][number];

/** Writes one cell. Returns its new rev: 0 when it is empty; null when somebody has changed it since the writer saw it. */
function writeCell(ctx: CommandContext, cell: Cell): number | null {
  const row = findScore(ctx.db, cell.assessmentId, cell.studentId);
  const seen = row && !row.isRemoved ? row.rev : 0;
  if (cell.rev !== seen) return null;
  if (cell.state === null) {
    if (row && !row.isRemoved) ctx.db.remove(score, row.id);
    return 0;
  }
  const values = { state: cell.state, value: cell.value, ...(cell.comment === undefined ? {} : { comment: cell.comment }) };
  if (!row) {
    ctx.db.insert(score, { assessmentId: cell.assessmentId, studentId: cell.studentId, ...values });
    return 1;
  }
  // An emptied cell comes back as if it were new: its old comment has gone with it.
  return ctx.db.update(score, row.id, row.isRemoved ? { comment: null, ...values, deletedAt: null } : values);
}

function saveCells(ctx: CommandContext, ledger: Ledger, cells: readonly Cell[]): number[] {
  const maxima = new Map(ledger.assessments.map(({ id, maxScore }) => [id, maxScore]));
  const members = new Set(ledger.members.map(({ id }) => id));
  const wrong = cells.flatMap((cell, index) => {
    const max = maxima.get(cell.assessmentId);
    if (max === undefined || !members.has(cell.studentId)) throw new RollbookError('notFound');
    const problem = problemOf(cell, max);
    return problem ? [{ path: `cells.${index}`, messageKey: problem, params: { max } }] : [];
  });
  if (wrong.length > 0) throw new RollbookError('invalidInput', { fields: wrong });
  const revs = cells.map((cell) => writeCell(ctx, cell));
  const changed = revs.flatMap((rev, index) => (rev === null ? [{ path: `cells.${index}`, messageKey: 'scoreChanged' }] : []));
  if (changed.length > 0) throw new RollbookError('conflict', { messageKey: 'scoreChanged', fields: changed });
  return revs.map((rev) => rev ?? 0);
}

/** The gradebook: which there are, one section's term, its cells, and why a number is what it is. */
export const gradebookHandlers: Handlers<'gradebook.sections' | 'gradebook.get' | 'gradebook.why' | 'gradebook.saveScores'> = {
  'gradebook.sections'(ctx, { yearId: wanted, text, offset, limit }) {
    const yearId = wanted ?? findOpenYear(ctx.db)?.id ?? null;
    const words = foldText(text).split(' ').filter(Boolean);
    const rows = (yearId === null ? [] : readSections(ctx.db, ctx.rows(), ctx.userId(), yearId)).filter((row) => {
      if (words.length === 0) return true;
      const known = foldText([row.courseEl, row.courseEn, row.code, row.level, row.division].join(' '));
      return words.every((word) => known.includes(word));
    });
    return {
      total: rows.length, yearId, years: readYears(ctx.db).map(({ id, label, status }) => ({ id, label, status })),
      rows: rows.slice(offset, offset + limit).map((row) => ({ ...row, isOwn: row.isOwn === 1 })),
    };
  },
  'gradebook.get': (ctx, { sectionId, termId }) => loadGradebook(ctx, needSection(ctx, sectionId), termId),
  'gradebook.why'(ctx, { sectionId, termId, studentId }) {
    const ledger = readLedger(ctx, needSection(ctx, sectionId), termId);
    if (!ledger.members.some(({ id }) => id === studentId)) throw new RollbookError('notFound');
    return explain(ctx.db, ledger, studentId);
  },
  'gradebook.saveScores'(ctx, { sectionId, termId, cells, reason }) {
    const ledger = readLedger(ctx, needSection(ctx, sectionId), termId);
    if (reason) ctx.describe({ reason });
    const revs = saveCells(ctx, ledger, cells);
    const touched = [...new Set(cells.map(({ studentId }) => studentId))];
    const one = touched.length === 1 ? touched[0] ?? null : null;
    const standings = computeStandings(ctx.db, ledger, touched, readScores(ctx.db, sectionId, termId, one));
    return { revs, results: standings.map((standing) => toResult(standing, ledger.scale)) };
  },
};
