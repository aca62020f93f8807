import type { ItemFate, ScoreState } from '#contract/grading-parts.ts';
import { add, compare, divide, isZero, multiply, ratio, zero, type Ratio } from './rules-ratio.ts';

/** A piece of work and what a student got for it; `state` null: nothing was entered, which is not 0. */
export interface Item { id: string; categoryId: string | null; maxScore: number; weight: number; state: ScoreState | null; value: number | null }
/** The part of a scheme that computes. */
export interface SchemeRules { missingPolicy: 'zero' | 'drop'; categories: readonly { id: string; weight: number; dropLowest: number }[] }

export interface ItemResult { id: string; fate: ItemFate; percent: Ratio | null }
export interface CategoryResult {
  /** Null: work of no category. It does not count where the scheme has categories, and is all there is where it has none. */
  id: string | null; weight: number; dropLowest: number;
  /** Null without counted items. */
  percent: Ratio | null;
  /** The weight divided by the weights of all categories that have data; null without data. */
  share: Ratio | null;
  items: readonly ItemResult[];
}
export interface CourseResult {
  /** 0-1 of what is graded so far; null where nothing is. */
  percent: Ratio | null;
  /** 0-1: the weights with data among all weights: "graded so far 60 %". */
  covered: Ratio;
  categories: readonly CategoryResult[];
}

interface Judged extends ItemResult { weight: Ratio }
const counts = (fate: ItemFate): boolean => fate === 'counted' || fate === 'zero';

function judge(item: Item, missingPolicy: SchemeRules['missingPolicy']): Judged {
  const weight = ratio(item.weight);
  const out = (fate: ItemFate): Judged => ({ id: item.id, fate, percent: null, weight });
  if (item.state === null) return out('empty');
  if (item.state === 'missing') return missingPolicy === 'drop' ? out('missing') : isZero(weight) ? out('noWeight') : { ...out('zero'), percent: zero };
  if (item.state !== 'scored' && item.state !== 'late') return out(item.state);
  if (item.value === null) return out('empty');
  const percent = divide(ratio(item.value), ratio(item.maxScore));
  return { id: item.id, fate: isZero(weight) ? 'noWeight' : 'counted', percent, weight };
}

/**
 * Leaves out the lowest results. Among equals the heaviest goes, which is best for the student, then the one with the lower id: the
 * outcome never hangs on the order of entry. One result always stays.
 */
function dropLowest(items: readonly Judged[], count: number): Judged[] {
  const counted = items.filter(({ fate }) => counts(fate));
  const dropped = new Set(counted
    .toSorted((a, b) => compare(a.percent ?? zero, b.percent ?? zero) || compare(b.weight, a.weight) || (a.id < b.id ? -1 : 1))
    .slice(0, Math.min(count, counted.length - 1)).map(({ id }) => id));
  return items.map((item) => (dropped.has(item.id) ? { ...item, fate: 'dropped' } : item));
}

/** Σ(weight · value) / Σ weight; null where the weights come to nothing. */
export function weightedMean(parts: readonly { weight: Ratio; value: Ratio }[]): Ratio | null {
  const sum = parts.reduce((total, { weight }) => add(total, weight), zero);
  if (isZero(sum)) return null;
  return divide(parts.reduce((total, { weight, value }) => add(total, multiply(weight, value)), zero), sum);
}

/** A student's standing in a course: categories first, then the course over the categories that have data. Source: domain.md, section 3. */
export function computeCourse(scheme: SchemeRules, items: readonly Item[]): CourseResult {
  const loose = { id: null, weight: scheme.categories.length === 0 ? 1 : 0, dropLowest: 0 };
  const known = new Set(scheme.categories.map(({ id }) => id));
  const groups = [...scheme.categories, loose].map((group) => {
    const own = items.filter(({ categoryId }) => (categoryId !== null && known.has(categoryId) ? categoryId === group.id : group.id === null));
    const judged = dropLowest(own.map((item) => judge(item, scheme.missingPolicy)), group.dropLowest);
    const isOutside = group.id === null && scheme.categories.length > 0;
    const results = isOutside ? judged.map((item) => (counts(item.fate) ? { ...item, fate: 'noCategory' as const } : item)) : judged;
    const percent = weightedMean(results.flatMap((item) => (counts(item.fate) && item.percent ? [{ weight: item.weight, value: item.percent }] : [])));
    return { ...group, percent, items: results };
  }).filter((group) => group.id !== null || group.items.length > 0);
  const graded = groups.flatMap(({ weight, percent }) => (percent && weight > 0 ? [{ weight: ratio(weight), value: percent }] : []));
  const withData = graded.reduce((sum, { weight }) => add(sum, weight), zero);
  const all = groups.reduce((sum, { weight }) => add(sum, ratio(weight)), zero);
  return {
    percent: weightedMean(graded),
    covered: isZero(all) ? zero : divide(withData, all),
    categories: groups.map(({ items: own, ...group }) => ({
      ...group, share: group.percent && group.weight > 0 ? divide(ratio(group.weight), withData) : null,
      items: own.map(({ id, fate, percent }) => ({ id, fate, percent })),
    })),
  };
}
