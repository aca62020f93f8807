import type { Language } from '#contract/fields.ts';
import type { FieldClass } from '#contract/permissions.ts';
import type { AreaKey } from './rules-tables.ts';

/** A word in both languages: Greek, English. */
type Pair = readonly [el: string, en: string];
const pick = (language: Language, pair: Pair): string => pair[language === 'el' ? 0 : 1];

const areaWords: Record<AreaKey, Pair> = {
  person: ['Πρόσωπο', 'Person'], contacts: ['Επικοινωνία και κατοικία', 'Contacts and home'], family: ['Κηδεμόνες', 'Guardians'], stays: ['Εγγραφές και τμήματα', 'Enrolments and class divisions'],
  classes: ['Μαθήματα που παρακολούθησε', 'Courses taken'], grades: ['Βαθμοί', 'Grades'], transcript: ['Αναλυτική βαθμολογία', 'Transcript'], attendance: ['Φοίτηση', 'Attendance'],
  conduct: ['Διαγωγή και διακρίσεις', 'Conduct and highlights'], interventions: ['Σχέδια στήριξης', 'Support plans'], health: ['Υγεία', 'Health'], consents: ['Συγκαταθέσεις', 'Consents'],
  notes: ['Σημειώσεις', 'Notes'], documents: ['Έγγραφα', 'Documents'], ownFields: ['Πεδία του σχολείου', 'Fields of the school'], disclosures: ['Κοινοποιήσεις σε τρίτους', 'Disclosures to others'],
  children: ['Μαθητές', 'Students'], calls: ['Τηλεφωνήματα', 'Calls home'], history: ['Ιστορικό αλλαγών', 'History of changes'],
};

/** Names of tables where an area has more than one; the part after an underline is a field class and says nothing. */
const tableWords: Readonly<Record<string, Pair>> = {
  identity: ['Ταυτότητα', 'Identity'], households: ['Κατοικία', 'Home'], guardianContacts: ['Στοιχεία επικοινωνίας των κηδεμόνων', 'Contacts of the guardians'], enrolments: ['Εγγραφές', 'Enrolments'],
  contacts: ['Στοιχεία επικοινωνίας', 'Contacts'], guardians: ['Κηδεμόνες', 'Guardians'], divisions: ['Τμήματα', 'Class divisions'], decisions: ['Αποφάσεις για το νέο έτος', 'Decisions for the new year'],
  posted: ['Οριστικοποιημένοι βαθμοί', 'Posted grades'], scores: ['Διαγωνίσματα και εργασίες', 'Tests and assignments'], marks: ['Απουσίες και παρουσίες', 'Attendance marks'],
  calls: ['Τηλεφωνήματα στο σπίτι', 'Calls home'], performance: ['Καθημερινή επίδοση', 'Daily performance'], highlights: ['Διακρίσεις', 'Highlights'], incidents: ['Συμβάντα', 'Incidents'],
  incidentSteps: ['Ενέργειες για τα συμβάντα', 'Follow-up of incidents'], incidentsSafeguarding: ['Συμβάντα προστασίας ανηλίκων', 'Safeguarding incidents'],
  incidentStepsSafeguarding: ['Ενέργειες για συμβάντα προστασίας ανηλίκων', 'Follow-up of safeguarding incidents'], interventions: ['Σχέδια', 'Plans'], interventionSteps: ['Ενέργειες', 'Steps'],
  consentsMedical: ['Συγκαταθέσεις για ιατρική φροντίδα', 'Consents to medical care'], attachments: ['Συνημμένα', 'Attached documents'], issued: ['Έγγραφα που εκδόθηκαν', 'Issued documents'],
  disclosures: ['Κοινοποιήσεις', 'Disclosures'], erasures: ['Διαγραφές δεδομένων', 'Erasures'],
};

