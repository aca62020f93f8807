import type { Fate, ImportRow } from '#contract/exchange.ts';
import { RollbookError } from '#contract/errors.ts';
import type { QueryContext } from '../kernel/context.ts';
import type { Pace } from '../readers/index.ts';
import type { Context, Meaning } from './record-plan.ts';
import { problem } from './rules/values.ts';
import type { LateRefusal, Questions, TargetPlan } from './target-plan.ts';
import { writeOneByOne } from './write-one-by-one.ts';

export interface RowMeaning { row: number; meaning: Meaning }

/** Rows that are looked up some hundred at a time, and where in the file they stand. Blank rows have no meaning. */
export interface MeaningSource {
  firstRow: number; rows: number;
  meaningsOf: (now: Context, rows: readonly number[]) => RowMeaning[];
  lineOf: (row: number) => number;
  columnOf: (row: number) => number | null;
  placeOf: (row: number) => ImportRow['place'];
  /** Rows stand on what earlier rows write. */
  isChained: boolean;
  /** What there is to ask about the rows in doubt; null where nobody is asked. */
  questionsOf: ((doubts: readonly number[]) => Questions) | null;
}

const step = 200;
const fateCodes: readonly Fate[] = ['create', 'change', 'same', 'refused'];
const blank = 255;

/** Plans rows by what they mean. Reads only; nothing is kept of a row but its fate. */
export async function planMeanings(ctx: QueryContext, source: MeaningSource, pace: Pace): Promise<TargetPlan> {
  const { lineOf } = source;
  const fates = new Uint8Array(Math.max(source.rows, 0)).fill(blank);
  const sameLine = new Map<number, number>(), firstOf = new Map<string, number>(), doubts: number[] = [];
  const meaningsOf = (now: Context, rows: readonly number[]): RowMeaning[] => source.meaningsOf(now, rows).map(({ row, meaning }) => {
    const first = sameLine.get(row);
    return { row, meaning: first === undefined ? meaning : { ...meaning, problems: [...meaning.problems, problem('sameRecord', null, { line: lineOf(first) })] } };
  });
  // What a row would create may have come along with an earlier row of the same file, or turn out impossible with it.
  const isKept = (promised: Fate | undefined, now: Fate) => promised === now || (source.isChained && promised === 'create');
  const fateOf = ({ problems, isNew, cells }: Meaning): Fate => (problems.length > 0 ? 'refused' : isNew ? 'create' : cells.length > 0 ? 'change' : 'same');

  for (let start = source.firstRow; start < source.rows; start += step) {
    await pace(start, source.rows);
    const rows = Array.from({ length: Math.min(step, source.rows - start) }, (_, i) => start + i);
    for (const { row, meaning } of meaningsOf(ctx, rows)) {
      if (meaning.isInDoubt) doubts.push(row);
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
      line: lineOf(row), column: source.columnOf(row), place: source.placeOf(row), fate: fateCodes[fates[row] ?? blank] ?? 'refused', studentId: meaning.studentId, label: meaning.label,
      cells: meaning.problems.length > 0 ? [] : meaning.cells,
      problems: meaning.problems.length > 0 ? meaning.problems : meaning.notes,
    })),
    questions: source.questionsOf?.(doubts) ?? null,
    write(command, onWritten) {
      const rows = [...lists.create, ...lists.change].sort((a, b) => a - b);
      const late: LateRefusal[] = [];
      for (let start = 0; start < rows.length; start += step) {
        command.checkCancelled();
        command.progress(start, rows.length);
        const batch = meaningsOf(command, rows.slice(start, start + step));
        // A preview is a promise: what would now happen to a row must still be what was shown.
        if (batch.some(({ row, meaning }) => !isKept(fateCodes[fates[row] ?? blank], fateOf(meaning)))) throw new RollbookError('conflict', { messageKey: 'import.previewAgain' });
        late.push(...batch.flatMap(({ row, meaning }) => meaning.problems.slice(0, 1).map((first) => ({ line: lineOf(row), problem: first }))));
        late.push(...writeOneByOne(command, batch.filter(({ meaning }) => fateOf(meaning) === 'create' || fateOf(meaning) === 'change'), { lineOf, onWritten }));
      }
      command.checkCancelled();
      command.progress(rows.length, rows.length);
      return late;
    },
  };
}
