import type { NamedStudent } from '#contract/conduct.ts';
import type { Reader } from '../store/reader.ts';

/** The columns of a student as lists of conduct name them, after `studentJoins` with the alias `x` of the row that has `studentId`. */
export const studentColumns = 's.id AS studentId, s.studentNo, p.familyEl, p.givenEl, p.familyLatin, p.givenLatin, c.level, c.division';
export const studentJoins = 'CROSS JOIN student s ON s.id = x.studentId CROSS JOIN person p ON p.id = s.personId LEFT JOIN student_card c ON c.studentId = s.id';

/** A row that carries a student's columns beside its own. */
export type WithStudent = NamedStudent;

/** Takes the student's columns of a row together. */
export function studentOf(row: WithStudent): NamedStudent {
  const { studentId, studentNo, familyEl, givenEl, familyLatin, givenLatin, level, division } = row;
  return { studentId, studentNo, familyEl, givenEl, familyLatin, givenLatin, level, division };
}

/** Whose a record is; undefined when it is gone. The table names are this domain's own. */
export function ownerOf(db: Reader, table: 'highlight' | 'intervention', id: string): string | undefined {
  return db.get<{ studentId: string }>(`SELECT studentId FROM ${table} WHERE id = ? AND deletedAt IS NULL`, [id])?.studentId;
}

/** How often a live record was changed. */
export function revOf(db: Reader, table: 'highlight' | 'intervention' | 'incident' | 'follow_up' | 'performance_category', id: string): number | undefined {
  return db.get<{ rev: number }>(`SELECT rev FROM ${table} WHERE id = ? AND deletedAt IS NULL`, [id])?.rev;
}