const columnWords: Readonly<Record<string, Pair>> = {
  studentNo: ['Αριθμός μητρώου', 'Register number'], familyEl: ['Επώνυμο', 'Surname'], givenEl: ['Όνομα', 'Name'], familyLatin: ['Επώνυμο (λατινικά)', 'Surname (Latin)'],
  givenLatin: ['Όνομα (λατινικά)', 'Name (Latin)'], fatherEl: ['Όνομα πατέρα', 'Father’s name'], motherEl: ['Όνομα μητέρας', 'Mother’s name'], preferred: ['Προσφώνηση', 'Preferred name'],
  birthDate: ['Ημερομηνία γέννησης', 'Date of birth'], sex: ['Φύλο', 'Sex'], nationalId: ['Αριθμός ταυτότητας', 'Identity number'], directoryOptOut: ['Εκτός καταλόγων που φεύγουν από το σχολείο', 'Left out of lists that leave the school'],
  archivedAt: ['Αρχειοθετήθηκε', 'Archived'], createdAt: ['Καταχωρίστηκε', 'Entered'], contactKind: ['Είδος', 'Kind'], value: ['Τιμή', 'Value'], startDate: ['Από', 'From'], endDate: ['Έως', 'Until'],
  address: ['Διεύθυνση', 'Address'], postalCode: ['Τ.Κ.', 'Postal code'], city: ['Πόλη', 'City'], phone: ['Τηλέφωνο', 'Phone'], relation: ['Σχέση', 'Relation'], priority: ['Σειρά κλήσης', 'Order of calling'],
  custody: ['Επιμέλεια', 'Custody'], mayPickUp: ['Μπορεί να παραλάβει', 'May pick up'], receivesReports: ['Παίρνει ελέγχους', 'Receives reports'], noContact: ['Απαγόρευση επικοινωνίας', 'No-contact order'],
  noContactUntil: ['Ισχύει έως', 'In force until'], noContactNote: ['Τι ορίζει', 'What it says'], yearLabel: ['Σχολικό έτος', 'School year'], level: ['Τάξη', 'Level'], division: ['Τμήμα', 'Division'],
  entryDate: ['Ημερομηνία εγγραφής', 'Entry date'], entryCode: ['Λόγος εγγραφής', 'Entry reason'], previousSchool: ['Προηγούμενο σχολείο', 'Previous school'], lastAttendedDate: ['Τελευταία ημέρα φοίτησης', 'Last day'],
  exitCode: ['Λόγος αποχώρησης', 'Exit reason'], nextSchool: ['Επόμενο σχολείο', 'Next school'], reason: ['Αιτιολογία', 'Reason'], decision: ['Απόφαση', 'Decision'], course: ['Μάθημα', 'Course'],
  sectionCode: ['Κωδικός', 'Code'], term: ['Περίοδος', 'Term'], computed: ['Υπολογισμός', 'Computed'], penalty: ['Μείωση για απουσίες', 'Off for absences'], replaced: ['Διορθώθηκε αργότερα', 'Corrected later'],
  title: ['Τίτλος', 'Title'], dueDate: ['Ημερομηνία', 'Date'], maxScore: ['Με άριστα', 'Out of'], scoreState: ['Κατάσταση', 'State'], comment: ['Σχόλιο', 'Comment'], grade: ['Βαθμός', 'Grade'],
  credits: ['Διδακτικές μονάδες', 'Credits'], passed: ['Επιτυχία', 'Passed'], isExternal: ['Από άλλο σχολείο', 'From another school'], schoolName: ['Σχολείο', 'School'], date: ['Ημερομηνία', 'Date'],
  period: ['Ώρα', 'Lesson hour'], code: ['Χαρακτηρισμός', 'Code'], markedBy: ['Από', 'Marked by'], minutes: ['Λεπτά', 'Minutes'], note: ['Σημείωση', 'Note'], outcome: ['Αποτέλεσμα', 'Outcome'],
  category: ['Κατηγορία', 'Category'], score: ['Επίδοση', 'Score'], highlightKind: ['Είδος', 'Kind'], text: ['Κείμενο', 'Text'], time: ['Ώρα', 'Time'], place: ['Τόπος', 'Place'],
  incidentKind: ['Είδος', 'Kind'], severity: ['Βαρύτητα', 'Severity'], incidentRole: ['Ρόλος', 'Part'], description: ['Τι συνέβη', 'What happened'], action: ['Τι έγινε', 'What was done'],
  incidentStatus: ['Κατάσταση', 'Status'], incidentDate: ['Συμβάν της', 'Incident of'], interventionKind: ['Είδος', 'Kind'], goal: ['Στόχος', 'Goal'], reviewDate: ['Επανεξέταση', 'Review'], result: ['Αποτέλεσμα', 'Outcome'],
  healthKind: ['Είδος', 'Kind'], healthSeverity: ['Βαρύτητα', 'Severity'], instructions: ['Οδηγίες', 'What to do'], consentPurpose: ['Σκοπός', 'Purpose'], given: ['Δόθηκε', 'Given'], validUntil: ['Ισχύει έως', 'Valid until'],
  author: ['Από', 'By'], fileName: ['Αρχείο', 'File'], size: ['Μέγεθος', 'Size'], serial: ['Αριθμός', 'Number'], documentKind: ['Είδος', 'Kind'], documentStatus: ['Κατάσταση', 'Status'], issuedOn: ['Εκδόθηκε', 'Issued on'],
  field: ['Πεδίο', 'Field'], recipient: ['Αποδέκτης', 'Recipient'], purpose: ['Σκοπός', 'Purpose'], basis: ['Βάση', 'Ground'], content: ['Τι κοινοποιήθηκε', 'What was disclosed'], erasureKind: ['Με', 'By'],
  at: ['Πότε', 'When'], by: ['Από', 'By'], what: ['Τι', 'What'], change: ['Αλλαγή', 'Change'], details: ['Στοιχεία', 'Details'],
  email: ['E-mail', 'E-mail'], mobile: ['Κινητό', 'Mobile'],
};

