import type { Reader } from '../store/reader.ts';

/** The classes in which a student had a place on a day. */
export function readClassesOn(db: Reader, studentId: string, date: string): { id: string; code: string; nameEl: string; nameEn: string; startDate: string }[] {
  return db.all(
    `SELECT s.id, s.code, c.nameEl, c.nameEn, p.startDate FROM section_enrolment p JOIN section s ON s.id = p.sectionId JOIN course c ON c.id = s.courseId
     WHERE p.studentId = @studentId AND p.deletedAt IS NULL AND p.startDate <= @date AND (p.endDate IS NULL OR p.endDate >= @date) ORDER BY s.code`, { studentId, date });
}
