import type { YearRow } from '../settings/index.ts';
import type { transcriptLine } from '../store/schema/index.ts';
import type { Reader } from '../store/reader.ts';
import type { NewRow } from '../store/writer.ts';
import { loadClass, resultsOf } from './read-results.ts';
import type { CourseRow } from './repo-class.ts';
import { planTranscripts, type Finished } from './rules-transcript.ts';

/** The grade of a line, copied in both languages so that it reads the same when the scale is long gone. */
export const gradeCells = ({ mark }: Finished['course']) => ({
  value: mark.value, gradeEl: mark.labelEl, gradeEn: mark.labelEn, gradePoints: mark.gradePoints, passed: mark.passes, scaleId: mark.scaleId,
});

/** A finished course as a line: what the course is called and worth today is copied. */
export function lineFrom(year: Pick<YearRow, 'id' | 'label'>, finished: Finished, course: CourseRow): NewRow<typeof transcriptLine> {
  return {
    studentId: finished.studentId, yearId: year.id, yearLabel: year.label, level: finished.level, courseId: course.id, courseCode: course.code,
    titleEl: course.nameEl, titleEn: course.nameEn, credits: course.credits, ects: course.ects, hours: course.weeklyHours, isExternal: false, ...gradeCells(finished.course),
  };
}

/** Every line of an ended year, as if none was written yet. For schools that are made in one go. */
export function listYearLines(db: Reader, year: Pick<YearRow, 'id' | 'label'>, today: string): NewRow<typeof transcriptLine>[] {
  const loaded = loadClass(db, { yearId: year.id }, { all: true });
  return planTranscripts(resultsOf(loaded, null, { today, among: null }), []).fresh.flatMap((finished) => {
    const course = loaded.courses.get(finished.course.courseId);
    return course ? [lineFrom(year, finished, course)] : [];
  });
}
