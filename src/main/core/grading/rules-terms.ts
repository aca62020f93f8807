/** A term as these rules look at it. */
export interface DatedTerm { id: string; parentId: string | null; startDate: string; endDate: string }

/** The terms of a section: those it is taught in (none named: all of the year) with what lies under them, and what lies above. */
export function termsOf<T extends DatedTerm>(all: readonly T[], taught: readonly string[]): T[] {
  if (taught.length === 0) return [...all];
  const byId = new Map(all.map((term) => [term.id, term]));
  const chainOf = (term: T): string[] => {
    const chain: string[] = [];
    for (let at: T | undefined = term; at && !chain.includes(at.id); at = at.parentId === null ? undefined : byId.get(at.parentId)) chain.push(at.id);
    return chain;
  };
  const above = new Set(taught.flatMap((id) => { const term = byId.get(id); return term ? chainOf(term) : []; }));
  return all.filter((term) => above.has(term.id) || chainOf(term).some((id) => taught.includes(id)));
}

/** The term that one works in on a day: the shortest that holds it, else the last that began, else the first. */
export function chooseTerm<T extends DatedTerm>(terms: readonly T[], today: string): T | undefined {
  const leaves = terms.filter((term) => !terms.some(({ parentId }) => parentId === term.id)).toSorted((a, b) => (a.startDate < b.startDate ? -1 : 1));
  return leaves.findLast(({ startDate, endDate }) => startDate <= today && today <= endDate) ?? leaves.findLast(({ startDate }) => startDate <= today) ?? leaves[0];
}
