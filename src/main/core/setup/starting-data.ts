/**
 * The Greek scale 0-20 of the lyceum, each band from its threshold up to the next.
 * The names are the official characterisations of marks in the lyceum; a mark passes at 9.5.
 */
export const greekScale = {
  nameEl: 'Εικοσάβαθμη κλίμακα', nameEn: 'Greek scale 0-20', kind: 'greek20', min: 0, max: 20, step: 0.1, passMark: 9.5,
  bands: [
    { labelEl: 'Κακώς', labelEn: 'Poor', threshold: 0, gradePoints: 0 },
    { labelEl: 'Ανεπαρκώς', labelEn: 'Insufficient', threshold: 5.1, gradePoints: 0 },
    { labelEl: 'Σχεδόν Καλώς', labelEn: 'Almost good', threshold: 9.5, gradePoints: 1 },
    { labelEl: 'Καλώς', labelEn: 'Good', threshold: 13.1, gradePoints: 2 },
    { labelEl: 'Λίαν Καλώς', labelEn: 'Very good', threshold: 16.1, gradePoints: 3 },
    { labelEl: 'Άριστα', labelEn: 'Excellent', threshold: 18.1, gradePoints: 4 },
  ],
} as const;

const present = { presence: 'present', excused: false, tardy: false, fraction: 1, countsMembership: true, penalises: false, teacherMayUse: true } as const;
const absent = { ...present, presence: 'absent', fraction: 0, penalises: true } as const;
/** The attendance codes that a school starts with; it changes and adds its own. `fraction` is how much of the meeting counts as present. */
export const attendanceCodes = ([
  { ...present, code: 'P', labelEl: 'Παρών', labelEn: 'Present' },
  { ...present, code: 'PL', labelEl: 'Καθυστέρηση', labelEn: 'Late', tardy: true },
  { ...absent, code: 'AU', labelEl: 'Αδικαιολόγητη απουσία', labelEn: 'Unexcused absence' },
  { ...absent, code: 'AE', labelEl: 'Δικαιολογημένη απουσία', labelEn: 'Excused absence', excused: true, penalises: false, teacherMayUse: false },
  { ...present, code: 'LE', labelEl: 'Αποχώρηση νωρίτερα', labelEn: 'Left early', presence: 'partial', fraction: 0.5 },
  { ...present, code: 'SA', labelEl: 'Σχολική δράση', labelEn: 'School activity' },
  { ...absent, code: 'SU', labelEl: 'Αποβολή', labelEn: 'Suspension', penalises: false, teacherMayUse: false },
  { ...present, code: 'RM', labelEl: 'Εξ αποστάσεως', labelEn: 'Remote' },
  { ...absent, code: 'NE', labelEl: 'Δεν αναμένεται', labelEn: 'Not expected', presence: 'notExpected', countsMembership: false, penalises: false },
] as const).map((code, position) => ({ ...code, position }));

/** The yearly limits of absences of Greek upper secondary schools, in lesson hours, all absences counted. A school applies the one that is its own. */
export const attendanceLimits = [
  { nameEl: 'Όριο απουσιών Γενικού Λυκείου', nameEn: 'Limit of the general lyceum', hours: 114, counts: 'all', validFrom: '2019-09-01', active: true },
  { nameEl: 'Όριο απουσιών ΕΠΑΛ', nameEn: 'Limit of the vocational lyceum (EPAL)', hours: 130, counts: 'all', validFrom: '2019-09-01', active: false },
] as const;

/** The seven lesson hours of a Greek lyceum, 08:15 to 14:00; the school changes them under "Year and courses". */
export const bellPeriods = [
  ['08:15', '09:00'], ['09:05', '09:50'], ['10:00', '10:45'], ['10:55', '11:40'], ['11:50', '12:35'], ['12:40', '13:20'], ['13:20', '14:00'],
].map(([startTime = '', endTime = ''], index) => ({ number: index + 1, startTime, endTime }));
/** Why students come and go, as Greek schools say it; the official codes are entered by the school, which changes and adds its own. */
export const enrolmentCodes = [
  { kind: 'entry', code: 'new', labelEl: 'Πρώτη εγγραφή', labelEn: 'First enrolment' },
  { kind: 'entry', code: 'continuing', labelEl: 'Ανανέωση εγγραφής (συνέχιση φοίτησης)', labelEn: 'Continues from last year' },
  { kind: 'entry', code: 'transfer', labelEl: 'Μετεγγραφή από άλλο σχολείο', labelEn: 'Transfer from another school' },
  { kind: 'entry', code: 'repeats', labelEl: 'Επανάληψη τάξης', labelEn: 'Repeats the class' },
  { kind: 'entry', code: 'returned', labelEl: 'Επανεγγραφή μετά από διακοπή', labelEn: 'Re-entry after leaving' },
  { kind: 'entry', code: 'abroad', labelEl: 'Εγγραφή από σχολείο του εξωτερικού', labelEn: 'From a school abroad' },
  { kind: 'exit', code: 'promoted', labelEl: 'Προαγωγή', labelEn: 'Promoted' },
  { kind: 'exit', code: 'repeats', labelEl: 'Απόρριψη (επανάληψη τάξης)', labelEn: 'Not promoted (repeats the class)' },
  { kind: 'exit', code: 'graduated', labelEl: 'Απόλυση (αποφοίτηση)', labelEn: 'Graduated' },
  { kind: 'exit', code: 'transferred', labelEl: 'Μετεγγραφή σε άλλο σχολείο', labelEn: 'Transferred to another school' },
  { kind: 'exit', code: 'withdrawn', labelEl: 'Διακοπή φοίτησης', labelEn: 'Withdrawn' },
  { kind: 'exit', code: 'abroad', labelEl: 'Μετάβαση στο εξωτερικό', labelEn: 'Moved abroad' },
  { kind: 'exit', code: 'deceased', labelEl: 'Θάνατος', labelEn: 'Deceased' },
] as const;
/**
 * How grades are made until the school decides otherwise: written tests count half, daily work and homework the rest. Our own proposal;
 * the office and teachers change it in the gradebook. Missing work counts as zero, absences take nothing off.
 */
export const gradingDefault = {
  missingPolicy: 'zero', penaltyPerAbsence: null, penaltyCap: null,
  categories: [
    { nameEl: 'Ωριαίες γραπτές δοκιμασίες', nameEn: 'Tests', weight: 50, dropLowest: 0 },
    { nameEl: 'Ολιγόλεπτες δοκιμασίες', nameEn: 'Short tests', weight: 30, dropLowest: 1 },
    { nameEl: 'Εργασίες', nameEn: 'Homework', weight: 20, dropLowest: 0 },
  ],
} as const;
/** What a school gives daily scores in to begin with; it changes and adds its own. */
export const performanceCategories = [
  { nameEl: 'Συμμετοχή', nameEn: 'Participation', min: 1, max: 5, position: 1 },
  { nameEl: 'Εργασία στο σπίτι', nameEn: 'Homework', min: 1, max: 5, position: 2 },
  { nameEl: 'Συμπεριφορά', nameEn: 'Behaviour', min: 1, max: 5, position: 3 },
] as const;

/** Who looks after how the program is used: sees every action, account, role and setting, and changes nothing. An own role, so that the school may adapt or remove it. */
export const auditorRole = {
  nameEl: 'Ελεγκτής', nameEn: 'Auditor', purpose: null, defaultScope: 'school',
  permissions: ['audit:view', 'audit:export', 'users:view', 'roles:view', 'settings:view'], fieldClasses: ['ordinary'],
} as const;
