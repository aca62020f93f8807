import { booleanColumn, both, choiceColumn, dateColumn, divisionColumn, levelColumn, momentColumn, numberColumn, studentNameColumns, textColumn, wordsOf, type ExportTable } from './export-column.ts';
import type { relations, studentStatuses } from './people.ts';
import type { issuedKinds, issuedStatuses } from './documents.ts';
import type { staffRoles } from './academics.ts';

const statuses = wordsOf<(typeof studentStatuses)[number]>({
  enrolled: both('Φοιτά', 'Enrolled'), left: both('Αποχώρησε', 'Left'), notEnrolled: both('Χωρίς εγγραφή', 'Not enrolled'), archived: both('Αρχείο', 'Archived'),
});
/** What the relations of a guardian are called in files; the importer knows these words. */
export const relationWords = wordsOf<(typeof relations)[number]>({
  mother: both('Μητέρα', 'Mother'), father: both('Πατέρας', 'Father'), grandparent: both('Παππούς/Γιαγιά', 'Grandparent'), sibling: both('Αδελφός/Αδελφή', 'Sibling'),
  guardian: both('Κηδεμόνας', 'Guardian'), other: both('Άλλο', 'Other'),
});
/** What the posts of staff are called in files. */
export const staffRoleWords = wordsOf<(typeof staffRoles)[number]>({
  head: both('Υπεύθυνος τομέα', 'Head of department'), teacher: both('Εκπαιδευτικός', 'Teacher'), office: both('Γραμματεία', 'Office'), other: both('Άλλο', 'Other'),
});
const documentKinds = wordsOf<(typeof issuedKinds)[number]>({
  reportCard: both('Έλεγχος προόδου', 'Report card'), transcript: both('Αναλυτική βαθμολογία', 'Transcript'), enrolmentCertificate: both('Βεβαίωση φοίτησης', 'Certificate of enrolment'),
  attendanceLetter: both('Επιστολή απουσιών', 'Attendance letter'),
});
const documentStatuses = wordsOf<(typeof issuedStatuses)[number]>({ issued: both('Σε ισχύ', 'In force'), void: both('Άκυρο', 'Void'), replaced: both('Αντικαταστάθηκε', 'Replaced') });

