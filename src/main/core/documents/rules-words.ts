import type { DocumentLanguage } from './rules-class-list.ts';

const words = {
  el: {
    serial: 'Αρ. πρωτ.', year: 'Σχολικό έτος', page: 'Σελίδα', of: 'από', seal: '(Τ.Σ.)', guardianSigns: 'Έλαβα γνώση, ο/η κηδεμόνας',
    family: 'Επώνυμο', given: 'Όνομα', father: 'Όνομα πατρός', mother: 'Όνομα μητρός', number: 'Αρ. μητρώου', birth: 'Ημ. γέννησης', level: 'Τάξη', division: 'Τμήμα',
    course: 'Μάθημα', word: 'Χαρακτηρισμός', mean: 'Μέσος όρος', gpa: 'Μέσος όρος μονάδων (GPA)', rank: 'Σειρά στην τάξη', conduct: 'Διαγωγή',
    absences: 'Απουσίες (ώρες)', excused: 'δικαιολογημένες', unexcused: 'αδικαιολόγητες', wholeYear: 'Σχολικό έτος',
    credits: 'Μον.', grade: 'Βαθμός', external: 'Από άλλο σχολείο', underWay: 'σε εξέλιξη', creditsEarned: 'Διδακτικές μονάδες με επιτυχία', cumulative: 'Γενικός μέσος όρος', notComplete: 'Οι βαθμοί έτους σε εξέλιξη δεν είναι τελικοί.',
    to: 'Προς', handed: 'Επίδοση στο σχολείο', about: 'Θέμα: Φοίτηση του μαθητή / της μαθήτριας', limit: 'Όριο απουσιών του έτους', limitUnexcused: 'Όριο αδικαιολόγητων απουσιών του έτους', left: 'Υπολείπονται', over: 'Υπέρβαση του ορίου κατά', total: 'Σύνολο', hours: 'ώρες',
    files: { reportCard: 'elegchos-proodou', transcript: 'analytiki-vathmologia', enrolmentCertificate: 'vevaiosi-foitisis', attendanceLetter: 'enimerosi-foitisis' },
    sample: 'ΔΕΙΓΜΑ',
  },
  en: {
    serial: 'Ref. no.', year: 'School year', page: 'Page', of: 'of', seal: '(seal)', guardianSigns: 'Seen by the parent or guardian',
    family: 'Family name', given: 'Given name', father: "Father's name", mother: "Mother's name", number: 'Register no.', birth: 'Date of birth', level: 'Level', division: 'Class',
    course: 'Course', word: 'In words', mean: 'Mean', gpa: 'Grade point average', rank: 'Rank in level', conduct: 'Conduct',
    absences: 'Absences (hours)', excused: 'excused', unexcused: 'unexcused', wholeYear: 'School year',
    credits: 'Credits', grade: 'Grade', external: 'From another school', underWay: 'in progress', creditsEarned: 'Credits earned', cumulative: 'Cumulative mean', notComplete: 'Grades of a year in progress are not final.',
    to: 'To', handed: 'Handed over at school', about: 'Re: attendance of the student', limit: 'Limit of absences for the year', limitUnexcused: 'Limit of unexcused absences for the year', left: 'Remaining', over: 'Over the limit by', total: 'Total', hours: 'hours',
    files: { reportCard: 'report-card', transcript: 'transcript', enrolmentCertificate: 'enrolment-certificate', attendanceLetter: 'attendance-letter' },
    sample: 'SAMPLE',
  },
} as const;

/** The fixed words of documents in a language. */
export const documentWords = (language: DocumentLanguage) => words[language];

const months = {
  el: ['Ιανουαρίου', 'Φεβρουαρίου', 'Μαρτίου', 'Απριλίου', 'Μαΐου', 'Ιουνίου', 'Ιουλίου', 'Αυγούστου', 'Σεπτεμβρίου', 'Οκτωβρίου', 'Νοεμβρίου', 'Δεκεμβρίου'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
} as const;

/** An ISO date in words, `24 Νοεμβρίου 2026`. */
export function longDate(date: string, language: DocumentLanguage): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${months[language][(month ?? 1) - 1] ?? ''} ${year}`;
}

/** A level as documents write it: in Greek a letter gets its numeral sign, `Β΄`. */
export const writeLevel = (level: string, language: DocumentLanguage): string => (language === 'el' && /^\p{Script=Greek}$/u.test(level) ? `${level}΄` : level);
