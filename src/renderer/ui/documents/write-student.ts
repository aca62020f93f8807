import type { IssuedDocument } from '#contract/documents.ts';
import type { Format } from '../../i18n/format.ts';

/** The student of a document as lists write names. */
export function writeStudent(format: Format, { familyEl, givenEl, familyLatin, givenLatin }: Pick<IssuedDocument, 'familyEl' | 'givenEl' | 'familyLatin' | 'givenLatin'>): string {
  const isLatin = format.language === 'en' && familyLatin && givenLatin;
  return isLatin ? `${familyLatin} ${givenLatin}` : [familyEl, givenEl].filter(Boolean).join(' ');
}
