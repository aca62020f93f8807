import { RollbookError } from '#contract/errors.ts';
import type { CommandContext } from '../kernel/context.ts';
import { localDate } from '../kernel/dates.ts';
import { readSchoolId } from '../settings/index.ts';
import { detailsOf, type LoadedStudents } from './loaded-students.ts';
import { haveYearsChanged, readKnown, readTouchedSince } from './repo-known.ts';
import { ImportWriter } from './repo-write.ts';

const rowsPerStep = 500;

/** Writes every row that creates or changes a student. Throws `conflict` if the school is no longer what the preview showed. */
export function commitStudents(ctx: CommandContext, loaded: LoadedStudents): void {
  checkUntouched(ctx, loaded);
  const yearId = loaded.year?.id ?? null;
  const writer = new ImportWriter(ctx.db, { orgId: readSchoolId(ctx.db), yearId, today: localDate(ctx.now) });
  const rows = [...loaded.plan.rowsOf('create'), ...loaded.plan.rowsOf('change')].sort((a, b) => a - b);
  for (let start = 0; start < rows.length; start += rowsPerStep) {
    ctx.checkCancelled();
    ctx.progress(start, rows.length);
    for (const { values, known, comparison } of detailsOf(loaded, rows.slice(start, start + rowsPerStep), (ids) => readKnown(ctx.db, ids, yearId))) {
      if (known) writer.change(values, known, comparison);
      else writer.create(values, comparison);
    }
  }
  ctx.checkCancelled();
  ctx.progress(rows.length, rows.length);
}

/**
 * A preview is a promise. If somebody has since edited a student whom the import changes, or entered one whom it would create,
 * the promise no longer holds and has to be made again; edits of anybody else do not matter.
 */
function checkUntouched(ctx: CommandContext, loaded: LoadedStudents): void {
  const { plan, index, reader, seenChangeSet } = loaded;
  const stale = () => new RollbookError('conflict', { messageKey: 'import.previewAgain' });
  if (haveYearsChanged(ctx.db, seenChangeSet, ctx.stamp.changeSetId)) throw stale();
  const touched = readTouchedSince(ctx.db, seenChangeSet, ctx.stamp.changeSetId);
  if (touched.length === 0) return;
  const ids = new Set(touched.map(({ studentId }) => studentId));
  for (const row of plan.rowsOf('change')) if (ids.has(index.identities[plan.slotOf(row)]?.studentId ?? '')) throw stale();
  const numbers = new Set(touched.map(({ studentNo }) => studentNo)), names = new Set(touched.map(({ sortKey }) => sortKey));
  for (const row of plan.rowsOf('create')) {
    const values = reader.read(row)?.values;
    if (values && (numbers.has(plan.numberFor(row) ?? values.studentNo) || names.has(reader.nameKey(values)))) throw stale();
  }
}
