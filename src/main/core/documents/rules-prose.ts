import { greekToLatin } from '#contract/transliterate.ts';
import type { DocumentLanguage } from './rules-class-list.ts';
import type { LetterGuardian } from './rules-recipients.ts';
import { longDate, writeLevel } from './rules-words.ts';

/** A student as documents name them. */
export interface Subject {
  studentId: string; studentNo: string; familyEl: string; givenEl: string; familyLatin: string | null; givenLatin: string | null;
  fatherEl: string | null; motherEl: string | null; birthDate: string | null; sex: string | null;
}
/** A student's stay in a year; `leftOn` null while it lasts. */
export interface Stay { level: string; division: string | null; yearLabel: string; entryDate: string; leftOn: string | null }

/** A Greek name in the language of the document; in English what no Latin form was entered for is transliterated. */
export const nameIn = (language: DocumentLanguage, el: string | null, latin: string | null = null): string =>
  (language === 'el' || el === null ? el ?? '' : latin ?? greekToLatin(el));

/** Family name first in Greek, as registers have it; given name first in English. */
export function fullName(language: DocumentLanguage, name: Pick<Subject, 'familyEl' | 'givenEl' | 'familyLatin' | 'givenLatin'>): string {
  const family = nameIn(language, name.familyEl, name.familyLatin), given = nameIn(language, name.givenEl, name.givenLatin);
  return language === 'el' ? `${family} ${given}` : `${given} ${family}`;
}

const bySex = <T>(sex: string | null, male: T, female: T, unknown: T): T => (sex === 'male' ? male : sex === 'female' ? female : unknown);

/** The sentence that a certificate of enrolment certifies. Names stay in the nominative: no program declines them well. */
export function certifyEnrolment(language: DocumentLanguage, subject: Subject, stay: Stay): string {
  const name = fullName(language, subject);
  const father = nameIn(language, subject.fatherEl), mother = nameIn(language, subject.motherEl);
  const born = subject.birthDate === null ? '' : longDate(subject.birthDate, language);
  const level = writeLevel(stay.level, language);
  if (language === 'en') {
    const parents = [father && `father's name: ${father}`, mother && `mother's name: ${mother}`].filter(Boolean).join(', ');
    const place = `level ${level}${stay.division ? `, class ${stay.division},` : ''} of our school`;
    const about = `${name}${parents && ` (${parents})`},${born && ` born on ${born},`} register number ${subject.studentNo},`;
    return stay.leftOn === null
      ? `This is to certify that ${about} is enrolled in and attends ${place} in the school year ${stay.yearLabel}.`
      : `This is to certify that ${about} attended ${place} in the school year ${stay.yearLabel}, from ${longDate(stay.entryDate, language)} to ${longDate(stay.leftOn, language)}.`;
  }
  const who = bySex(subject.sex, 'ο μαθητής', 'η μαθήτρια', 'ο/η μαθητής/-τρια');
  const enrolled = bySex(subject.sex, 'εγγεγραμμένος', 'εγγεγραμμένη', 'εγγεγραμμένος/-η');
  const parents = [father && `όνομα πατρός ${father}`, mother && `όνομα μητρός ${mother}`].filter(Boolean).join(' και ');
  const about = `${who} ${name}${parents && `, με ${parents}`}${born && `, με ημερομηνία γέννησης ${born}`} και αριθμό μητρώου ${subject.studentNo},`;
  const place = `στη ${level} τάξη${stay.division ? `, στο τμήμα ${stay.division},` : ''} του σχολείου μας`;
  return stay.leftOn === null
    ? `Βεβαιώνεται ότι ${about} είναι ${enrolled} και φοιτά ${place} κατά το σχολικό έτος ${stay.yearLabel}.`
    : `Βεβαιώνεται ότι ${about} φοίτησε ${place} κατά το σχολικό έτος ${stay.yearLabel}, από ${longDate(stay.entryDate, language)} έως ${longDate(stay.leftOn, language)}.`;
}

/** How a letter addresses its readers. */
export function greet(language: DocumentLanguage, guardians: readonly LetterGuardian[]): string {
  const women = guardians.filter((each) => genderOf(each) === 'female').length;
  const men = guardians.filter((each) => genderOf(each) === 'male').length;
  if (language === 'en') return `Dear ${guardians.map((each) => `${title('en', each)}${nameIn('en', each.familyEl, each.familyLatin)}`).join(' and ')},`;
  if (guardians.length === 1) return women === 1 ? 'Αγαπητή κυρία,' : men === 1 ? 'Αγαπητέ κύριε,' : 'Αγαπητέ/ή κηδεμόνα,';
  return women === guardians.length ? 'Αγαπητές κυρίες,' : men === guardians.length ? 'Αγαπητοί κύριοι,' : 'Αγαπητοί γονείς και κηδεμόνες,';
}

const genderOf = ({ sex, relation }: LetterGuardian): string | null => (relation === 'mother' ? 'female' : relation === 'father' ? 'male' : sex);

function title(language: DocumentLanguage, guardian: LetterGuardian): string {
  const gender = genderOf(guardian);
  if (language === 'en') return gender === 'female' ? 'Ms ' : gender === 'male' ? 'Mr ' : '';
  return gender === null ? '' : 'κ. ';
}

/** A guardian as the address names them. */
export const addressee = (language: DocumentLanguage, guardian: LetterGuardian): string => `${title(language, guardian)}${fullName(language, guardian)}`;

/** What a letter on attendance tells, before its figures. */
export function tellAttendance(language: DocumentLanguage, subject: Subject, stay: Stay, until: string): string {
  const name = fullName(language, subject), level = writeLevel(stay.level, language);
  if (language === 'en') return `We inform you of the attendance of ${name} (register number ${subject.studentNo}, level ${level}${stay.division ? `, class ${stay.division}` : ''}) from the beginning of the school year ${stay.yearLabel} to ${longDate(until, 'en')}:`;
  const who = bySex(subject.sex, 'του μαθητή', 'της μαθήτριας', 'του/της μαθητή/-τριας');
  return `Σας ενημερώνουμε για τη φοίτηση ${who} ${name} (αριθμός μητρώου ${subject.studentNo}, ${level} τάξη${stay.division ? `, τμήμα ${stay.division}` : ''}) από την έναρξη του σχολικού έτους ${stay.yearLabel} έως και τις ${longDate(until, 'el')}:`;
}
