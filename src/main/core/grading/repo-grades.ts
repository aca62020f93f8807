import type { Reader } from '../store/reader.ts';
import type { ScaleRange } from './rules-scale.ts';
import type { AbsenceMark } from './rules-posting.ts';

export interface ScaleRow extends ScaleRange {
  id: string; nameEl: string; nameEn: string; kind: string; passMark: number;
  bands: { labelEl: string; labelEn: string; threshold: number }[];
}
const columns = 'id, nameEl, nameEn, kind, min, max, step, passMark';

/** A scale with its bands, lowest first. */
export function readScale(db: Reader, id: string): ScaleRow | undefined {
  const row = db.get<Omit<ScaleRow, 'bands'>>(`SELECT ${columns} FROM scale WHERE id = ?`, [id]);
  return row && { ...row, bands: db.all('SELECT labelEl, labelEn, threshold FROM scale_band WHERE scaleId = ? AND deletedAt IS NULL ORDER BY threshold', [id]) };
}

/** The scale of courses that name none: the school's first, in the version that holds on a day; the next one where it has ended. */
export function findUsualScale(db: Reader, date: string): string | undefined {
  return db.get<{ id: string }>(
    `WITH RECURSIVE first AS (
       SELECT id, replacedById FROM (SELECT id, replacedById FROM scale WHERE deletedAt IS NULL ORDER BY id LIMIT 1)
       UNION SELECT s.id, s.replacedById FROM first f JOIN scale s ON s.id = f.replacedById AND s.deletedAt IS NULL)
     SELECT id FROM scale WHERE deletedAt IS NULL AND (validFrom IS NULL OR validFrom <= @date) AND (validTo IS NULL OR validTo >= @date)
     ORDER BY id IN (SELECT id FROM first) DESC, id LIMIT 1`, { date })?.id;
}

export interface PostedRow { id: string; rev: number; sectionId: string; termId: string; studentId: string; scaleId: string; value: number; isOverride: number | null; isCorrection: number }
const posted = `g.id, g.rev, g.sectionId, g.termId, g.studentId, g.scaleId, g.value, g.isOverride,
  EXISTS (SELECT 1 FROM posted_grade o WHERE o.studentId = g.studentId AND o.termId = g.termId AND o.sectionId = g.sectionId AND o.replacedById = g.id AND o.deletedAt IS NULL) AS isCorrection`;

/** The grades of a section and term that hold: corrected ones are left out. */
export function readPosted(db: Reader, sectionId: string, termId: string): PostedRow[] {
  return db.all<PostedRow>(`SELECT ${posted} FROM posted_grade g WHERE g.sectionId = ? AND g.termId = ? AND g.deletedAt IS NULL AND g.replacedById IS NULL`, [sectionId, termId]);
}

/** One posted grade, while it holds. */
export function readPostedGrade(db: Reader, id: string): PostedRow | undefined {
  return db.get<PostedRow>(`SELECT ${posted} FROM posted_grade g WHERE g.id = ? AND g.deletedAt IS NULL AND g.replacedById IS NULL`, [id]);
}

export interface GivenRow {
  id: string; value: number; computed: number | null; penalty: number | null; isOverride: number | null; reason: string | null; schemeVersion: number | null;
  postedAt: number; postedBy: string | null; replacedById: string | null; passMark: number;
}

/** Every grade that a student was given in a section and term, the newest first. */
export function readGiven(db: Reader, sectionId: string, termId: string, studentId: string): GivenRow[] {
  return db.all<GivenRow>(
    `SELECT g.id, g.value, g.computed, g.penalty, g.isOverride, g.reason, g.schemeVersion, g.createdAt AS postedAt, u.displayName AS postedBy, g.replacedById, s.passMark
     FROM posted_grade g JOIN scale s ON s.id = g.scaleId LEFT JOIN user u ON u.id = g.createdBy
     WHERE g.studentId = ? AND g.termId = ? AND g.sectionId = ? AND g.deletedAt IS NULL ORDER BY g.createdAt DESC, g.id DESC`, [studentId, termId, sectionId]);
}

/** A student's absences between two days that bear on a section: its own lessons and whole days. */
export function readAbsences(db: Reader, studentId: string, sectionId: string, from: string, to: string): AbsenceMark[] {
  return db.all<Omit<AbsenceMark, 'penalises'> & { penalises: number }>(
    `SELECT m.date, m.sectionId, m.period, m.source, (c.penalises = 1 AND c.excused = 0) AS penalises
     FROM attendance_mark m JOIN attendance_code c ON c.id = m.codeId
     WHERE m.studentId = @studentId AND m.date BETWEEN @from AND @to AND m.deletedAt IS NULL AND (m.sectionId = @sectionId OR m.sectionId IS NULL)`,
    { studentId, sectionId, from, to }).map((mark) => ({ ...mark, penalises: mark.penalises === 1 }));
}
