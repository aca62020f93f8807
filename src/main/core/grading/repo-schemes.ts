import type { Reader } from '../store/reader.ts';
import type { Writer } from '../store/writer.ts';

export type SchemeLevel = 'section' | 'course' | 'school';
export interface SchemeRow {
  id: string; rev: number; version: number; level: SchemeLevel; missingPolicy: 'zero' | 'drop'; penaltyPerAbsence: number | null; penaltyCap: number | null; isPosted: number;
}
export interface CategoryRow { id: string; nameEl: string; nameEn: string; weight: number; dropLowest: number; lineage: string }

const columns = `g.id, g.rev, g.version, g.missingPolicy, g.penaltyPerAbsence, g.penaltyCap`;
/** Which scheme each level looks at: the newest of its own. The school's is the only one without section and course. */
const ofLevel: Readonly<Record<SchemeLevel, string>> = {
  section: 'g.sectionId = @ownerId', course: 'g.courseId = @ownerId AND g.sectionId IS NULL', school: 'g.courseId IS NULL AND g.sectionId IS NULL AND @ownerId IS NULL',
};

/** The newest version of a section's, a course's or (`ownerId` null) the school's own scheme. */
export function readScheme(db: Reader, level: SchemeLevel, ownerId: string | null): SchemeRow | undefined {
  const row = db.get<Omit<SchemeRow, 'level' | 'isPosted'>>(
    `SELECT ${columns} FROM grading_scheme g WHERE ${ofLevel[level]} AND g.deletedAt IS NULL ORDER BY g.version DESC LIMIT 1`, { ownerId });
  return row && { ...row, level, isPosted: 0 };
}

/** Whether a grade was posted by this version of a scheme. */
export function isPosted(db: Reader, schemeId: string): boolean {
  return db.get('SELECT 1 FROM posted_grade WHERE schemeId = ? LIMIT 1', [schemeId]) !== undefined;
}

/** The categories of a scheme in their order. */
export function readCategories(db: Reader, schemeId: string): CategoryRow[] {
  return db.all<CategoryRow>(
    `SELECT id, nameEl, nameEn, weight, dropLowest, coalesce(originId, id) AS lineage FROM grading_category
     WHERE schemeId = ? AND deletedAt IS NULL ORDER BY position, id`, [schemeId]);
}

/** The oldest category that a category carries on. */
export function findLineage(db: Reader, categoryId: string): string | undefined {
  return db.get<{ lineage: string }>('SELECT coalesce(originId, id) AS lineage FROM grading_category WHERE id = ?', [categoryId])?.lineage;
}

/** Where assessments are counted: in one section, in the sections of a course, or (both null) everywhere. */
export interface CountedIn { sectionId: string | null; courseId: string | null }

/** Live assessments that stand in a category or in one that shares its origin. */
export function countInLineage(db: Reader, lineage: string, { sectionId, courseId }: CountedIn): number {
  return db.get<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT id FROM grading_category WHERE id = @lineage UNION SELECT id FROM grading_category WHERE originId = @lineage) c
     CROSS JOIN assessment a ON a.categoryId = c.id AND a.deletedAt IS NULL CROSS JOIN section s ON s.id = a.sectionId
     WHERE (@sectionId IS NULL OR s.id = @sectionId) AND (@courseId IS NULL OR s.courseId = @courseId)`, { lineage, sectionId, courseId })?.n ?? 0;
}

/** Every live version of a section's own scheme. */
export function readVersions(db: Reader, sectionId: string): string[] {
  return db.all<{ id: string }>('SELECT id FROM grading_scheme WHERE sectionId = ? AND deletedAt IS NULL', [sectionId]).map(({ id }) => id);
}

/** Whether a course exists. */
export function courseExists(db: Reader, id: string): boolean {
  return db.get('SELECT 1 FROM course WHERE id = ? AND deletedAt IS NULL', [id]) !== undefined;
}

/** Sets a scheme's rev: it is edited whole, so a change of its categories alone has to show in it too. */
export function setSchemeRev(db: Writer, id: string, rev: number): void {
  db.run('UPDATE grading_scheme SET rev = ? WHERE id = ?', [rev, id]);
}
