/** The same day a year later; 29 February becomes the 28th. */
export function nextYearDay(date: string): string {
  const day = date.slice(5) === '02-29' ? '02-28' : date.slice(5);
  return `${String(Number(date.slice(0, 4)) + 1).padStart(4, '0')}-${day}`;
}

/** `2026-27` becomes `2027-28`, `2026-2027` `2027-2028`: every number of the label counts on. */
export function nextYearLabel(label: string): string {
  return label.replace(/\d+/g, (digits) => String((Number(digits) + 1) % 10 ** Math.max(digits.length, 2)).padStart(digits.length, '0'));
}

export interface CopiedTerm { id: string; parentId: string | null; startDate: string; endDate: string; postingOpens: string | null; postingCloses: string | null }

/** A year's terms a year later under new keys, nested as they were. `makeId` gives each its key. */
export function shiftTerms<T extends CopiedTerm>(terms: readonly T[], makeId: () => string): { from: T; id: string; parentId: string | null; startDate: string; endDate: string; postingOpens: string | null; postingCloses: string | null }[] {
  const ids = new Map(terms.map((term) => [term.id, makeId()]));
  const shift = (date: string | null) => (date === null ? null : nextYearDay(date));
  return terms.map((term) => ({
    from: term, id: ids.get(term.id) ?? makeId(), parentId: term.parentId === null ? null : ids.get(term.parentId) ?? null,
    startDate: nextYearDay(term.startDate), endDate: nextYearDay(term.endDate),
    postingOpens: shift(term.postingOpens), postingCloses: shift(term.postingCloses),
  }));
}

/** Α2 of level Α goes on as Β2 of level Β; a division that is not called after its level keeps its name. */
export function moveDivision(division: string | null, fromLevel: string, toLevel: string): string | null {
  if (division === null) return null;
  return division.startsWith(fromLevel) ? toLevel + division.slice(fromLevel.length) : division;
}
