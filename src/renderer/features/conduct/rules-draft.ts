import type { PerformanceCategory, PerformanceCell } from '#contract/conduct.ts';

/** What was typed into a cell, by `student category`. */
export type Draft = ReadonlyMap<string, string>;
export interface GridStudent { studentId: string; cells: readonly PerformanceCell[] }
export interface WrittenCell { studentId: string; categoryId: string; rev: number | null; score: number | null; note: string | null }

export const keyOf = (studentId: string, categoryId: string): string => `${studentId} ${categoryId}`;
const cellOf = (student: GridStudent, categoryId: string) => student.cells.find((cell) => cell.categoryId === categoryId);

/** What a cell shows: what was typed, else what is stored. */
export function shownIn(draft: Draft, student: GridStudent, categoryId: string): string {
  return draft.get(keyOf(student.studentId, categoryId)) ?? String(cellOf(student, categoryId)?.score ?? '');
}

/** Whether a text is a score of the category, or empty. */
export function isScore(text: string, { min, max }: Pick<PerformanceCategory, 'min' | 'max'>): boolean {
  const trimmed = text.trim();
  return trimmed === '' || (/^\d+$/.test(trimmed) && Number(trimmed) >= min && Number(trimmed) <= max);
}

/** The cells whose value differs from the stored one, as the program takes them. */
export function changedCells(draft: Draft, students: readonly GridStudent[], categories: readonly PerformanceCategory[]): WrittenCell[] {
  return students.flatMap((student) => categories.flatMap(({ id: categoryId }): WrittenCell[] => {
    const typed = draft.get(keyOf(student.studentId, categoryId))?.trim();
    const stored = cellOf(student, categoryId);
    if (typed === undefined || typed === String(stored?.score ?? '')) return [];
    return [{ studentId: student.studentId, categoryId, rev: stored?.rev ?? null, score: typed === '' ? null : Number(typed), note: stored?.note ?? null }];
  }));
}

/** The value of a cell in every empty cell below it. */
export function fillDown(draft: Draft, students: readonly GridStudent[], categoryId: string, from: number): Map<string, string> {
  const next = new Map(draft);
  const first = students[from];
  const value = first ? shownIn(draft, first, categoryId) : '';
  for (const student of students.slice(from + 1)) if (shownIn(draft, student, categoryId).trim() === '') next.set(keyOf(student.studentId, categoryId), value);
  return next;
}
