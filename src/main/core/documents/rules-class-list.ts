import type { StudentRow } from '#contract/people.ts';

export type DocumentLanguage = 'el' | 'en';

const words = {
  el: {
    title: 'Κατάσταση μαθητών', no: 'Α/Α', number: 'Αρ. μητρώου', name: 'Ονοματεπώνυμο', father: 'Πατρώνυμο', birth: 'Ημ. γέννησης', class: 'Τμήμα',
    remarks: 'Παρατηρήσεις', level: 'Τάξη', year: 'Σχολικό έτος', students: 'Μαθητές', printed: 'Εκτυπώθηκε', page: 'Σελίδα', of: 'από', none: 'Δεν υπάρχουν μαθητές σε αυτόν τον κατάλογο.', file: 'katastasi-mathiton', asOf: 'όπως στις',
  },
  en: {
    title: 'Class list', no: 'No', number: 'Student no.', name: 'Name', father: "Father's name", birth: 'Date of birth', class: 'Class',
    remarks: 'Remarks', level: 'Level', year: 'School year', students: 'Students', printed: 'Printed', page: 'Page', of: 'of', none: 'There are no students in this list.', file: 'class-list', asOf: 'as of',
  },
} as const;

/** The words of a class list in a language. */
export const classListWords = (language: DocumentLanguage) => words[language];

/** What the list is called unless somebody gave it a title: with the class division or level that it was narrowed to. */
export function titleOf(language: DocumentLanguage, { level, division }: { level: string | null; division: string | null }): string {
  const { title, class: divisionWord, level: levelWord } = words[language];
  if (division) return `${title} · ${divisionWord} ${listClass({ level, division })}`;
  return level ? `${title} · ${levelWord} ${level}` : title;
}

/** A student's name as a list shows it: family name first; in English by the Latin form where there is one. */
export function listName(row: Pick<StudentRow, 'familyEl' | 'givenEl' | 'familyLatin' | 'givenLatin'>, language: DocumentLanguage): string {
  return language === 'en' && row.familyLatin && row.givenLatin ? `${row.familyLatin} ${row.givenLatin}` : `${row.familyEl} ${row.givenEl}`;
}

/** A date as people of the language write it. */
export function listDate(date: string | null, language: DocumentLanguage): string {
  if (date === null) return '';
  const [year, month, day] = date.split('-').map(Number);
  return language === 'el' ? `${day}/${month}/${year}` : `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;
}

/** Level and division together, "Β · Β2"; the division alone when it begins with the level, as "Β2" does. */
export function listClass({ level, division }: Pick<StudentRow, 'level' | 'division'>): string {
  if (!level || !division) return division ?? level ?? '';
  return division.startsWith(level) ? division : `${level} · ${division}`;
}
