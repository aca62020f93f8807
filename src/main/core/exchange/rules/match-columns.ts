import type { ImportField, ImportMapping } from '#contract/exchange.ts';
import { meaningsOf } from './labels.ts';

/**
 * Matches a file's columns to fields by their labels. The surest labels choose first, so `Επώνυμο | Surname` gives the Greek and
 * the Latin name; no field is matched twice, and the earlier column wins.
 */
export function matchColumns(header: readonly string[]): ImportMapping {
  const mapping: (ImportField | null)[] = header.map(() => null);
  const taken = new Set<ImportField>();
  const offers = header.flatMap((label, column) => meaningsOf(label).map((meaning, rank) => ({ ...meaning, column, rank })));
  offers.sort((a, b) => b.certainty - a.certainty || a.rank - b.rank || a.column - b.column);
  for (const { field, column } of offers) {
    if (mapping[column] !== null || taken.has(field)) continue;
    mapping[column] = field;
    taken.add(field);
  }
  // A guardian's whole name is no student's, and a full name beside its parts says nothing more.
  if (taken.has('familyEl') && taken.has('givenEl')) return mapping.map((field) => (field === 'fullName' ? null : field));
  return mapping;
}
