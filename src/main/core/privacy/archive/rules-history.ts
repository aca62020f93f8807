import type { Language } from '#contract/fields.ts';
import type { Row, Table } from './rules-tables.ts';
import type { Words } from './rules-words.ts';

interface Change { at: number; by: string | null; entity: string; action: 'create' | 'change' | 'remove'; cells: readonly { field: string; before: unknown; after: unknown }[] }
type Pair = readonly [el: string, en: string];

const entityWords: Readonly<Record<string, Pair>> = {
  person: ['Πρόσωπο', 'Person'], student: ['Μαθητής', 'Student'], enrolment: ['Εγγραφή', 'Enrolment'], guardian_link: ['Κηδεμόνας', 'Guardian'], contact_point: ['Στοιχείο επικοινωνίας', 'Contact'],
  note: ['Σημείωση', 'Note'], section_enrolment: ['Θέση σε μάθημα', 'Place in a class'], homeroom_membership: ['Θέση σε τμήμα', 'Place in a class division'], household: ['Κατοικία', 'Home'],
  household_member: ['Μέλος νοικοκυριού', 'Household member'], attendance_mark: ['Απουσιολόγιο', 'Attendance'], contact_log: ['Τηλεφώνημα', 'Call home'], issued_document: ['Έγγραφο που εκδόθηκε', 'Issued document'],
  daily_performance: ['Καθημερινή επίδοση', 'Daily performance'], highlight: ['Διάκριση', 'Highlight'], incident_student: ['Συμβάν', 'Incident'], intervention: ['Σχέδιο στήριξης', 'Support plan'],
  health_alert: ['Υγεία', 'Health'], consent: ['Συγκατάθεση', 'Consent'], attachment: ['Συνημμένο έγγραφο', 'Attached document'], custom_value: ['Πεδίο του σχολείου', 'Field of the school'],
  disclosure_student: ['Κοινοποίηση', 'Disclosure'], disclosure: ['Κοινοποίηση', 'Disclosure'], legal_hold: ['Δέσμευση διαγραφής', 'Legal hold'], erasure: ['Διαγραφή δεδομένων', 'Erasure'],
};
const actionWords: Record<Change['action'], Pair> = { create: ['Προστέθηκε', 'Added'], change: ['Άλλαξε', 'Changed'], remove: ['Αφαιρέθηκε', 'Removed'] };
/** What is not part of the file is not part of its history either. */
const hidden: ReadonlySet<string> = new Set(['legal_hold']);

const pick = (language: Language, pair: Pair | undefined, other: string): string => pair?.[language === 'el' ? 0 : 1] ?? other;
const write = (value: unknown): string => (value === null || value === undefined || value === '' ? '–' : String(value));

/** Records that were added or removed together say the same: one line says how many. */
function gatherSame(rows: readonly Row[]): Row[] {
  const lines: { row: Row; count: number }[] = [];
  for (const row of rows) {
    const last = lines.at(-1);
    if (last && row.details === '' && ['at', 'by', 'what', 'change', 'details'].every((key) => last.row[key] === row[key])) last.count += 1;
    else lines.push({ row, count: 1 });
  }
  return lines.map(({ row, count }) => (count === 1 ? row : { ...row, what: `${row.what} (${count})` }));
}

/** The history of a student's records as a table of the file. */
export function historyTable(changes: readonly Change[], language: Language, words: Words): Table {
  const rows = changes.filter(({ entity }) => !hidden.has(entity)).map(({ at, by, entity, action, cells }): Row => ({
    at, by, what: pick(language, entityWords[entity], entity), change: pick(language, actionWords[action], action),
    details: cells.map(({ field, before, after }) => `${words.column(field)}: ${write(before)} → ${write(after)}`).join('\n'),
  }));
  return { area: 'history', key: 'changes', columns: ['at', 'by', 'what', 'change', 'details'], rows: gatherSame(rows) };
}
