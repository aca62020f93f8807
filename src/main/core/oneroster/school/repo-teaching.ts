import type { Reader } from '../../store/reader.ts';

export interface PlaceRow { id: string; sectionId: string; studentId: string; startDate: string; endDate: string | null }
export interface TeachingRow { id: string; sectionId: string; staffId: string; role: string; startDate: string; endDate: string | null }
export interface MembershipRow { id: string; studentId: string; yearId: string; level: string; division: string; startDate: string; endDate: string | null }
export interface AssessmentRow {
  id: string; sectionId: string; termId: string; termType: string; yearId: string; title: string; description: string | null; maxScore: number; weight: number; dueDate: string; categoryId: string | null;
}
export interface CategoryRow { id: string; nameEl: string; weight: number }
export interface ScoreRow { id: string; assessmentId: string; sectionId: string; studentId: string; value: number | null; state: string; comment: string | null; dueDate: string }

const given = (ids: readonly string[]) => ({ ids: JSON.stringify(ids) });

/** The places of some students in sections of a year. */
export const readPlaces = (db: Reader, studentIds: readonly string[], yearId: string): PlaceRow[] => db.all(
  `SELECT se.id, se.sectionId, se.studentId, se.startDate, se.endDate FROM json_each(@ids) j CROSS JOIN section_enrolment se ON se.studentId = j.value
   JOIN section s ON s.id = se.sectionId AND s.yearId = @yearId AND s.deletedAt IS NULL WHERE se.deletedAt IS NULL ORDER BY se.studentId, se.startDate, se.id`, { ...given(studentIds), yearId });

/** The divisions that some students were in in a year. */
export const readMemberships = (db: Reader, studentIds: readonly string[], yearId: string): MembershipRow[] => db.all(
  `SELECT h.id, h.studentId, h.yearId, h.level, h.division, h.startDate, h.endDate FROM json_each(@ids) j CROSS JOIN homeroom_membership h ON h.studentId = j.value
   WHERE h.yearId = @yearId AND h.deletedAt IS NULL ORDER BY h.studentId, h.startDate`, { ...given(studentIds), yearId });

/** Who teaches the sections of a year. */
export const readTeaching = (db: Reader, yearId: string): TeachingRow[] => db.all(
  `SELECT ss.id, ss.sectionId, ss.staffId, ss.role, ss.startDate, ss.endDate FROM section s JOIN section_staff ss ON ss.sectionId = s.id
   JOIN staff st ON st.id = ss.staffId AND st.archivedAt IS NULL AND st.deletedAt IS NULL WHERE s.yearId = @yearId AND s.deletedAt IS NULL AND ss.deletedAt IS NULL ORDER BY ss.id`, { yearId });

/** The assessments of some sections. */
export const readAssessments = (db: Reader, sectionIds: readonly string[]): AssessmentRow[] => db.all(
  `SELECT a.id, a.sectionId, a.termId, t.type AS termType, t.yearId, a.title, a.description, a.maxScore, a.weight, a.dueDate, a.categoryId
   FROM json_each(@ids) j CROSS JOIN assessment a ON a.sectionId = j.value JOIN term t ON t.id = a.termId WHERE a.deletedAt IS NULL ORDER BY a.sectionId, a.dueDate, a.id`, given(sectionIds));

/** Categories by id. */
export const readCategories = (db: Reader, ids: readonly string[]): CategoryRow[] =>
  db.all('SELECT id, nameEl, weight FROM grading_category WHERE id IN (SELECT value FROM json_each(@ids))', given(ids));

/** What stands in some assessments. */
export const readScores = (db: Reader, assessmentIds: readonly string[]): ScoreRow[] => db.all(
  `SELECT s.id, s.assessmentId, a.sectionId, s.studentId, s.value, s.state, s.comment, a.dueDate FROM json_each(@ids) j CROSS JOIN assessment a ON a.id = j.value
   CROSS JOIN score s ON s.assessmentId = a.id WHERE s.deletedAt IS NULL ORDER BY s.assessmentId, s.studentId`, given(assessmentIds));
