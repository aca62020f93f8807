import type { AttendanceMark } from '#contract/attendance.ts';
import { attendanceMark, attendanceSubmission } from '../store/schema/index.ts';
import type { Reader } from '../store/reader.ts';
import type { Writer } from '../store/writer.ts';

/** What a sheet is of. Without section and period: the division's whole day. */
export interface Slot { date: string; yearId: string; level: string; division: string | null; sectionId: string | null; period: number | null }
export interface SheetMark extends AttendanceMark { studentId: string; sectionId: string | null; period: number | null; date: string }
interface StoredMark extends Omit<SheetMark, 'hasDocument'> { hasDocument: number }

const markColumns = `m.id, m.rev, m.studentId, m.date, m.sectionId, m.period, m.codeId, m.source, m.minutes, m.note, m.attachmentId IS NOT NULL AS hasDocument,
  u.displayName AS "by", m.updatedAt AS at`;
const toMark = (row: StoredMark): SheetMark => ({ ...row, hasDocument: row.hasDocument === 1 });

/** SQL of the live marks of students (a JSON list of ids) between two dates. */
export const marksSql = `SELECT ${markColumns} FROM json_each(@students) j CROSS JOIN attendance_mark m ON m.studentId = j.value AND m.date BETWEEN @from AND @to
  LEFT JOIN user u ON u.id = m.updatedBy WHERE m.deletedAt IS NULL ORDER BY m.date, m.period, m.source, m.id`;

/** The live marks of students between two dates, whole days and lessons. */
export function readMarks(db: Reader, students: readonly string[], from: string, to: string): SheetMark[] {
  return db.all<StoredMark>(marksSql, { students: JSON.stringify(students), from, to }).map(toMark);
}

/** The key of a mark's place; the one row of a source there, removed or not. */
export function findMark(db: Reader, studentId: string, slot: Pick<Slot, 'date' | 'sectionId' | 'period'>, source: 'teacher' | 'office') {
  return db.get<{ id: string; rev: number; deletedAt: number | null }>(
    `SELECT id, rev, deletedAt FROM attendance_mark WHERE studentId = @studentId AND date = @date AND +sectionId IS @sectionId AND +period IS @period AND source = @source`,
    { studentId, date: slot.date, sectionId: slot.sectionId, period: slot.period, source });
}

export interface MarkDraft { codeId: string; minutes: number | null; note: string | null; attachmentId?: string | null }

/** Writes a mark: the place's one row is changed or brought back, so that its whole history is in one record. With `rev`, throws `conflict`. */
export function writeMark(db: Writer, studentId: string, slot: Pick<Slot, 'date' | 'sectionId' | 'period'>, source: 'teacher' | 'office', draft: MarkDraft, rev?: number | null): void {
  const row = findMark(db, studentId, slot, source);
  if (row) db.update(attendanceMark, row.id, { ...draft, deletedAt: null }, rev);
  else db.insert(attendanceMark, { studentId, date: slot.date, sectionId: slot.sectionId, period: slot.period, source, ...draft });
}

/** Takes a mark back, where there is one. */
export function removeMark(db: Writer, studentId: string, slot: Pick<Slot, 'date' | 'sectionId' | 'period'>, source: 'teacher' | 'office', rev?: number | null): void {
  const row = findMark(db, studentId, slot, source);
  if (row && row.deletedAt === null) db.remove(attendanceMark, row.id, rev);
}

export interface SubmissionRow { id: string; rev: number; expected: number; by: string | null; at: number; deletedAt: number | null; changeSetId: number }

/** That a sheet was taken, and by whom last; removed ones too. */
export function findSubmission(db: Reader, slot: Slot): SubmissionRow | undefined {
  const columns = 'a.id, a.rev, a.expected, u.displayName AS "by", a.updatedAt AS at, a.deletedAt, a.changeSetId';
  return slot.sectionId === null
    ? db.get<SubmissionRow>(`SELECT ${columns} FROM attendance_submission a LEFT JOIN user u ON u.id = a.updatedBy
        WHERE a.date = @date AND a.level = @level AND a.division = @division AND a.sectionId IS NULL`, { date: slot.date, level: slot.level, division: slot.division })
    : db.get<SubmissionRow>(`SELECT ${columns} FROM attendance_submission a LEFT JOIN user u ON u.id = a.updatedBy
        WHERE a.sectionId = @sectionId AND a.date = @date AND a.period = @period AND a.sectionId IS NOT NULL`,
      { date: slot.date, sectionId: slot.sectionId, period: slot.period });
}

/** Says that a sheet was taken of so many. */
export function writeSubmission(db: Writer, slot: Slot, expected: number): void {
  const row = findSubmission(db, slot);
  if (row) db.update(attendanceSubmission, row.id, { expected, deletedAt: null });
  else db.insert(attendanceSubmission, { ...slot, expected });
}

/**
 * The change set that last wrote into a sheet: its submission, and the marks of these students in it, removed ones too.
 * `sources`: whose marks count.
 */
export function readVersion(db: Reader, slot: Slot, students: readonly string[], sources: readonly string[]): number {
  const marks = db.get<{ version: number | null }>(
    `SELECT max(m.changeSetId) AS version FROM json_each(@students) j CROSS JOIN attendance_mark m ON m.studentId = j.value AND m.date = @date
     WHERE +m.sectionId IS @sectionId AND +m.period IS @period AND m.source IN (SELECT value FROM json_each(@sources))`,
    { students: JSON.stringify(students), date: slot.date, sectionId: slot.sectionId, period: slot.period, sources: JSON.stringify(sources) });
  return Math.max(marks?.version ?? 0, findSubmission(db, slot)?.changeSetId ?? 0);
}
