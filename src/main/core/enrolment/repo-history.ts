import type { Reader } from '../store/reader.ts';

export interface DivisionStretch { id: string; enrolmentId: string; level: string; division: string; startDate: string; endDate: string | null; reason: string | null }

/** The divisions that a student has been in, latest first. */
export function readDivisionHistory(db: Reader, studentId: string): DivisionStretch[] {
  return db.all<DivisionStretch>(
    `SELECT id, enrolmentId, level, division, startDate, endDate, reason FROM homeroom_membership WHERE studentId = ? AND deletedAt IS NULL
     ORDER BY startDate DESC`, [studentId]);
}

export interface StudentPlace {
  id: string; rev: number; sectionId: string; code: string; nameEl: string; nameEn: string; yearLabel: string;
  startDate: string; endDate: string | null; reason: string | null;
}

/** A student's places in classes, the running ones first. */
export function readPlacesOf(db: Reader, studentId: string): StudentPlace[] {
  return db.all<StudentPlace>(
    `SELECT p.id, p.rev, p.sectionId, s.code, c.nameEl, c.nameEn, y.label AS yearLabel, p.startDate, p.endDate, p.reason
     FROM section_enrolment p JOIN section s ON s.id = p.sectionId JOIN course c ON c.id = s.courseId JOIN academic_year y ON y.id = s.yearId
     WHERE p.studentId = ? AND p.deletedAt IS NULL ORDER BY y.startDate DESC, p.endDate IS NOT NULL, s.code, p.startDate`, [studentId]);
}
