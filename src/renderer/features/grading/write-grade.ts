import type { GradeScale } from '#contract/grading-parts.ts';
import { pickName, type Format } from '../../i18n/format.ts';

interface NameParts { familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null }

/** A student's name as lists write it, family name first, in the script of the window's language where there is one. */
export function writeName(format: Format, { familyEl, givenEl, familyLatin, givenLatin }: NameParts): string {
  return format.language === 'en' && familyLatin && givenLatin ? `${familyLatin} ${givenLatin}` : `${familyEl} ${givenEl}`;
}

/** A grade on its scale; where grades are letters, the letter. */
export function writeGrade(format: Format, scale: Pick<GradeScale, 'kind' | 'bands'>, value: number): string {
  const band = scale.kind === 'letter' || scale.kind === 'ects' ? scale.bands.findLast(({ threshold }) => threshold <= value) : undefined;
  return band ? pickName(format, band.labelEl, band.labelEn) : format.number(value);
}
