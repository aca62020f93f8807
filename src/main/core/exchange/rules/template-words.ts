import type { Words } from '#contract/export-column.ts';
import { relationWords } from '#contract/export-tables-people.ts';
import type { Language } from '#contract/fields.ts';

const sexWords: Record<string, Words> = { female: { el: 'Θήλυ', en: 'Female' }, male: { el: 'Άρρεν', en: 'Male' }, other: { el: 'Άλλο', en: 'Other' } };
const choiceWords: Record<string, Readonly<Record<string, Words>>> = { sex: sexWords, guardianRelation: relationWords };
const flagWords: Record<Language, Record<string, string>> = { el: { yes: 'Ναι', no: 'Όχι' }, en: { yes: 'Yes', no: 'No' } };

/** What may be typed in a choice's column, in the file's language; each of these words is one that the importer knows. */
export const choicesOf = (field: string, choices: readonly string[], language: Language): string[] => choices.map((choice) => choiceWords[field]?.[choice]?.[language] ?? choice);
/** What may be typed where yes or no is asked. */
export const flagsOf = (language: Language): string[] => Object.values(flagWords[language]);
/** An example's code in the file's words. */
export const exampleWord = (field: string, code: string, language: Language): string => choiceWords[field]?.[code]?.[language] ?? flagWords[language][code] ?? code;

/** The words of the template itself. */
export const templateWords: Record<Language, { guide: string; lists: string; column: string; tell: string; required: string; allowed: string; must: string; example: string; one: string; date: string; number: string; file: string }> = {
  el: {
    guide: 'Οδηγός', lists: 'Λίστες', column: 'Στήλη', tell: 'Τι γράφεται', required: 'Υποχρεωτική', allowed: 'Επιτρεπτές τιμές', must: 'Ναι', file: 'Πρότυπο',
    example: 'Οι δύο γραμμές είναι παραδείγματα με επινοημένα στοιχεία: διαγράψτε τις πριν από την εισαγωγή. Στήλες που δεν χρειάζεστε μπορούν να μείνουν κενές ή να διαγραφούν.',
    one: 'Επιλέξτε μία τιμή από τη λίστα.', date: 'Γράψτε ημερομηνία: ημέρα/μήνας/έτος.', number: 'Γράψτε αριθμό από το 0 και πάνω.',
  },
  en: {
    guide: 'Guide', lists: 'Lists', column: 'Column', tell: 'What belongs in it', required: 'Required', allowed: 'Allowed values', must: 'Yes', file: 'Template',
    example: 'The two rows are examples with invented people: delete them before importing. Columns that you do not need may stay empty or be deleted.',
    one: 'Choose a value from the list.', date: 'Type a date: day/month/year.', number: 'Type a number, 0 or more.',
  },
};
