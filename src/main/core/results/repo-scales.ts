import type { ScaleBand, ScaleKind } from '#contract/scales.ts';
import type { Reader } from '../store/reader.ts';
import type { Scale } from './rules-scale.ts';

/** A scale as it is stored, without its bands. */
export interface ScaleRow extends Omit<Scale, 'bands'> {
  rev: number; nameEl: string; nameEn: string; validFrom: string | null; validTo: string | null; replacedById: string | null;
}
export interface StoredScale extends ScaleRow { kind: ScaleKind; bands: (ScaleBand & { id: string })[] }

/** Every scale with its bands, lowest first; the oldest scale first. `rev` counts changes of the bands too: they are edited together. */
export function readScales(db: Reader): StoredScale[] {
  const bands = db.all<ScaleBand & { id: string; scaleId: string }>(
    'SELECT id, scaleId, labelEl, labelEn, threshold, gradePoints FROM scale_band WHERE deletedAt IS NULL ORDER BY threshold');
  const rows = db.all<ScaleRow>(
    `SELECT s.id, s.rev + coalesce((SELECT sum(b.rev) FROM scale_band b WHERE b.scaleId = s.id), 0) AS rev,
       s.nameEl, s.nameEn, s.kind, s.min, s.max, s.step, s.passMark, s.validFrom, s.validTo, s.replacedById
     FROM scale s WHERE s.deletedAt IS NULL ORDER BY s.createdAt, s.id`);
  return rows.map((row) => ({ ...row, bands: bands.filter((band) => band.scaleId === row.id).map(({ scaleId: _scale, ...band }) => band) }));
}

/** Every scale by its id, those of earlier versions included: posted grades keep the version that they were given in. */
export function readScaleMap(db: Reader): Map<string, Scale> {
  return new Map(readScales(db).map((scale) => [scale.id, scale]));
}

/** The scales in which a grade was ever posted, from the kept counts, which never forget one. */
export function readUsedScales(db: Reader): Set<string> {
  return new Set(db.all<{ scaleId: string }>('SELECT DISTINCT scaleId FROM mark_count').map(({ scaleId }) => scaleId));
}

/** The courses that name a scale as theirs. */
export function readCoursesOfScale(db: Reader, scaleId: string): string[] {
  return db.all<{ id: string }>('SELECT id FROM course WHERE scaleId = ? AND deletedAt IS NULL', [scaleId]).map(({ id }) => id);
}

/** How many courses name each scale. */
export function countCoursesByScale(db: Reader): Map<string, number> {
  const rows = db.all<{ scaleId: string; n: number }>('SELECT scaleId, count(*) AS n FROM course WHERE scaleId IS NOT NULL AND deletedAt IS NULL GROUP BY scaleId');
  return new Map(rows.map(({ scaleId, n }) => [scaleId, n]));
}
