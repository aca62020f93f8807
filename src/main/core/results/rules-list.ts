import type { resultFilters, resultSorts, Summary } from '#contract/results.ts';

type Filter = (typeof resultFilters)[number];
type Sort = (typeof resultSorts)[number];

/** Whether a student belongs to what a list is narrowed to. */
export function isAmong(filter: Filter, summary: Pick<Summary, 'failing' | 'missing' | 'honour'>): boolean {
  if (filter === 'failing') return summary.failing > 0;
  if (filter === 'incomplete') return summary.missing > 0;
  return filter === 'all' || summary.honour !== null;
}

/** How many students each filter would show. */
export function countFilters(summaries: readonly Summary[]): Record<Filter, number> {
  const count = (filter: Filter) => summaries.filter((summary) => isAmong(filter, summary)).length;
  return { all: summaries.length, failing: count('failing'), honour: count('honour'), incomplete: count('incomplete') };
}

interface Sortable { division: string | null; summary: Summary }
const keys: Record<Exclude<Sort, 'name' | 'division'>, (summary: Summary) => number | null> = {
  mean: ({ mean }) => mean, gpa: ({ gpa }) => gpa, rank: ({ rank }) => rank?.place ?? null, failing: ({ failing }) => failing, missing: ({ missing }) => missing,
};

/** Puts rows, which come in the order of names, in another order; those without a value stand last either way, and equals stay by name. */
export function sortRows<T extends Sortable>(rows: readonly T[], by: Sort, descending: boolean): T[] {
  const turn = descending ? -1 : 1;
  if (by === 'name') return descending ? rows.toReversed() : [...rows];
  if (by === 'division') return rows.toSorted((a, b) => turn * (a.division ?? '').localeCompare(b.division ?? '', 'el', { numeric: true }));
  const keyOf = keys[by];
  return rows.toSorted((a, b) => {
    const [left, right] = [keyOf(a.summary), keyOf(b.summary)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return turn * (left - right);
  });
}
