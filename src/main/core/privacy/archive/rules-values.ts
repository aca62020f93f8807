import type { Language } from '#contract/fields.ts';
import { basisWords } from '../rules-disclosure-words.ts';
import type { Cell, Row } from './rules-tables.ts';

type Choice = Readonly<Record<string, readonly [el: string, en: string]>>;

/** What the keys of a choice are called, by column. */
const choices: Readonly<Record<string, Choice>> = {
  sex: { female: ['Κορίτσι', 'Female'], male: ['Αγόρι', 'Male'], other: ['Άλλο', 'Other'] },
  contactKind: { email: ['E-mail', 'E-mail'], phone: ['Τηλέφωνο', 'Phone'], mobile: ['Κινητό', 'Mobile'], address: ['Διεύθυνση', 'Address'] },
  relation: { mother: ['Μητέρα', 'Mother'], father: ['Πατέρας', 'Father'], grandparent: ['Παππούς ή γιαγιά', 'Grandparent'], sibling: ['Αδελφός ή αδελφή', 'Sibling'], guardian: ['Κηδεμόνας', 'Guardian'], other: ['Άλλο', 'Other'] },
  decision: { promote: ['Προάγεται', 'Promoted'], retain: ['Επαναλαμβάνει', 'Retained'], graduate: ['Αποφοιτά', 'Graduates'], undecided: ['Εκκρεμεί', 'Undecided'] },
  scoreState: {
    scored: ['Βαθμολογήθηκε', 'Scored'], missing: ['Δεν παραδόθηκε', 'Missing'], exempt: ['Απαλλαγή', 'Exempt'], excused: ['Δικαιολογημένος', 'Excused'], absent: ['Απών', 'Absent'], incomplete: ['Ημιτελές', 'Incomplete'],
    late: ['Εκπρόθεσμο', 'Late'],
  },
  markedBy: { teacher: ['Διδάσκων', 'Teacher'], office: ['Γραμματεία', 'Office'] },
  outcome: { reached: ['Απάντησε', 'Reached'], noAnswer: ['Δεν απάντησε', 'No answer'], message: ['Μήνυμα', 'Message left'], wrongNumber: ['Λάθος αριθμός', 'Wrong number'] },
  highlightKind: { achievement: ['Επίτευγμα', 'Achievement'], kindness: ['Καλή πράξη', 'Kindness'], effort: ['Προσπάθεια', 'Effort'], award: ['Βραβείο', 'Award'], other: ['Άλλο', 'Other'] },
  incidentKind: { behaviour: ['Συμπεριφορά', 'Behaviour'], bullying: ['Εκφοβισμός', 'Bullying'], damage: ['Φθορά', 'Damage'], accident: ['Ατύχημα', 'Accident'], absence: ['Απουσία', 'Absence'], other: ['Άλλο', 'Other'] },
  incidentRole: { involved: ['Εμπλέκεται', 'Involved'], responsible: ['Υπεύθυνος', 'Responsible'], affected: ['Θιγόμενος', 'Affected'], witness: ['Μάρτυρας', 'Witness'] },
  incidentStatus: { open: ['Ανοιχτό', 'Open'], followUp: ['Σε παρακολούθηση', 'Being followed up'], closed: ['Έκλεισε', 'Closed'] },
  interventionKind: { support: ['Στήριξη', 'Support'], meeting: ['Συνάντηση', 'Meeting'], counselling: ['Συμβουλευτική', 'Counselling'], plan: ['Πλάνο', 'Plan'], sanction: ['Παιδαγωγικό μέτρο', 'Sanction'], other: ['Άλλο', 'Other'] },
  healthKind: { allergy: ['Αλλεργία', 'Allergy'], condition: ['Πάθηση', 'Condition'], medication: ['Φαρμακευτική αγωγή', 'Medication'], diet: ['Διατροφή', 'Diet'], other: ['Άλλο', 'Other'] },
  healthSeverity: { information: ['Πληροφορία', 'For information'], attention: ['Προσοχή', 'Attention'], emergency: ['Επείγον', 'Emergency'] },
  consentPurpose: {
    photographs: ['Φωτογραφίες', 'Photographs'], excursions: ['Εκδρομές', 'Excursions'], dataSharing: ['Κοινοποίηση στοιχείων', 'Data sharing'], medicalCare: ['Ιατρική φροντίδα', 'Medical care'], internet: ['Διαδίκτυο', 'Internet'], other: ['Άλλο', 'Other'],
  },
  documentKind: {
    reportCard: ['Έλεγχος προόδου', 'Report card'], transcript: ['Αναλυτική βαθμολογία', 'Transcript'], enrolmentCertificate: ['Βεβαίωση φοίτησης', 'Certificate of enrolment'], attendanceLetter: ['Επιστολή για τη φοίτηση', 'Attendance letter'],
  },
  documentStatus: { issued: ['Σε ισχύ', 'In force'], void: ['Άκυρο', 'Void'], replaced: ['Αντικαταστάθηκε', 'Replaced'] },
  erasureKind: { request: ['Αίτημα', 'Request'], retention: ['Κανόνα διατήρησης', 'Retention rule'] },
  basis: Object.fromEntries(Object.entries(basisWords.el).map(([key, el]) => [key, [el, basisWords.en[key as keyof typeof basisWords.en]]])),
};

const dates = new Set(['birthDate', 'startDate', 'endDate', 'date', 'dueDate', 'entryDate', 'lastAttendedDate', 'noContactUntil', 'issuedOn', 'reviewDate', 'validUntil', 'incidentDate']);
const moments = new Set(['archivedAt', 'createdAt', 'at']);
const flags = new Set(['directoryOptOut', 'custody', 'mayPickUp', 'receivesReports', 'noContact', 'given', 'passed', 'isExternal', 'replaced']);

/** A column's value of a row: where the data has it in both languages, the one asked for. */
function cellOf(row: Row, column: string, language: Language): Cell {
  if (column in row) return row[column] ?? null;
  const [first, second] = language === 'el' ? ['El', 'En'] : ['En', 'El'];
  return row[`${column}${first}`] ?? row[`${column}${second}`] ?? null;
}

const two = (value: number) => String(value).padStart(2, '0');
const writeDate = (iso: string): string => iso.split('-').toReversed().join('/');

/** An instant as date and time of this computer. */
export function writeMoment(at: number): string {
  const date = new Date(at);
  return `${two(date.getDate())}/${two(date.getMonth() + 1)}/${date.getFullYear()} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** A cell as people of the language read it. `yes` and `no` are its words for flags. */
export function writeCell(row: Row, column: string, language: Language, { yes, no }: { yes: string; no: string }): string {
  const cell = cellOf(row, column, language);
  if (cell === null) return '';
  if (flags.has(column)) return cell === 0 ? no : yes;
  if (moments.has(column)) return writeMoment(Number(cell));
  if (dates.has(column)) return writeDate(String(cell));
  const word = choices[column]?.[String(cell)];
  if (word) return language === 'el' ? word[0] : word[1];
  return typeof cell === 'number' && language === 'el' ? String(cell).replace('.', ',') : String(cell);
}

/** A row as programs read it: flags as true and false, moments as ISO instants, everything else as it is. */
export function dataOf(row: Row): Record<string, string | number | boolean | null> {
  return Object.fromEntries(Object.entries(row).map(([key, cell]) => {
    if (cell === null) return [key, null];
    if (flags.has(key)) return [key, cell !== 0];
    return [key, moments.has(key) ? new Date(Number(cell)).toISOString() : cell];
  }));
}
