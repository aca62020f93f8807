import type { ImportProblem, ImportRow } from '#contract/exchange.ts';
import type { ImportField, ImportTarget } from '#contract/import-targets.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import { readIdentities } from './repo-known.ts';
import { recordQuestions } from './record-questions.ts';
import { asDecided } from './rules/find-student.ts';
import { IdentityIndex } from './rules/match-rows.ts';
import { RecordReader } from './rules/read-records.ts';
import type { RecordValues } from './rules/record-values.ts';
import { problem } from './rules/values.ts';
import type { Sheet } from './sheet.ts';
import { planMeanings, type RowMeaning } from './plan-meanings.ts';
import type { TargetPlan } from './target-plan.ts';
import type { ZipFiles } from './zip-files.ts';

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
  /** The student of the row is not certain, or was not before somebody said who it is. */
  isInDoubt?: boolean;
  /** Writes it, by the procedure that a person would use. */
  write: (ctx: CommandContext) => void;
}

/** A kind of records that a file can be about: how rows are looked up, some hundred at a time. The order of the answer is that of the rows. */
export interface RecordTarget {
  key: Exclude<ImportTarget, 'students' | 'oneRoster'>;
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

/** Plans a table as records of a target. Reads only; nothing is kept of a row but its fate. */
export function planRecords(ctx: QueryContext, target: RecordTarget, { view, headerRow, year, today, options: { latestYear, decisions }, files, pace }: Sheet): Promise<TargetPlan> {
  const reader = new RecordReader(view.grid, target.key, view.mapping, { headerRow, today, latestYear });
  const around: Surroundings = { students: new IdentityIndex(readIdentities(ctx.db)), yearId: year?.id ?? null, today, files };
  const lineOf = (row: number) => view.sourceRow(row) + 1;
  const meaningsOf = (now: Context, rows: readonly number[]): RowMeaning[] => {
    const read = rows.flatMap((row) => {
      const each = reader.read(row), decided = each && asDecided(each.values, decisions[lineOf(row)], around.students);
      return each ? [{ row, ...each, values: decided ?? each.values, isDecided: decided !== null }] : [];
    });
    const fit = read.filter(({ problems }) => problems.length === 0);
    const found = target.needsYear && around.yearId === null ? fit.map(() => refusedMeaning('', [problem('noOpenYear')])) : target.resolve(now, fit.map(({ values }) => values), around);
    const byRow = new Map(fit.map(({ row, isDecided }, i) => { const meaning = found[i]; return [row, meaning && isDecided ? { ...meaning, isInDoubt: true } : meaning]; }));
    return read.map(({ row, values, problems }) => ({ row, meaning: byRow.get(row) ?? refusedMeaning(Object.values(values).slice(0, 3).join(' '), problems) }));
  };
  return planMeanings(ctx, {
    firstRow: reader.firstRow, rows: reader.rows, meaningsOf, lineOf, columnOf: view.sourceColumn, placeOf: () => null, isChained: false,
    questionsOf: (doubts) => recordQuestions({ reader, students: around.students, yearId: around.yearId, lineOf, decisions }, doubts),
  }, pace);
}
