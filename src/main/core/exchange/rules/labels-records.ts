import { fieldsOf, type ImportField, type ImportTarget } from '#contract/import-targets.ts';
import { foldLabel } from './fold-label.ts';
import { meaningsOf, type Meaning } from './labels.ts';

/**
 * How files that are not lists of students head their columns. As for students, the first list of a field is what it is called, the second what
 * it is also called when nothing else claims it. Fields that students have as well are known by the students' labels.
 */
const aliases: Partial<Record<ImportField, readonly [string[], string[]]>> = {
  guardianMobile: [['Κινητό κηδεμόνα', 'Κινητό γονέα', 'Guardian mobile', 'Parent mobile'], ['Κινητό', 'Mobile']],
  priority: [['Σειρά κλήσης', 'Προτεραιότητα', 'Call order', 'Priority'], ['Σειρά', 'Order']],
  custody: [['Επιμέλεια', 'Έχει την επιμέλεια', 'Custody', 'Has custody'], []],
  mayPickUp: [['Παραλαμβάνει', 'Μπορεί να παραλάβει', 'May pick up', 'Pick-up', 'Can collect'], []],
  receivesReports: [['Λαμβάνει ενημερώσεις', 'Λαμβάνει ελέγχους', 'Receives reports', 'Gets reports'], []],
  staffCode: [['Κωδικός εκπαιδευτικού', 'Κωδικός προσωπικού', 'ΑΜ εκπαιδευτικού', 'Αριθμός μητρώου εκπαιδευτικού', 'Staff code', 'Teacher code', 'Staff no', 'Employee no'], ['Κωδικός', 'Code', 'Α.Μ.', 'AM']],
  department: [['Τομέας', 'Τμήμα σχολείου', 'Department', 'Faculty'], ['Ειδικότητα', 'Subject area']],
  since: [['Από', 'Ημερομηνία ανάληψης', 'Ανάληψη υπηρεσίας', 'Since', 'Start date', 'Appointed'], []],
  courseCode: [['Κωδικός μαθήματος', 'Κωδ. μαθήματος', 'Course code', 'Subject code'], ['Κωδικός', 'Code']],
  courseEl: [['Μάθημα', 'Όνομα μαθήματος', 'Τίτλος μαθήματος', 'Μάθημα (ελληνικά)', 'Course', 'Course name', 'Course title', 'Course (Greek)', 'Subject'], ['Τίτλος', 'Title', 'Όνομα', 'Name']],
  courseEn: [['Μάθημα (αγγλικά)', 'Τίτλος (αγγλικά)', 'Course (English)', 'English title', 'Title (English)'], []],
  credits: [['Μονάδες', 'Διδακτικές μονάδες', 'Credits', 'Credit'], []],
  ects: [['ECTS', 'Μονάδες ECTS', 'ECTS credits'], []],
  weeklyHours: [['Ώρες', 'Ώρες εβδομαδιαίως', 'Εβδομαδιαίες ώρες', 'Ώρες/εβδ.', 'Weekly hours', 'Hours per week', 'Hours'], []],
  sectionCode: [['Κωδικός τμήματος', 'Κωδικός τάξης', 'Τμήμα μαθήματος', 'Section code', 'Class code', 'Section', 'Class'], ['Τμήμα', 'Τάξη μαθήματος', 'Code', 'Κωδικός']],
  course: [['Μάθημα', 'Κωδικός μαθήματος', 'Course', 'Course code', 'Subject'], ['Τίτλος μαθήματος', 'Course name', 'Course title']],
  room: [['Αίθουσα', 'Room', 'Classroom'], []],
  capacity: [['Χωρητικότητα', 'Θέσεις', 'Capacity', 'Seats', 'Max students'], []],
  teacher: [['Εκπαιδευτικός', 'Καθηγητής', 'Διδάσκων', 'Καθηγητής/τρια', 'Teacher', 'Instructor'], ['Κωδικός εκπαιδευτικού', 'Teacher code']],
  startDate: [['Από', 'Έναρξη', 'Ημερομηνία έναρξης', 'Start date', 'From', 'Begin date'], ['Ημερομηνία εγγραφής']],
  endDate: [['Έως', 'Λήξη', 'Ημερομηνία λήξης', 'End date', 'To', 'Until'], []],
  term: [['Περίοδος', 'Τετράμηνο', 'Τρίμηνο', 'Εξάμηνο', 'Term', 'Semester', 'Grading period', 'Marking period'], []],
  assessment: [['Αξιολόγηση', 'Εργασία', 'Διαγώνισμα', 'Assessment', 'Assignment', 'Test', 'Item'], ['Τίτλος', 'Title']],
  maxScore: [['Άριστα', 'Μέγιστος βαθμός', 'Μέγιστο', 'Max score', 'Maximum', 'Out of', 'Points possible'], []],
  dueDate: [['Ημερομηνία αξιολόγησης', 'Προθεσμία', 'Due date', 'Assessment date'], ['Ημερομηνία', 'Date']],
  score: [['Βαθμός', 'Βαθμολογία', 'Επίδοση', 'Score', 'Mark', 'Grade', 'Points', 'Result'], []],
  comment: [['Σχόλιο', 'Σχόλια', 'Comment', 'Comments', 'Feedback'], ['Παρατηρήσεις', 'Remarks']],
  date: [['Ημερομηνία', 'Ημερομηνία απουσίας', 'Ημ/νία', 'Date', 'Absence date', 'Day'], []],
  code: [['Κωδικός απουσίας', 'Κωδικός παρουσίας', 'Απουσία', 'Attendance code', 'Absence code', 'Attendance', 'Mark'], ['Κωδικός', 'Code', 'Κατάσταση', 'Status']],
  period: [['Ώρα', 'Διδακτική ώρα', 'Period', 'Lesson hour', 'Hour'], []],
  minutes: [['Λεπτά', 'Λεπτά απουσίας', 'Minutes', 'Minutes absent'], []],
  file: [['Αρχείο', 'Αρχείο / File', 'File', 'File name', 'Όνομα αρχείου'], []],
  documentTitle: [['Τίτλος εγγράφου', 'Τίτλος εγγράφου / Document title', 'Είδος εγγράφου', 'Document title', 'Document'], ['Τίτλος', 'Title', 'Έγγραφο']],
  documentClass: [['Ποιος το βλέπει', 'Who sees it'], ['Κατηγορία', 'Class']],
  documentNote: [['Σημείωση εγγράφου', 'Document note'], ['Σημείωση', 'Note']],
  note: [['Σημείωση', 'Αιτιολογία', 'Note', 'Reason'], ['Παρατηρήσεις', 'Remarks', 'Comment']],
};

const meanings = new Map<string, Meaning<ImportField>[]>();
for (const [name, lists] of Object.entries(aliases)) {
  const field = name as ImportField;
  lists.forEach((labels, i) => (i === 0 ? [name, ...labels] : labels).forEach((label) => {
    const key = foldLabel(label);
    const known = meanings.get(key) ?? [];
    if (!known.some((meaning) => meaning.field === field)) meanings.set(key, [...known, { field, certainty: i === 0 ? 3 : 1 }]);
  }));
}

/** What a column's label may mean in a file of a target, surest first. */
export function meaningsIn(target: ImportTarget, label: string): readonly Meaning<ImportField>[] {
  if (target === 'students') return meaningsOf(label);
  const fields = fieldsOf(target);
  const own = meanings.get(foldLabel(label)) ?? meanings.get(foldLabel(label.replace(/[([].*[)\]]/g, ''))) ?? [];
  return [...own, ...meaningsOf(label)].filter(({ field }) => fields[field] !== undefined);
}

/** True for a text that heads some column of some kind of file. */
export function isKnownLabel(text: string): boolean {
  return meaningsOf(text).length > 0 || meanings.has(foldLabel(text));
}
