import { RollbookError } from '#contract/errors.ts';
import type { Parsed } from '#contract/index.ts';
import type { ScaleDraft } from '#contract/scales.ts';
import type { CommandContext } from '../kernel/context.ts';
import { localDate } from '../kernel/dates.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { course, scale, scaleBand } from '../store/schema/index.ts';
import type { Writer } from '../store/writer.ts';
import { countCoursesByScale, readCoursesOfScale, readScales, readUsedScales, type StoredScale } from './repo-scales.ts';
import { changesMeaning } from './rules-scale.ts';

const inUse = () => new RollbookError('refused', { messageKey: 'scaleInUse' });
/** The last scale stays: grades need one. */
const lastOne = () => new RollbookError('refused', { messageKey: 'lastScale' });

function insertScale(db: Writer, draft: ScaleDraft): string {
  const { bands, ...row } = draft;
  const id = db.insert(scale, row);
  for (const band of bands) db.insert(scaleBand, { scaleId: id, ...band });
  return id;
}

/** Writes a scale in place: only for one whose meaning stays, or in which nothing stands yet. */
function updateScale(db: Writer, stored: StoredScale, draft: ScaleDraft): void {
  const { bands, ...row } = draft;
  db.update(scale, stored.id, row);
  bands.forEach((band, index) => {
    const old = stored.bands[index];
    if (old) db.update(scaleBand, old.id, band);
    else db.insert(scaleBand, { scaleId: stored.id, ...band });
  });
  for (const surplus of stored.bands.slice(bands.length)) db.remove(scaleBand, surplus.id);
}

/** The day before an ISO date. */
function dayBefore(date: string): string {
  return new Date(new Date(`${date}T00:00:00Z`).getTime() - 86_400_000).toISOString().slice(0, 10);
}

/** Closes a scale with yesterday and opens the new version with today; courses go over to it, grades stay where they are. */
function replaceScale(ctx: CommandContext, stored: StoredScale, draft: ScaleDraft): string {
  const today = localDate(ctx.now);
  const id = insertScale(ctx.db, { ...draft, validFrom: today });
  ctx.db.update(scale, stored.id, { validTo: dayBefore(today), replacedById: id });
  for (const courseId of readCoursesOfScale(ctx.db, stored.id)) ctx.db.update(course, courseId, { scaleId: id });
  return id;
}

function save(ctx: CommandContext, input: Parsed<'scales.save'>): { id: string; rev: number; isNewVersion: boolean } {
  const saved = (id: string, isNewVersion = false) => ({ id, rev: readScales(ctx.db).find((one) => one.id === id)?.rev ?? 1, isNewVersion });
  if (input.id === null) return saved(insertScale(ctx.db, input.scale));
  const stored = readScales(ctx.db).find(({ id }) => id === input.id);
  if (!stored) throw new RollbookError('notFound');
  if (input.rev !== stored.rev) throw new RollbookError('conflict');
  if (stored.replacedById !== null) throw new RollbookError('refused', { messageKey: 'scaleReplaced' });
  if (readUsedScales(ctx.db).has(stored.id) && changesMeaning(stored, input.scale)) {
    return saved(replaceScale(ctx, stored, input.scale), true);
  }
  updateScale(ctx.db, stored, input.scale);
  return saved(stored.id);
}

/** Scales as data, in dated versions: what was posted keeps the version that it was given in. */
export const scaleHandlers: Handlers<Named<'scales'>> = {
  'scales.list'(ctx) {
    const all = readScales(ctx.db);
    const used = readUsedScales(ctx.db);
    const courses = countCoursesByScale(ctx.db);
    const today = localDate(ctx.now);
    const earlierOf = (id: string): StoredScale[] => all.filter(({ replacedById }) => replacedById === id).flatMap((older) => [older, ...earlierOf(older.id)]);
    return {
      scales: all.filter(({ replacedById }) => replacedById === null).map((one) => ({
        ...one, isUsed: used.has(one.id), courses: courses.get(one.id) ?? 0, earlier: earlierOf(one.id),
        isCurrent: (one.validFrom === null || one.validFrom <= today) && (one.validTo === null || one.validTo >= today),
      })),
    };
  },
  'scales.save': save,
  'scales.remove'(ctx, input) {
    const all = readScales(ctx.db);
    const stored = all.find(({ id }) => id === input.id);
    if (!stored) throw new RollbookError('notFound');
    if (stored.rev !== input.rev) throw new RollbookError('conflict');
    const isNamed = readCoursesOfScale(ctx.db, stored.id).length > 0 || all.some(({ replacedById }) => replacedById === stored.id);
    if (stored.replacedById !== null || isNamed || readUsedScales(ctx.db).has(stored.id)) throw inUse();
    if (all.filter(({ replacedById }) => replacedById === null).length === 1) throw lastOne();
    for (const band of stored.bands) ctx.db.remove(scaleBand, band.id);
    ctx.db.remove(scale, stored.id);
    return {};
  },
};
