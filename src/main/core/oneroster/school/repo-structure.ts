import type { Reader } from '../../store/reader.ts';
import { select, type Chosen } from './repo-chosen.ts';

export interface SchoolRow { id: string; nameEl: string; code: string | null }
export interface YearRow { id: string; label: string; startDate: string; endDate: string }
export interface TermRow { id: string; yearId: string; parentId: string | null; parentType: string | null; type: string; nameEl: string; startDate: string; endDate: string; yearEnd: string }
export interface CourseRow { id: string; code: string; nameEl: string; nameEn: string; credits: number | null; ects: number | null; weeklyHours: number | null; level: string | null; subject: string | null }
export interface SectionRow {
  id: string; courseId: string; yearId: string; code: string; level: string | null; division: string | null; room: string | null; capacity: number | null; courseEl: string; subject: string | null;
  /** Its terms, parted by commas; empty: all year. */
  terms: string; periods: string;
}
/** A class division of a year, whether or not it has a room of its own. */
export interface DivisionRow { id: string | null; yearId: string; level: string; division: string; room: string | null; capacity: number | null; staffId: string | null }

/** The school itself. */
export const readSchool = (db: Reader): SchoolRow | undefined =>
  db.get(`SELECT id, nameEl, code FROM org WHERE type = 'school' AND deletedAt IS NULL ORDER BY id LIMIT 1`);

/** The years. */
export const readYears = (db: Reader, chosen: Chosen): YearRow[] =>
  select(db, chosen, (rows) => `SELECT id, label, startDate, endDate FROM academic_year WHERE ${rows('id', 'id')} AND deletedAt IS NULL`);

/** The terms of a year but the one that is the year itself. */
export const readTerms = (db: Reader, chosen: Chosen): TermRow[] => select(db, chosen, (rows) =>
  `SELECT t.id, t.yearId, t.parentId, p.type AS parentType, t.type, t.nameEl, t.startDate, t.endDate, y.endDate AS yearEnd
   FROM term t JOIN academic_year y ON y.id = t.yearId LEFT JOIN term p ON p.id = t.parentId
   WHERE ${rows('t.id', 't.yearId')} AND t.type <> 'year' AND t.deletedAt IS NULL ORDER BY t.startDate, t.id`);

/** The courses that are in use, and those that sections of the year still have. */
export const readCourses = (db: Reader, chosen: Chosen): CourseRow[] => select(db, chosen, (rows) =>
  `SELECT c.id, c.code, c.nameEl, c.nameEn, c.credits, c.ects, c.weeklyHours, c.level, d.nameEl AS subject FROM course c LEFT JOIN org d ON d.id = c.departmentId
   WHERE ${'ids' in chosen ? rows('c.id', 'c.id') : '(c.archivedAt IS NULL OR EXISTS (SELECT 1 FROM section s WHERE s.courseId = c.id AND s.yearId = @yearId AND s.deletedAt IS NULL))'}
     AND c.deletedAt IS NULL ORDER BY c.code`);

/** The sections of a year. */
export const readSections = (db: Reader, chosen: Chosen): SectionRow[] => select(db, chosen, (rows) =>
  `SELECT s.id, s.courseId, s.yearId, s.code, s.level, s.division, s.room, s.capacity, c.nameEl AS courseEl, d.nameEl AS subject,
     (SELECT coalesce(group_concat(termId), '') FROM (SELECT st.termId FROM section_term st WHERE st.sectionId = s.id AND st.deletedAt IS NULL ORDER BY st.termId)) AS terms,
     (SELECT coalesce(group_concat(period), '') FROM (SELECT DISTINCT m.period FROM meeting m WHERE m.sectionId = s.id AND m.period IS NOT NULL AND m.deletedAt IS NULL ORDER BY m.period)) AS periods
   FROM section s JOIN course c ON c.id = s.courseId LEFT JOIN org d ON d.id = c.departmentId WHERE ${rows('s.id', 's.yearId')} AND s.deletedAt IS NULL ORDER BY s.code`);

/** The divisions that a year has, as places or by their students. */
export const readDivisions = (db: Reader, yearId: string): DivisionRow[] => db.all(
  `SELECT h.id, d.yearId, d.level, d.division, h.room, h.capacity, h.staffId
   FROM (SELECT yearId, level, division FROM homeroom WHERE yearId = @yearId AND deletedAt IS NULL
         UNION SELECT yearId, level, division FROM homeroom_membership WHERE yearId = @yearId AND deletedAt IS NULL) d
   LEFT JOIN homeroom h ON h.yearId = d.yearId AND h.level = d.level AND h.division = d.division AND h.deletedAt IS NULL ORDER BY d.level, d.division`, { yearId });