const pageWords = {
  made: ['Δημιουργήθηκε στις', 'Made on'], contents: ['Περιεχόμενα', 'Contents'], yes: ['Ναι', 'Yes'], no: ['Όχι', 'No'],
  intro: [
    'Όλα όσα τηρεί το σχολείο για το πρόσωπο αυτό στο Rollbook. Τα ίδια στοιχεία, για επεξεργασία από πρόγραμμα, είναι στο data.json· τα έγγραφα είναι στους φακέλους δίπλα.',
    'All that the school keeps about this person in Rollbook. The same data for programs to read is in data.json; documents are in the folders beside it.',
  ],
  end: ['Τι δεν περιλαμβάνεται', 'What is not included'],
  others: [
    'Ονόματα άλλων μαθητών που αναφέρονται στο ίδιο συμβάν, δεσμεύσεις διαγραφής, λογαριασμοί και το αρχείο ενεργειών του προγράμματος δεν περιλαμβάνονται. Ελεύθερα κείμενα (σημειώσεις, συμβάντα) μπορεί να αναφέρουν τρίτους: διαβάστε τα πριν παραδώσετε το αρχείο.',
    'Names of other students in the same incident, legal holds, accounts and the audit record of the program are not included. Free texts (notes, incidents) may speak of others: read them before you hand the file over.',
  ],
  whole: ['Όποιος έφτιαξε το αρχείο βλέπει όλες τις κατηγορίες στοιχείων: τίποτε άλλο δεν παραλείφθηκε.', 'Whoever made this file sees every class of data: nothing else was left out.'],
  leftOut: ['Υπάρχουν στοιχεία που όποιος έφτιαξε το αρχείο δεν έχει δικαίωμα να βλέπει και γι’ αυτό λείπουν:', 'There is data that whoever made this file may not see and that is therefore missing:'],
  cut: ['Παλαιότερες αλλαγές δεν περιλαμβάνονται.', 'Earlier changes are not included.'],
  student: ['Φάκελος μαθητή', 'File of a student'], guardian: ['Φάκελος κηδεμόνα', 'File of a guardian'], register: ['Αρ. μητρώου', 'Register no.'],
  attachments: ['συνημμένα', 'attachments'], issued: ['έγγραφα', 'documents'], fileStudent: ['Φάκελος', 'File'],
} as const satisfies Record<string, Pair>;
export type PageWord = keyof typeof pageWords;

const classWords: Record<FieldClass, Pair> = {
  ordinary: ['γενικά στοιχεία', 'ordinary data'], contact: ['στοιχεία επικοινωνίας', 'contacts'], health: ['στοιχεία υγείας', 'health'], safeguarding: ['προστασία ανηλίκων', 'safeguarding'], finance: ['οικονομικά στοιχεία', 'finance'],
};

/** The words of a file in one language. What has no word of its own is called by its key. */
export interface Words {
  area: (area: AreaKey) => string;
  /** Null where the area's own name says it. */
  table: (key: string) => string | null;
  column: (key: string) => string;
  page: (key: PageWord) => string;
  fieldClass: (fieldClass: FieldClass) => string;
}

/** The words of a person's file in a language. */
export const wordsOf = (language: Language): Words => ({
  area: (area) => pick(language, areaWords[area]),
  table(key) {
    const pair = tableWords[key.split('_')[0] ?? key];
    return pair ? pick(language, pair) : null;
  },
  column: (key) => pick(language, columnWords[key] ?? [key, key]),
  page: (key) => pick(language, pageWords[key]),
  fieldClass: (fieldClass) => pick(language, classWords[fieldClass]),
});
