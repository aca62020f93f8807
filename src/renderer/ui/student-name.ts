import type { Format } from '../i18n/format.ts';

export interface StudentNameParts { familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null }

/** A student's name as lists write it, family name first, in the script of the window's language where there is one. */
export function writeStudentName(format: Format, name: StudentNameParts): string {
  const greek = `${name.familyEl} ${name.givenEl}`;
  return format.language === 'en' && name.familyLatin && name.givenLatin ? `${name.familyLatin} ${name.givenLatin}` : greek;
}

/** The name with level and division, where a name alone may mean several. */
export function writeStudentAndPlace(format: Format, student: StudentNameParts & { level: string | null; division: string | null }): string {
  const place = student.division ?? student.level;
  return place ? `${writeStudentName(format, student)} (${place})` : writeStudentName(format, student);
}
