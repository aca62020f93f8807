import type { Output } from '#contract/index.ts';
import type { FieldClass } from '#contract/permissions.ts';
import type { Reader } from '../store/reader.ts';
import { classOfRow, labelOf, readChanges, readImageAfter, readSummary, type ChangeView } from './repo-history.ts';
import { cellsOf } from './rules-cells.ts';

const actions = { I: 'create', U: 'change', D: 'remove' } as const;

/** Whose eyes a change set is read with: `rowIds` limits it to these rows; what a class of fields hides is left out, rows and cells. */
export interface ChangeReading { rowIds: string[] | null; classes: ReadonlySet<FieldClass> }

const viewOf = ({ rowIds, classes }: ChangeReading): ChangeView => ({ rowIds, seesSafeguarding: classes.has('safeguarding') });

/** A page of what a change set touched, before and after. Undefined when there is none of that number. */
export function readChangeSet(db: Reader, id: number, reading: ChangeReading, paging: { offset: number; limit: number }): Output<'audit.get'> | undefined {
  const summary = readSummary(db, id);
  if (!summary) return undefined;
  const { total, rows } = readChanges(db, id, viewOf(reading), paging);
  const changes = rows.flatMap((row) => {
    const after = readImageAfter(db, row);
    const before = JSON.parse(row.before ?? '{}') as Record<string, unknown>;
    if (!reading.classes.has(classOfRow(db, row.entity, row.rowId, { ...before, ...after }))) return [];
    return [{
      entity: row.entity, rowId: row.rowId, action: actions[row.action], label: labelOf(db, row.entity, row.rowId, after ?? before),
      cells: cellsOf(row.entity, row.action, before, after ?? {}, reading.classes),
    }];
  });
  return { summary, total, changes };
}
