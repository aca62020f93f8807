import type { ImportMapping } from '#contract/exchange.ts';
import type { WideKind } from '#contract/import-options.ts';
import type { ImportField } from '#contract/import-targets.ts';
import type { Cells } from './detect-header.ts';

/** A column that holds marks of its own, and what its heading names. */
export interface MarkColumn { column: number; kind: WideKind; title: string }

const made: readonly ImportField[] = ['assessment', 'course', 'score'];

/**
 * A wide sheet of marks as one mark a row: what the line says of the student, then the assessment and the course that the heading names, and the
 * mark. A cell without a mark makes a blank row. `sourceRow` and `sourceColumn` lead back to the file.
 */
export function unpivot(grid: Cells, mapping: ImportMapping, headerRow: number, marks: readonly MarkColumn[]) {
  const first = headerRow + 1, width = grid.columns;
  const sourceRow = (row: number) => (row < first ? row : first + Math.floor((row - first) / marks.length));
  const markOf = (row: number) => (row < first ? undefined : marks[(row - first) % marks.length]);
  const isTaken = new Set(marks.map(({ column }) => column));
  const own = (field: ImportField) => mapping.findIndex((each, column) => each === field && !isTaken.has(column));
  const owned = { assessment: own('assessment'), course: own('course') };
  const said = (row: number, column: number) => (column < 0 ? '' : grid.cell(row, column));
  const cell = (row: number, column: number): string => {
    const mark = markOf(row), source = sourceRow(row);
    if (!mark) return '';
    const score = grid.cell(source, mark.column);
    if (score.trim() === '') return '';
    if (column < width) return grid.cell(source, column);
    const field = made[column - width];
    if (field === 'score') return score;
    return field === mark.kind ? mark.title : field === 'assessment' || field === 'course' ? said(source, owned[field]) : '';
  };
  const isMade = (field: ImportField | null) => field !== null && made.includes(field);
  return {
    grid: { rows: first + Math.max(0, grid.rows - first) * marks.length, columns: width + made.length, cell },
    mapping: [...mapping.map((field, column) => (isTaken.has(column) || isMade(field) ? null : field)), ...made],
    sourceRow, sourceColumn: (row: number) => markOf(row)?.column ?? null,
  };
}
