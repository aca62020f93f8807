import type { Reader } from '../store/reader.ts';

/** Where a row of each yearly table has its year: the columns are those of the row, or of its last image when it was deleted. */
const bySection = 'JOIN section s ON s.id = coalesce(x.sectionId, r.before ->> \'sectionId\') JOIN academic_year y ON y.id = s.yearId';
const byYear = 'JOIN academic_year y ON y.id = coalesce(x.yearId, r.before ->> \'yearId\')';
const byDate = 'JOIN academic_year y ON coalesce(x.date, r.before ->> \'date\') BETWEEN y.startDate AND y.endDate';
const yearOf: Readonly<Record<string, string>> = {
  enrolment: byYear, homeroom: byYear, homeroom_membership: byYear, section: byYear, attendance_submission: byYear, term: byYear,
  section_enrolment: bySection, section_staff: bySection, section_term: bySection, meeting: bySection, assessment: bySection, posted_grade: bySection,
  score: 'JOIN assessment a ON a.id = coalesce(x.assessmentId, r.before ->> \'assessmentId\') JOIN section s ON s.id = a.sectionId JOIN academic_year y ON y.id = s.yearId',
  attendance_mark: byDate, calendar_day: byDate,
};

/**
 * The label of a closed year in which an open change set has written, unless it gives a reason, takes something back, or closed
 * (or opened) that year itself. A closed year is read-only except through a correction.
 */
export function findClosedYearWritten(db: Reader, changeSetId: number): string | undefined {
  const closed = db.get(`SELECT 1 FROM academic_year WHERE status = 'closed' AND deletedAt IS NULL AND changeSetId <> ?`, [changeSetId]);
  if (!closed) return undefined;
  const head = db.get<{ reason: string | null; undoes: number | null }>('SELECT reason, undoes FROM change_set WHERE id = ?', [changeSetId]);
  if (head?.reason || head?.undoes) return undefined;
  const entities = db.all<{ entity: string }>('SELECT DISTINCT entity FROM row_change WHERE changeSetId = ?', [changeSetId]);
  for (const { entity } of entities) {
    const join = yearOf[entity];
    if (!join) continue;
    const found = db.get<{ label: string }>(
      `SELECT y.label FROM row_change r LEFT JOIN "${entity}" x ON x.id = r.rowId ${join}
       WHERE r.changeSetId = @id AND r.entity = @entity AND y.status = 'closed' AND y.changeSetId <> @id LIMIT 1`, { id: changeSetId, entity });
    if (found) return found.label;
  }
  return undefined;
}
