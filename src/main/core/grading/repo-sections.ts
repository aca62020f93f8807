import type { RowScope } from '../access/index.ts';
import { sectionsInScope } from '../access/index.ts';
import type { Reader } from '../store/reader.ts';

export interface SectionRow {
  id: string; code: string; courseId: string; courseEl: string; courseEn: string; level: string | null; division: string | null;
  yearId: string; yearLabel: string; yearStatus: string; scaleId: string | null; isOwn: number;
}
const columns = `s.id, s.code, s.courseId, c.nameEl AS courseEl, c.nameEn AS courseEn, s.level, s.division, s.yearId`;
const taughtBy = `EXISTS (SELECT 1 FROM section_staff ss JOIN staff st ON st.id = ss.staffId
  WHERE ss.sectionId = s.id AND ss.deletedAt IS NULL AND ss.endDate IS NULL AND st.userId = @userId AND st.deletedAt IS NULL)`;

/** The sections of a year within a scope, those that the user teaches first. A few thousand at most: the handler searches and pages them, Greek folded. */
export function readSections(db: Reader, scope: RowScope, userId: string, yearId: string): SectionRow[] {
  const condition = sectionsInScope(scope, 's.id');
  return db.all<SectionRow>(
    `SELECT ${columns}, s.id IN (SELECT ss.sectionId FROM staff st CROSS JOIN section_staff ss ON ss.staffId = st.id AND ss.deletedAt IS NULL AND ss.endDate IS NULL
       WHERE st.userId = @userId AND st.deletedAt IS NULL) AS isOwn
     FROM section s JOIN course c ON c.id = s.courseId WHERE s.yearId = @yearId AND s.deletedAt IS NULL AND ${condition.sql}
     ORDER BY isOwn DESC, s.level, s.division, c.nameEl, s.code`, { userId, yearId, ...condition.params });
}

/** One section with its course's scale. */
export function readSection(db: Reader, id: string, userId: string): SectionRow | undefined {
  return db.get<SectionRow>(
    `SELECT ${columns}, y.label AS yearLabel, y.status AS yearStatus, c.scaleId, ${taughtBy} AS isOwn
     FROM section s JOIN course c ON c.id = s.courseId JOIN academic_year y ON y.id = s.yearId WHERE s.id = @id`, { id, userId });
}

export interface TermRow {
  id: string; parentId: string | null; nameEl: string; nameEn: string; startDate: string; endDate: string; lockedAt: number | null;
  postingOpens: string | null; postingCloses: string | null; weight: number;
}

/** The terms of a section's year, and those that the section is taught in (none: all). */
export function readTerms(db: Reader, sectionId: string): { terms: TermRow[]; taught: string[] } {
  return {
    terms: db.all<TermRow>(
      `SELECT t.id, t.parentId, t.nameEl, t.nameEn, t.startDate, t.endDate, t.lockedAt, t.postingOpens, t.postingCloses, t.weight
       FROM section s JOIN term t ON t.yearId = s.yearId AND t.deletedAt IS NULL WHERE s.id = ? ORDER BY t.startDate, t.endDate DESC`, [sectionId]),
    taught: db.all<{ termId: string }>('SELECT termId FROM section_term WHERE sectionId = ? AND deletedAt IS NULL', [sectionId]).map(({ termId }) => termId),
  };
}

export interface MemberRow {
  id: string; studentNo: string; familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null;
  startDate: string; endDate: string | null;
}

/** Who was in a section at any time between two days (both included), by name, with the first and last day of it all. */
export function readMembers(db: Reader, sectionId: string, from: string, to: string): MemberRow[] {
  return db.all<MemberRow>(
    `SELECT st.id, st.studentNo, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, m.startDate, nullif(m.endDate, '9999-12-31') AS endDate
     FROM (SELECT studentId, min(startDate) AS startDate, max(coalesce(endDate, '9999-12-31')) AS endDate FROM section_enrolment
       WHERE sectionId = @sectionId AND deletedAt IS NULL AND startDate <= @to AND (endDate IS NULL OR endDate >= @from) GROUP BY studentId) m
     CROSS JOIN student st ON st.id = m.studentId AND st.deletedAt IS NULL CROSS JOIN person p ON p.id = st.personId
     ORDER BY p.sortKey, st.id`, { sectionId, from, to });
}
