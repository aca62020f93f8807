import type { FieldClass } from '#contract/permissions.ts';
import type { Reader } from '../store/reader.ts';
import { classOfRow, readImageAfter, readStudentChangeRows } from './repo-history.ts';
import { cellsOf, type Cell } from './rules-cells.ts';

/** One change of a record of a student, with what it changed as far as the field classes show it. */
export interface StudentChange { at: number; by: string | null; entity: string; action: 'create' | 'change' | 'remove'; cells: Cell[] }

const actions = { I: 'create', U: 'change', D: 'remove' } as const;

/** Who changed what of a student, latest first, at most `limit`. Cells are given of changes only: what was entered stands in the record itself. */
export function readStudentChanges(db: Reader, studentId: string, classes: readonly FieldClass[], limit: number): { changes: StudentChange[]; isCut: boolean } {
  const seen = new Set(classes);
  const rows = readStudentChangeRows(db, studentId, classes, limit + 1);
  const changes = rows.slice(0, limit).flatMap((row): StudentChange[] => {
    const before = JSON.parse(row.before ?? '{}') as Record<string, unknown>;
    const after = row.action === 'U' ? readImageAfter(db, row) ?? {} : {};
    if (!seen.has(classOfRow(db, row.entity, row.rowId, { ...before, ...after }))) return [];
    const cells = row.action === 'U' ? cellsOf(row.entity, 'U', before, after, seen) : [];
    return [{ at: row.at, by: row.by, entity: row.entity, action: actions[row.action], cells }];
  });
  return { changes, isCut: rows.length > limit };
}
