import type { RolloverDecision } from '#contract/rollover.ts';
import type { Reader } from '../store/reader.ts';

export interface OverrideRow { id: string; rev: number; studentId: string; decision: RolloverDecision; level: string | null; division: string | null; reason: string }

/** The registrar's decisions for a year. */
export function readOverrides(db: Reader, yearId: string): OverrideRow[] {
  return db.all<OverrideRow>('SELECT id, rev, studentId, decision, level, division, reason FROM rollover_override WHERE yearId = ? AND deletedAt IS NULL', [yearId]);
}

/** Whether a student has a stay in a year. */
export function hasStay(db: Reader, yearId: string, studentId: string): boolean {
  return db.get('SELECT 1 FROM enrolment WHERE studentId = ? AND yearId = ? AND deletedAt IS NULL', [studentId, yearId]) !== undefined;
}

/** The newest change set. */
export function readLatestChangeSet(db: Reader): number {
  return db.get<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM change_set')?.id ?? 0;
}

/** What a simulation rests on. A change elsewhere, a phone number say, does not make it stale. */
const restsOn = [
  'enrolment', 'student', 'academic_year', 'term', 'course', 'section', 'section_term', 'section_enrolment', 'posted_grade', 'scale',
  'attendance_mark', 'attendance_code', 'attendance_limit', 'homeroom',
];

/** Whether something that a simulation rests on was changed after a change set. */
export function hasChangedSince(db: Reader, changeSetId: number): boolean {
  return db.get(
    `SELECT 1 FROM row_change WHERE changeSetId > @changeSetId AND (entity IN (SELECT value FROM json_each(@entities)) OR (entity = 'setting' AND rowId = 'rollover')) LIMIT 1`,
    { changeSetId, entities: JSON.stringify(restsOn) }) !== undefined;
}

export interface NameRow { studentId: string; studentNo: string; familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null }

/** How some students are called. */
export function readNames(db: Reader, studentIds: readonly string[]): Map<string, NameRow> {
  return new Map(db.all<NameRow>(
    `SELECT s.id AS studentId, s.studentNo, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin
     FROM json_each(?) j CROSS JOIN student s ON s.id = j.value CROSS JOIN person p ON p.id = s.personId`, [JSON.stringify(studentIds)]).map((row) => [row.studentId, row]));
}

export interface RunRow { id: string; fromLabel: string; toLabel: string; counts: string; at: number; by: string }

/** Rollovers that were carried out and stand, latest first. */
export function readRuns(db: Reader): RunRow[] {
  return db.all<RunRow>(
    `SELECT r.id, f.label AS fromLabel, t.label AS toLabel, r.counts, r.createdAt AS at, coalesce(u.displayName, '') AS by
     FROM rollover_run r JOIN academic_year f ON f.id = r.fromYearId JOIN academic_year t ON t.id = r.toYearId LEFT JOIN user u ON u.id = r.createdBy
     WHERE r.deletedAt IS NULL ORDER BY r.createdAt DESC LIMIT 10`);
}
