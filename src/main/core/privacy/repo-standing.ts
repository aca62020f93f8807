import type { Reader } from '../store/reader.ts';

/** Later than any day: a stay without a last day in a year that is not over has not been left. */
const never = '9999-12-31';

/**
 * The day on which each student left for good: the last day of the latest stay, or the end of its year where none was written and the year
 * is closed. Students who never were enrolled have not left.
 */
export const leavingSql = (condition: string): string =>
  `SELECT e.studentId, max(CASE WHEN e.lastAttendedDate IS NOT NULL THEN e.lastAttendedDate WHEN y.status = 'closed' THEN y.endDate ELSE '${never}' END) AS leftOn
   FROM enrolment e CROSS JOIN academic_year y ON y.id = e.yearId WHERE e.deletedAt IS NULL AND ${condition} GROUP BY e.studentId`;

/** Whether a student is still at the school on a day, or will be. */
export function isStillHere(db: Reader, studentId: string, date: string): boolean {
  const row = db.get<{ leftOn: string }>(leavingSql('e.studentId = ?'), [studentId]);
  return row !== undefined && row.leftOn >= date;
}
