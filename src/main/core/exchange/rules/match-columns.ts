import type { ImportMapping } from '#contract/exchange.ts';
import { fieldsOf, templateTargets, type ImportField, type ImportTarget } from '#contract/import-targets.ts';
import { meaningsIn } from './labels-records.ts';

/**
 * Matches a file's columns to the fields of a target by their labels. The surest labels choose first, so `Επώνυμο | Surname` gives the Greek and
 * the Latin name; no field is matched twice, and the earlier column wins.
 */
export function matchColumns(header: readonly string[], target: ImportTarget = 'students'): ImportMapping {
  const mapping: (ImportField | null)[] = header.map(() => null);
  const taken = new Set<ImportField>();
  const offers = header.flatMap((label, column) => meaningsIn(target, label).map((meaning, rank) => ({ ...meaning, column, rank })));
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

/**
 * What a file is most likely about: the target that understands most of its columns and all that it needs. Students, where no other understands
 * more: a list of names alone is one of students.
 */
export function chooseTarget(header: readonly string[]): ImportTarget {
  let chosen: ImportTarget = 'students', most = matchColumns(header, 'students').filter((field) => field !== null).length;
  for (const target of templateTargets) {
    const matched = new Set(matchColumns(header, target).filter((field) => field !== null));
    const isWhole = Object.entries(fieldsOf(target)).every(([name, field]) => field.required === undefined || matched.has(name as ImportField));
    if (isWhole && matched.size > most) [chosen, most] = [target, matched.size];
  }
  return chosen;
}
