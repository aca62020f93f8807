import type { Gradebook } from '#contract/grading-parts.ts';

type Work = Gradebook['assessments'][number];
type Category = Gradebook['scheme']['categories'][number];
/** A column of the grid: a piece of work, a term under this one, the standing, the posted grade. */
export type Column =
  | { kind: 'work'; id: string; work: Work; category: Category | null }
  | { kind: 'part'; id: string; term: Gradebook['terms'][number] }
  | { kind: 'soFar' | 'grade'; id: string };

/** The columns of a gradebook: work by category and date, then what it comes to. Work of no category stands last. */
export function columnsOf(book: Gradebook): Column[] {
  const { categories } = book.scheme;
  const groups = [...categories, null].map((category) => book.assessments.filter(({ categoryId }) => categoryId === (category?.id ?? null))
    .map((work): Column => ({ kind: 'work', id: work.id, work, category })));
  const parts = book.terms.filter(({ parentId }) => parentId === book.termId).map((term): Column => ({ kind: 'part', id: term.id, term }));
  return [...groups.flat(), ...parts, { kind: 'soFar', id: 'soFar' }, { kind: 'grade', id: 'grade' }];
}

/** Neighbouring columns of one category, with how many they are: the upper line of the heads. */
export function bandsOf(columns: readonly Column[]): { key: string; category: Category | null; kind: Column['kind']; span: number }[] {
  const bands: { key: string; category: Category | null; kind: Column['kind']; span: number }[] = [];
  for (const column of columns) {
    const key = column.kind === 'work' ? (column.category?.id ?? 'none') : column.kind;
    const last = bands.at(-1);
    if (last?.key === key) last.span += 1;
    else bands.push({ key, category: column.kind === 'work' ? column.category : null, kind: column.kind, span: 1 });
  }
  return bands;
}
