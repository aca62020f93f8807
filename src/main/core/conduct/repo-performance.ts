import type { PerformanceCategory } from '#contract/conduct.ts';
import { sectionsInScope, studentsInScope, type RowScope } from '../access/index.ts';
import type { Reader } from '../store/reader.ts';

/** The categories in their order, archived ones too. */
export function readCategories(db: Reader): PerformanceCategory[] {
  return db.all('SELECT id, rev, nameEl, nameEn, min, max, position, archivedAt FROM performance_category WHERE deletedAt IS NULL ORDER BY position, id');
}

export interface SectionRow { id: string; code: string; courseEl: string; courseEn: string; level: string | null; division: string | null }

/** Sections of a year within a scope, by division and course. */
export function readSections(db: Reader, yearId: string, scope: RowScope): SectionRow[] {
  const limited = sectionsInScope(scope, 's.id');
  return db.all<SectionRow>(
    `SELECT s.id, s.code, k.nameEl AS courseEl, k.nameEn AS courseEn, s.level, s.division FROM section s JOIN course k ON k.id = s.courseId
     WHERE s.yearId = @yearId AND s.deletedAt IS NULL AND ${limited.sql} ORDER BY s.level, s.division, k.nameEl, s.code`, { yearId, ...limited.params });
}

export interface GridStudent { studentId: string; studentNo: string; familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null }

/** Who sat in a section on a day and is within the scope, in the order of their names. */
export function readGridStudents(db: Reader, sectionId: string, date: string, scope: RowScope): GridStudent[] {
  const limited = studentsInScope(scope, 'se.studentId');
  return db.all<GridStudent>(
    `SELECT s.id AS studentId, s.studentNo, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin FROM student s JOIN person p ON p.id = s.personId
     WHERE s.deletedAt IS NULL AND s.id IN (SELECT se.studentId FROM section_enrolment se WHERE se.sectionId = @sectionId AND se.deletedAt IS NULL
       AND se.startDate <= @date AND (se.endDate IS NULL OR se.endDate >= @date) AND ${limited.sql}) ORDER BY p.sortKey, s.id`,
    { sectionId, date, ...limited.params });
}

export interface CellRow { id: string; rev: number; studentId: string; categoryId: string; score: number; note: string | null }

/** What was given in a section on a day. */
export function readCells(db: Reader, sectionId: string, date: string): CellRow[] {
  return db.all<CellRow>(
    'SELECT id, rev, studentId, categoryId, score, note FROM daily_performance WHERE sectionId = ? AND date = ? AND deletedAt IS NULL ORDER BY id', [sectionId, date]);
}
