import type { Format } from '../../i18n/format.ts';

interface PersonName { familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null }

/** A person's name as lists write it, family name first, in the script of the window's language where there is one. */
export function writePerson(format: Format, name: PersonName): string {
  if (format.language === 'en' && name.familyLatin && name.givenLatin) return `${name.familyLatin} ${name.givenLatin}`;
  return `${name.familyEl} ${name.givenEl}`;
}

/** Several people, in one line. */
export const writePeople = (format: Format, names: readonly PersonName[]): string => names.map((name) => writePerson(format, name)).join(', ');

/** The day now, as the program counts days. */
export const today = (): string => new Date().toLocaleDateString('sv-SE');