/** Lists of people and of what they were given. */
export const peopleTables = {
  students: {
    el: 'Μαθητές', en: 'Students', permission: 'students:view', isAboutStudents: true,
    columns: {
      studentNo: studentNameColumns.studentNo, familyEl: studentNameColumns.familyEl, givenEl: studentNameColumns.givenEl,
      familyLatin: textColumn('Επώνυμο (λατινικά)', 'Family name (Latin)', 22), givenLatin: textColumn('Όνομα (λατινικά)', 'Given name (Latin)', 18),
      fatherEl: textColumn('Πατρώνυμο', "Father's name", 18), birthDate: dateColumn('Ημερομηνία γέννησης', 'Date of birth'), level: levelColumn, division: divisionColumn,
      status: choiceColumn('Κατάσταση', 'Status', 16, statuses),
      email: textColumn('E-mail', 'E-mail', 30, { fieldClass: 'contact', isExtra: true }), phone: textColumn('Τηλέφωνο', 'Phone', 18, { fieldClass: 'contact', isExtra: true }),
    },
  },
  accounts: {
    el: 'Λογαριασμοί', en: 'Accounts', permission: 'users:view', isAboutStudents: false,
    columns: {
      username: textColumn('Όνομα χρήστη', 'User name', 20), displayName: textColumn('Εμφανίζεται ως', 'Shown as', 26), person: textColumn('Πρόσωπο', 'Person', 26), grants: textColumn('Ρόλοι', 'Roles', 40),
      lastSignIn: momentColumn('Τελευταία σύνδεση', 'Last sign-in'), twoFactor: booleanColumn('Δύο βήματα', 'Two steps'), isDisabled: booleanColumn('Ανενεργός', 'Disabled'),
    },
  },
  guardians: {
    el: 'Κηδεμόνες', en: 'Guardians', permission: 'guardians:view', isAboutStudents: true,
    columns: {
      studentNo: studentNameColumns.studentNo, studentFamilyEl: textColumn('Επώνυμο μαθητή', 'Student family name', 22), studentGivenEl: textColumn('Όνομα μαθητή', 'Student given name', 18),
      level: levelColumn, division: divisionColumn,
      familyEl: textColumn('Επώνυμο κηδεμόνα', 'Guardian family name', 22), givenEl: textColumn('Όνομα κηδεμόνα', 'Guardian given name', 18),
      familyLatin: textColumn('Επώνυμο κηδεμόνα (λατινικά)', 'Guardian family name (Latin)', 22, { isExtra: true }), givenLatin: textColumn('Όνομα κηδεμόνα (λατινικά)', 'Guardian given name (Latin)', 18, { isExtra: true }),
      relation: choiceColumn('Σχέση', 'Relation', 16, relationWords), priority: numberColumn('Σειρά κλήσης', 'Order of calling', 12),
      custody: booleanColumn('Επιμέλεια', 'Custody'), mayPickUp: booleanColumn('Παραλαμβάνει', 'May pick up'), receivesReports: booleanColumn('Λαμβάνει ελέγχους', 'Receives reports'),
      isBarred: booleanColumn('Απαγόρευση επικοινωνίας', 'No-contact order'),
      children: textColumn('Άλλα παιδιά στο σχολείο', 'Other children at the school', 34, { isExtra: true }),
      mobile: textColumn('Κινητό κηδεμόνα', 'Guardian mobile', 18, { fieldClass: 'contact', isExtra: true }), phone: textColumn('Τηλέφωνο κηδεμόνα', 'Guardian phone', 18, { fieldClass: 'contact', isExtra: true }),
      email: textColumn('E-mail κηδεμόνα', 'Guardian e-mail', 30, { fieldClass: 'contact', isExtra: true }),
    },
  },
  staff: {
    el: 'Προσωπικό', en: 'Staff', permission: 'structure:view', isAboutStudents: false,
    columns: {
      code: textColumn('Κωδικός', 'Code', 14), familyEl: textColumn('Επώνυμο', 'Family name', 22), givenEl: textColumn('Όνομα', 'Given name', 18),
      familyLatin: textColumn('Επώνυμο (λατινικά)', 'Family name (Latin)', 22, { isExtra: true }), givenLatin: textColumn('Όνομα (λατινικά)', 'Given name (Latin)', 18, { isExtra: true }),
      department: textColumn('Τομέας', 'Department', 24), role: choiceColumn('Ιδιότητα', 'Post', 18, staffRoleWords), since: dateColumn('Από', 'Since'),
      sections: numberColumn('Μαθήματα τμημάτων', 'Sections', 12), lessons: numberColumn('Ώρες την εβδομάδα', 'Lessons a week', 12), username: textColumn('Συνδέεται ως', 'Signs in as', 18, { isExtra: true }),
    },
  },
  documents: {
    el: 'Μητρώο εγγράφων', en: 'Register of documents', permission: 'documents:print', isAboutStudents: true,
    columns: {
      serial: textColumn('Αριθμός πρωτοκόλλου', 'Serial number', 18), kind: choiceColumn('Είδος', 'Kind', 24, documentKinds), ...studentNameColumns,
      year: textColumn('Σχολικό έτος', 'School year', 12), term: textColumn('Περίοδος', 'Term', 18), issuedOn: dateColumn('Έκδοση', 'Issued on'), issuedBy: textColumn('Εκδόθηκε από', 'Issued by', 22),
      status: choiceColumn('Κατάσταση', 'Status', 18, documentStatuses), reason: textColumn('Αιτιολογία', 'Reason', 34), replacedBy: textColumn('Αντικαταστάθηκε από', 'Replaced by', 18),
    },
  },
} as const satisfies Record<string, ExportTable>;
