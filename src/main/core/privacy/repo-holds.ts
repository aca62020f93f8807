import type { LegalHold } from '#contract/privacy.ts';
import { studentsInScope, type RowScope } from '../access/index.ts';
import type { Reader } from '../store/reader.ts';

/** A hold in force on `@date`: from its first day to its last, both included. */
export const isHoldLive = (hold: string): string => `(${hold}.deletedAt IS NULL AND ${hold}.startDate <= @date AND (${hold}.endDate IS NULL OR ${hold}.endDate >= @date))`;

/** The SQL of one page, for the query-plan test as well: those in force first, then the latest. */
export const holdPageSql = (condition: string): string =>
  `SELECT h.id, h.rev, h.studentId, s.studentNo, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, h.reason, h.startDate, h.endDate, ${isHoldLive('h')} AS isLive
   FROM legal_hold h CROSS JOIN student s ON s.id = h.studentId CROSS JOIN person p ON p.id = s.personId
   WHERE ${condition} ORDER BY isLive DESC, h.startDate DESC, h.id LIMIT @limit OFFSET @offset`;

/** Legal holds, of one student or of all within the scope. */
export function readHolds(db: Reader, filter: { studentId: string | null; date: string }, scope: RowScope, paging: { offset: number; limit: number }): { total: number; rows: LegalHold[] } {
  const limited = studentsInScope(scope, 'h.studentId');
  const condition = `h.deletedAt IS NULL AND (@studentId IS NULL OR h.studentId = @studentId) AND ${limited.sql}`;
  const params = { studentId: filter.studentId, ...limited.params };
  const total = db.get<{ n: number }>(`SELECT count(*) AS n FROM legal_hold h WHERE ${condition}`, params)?.n ?? 0;
  const rows = db.all<Omit<LegalHold, 'isLive'> & { isLive: number }>(holdPageSql(condition), { ...params, date: filter.date, ...paging });
  return { total, rows: rows.map((row) => ({ ...row, isLive: row.isLive === 1 })) };
}

/** Whose a hold is. */
export function studentOfHold(db: Reader, id: string): string | undefined {
  return db.get<{ studentId: string }>('SELECT studentId FROM legal_hold WHERE id = ? AND deletedAt IS NULL', [id])?.studentId;
}

/** Whether something of a student must be kept on a day, whatever the rules say. */
export function isHeld(db: Reader, studentId: string, date: string): boolean {
  return db.get(`SELECT 1 FROM legal_hold h WHERE h.studentId = @studentId AND ${isHoldLive('h')}`, { studentId, date }) !== undefined;
}
