import type { Output } from '#contract/index.ts';
import type { Reader } from '../store/reader.ts';

type Line = Omit<Output<'transcripts.list'>['lines'][number], 'passed' | 'isExternal'> & { passed: number | null; isExternal: number };

const columns = `id, rev, yearId, yearLabel, termLabelEl, termLabelEn, level, courseCode, titleEl, titleEn, credits, ects, hours, value, gradeEl, gradeEn, gradePoints,
  passed, isExternal, schoolName`;

/** A student's transcript lines, the oldest year first, other schools' before one's own. */
export function readLines(db: Reader, studentId: string): Line[] {
  return db.all<Line>(
    `SELECT ${columns} FROM transcript_line WHERE studentId = ? AND deletedAt IS NULL ORDER BY yearLabel, isExternal DESC, titleEl, id`, [studentId]);
}

/** Whose a line is, and whether it is transferred work. */
export function findLine(db: Reader, id: string): { studentId: string; isExternal: number } | undefined {
  return db.get('SELECT studentId, isExternal FROM transcript_line WHERE id = ? AND deletedAt IS NULL', [id]);
}

export interface WrittenLine { id: string; studentId: string; courseId: string; value: number | null; scaleId: string | null }

/** The lines of a year that are written for some students. */
export function readWritten(db: Reader, yearId: string, students: readonly string[]): WrittenLine[] {
  return db.all<WrittenLine>(
    `SELECT t.id, t.studentId, t.courseId, t.value, t.scaleId FROM json_each(@students) j
     CROSS JOIN transcript_line t ON t.studentId = j.value AND t.yearId = @yearId AND t.courseId IS NOT NULL AND t.deletedAt IS NULL`,
    { yearId, students: JSON.stringify(students) });
}
