import type { ImportMapping } from '#contract/exchange.ts';
import type { Cells } from './detect-header.ts';
import { foldLabel } from './fold-label.ts';
import { matchColumns } from './match-columns.ts';
import { readScore } from './read-score.ts';

const searched = 300, highestMark = 100;
/** Columns of numbers that are no marks: the running number of the line, and what was computed from the others. */
const noMarks = new Set(['Α/Α', 'No', 'Nr', 'Ηλικία', 'Age', 'Έτος', 'Year', 'Τηλ', 'ΤΚ', 'Μ.Ο.', 'Μέσος όρος', 'Σύνολο', 'Average', 'Mean', 'Total', 'Sum', 'Απουσίες', 'Absences'].map(foldLabel));

interface Table { grid: Cells; header: readonly string[]; headerRow: number }

/** Columns, each of which holds marks under a heading of its own: at least half of what stands in them are marks, and no column is the score. */
export function findMarkColumns({ grid, header, headerRow }: Table, mapping: ImportMapping): number[] {
  if (mapping.includes('score')) return [];
  return header.flatMap((label, column) => {
    const field = mapping[column] ?? null;
    const isFree = (field === null || field === 'assessment') && foldLabel(label) !== '' && !noMarks.has(foldLabel(label));
    return isFree && holdsMarks(grid, headerRow, column) ? [column] : [];
  });
}

function holdsMarks(grid: Cells, headerRow: number, column: number): boolean {
  let filled = 0, marks = 0;
  for (let row = headerRow + 1; row < Math.min(grid.rows, headerRow + 1 + searched); row += 1) {
    const text = grid.cell(row, column).trim();
    if (text === '') continue;
    filled += 1;
    const read = readScore(text);
    if (read && (read.value === null || read.value <= highestMark)) marks += 1;
  }
  return filled > 0 && marks * 2 >= filled;
}

const sayWho: ReadonlySet<string> = new Set(['studentNo', 'fullName', 'familyEl', 'givenEl', 'fatherEl', 'level', 'division']);

/** True for a table that says of students nothing but who they are, beside two or more columns of marks. */
export function isMarkSheet(table: Table): boolean {
  const asStudents = matchColumns(table.header, 'students').filter((field) => field !== null);
  if (asStudents.length === 0 || !asStudents.every((field) => sayWho.has(field))) return false;
  return findMarkColumns(table, matchColumns(table.header, 'scores')).length >= 2;
}
