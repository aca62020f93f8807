import type { Format } from '../i18n/format.ts';

export interface NameParts { familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null }

const greek = (name: NameParts) => `${name.familyEl} ${name.givenEl}`;
const latin = (name: NameParts) => (name.familyLatin && name.givenLatin ? `${name.familyLatin} ${name.givenLatin}` : null);

/** A name as lists write it, family name first, in the script of the window's language where there is one. */
export function writeName(format: Format, name: NameParts): string {
  return format.language === 'en' ? (latin(name) ?? greek(name)) : greek(name);
}

/** The name in the other script than `writeName` gives; null where there is none. */
export function writeOtherName(format: Format, name: NameParts): string | null {
  if (format.language === 'el') return latin(name);
  return latin(name) === null ? null : greek(name);
}
