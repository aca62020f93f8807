import type { Language } from '#contract/fields.ts';
import type { studentColumns, StudentRow } from '#contract/people.ts';

/** A column of the students' list. */
export type ExportColumn = (typeof studentColumns)[number];

/** What exported columns are called. The importer knows each of these labels, so that an export can be edited and read again. */
export const columnLabels: Record<Language, Record<ExportColumn, string>> = {
  el: {
    studentNo: 'Αριθμός μητρώου', familyEl: 'Επώνυμο', givenEl: 'Όνομα', familyLatin: 'Επώνυμο (λατινικά)', givenLatin: 'Όνομα (λατινικά)', fatherEl: 'Πατρώνυμο',
    birthDate: 'Ημερομηνία γέννησης', level: 'Τάξη', division: 'Τμήμα', status: 'Κατάσταση', email: 'E-mail', phone: 'Τηλέφωνο',
  },
  en: {
    studentNo: 'Student number', familyEl: 'Family name', givenEl: 'Given name', familyLatin: 'Family name (Latin)', givenLatin: 'Given name (Latin)',
    fatherEl: "Father's name", birthDate: 'Date of birth', level: 'Level', division: 'Division', status: 'Status', email: 'E-mail', phone: 'Phone',
  },
};

/** How a student's standing is called in an exported file. */
export const statusLabels: Record<Language, Record<StudentRow['status'], string>> = {
  el: { enrolled: 'Φοιτά', left: 'Αποχώρησε', notEnrolled: 'Χωρίς εγγραφή', archived: 'Αρχείο' },
  en: { enrolled: 'Enrolled', left: 'Left', notEnrolled: 'Not enrolled', archived: 'Archived' },
};

/** Name of the sheet and, with the date, of the file. */
export const listNames: Record<Language, string> = { el: 'Μαθητές', en: 'Students' };
