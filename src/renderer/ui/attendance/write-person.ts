import type { AttendancePerson } from '#contract/attendance.ts';
import type { Format } from '../../i18n/format.ts';

/** A name as registers write it: family name first, in the script of the window's language where there is one. */
export function writePerson(format: Format, person: AttendancePerson): string {
  const isLatin = format.language === 'en' && person.familyLatin !== null && person.givenLatin !== null;
  return isLatin ? `${person.familyLatin} ${person.givenLatin}` : `${person.familyEl} ${person.givenEl}`;
}
