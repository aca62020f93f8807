import type { ImportRow } from '#contract/exchange.ts';
import type { Year } from './rules/compare-row.ts';
import { compareRow, type Known } from './rules/compare-row.ts';
import type { LookAlikes } from './rules/look-alikes.ts';
import type { IdentityIndex } from './rules/match-rows.ts';
import { finalValues, type RowPlan } from './rules/row-plan.ts';
import type { RowReader } from './rules/read-rows.ts';
import { problem, type Values } from './rules/values.ts';
import type { Comparison } from './rules/compare-row.ts';

/** A list of students that was read and planned. */
export interface LoadedStudents {
  reader: RowReader;
  plan: RowPlan;
  index: IdentityIndex;
  alikes: LookAlikes;
  year: Year | null;
  /** The newest change set when the school was looked at. */
  seenChangeSet: number;
}

/** A row with what it means, worked out anew. */
export interface Detail { row: number; values: Values; known: Known | null; comparison: Comparison }

/** The meaning of some rows, in their order. `loadKnown` reads students by id. */
export function detailsOf(loaded: LoadedStudents, rows: readonly number[], loadKnown: (ids: string[]) => Map<string, Known>): Detail[] {
  const { plan, reader, index, year } = loaded;
  const ids = rows.flatMap((row) => index.identities[plan.slotOf(row)]?.studentId ?? []);
  const known = ids.length > 0 ? loadKnown(ids) : new Map<string, Known>();
  return rows.flatMap((row) => {
    const read = reader.read(row);
    if (!read) return [];
    const values = finalValues(read.values, plan, row);
    const student = known.get(index.identities[plan.slotOf(row)]?.studentId ?? '') ?? null;
    const comparison = compareRow(values, student, year);
    comparison.problems.unshift(...read.problems, ...plan.problemsOf(row));
    comparison.notes.unshift(...read.notes);
    const number = plan.numberFor(row);
    if (number !== null) comparison.notes.unshift(read.values.studentNo === '' ? problem('numberGenerated', 'studentNo', { number }) : problem('numberTaken', 'studentNo', { value: read.values.studentNo, number }));
    return [{ row, values, known: student, comparison }];
  });
}

/** A row as the preview shows it. Refused rows show what the file says. */
export function toImportRow(loaded: LoadedStudents, { row, values, known, comparison }: Detail): ImportRow {
  const fate = loaded.plan.fateOf(row);
  return {
    line: row + 1, column: null, place: null, fate, studentId: known?.studentId ?? null,
    label: `${values.familyEl || known?.values.familyEl || ''} ${values.givenEl || known?.values.givenEl || ''}`.trim(),
    cells: fate === 'same' ? [] : comparison.changes,
    problems: fate === 'refused' ? comparison.problems : comparison.notes,
  };
}

