import type { CourseResult, StudentResult } from './rules-class.ts';

/** A line that is there already. */
export interface Written { id: string; studentId: string; courseId: string; value: number | null; scaleId: string | null }
/** A course that a student finished, and the line that stands for it. */
export interface Finished { studentId: string; level: string; course: CourseResult & { mark: NonNullable<CourseResult['mark']> }; written: Written | null }
/** What writing the transcripts of a year comes to. */
export interface TranscriptPlan { fresh: Finished[]; same: Finished[]; corrected: Finished[]; incomplete: { studentId: string; courses: number }[] }

/**
 * Sorts the finished courses of a year by what becomes of their lines: written, left as they are, or corrected, when the posted grade is another by now.
 * Titles and credits are not compared: a line keeps those of the day on which it was written.
 */
export function planTranscripts(results: readonly StudentResult[], written: readonly Written[]): TranscriptPlan {
  const lines = new Map(written.map((line) => [`${line.studentId} ${line.courseId}`, line]));
  const plan: TranscriptPlan = { fresh: [], same: [], corrected: [], incomplete: [] };
  for (const { pupil, courses, summary } of results) {
    if (summary.missing > 0) plan.incomplete.push({ studentId: pupil.studentId, courses: summary.missing });
    for (const course of courses) {
      const { mark } = course;
      if (!mark) continue;
      const line = lines.get(`${pupil.studentId} ${course.courseId}`) ?? null;
      const kind = line === null ? 'fresh' : line.value === mark.value && line.scaleId === mark.scaleId ? 'same' : 'corrected';
      plan[kind].push({ studentId: pupil.studentId, level: pupil.level, course: { ...course, mark }, written: line });
    }
  }
  return plan;
}
