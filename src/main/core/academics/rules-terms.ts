import type { TermDetails } from '#contract/academics.ts';
import { termTypes } from '#contract/academics.ts';

/** A term that stands already. */
export type StandingTerm = Pick<TermDetails, 'parentId' | 'type' | 'nameEl' | 'startDate' | 'endDate'> & { id: string };
export interface Dates { startDate: string; endDate: string }
/** What is wrong with one field of a term; null when nothing is. */
export interface Problem { field: string; messageKey: string; params?: Record<string, string> }

const wrong = (field: string, messageKey: string, params?: Record<string, string>): Problem => ({ field, messageKey, params });
const widthOf = (type: TermDetails['type']): number => termTypes.indexOf(type);

/** Whether one stretch lies within another, both ends included. */
export const isInside = (inner: Dates, outer: Dates): boolean => inner.startDate >= outer.startDate && inner.endDate <= outer.endDate;
/** Whether two stretches share a day. */
export const shareDay = (a: Dates, b: Dates): boolean => a.startDate <= b.endDate && b.startDate <= a.endDate;

/**
 * What keeps a term from being saved into a year: it lies inside the year and its parent, its parent is of a wider kind, siblings of
 * its kind do not overlap, its children stay inside, and marks are not posted before it begins.
 */
export function findTermProblem(term: TermDetails & { id: string | null }, year: Dates, others: readonly StandingTerm[]): Problem | null {
  if (term.startDate < year.startDate) return wrong('startDate', 'outsideYear');
  if (term.endDate > year.endDate) return wrong('endDate', 'outsideYear');
  const parent = others.find(({ id }) => id === term.parentId);
  if (term.parentId !== null && !parent) return wrong('parentId', 'required');
  if (parent && (parent.id === term.id || widthOf(parent.type) >= widthOf(term.type))) return wrong('parentId', 'termParentKind');
  if (parent && !isInside(term, parent)) return wrong('startDate', 'outsideTerm', { term: parent.nameEl });
  const overlap = others.find((other) => other.id !== term.id && other.type === term.type && other.parentId === term.parentId && shareDay(other, term));
  if (overlap) return wrong('startDate', 'termOverlaps', { term: overlap.nameEl });
  const outside = others.find((other) => term.id !== null && other.parentId === term.id && (!isInside(other, term) || widthOf(other.type) <= widthOf(term.type)));
  if (outside) return wrong('endDate', 'termLeavesPart', { term: outside.nameEl });
  if (term.postingOpens !== null && term.postingOpens < term.startDate) return wrong('postingOpens', 'postingBeforeTerm');
  return null;
}

/** What keeps a year's dates from being saved: another year shares a day, or a term would lie outside. */
export function findYearProblem(year: Dates & { id: string | null }, years: readonly (Dates & { id: string; label: string })[], terms: readonly StandingTerm[]): Problem | null {
  const other = years.find((one) => one.id !== year.id && shareDay(one, year));
  if (other) return wrong('startDate', 'yearOverlaps', { year: other.label });
  const outside = terms.find((term) => !isInside(term, year));
  return outside ? wrong('endDate', 'termLeavesPart', { term: outside.nameEl }) : null;
}
