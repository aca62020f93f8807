import type { DuplicatePair } from '#contract/duplicates.ts';
import type { Format } from '../../i18n/format.ts';

type Person = DuplicatePair['a'];

/** A person's name as it was typed: here the very spelling matters. */
export function writePerson({ familyEl, givenEl }: Person): string {
  return `${familyEl} ${givenEl}`;
}

/** What tells two people of one name apart at a glance. */
export function writeFacts(format: Format, person: Person, words: { born: (date: string) => string; of: (children: string) => string }): string {
  const facts = [person.studentNo, person.division ?? person.level, person.birthDate && words.born(format.date(person.birthDate))];
  return [...facts, person.children.length > 0 && words.of(person.children.join(', '))].filter(Boolean).join(' · ');
}
