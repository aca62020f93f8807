import type { QueryContext } from '../kernel/context.ts';
import { commitStudents } from './commit-students.ts';
import type { TargetPlan } from './target-plan.ts';
import { detailsOf, toImportRow, type LoadedStudents } from './loaded-students.ts';
import { readIdentities, readKnown, readLatestChangeSet } from './repo-known.ts';
import type { Sheet } from './sheet.ts';
import { studentQuestions } from './student-questions.ts';
import { LookAlikes } from './rules/look-alikes.ts';
import { IdentityIndex } from './rules/match-rows.ts';
import { planRows } from './rules/plan-rows.ts';
import { findRoleColumn, RowReader } from './rules/read-rows.ts';

/** Plans a list of students: themselves, contacts, this year's stay and a guardian, row by row. */
export async function planStudents(ctx: QueryContext, { view: { grid, mapping }, header, headerRow, year, today, options, pace }: Sheet): Promise<TargetPlan> {
  const seenChangeSet = readLatestChangeSet(ctx.db);
  const index = new IdentityIndex(readIdentities(ctx.db)), alikes = new LookAlikes(index.identities, 'alike');
  const reader = new RowReader(grid, mapping, { headerRow, today, latestYear: options.latestYear, roleColumn: findRoleColumn(header, mapping) });
  const loadKnown = (slots: readonly number[]) => {
    const ids = slots.flatMap((slot) => index.identities[slot]?.studentId ?? []);
    const known = readKnown(ctx.db, ids, year?.id ?? null);
    return new Map(slots.flatMap((slot) => {
      const student = known.get(index.identities[slot]?.studentId ?? '');
      return student ? [[slot, student] as const] : [];
    }));
  };
  const plan = await planRows({ reader, index, alikes, options, year, loadKnown, pace });
  const loaded: LoadedStudents = { reader, plan, index, alikes, year, seenChangeSet };
  return {
    counts: plan.counts,
    rowsOf: plan.rowsOf,
    describe: (now, rows) => detailsOf(loaded, rows, (ids) => readKnown(now.db, ids, year?.id ?? null)).map((detail) => toImportRow(loaded, detail)),
    questions: studentQuestions(loaded),
    write(command, onWritten) {
      commitStudents(command, loaded, onWritten);
      return [];
    },
  };
}
