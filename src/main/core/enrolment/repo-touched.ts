import type { Reader } from '../store/reader.ts';
import type { Stay } from './rules-model.ts';

type Image = Partial<Record<string, string | number | null>>;
/** A stay that a change set touched: `before` holds the columns that it changed, as they were; null when it made the stay. */
export interface TouchedStay { id: string; studentId: string; before: Image | null; isRemoved: boolean }

/** The stays that an open change set has touched and that are still in the file. */
export function readTouchedStays(db: Reader, changeSetId: number): TouchedStay[] {
  const rows = db.all<{ id: string; studentId: string; action: string; before: string | null; deletedAt: number | null }>(
    `SELECT r.rowId AS id, e.studentId, r.action, r.before, e.deletedAt FROM row_change r CROSS JOIN enrolment e ON e.id = r.rowId
     WHERE r.changeSetId = ? AND r.entity = 'enrolment' ORDER BY r.id DESC`, [changeSetId]);
  const touched = new Map<string, TouchedStay>();
  // From the last change back to the first, so that the oldest values win.
  for (const { id, studentId, action, before, deletedAt } of rows) {
    const known = touched.get(id)?.before ?? {};
    const image = action === 'I' ? null : { ...known, ...(JSON.parse(before ?? '{}') as Image) };
    touched.set(id, { id, studentId, before: image, isRemoved: deletedAt !== null });
  }
  return [...touched.values()];
}

/** A removed stay, to find what went with it. */
export function readRemovedStay(db: Reader, id: string): Stay | undefined {
  return db.get<Stay>(
    `SELECT e.id, e.rev, e.yearId, y.label AS yearLabel, y.startDate AS yearStart, y.endDate AS yearEnd, e.level, e.division, e.entryDate, e.entryCode,
       e.previousSchool, e.lastAttendedDate, e.exitCode, e.nextSchool FROM enrolment e JOIN academic_year y ON y.id = e.yearId WHERE e.id = ?`, [id]);
}
