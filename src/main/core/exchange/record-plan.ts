import type { Fate, ImportProblem, ImportRow } from '#contract/exchange.ts';
import type { ImportField, ImportTarget } from '#contract/import-targets.ts';
import { RollbookError } from '#contract/errors.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import { readIdentities } from './repo-known.ts';
import { IdentityIndex } from './rules/match-rows.ts';
import { RecordReader } from './rules/read-records.ts';
import type { RecordValues } from './rules/record-values.ts';
import { problem } from './rules/values.ts';
import type { Sheet } from './sheet.ts';
import type { LateRefusal, TargetPlan } from './target-plan.ts';
import type { ZipFiles } from './zip-files.ts';
import { writeOneByOne } from './write-one-by-one.ts';

export type Context = QueryContext | CommandContext;
/** What rows refer to, read once for a plan. */
export interface Surroundings { students: IdentityIndex; yearId: string | null; today: string; files: ZipFiles | null }

/** What a row means for the school's records. */
export interface Meaning {
  /** What the row is called on the screen. */
  label: string;
  studentId: string | null;
  /** The same for two rows that are about the same record. */
  key: string;
  isNew: boolean;
  /** Values to be written where it is new, else what differs. */
  cells: ImportRow['cells'];
  problems: ImportProblem[];
  notes: ImportProblem[];
  /** Writes it, by the procedure that a person would use. */
  write: (ctx: CommandContext) => void;
}

/** A kind of records that a file can be about: how rows are looked up, some hundred at a time. The order of the answer is that of the rows. */
export interface RecordTarget {
  key: Exclude<ImportTarget, 'students'>;
  needsYear: boolean;
  resolve: (ctx: Context, rows: readonly RecordValues[], around: Surroundings) => Meaning[];
}

/** A row of which nothing more can be said. */
export const refusedMeaning = (label: string, problems: ImportProblem[]): Meaning =>
  ({ label, studentId: null, key: '', isNew: false, cells: [], problems, notes: [], write: () => undefined });

/** The cells of a new record: everything that the row says. */
export const newCells = (values: RecordValues, fields: readonly ImportField[]): ImportRow['cells'] =>
  fields.flatMap((field) => { const after = values[field]; return after === undefined ? [] : [{ field, before: null, after }]; });

/** What differs from a known record. `before` in the words in which the row says it. An empty cell never erases a value. */
export const changedCells = (values: RecordValues, before: RecordValues): ImportRow['cells'] =>
  (Object.keys(before) as ImportField[]).flatMap((field) => {
    const after = values[field], old = before[field] ?? '';
    return after === undefined || after === old ? [] : [{ field, before: old === '' ? null : old, after }];
  });

const step = 200;
const fateCodes: readonly Fate[] = ['create', 'change', 'same', 'refused'];
const blank = 255;

/** Plans a table as records of a target. Reads only; nothing is kept of a row but its fate. */
export async function planRecords(ctx: QueryContext, target: RecordTarget, { view, headerRow, year, today, latestYear, files, pace }: Sheet): Promise<TargetPlan> {
  const reader = new RecordReader(view.grid, target.key, view.mapping, { headerRow, today, latestYear });
  const lineOf = (row: number) => view.sourceRow(row) + 1;
  const around: Surroundings = { students: new IdentityIndex(readIdentities(ctx.db)), yearId: year?.id ?? null, today, files };
  const fates = new Uint8Array(Math.max(reader.rows, 0)).fill(blank);
  const sameLine = new Map<number, number>(), firstOf = new Map<string, number>();

  const meaningsOf = (now: Context, rows: readonly number[]): { row: number; meaning: Meaning }[] => {
    const read = rows.flatMap((row) => { const each = reader.read(row); return each ? [{ row, ...each }] : []; });
    const fit = read.filter(({ problems }) => problems.length === 0);
    const found = target.needsYear && around.yearId === null ? fit.map(() => refusedMeaning('', [problem('noOpenYear')])) : target.resolve(now, fit.map(({ values }) => values), around);
    const byRow = new Map(fit.map(({ row }, i) => [row, found[i]]));
    return read.map(({ row, values, problems }) => {
      const meaning = byRow.get(row) ?? refusedMeaning(Object.values(values).slice(0, 3).join(' '), problems);
      const first = sameLine.get(row);
      return { row, meaning: first === undefined ? meaning : { ...meaning, problems: [...meaning.problems, problem('sameRecord', null, { line: lineOf(first) })] } };
    });
  };
  const fateOf = ({ problems, isNew, cells }: Meaning): Fate => (problems.length > 0 ? 'refused' : isNew ? 'create' : cells.length > 0 ? 'change' : 'same');

  for (let start = reader.firstRow; start < reader.rows; start += step) {
    await pace(start, reader.rows);
    const rows = Array.from({ length: Math.min(step, reader.rows - start) }, (_, i) => start + i);
    for (const { row, meaning } of meaningsOf(ctx, rows)) {
      const first = meaning.key === '' ? undefined : firstOf.get(meaning.key);
      if (first === undefined) {
        if (meaning.key !== '' && meaning.problems.length === 0) firstOf.set(meaning.key, row);
      } else sameLine.set(row, first);
      fates[row] = fateCodes.indexOf(first === undefined ? fateOf(meaning) : 'refused');
    }
  }

  const lists: Record<Fate, number[]> = { create: [], change: [], same: [], refused: [] };
  const all: number[] = [];
  fates.forEach((code, row) => {
    const fate = fateCodes[code];
    if (fate) [lists[fate], all].forEach((list) => list.push(row));
  });

  return {
    counts: { create: lists.create.length, change: lists.change.length, same: lists.same.length, refused: lists.refused.length },
    rowsOf: (fate) => (fate === null ? all : lists[fate]),
    describe: (now, rows) => meaningsOf(now, rows).map(({ row, meaning }) => ({
      line: lineOf(row), column: view.sourceColumn(row), fate: fateCodes[fates[row] ?? blank] ?? 'refused', studentId: meaning.studentId, label: meaning.label,
      cells: meaning.problems.length > 0 ? [] : meaning.cells,
      problems: meaning.problems.length > 0 ? meaning.problems : meaning.notes,
    })),
    write(command, onWritten) {
      const rows = [...lists.create, ...lists.change].sort((a, b) => a - b);
      const late: LateRefusal[] = [];
      for (let start = 0; start < rows.length; start += step) {
        command.checkCancelled();
        command.progress(start, rows.length);
        const batch = meaningsOf(command, rows.slice(start, start + step));
        // A preview is a promise: what would now happen to a row must still be what was shown.
        if (batch.some(({ row, meaning }) => fateOf(meaning) !== fateCodes[fates[row] ?? blank])) throw new RollbookError('conflict', { messageKey: 'import.previewAgain' });
        late.push(...writeOneByOne(command, batch, { lineOf, onWritten }));
      }
      command.checkCancelled();
      command.progress(rows.length, rows.length);
      return late;
    },
  };
}
