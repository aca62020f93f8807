import { fractionOf, weightedMean, type Fraction } from './rules-fraction.ts';

/** A term of a year. `weight` is its share in the grade of its parent. */
export interface Term { id: string; parentId: string | null; startDate: string; endDate: string; weight: number }
/** A term with those inside it, in the order of time. The year itself is one without an id. */
export interface TermNode extends Omit<Term, 'id' | 'parentId'> { id: string | null; children: readonly TermNode[] }

/** Lays the terms of a year out as a tree. Where the year has a term of its own, that is the year; a lost parent counts as none. */
export function treeOf(terms: readonly Term[]): TermNode {
  const known = new Set(terms.map(({ id }) => id));
  const below = (parentId: string | null): TermNode[] => terms
    .filter((term) => (term.parentId !== null && known.has(term.parentId) ? term.parentId : null) === parentId)
    .toSorted((a, b) => a.startDate.localeCompare(b.startDate) || a.endDate.localeCompare(b.endDate))
    .map(({ id, startDate, endDate, weight }) => ({ id, startDate, endDate, weight, children: below(id) }));
  const children = below(null);
  const dates = terms.map(({ endDate }) => endDate).toSorted();
  return { id: null, startDate: children[0]?.startDate ?? '', endDate: dates.at(-1) ?? '', weight: 1, children };
}

/** Finds a term in the tree; the year for null. */
export function findNode(root: TermNode, id: string | null): TermNode | undefined {
  if (root.id === id) return root;
  for (const child of root.children) {
    const found = findNode(child, id);
    if (found) return found;
  }
  return undefined;
}

/** A posted grade, as far as its place in a year counts. */
export interface Posted { value: number; scaleId: string; family: string }
/** What a course comes to: a grade from these posted ones, a grade still to come, two kinds of scale, or nothing due. */
export type YearGrade =
  | { state: 'graded'; value: Fraction; from: readonly Posted[] }
  | { state: 'missing' } | { state: 'mixedScales' } | { state: 'notDue' };

/**
 * The grade of a term or of the year in one course. A grade posted for it stands; else it is the mean of the terms inside by their weights,
 * exact and not rounded. Terms in which the student did not take the course drop out and the weights of the others make up for them.
 */
export function gradeOf(node: TermNode, posted: (termId: string) => Posted | undefined, isDue: (node: TermNode) => boolean): YearGrade {
  const own = node.id === null ? undefined : posted(node.id);
  if (own) return { state: 'graded', value: fractionOf(own.value), from: [own] };
  const inside = node.children.filter(({ weight }) => weight > 0);
  if (inside.length === 0) return { state: isDue(node) ? 'missing' : 'notDue' };
  const grades = inside.map((child) => ({ weight: fractionOf(child.weight), grade: gradeOf(child, posted, isDue) }));
  if (grades.some(({ grade }) => grade.state === 'missing')) return { state: 'missing' };
  if (grades.some(({ grade }) => grade.state === 'mixedScales')) return { state: 'mixedScales' };
  const given = grades.flatMap(({ weight, grade }) => (grade.state === 'graded' ? [{ weight, value: grade.value, from: grade.from }] : []));
  const from = given.flatMap((one) => one.from);
  if (new Set(from.map(({ family }) => family)).size > 1) return { state: 'mixedScales' };
  const value = weightedMean(given);
  return value ? { state: 'graded', value, from } : { state: 'notDue' };
}

/** Every term of a tree in the order of time, outer ones first; `depth` 0 for the outermost. The year itself is left out. */
export function listNodes(root: TermNode, depth = 0): { id: string; node: TermNode; depth: number }[] {
  return root.children.flatMap((node) => (node.id === null ? [] : [{ id: node.id, node, depth }, ...listNodes(node, depth + 1)]));
}

/** The terms of a node that hold no others: those for which grades are posted. */
export function leavesOf(node: TermNode): TermNode[] {
  return node.children.length === 0 ? [node] : node.children.flatMap(leavesOf);
}

/** A term with those around it, outermost first, and those inside it: a section taught in any of them is taught in it. */
export function lineOf(root: TermNode, id: string): string[] {
  for (const child of root.children) {
    if (child.id === id) return [id, ...listNodes(child).map((inner) => inner.id)];
    const below = lineOf(child, id);
    if (below.length > 0) return [...(child.id === null ? [] : [child.id]), ...below];
  }
  return [];
}
