/** A term with those inside it. `weight` is its share in the grade of what it is a part of. */
export interface TermNode { index: number; weight: number; children: readonly TermNode[] }
export interface ScaleFacts { min: number; max: number; step: number; passMark: number }
export interface FlatTerm { index: number; id: string; parentId: string | null; weight: number }

/** Nests a year's terms. One whose parent is not among them stands at the top. */
export function nestTerms(terms: readonly FlatTerm[]): TermNode[] {
  const ids = new Set(terms.map(({ id }) => id));
  const below = (parent: string | null): TermNode[] => terms
    .filter(({ parentId }) => (parent === null ? parentId === null || !ids.has(parentId) : parentId === parent))
    .map(({ index, id, weight }) => ({ index, weight, children: below(id) }));
  return below(null);
}

export interface YearGrade { share: number | null; missing: number[] }

/**
 * A course's grade of the year as a share of its scale (0 to 1), or null with the terms whose grade is missing. A grade that was posted for
 * a term stands; else it is the weighted mean of the terms inside it: sum(weight * grade) / sum(weight).
 * `taught` null: in every term.
 */
export function yearGrade(roots: readonly TermNode[], posted: ReadonlyMap<number, number>, taught: ReadonlySet<number> | null): YearGrade {
  const isTaught = (node: TermNode): boolean => taught === null || taught.has(node.index) || node.children.some(isTaught);
  const missing: number[] = [];
  const meanOf = (nodes: readonly TermNode[]): number | null => {
    let sum = 0, weights = 0, whole = true;
    for (const node of nodes) {
      if (!isTaught(node)) continue;
      const grade = gradeOf(node);
      if (grade === null) whole = false;
      else { sum += node.weight * grade; weights += node.weight; }
    }
    return whole && weights > 0 ? sum / weights : null;
  };
  const gradeOf = (node: TermNode): number | null => {
    const own = posted.get(node.index);
    if (own !== undefined) return own;
    if (node.children.some(isTaught)) return meanOf(node.children);
    missing.push(node.index);
    return null;
  };
  const share = meanOf(roots);
  return { share, missing: [...new Set(missing)].toSorted((a, b) => a - b) };
}

/** Rounds half up to a step, once; the tiny addition undoes what binary fractions take away from an exact half. */
export function roundTo(value: number, step: number): number {
  const steps = Math.floor(value / step + 0.5 + 1e-9);
  return Number((steps * step).toFixed(6));
}

/** A share of a scale as the grade that would be written, and whether it passes on that scale. */
export function gradeOn(scale: ScaleFacts, share: number): { value: number; passes: boolean; share: number } {
  const value = roundTo(scale.min + share * (scale.max - scale.min), scale.step);
  return { value, passes: value >= scale.passMark, share: (value - scale.min) / (scale.max - scale.min) };
}
