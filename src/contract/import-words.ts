import type { Words } from './export-column.ts';
import { fieldsOf, type FieldOf, type ImportTarget, type TargetField, type TemplateTarget } from './import-targets.ts';

/** What a column of a template is called, and what belongs in it. */
export interface FieldWords extends Words { tellEl: string; tellEn: string }
const words = (el: string, en: string, tellEl: string, tellEn: string): FieldWords => ({ el, en, tellEl, tellEn });

/** A field that has a column in a template: names are asked for in their parts, not in one piece. */
export type TemplateField = Exclude<{ [T in TemplateTarget]: FieldOf<T> }[TemplateTarget], 'fullName'>;

/** Headings of the templates, each known to the importer, and what is to be written under them. */
export const importWords: Readonly<Record<TemplateField, FieldWords>> = {
  studentNo: words('Αριθμός μητρώου', 'Student number', 'Ο αριθμός με τον οποίο το σχολείο γνωρίζει τον μαθητή. Μένει κενός για νέους μαθητές που δεν έχουν ακόμη.', 'The number by which the school knows the student. Left empty for new students who have none yet.'),
  familyEl: words('Επώνυμο', 'Family name', 'Όπως γράφεται στα ελληνικά.', 'As it is written in Greek.'),
  givenEl: words('Όνομα', 'Given name', 'Όπως γράφεται στα ελληνικά.', 'As it is written in Greek.'),
  fatherEl: words('Πατρώνυμο', "Father's name", 'Το όνομα του πατέρα· ξεχωρίζει συνονόματους.', "The father's given name; it tells namesakes apart."),
  birthDate: words('Ημερομηνία γέννησης', 'Date of birth', 'Ημέρα/μήνας/έτος.', 'Day/month/year.'),
  familyLatin: words('Επώνυμο (λατινικά)', 'Family name (Latin)', 'Όπως στο διαβατήριο. Αν μείνει κενό, προτείνεται από τα ελληνικά.', 'As in the passport. Left empty, it is proposed from the Greek.'),
  givenLatin: words('Όνομα (λατινικά)', 'Given name (Latin)', 'Όπως στο διαβατήριο. Αν μείνει κενό, προτείνεται από τα ελληνικά.', 'As in the passport. Left empty, it is proposed from the Greek.'),
  motherEl: words('Μητρώνυμο', "Mother's name", 'Το όνομα της μητέρας.', "The mother's given name."),
  preferred: words('Προτιμώμενο όνομα', 'Preferred name', 'Πώς τον φωνάζουν.', 'What the student is called.'),
  sex: words('Φύλο', 'Sex', 'Ένα από όσα δίνει η λίστα.', 'One of those in the list.'),
  nationalId: words('ΑΜΚΑ', 'National ID', 'ΑΜΚΑ ή αριθμός ταυτότητας.', 'Social security number or number of the identity card.'),
  email: words('E-mail', 'E-mail', 'Του ίδιου του μαθητή, αν έχει.', "The student's own, if any."),
  phone: words('Τηλέφωνο', 'Phone', 'Σταθερό τηλέφωνο.', 'Landline.'),
  mobile: words('Κινητό', 'Mobile', 'Του ίδιου του μαθητή, αν έχει.', "The student's own, if any."),
  address: words('Διεύθυνση', 'Address', 'Οδός και αριθμός, Τ.Κ., πόλη.', 'Street and number, postal code, city.'),
  level: words('Τάξη', 'Level', 'Όπως τη γράφει το σχολείο.', 'As the school writes it.'),
  division: words('Τμήμα', 'Division', 'Το τμήμα της τάξης, π.χ. Β2.', 'The class division, such as Β2.'),
  entryDate: words('Ημερομηνία εγγραφής', 'Entry date', 'Η πρώτη ημέρα φοίτησης στο έτος.', 'The first day of attendance in the year.'),
  guardianFamily: words('Επώνυμο κηδεμόνα', 'Guardian family name', 'Του κηδεμόνα που γράφεται στη γραμμή.', 'Of the guardian in this row.'),
  guardianGiven: words('Όνομα κηδεμόνα', 'Guardian given name', 'Του κηδεμόνα που γράφεται στη γραμμή.', 'Of the guardian in this row.'),
  guardianRelation: words('Σχέση', 'Relation', 'Τι είναι ο κηδεμόνας για τον μαθητή· ένα από όσα δίνει η λίστα.', 'What the guardian is to the student; one of those in the list.'),
  guardianPhone: words('Τηλέφωνο κηδεμόνα', 'Guardian phone', 'Σταθερό ή όποιο απαντά.', 'Landline, or whichever is answered.'),
  guardianMobile: words('Κινητό κηδεμόνα', 'Guardian mobile', 'Εκεί καλεί το σχολείο πρώτα.', 'Where the school calls first.'),
  guardianEmail: words('E-mail κηδεμόνα', 'Guardian e-mail', 'Για ελέγχους και ενημερώσεις.', 'For reports and notices.'),
  priority: words('Σειρά κλήσης', 'Call order', 'Ποιος καλείται πρώτος: 1, 2, 3…', 'Who is called first: 1, 2, 3…'),
  custody: words('Επιμέλεια', 'Custody', 'Ναι ή όχι.', 'Yes or no.'),
  mayPickUp: words('Παραλαμβάνει', 'May pick up', 'Αν επιτρέπεται να παραλαμβάνει τον μαθητή: ναι ή όχι.', 'Whether they may collect the student: yes or no.'),
  receivesReports: words('Λαμβάνει ελέγχους', 'Receives reports', 'Ναι ή όχι.', 'Yes or no.'),
  staffCode: words('Κωδικός εκπαιδευτικού', 'Staff code', 'Ο αριθμός μητρώου ή όποιος κωδικός ισχύει στο σχολείο.', 'The registry number, or whichever code the school uses.'),
  department: words('Τομέας', 'Department', 'Όπως λέγεται στο σχολείο.', 'As the school calls it.'),
  since: words('Ημερομηνία ανάληψης', 'Since', 'Η πρώτη ημέρα στη θέση.', 'The first day in the post.'),
  courseCode: words('Κωδικός μαθήματος', 'Course code', 'Σύντομος και μοναδικός, π.χ. ΑΛΓ.', 'Short, and each once, such as ΑΛΓ.'),
  courseEl: words('Μάθημα (ελληνικά)', 'Course (Greek)', 'Η ονομασία όπως τυπώνεται στα ελληνικά.', 'The name as it is printed in Greek.'),
  courseEn: words('Μάθημα (αγγλικά)', 'Course (English)', 'Η ονομασία όπως τυπώνεται στα αγγλικά.', 'The name as it is printed in English.'),
  credits: words('Διδακτικές μονάδες', 'Credits', 'Αριθμός.', 'A number.'),
  ects: words('ECTS', 'ECTS', 'Αριθμός.', 'A number.'),
  weeklyHours: words('Εβδομαδιαίες ώρες', 'Weekly hours', 'Διδακτικές ώρες την εβδομάδα.', 'Lessons a week.'),
  sectionCode: words('Κωδικός τμήματος', 'Section code', 'Ο κωδικός του μαθήματος στο τμήμα, π.χ. ΑΛΓ-Β2.', 'The code of the section, such as ΑΛΓ-Β2.'),
  course: words('Μάθημα', 'Course', 'Ο κωδικός ή η ονομασία του μαθήματος.', 'The code or the name of the course.'),
  room: words('Αίθουσα', 'Room', 'Όπου γίνεται το μάθημα.', 'Where it is held.'),
  capacity: words('Χωρητικότητα', 'Capacity', 'Πόσοι μαθητές χωρούν.', 'How many students there is room for.'),
  teacher: words('Εκπαιδευτικός', 'Teacher', 'Ο κωδικός ή το ονοματεπώνυμο.', 'The code or the name.'),
  startDate: words('Έναρξη', 'Start date', 'Ημέρα/μήνας/έτος. Αν μείνει κενή, η αρχή του έτους.', 'Day/month/year. Left empty, the start of the year.'),
  endDate: words('Λήξη', 'End date', 'Μόνο για όσους έφυγαν.', 'Only for those who have left.'),
  term: words('Περίοδος', 'Term', 'Μία από τις περιόδους του έτους.', 'One of the terms of the year.'),
  assessment: words('Αξιολόγηση', 'Assessment', 'Ο τίτλος της εργασίας ή του διαγωνίσματος.', 'The title of the work or the test.'),
  maxScore: words('Μέγιστος βαθμός', 'Max score', 'Με πόσα άριστα βαθμολογείται.', 'Out of how many it is marked.'),
  dueDate: words('Ημερομηνία αξιολόγησης', 'Due date', 'Ημέρα/μήνας/έτος.', 'Day/month/year.'),
  score: words('Βαθμός', 'Score', 'Ο βαθμός, ή: απών, απαλλαγή, δικαιολογημένος, ελλιπές, δεν παραδόθηκε.', 'The score, or: absent, exempt, excused, incomplete, missing.'),
  comment: words('Σχόλιο', 'Comment', 'Όπως θα το δει ο μαθητής.', 'As the student will see it.'),
  date: words('Ημερομηνία', 'Date', 'Η ημέρα της απουσίας ή της παρουσίας.', 'The day of the absence or the attendance.'),
  code: words('Κωδικός απουσίας', 'Attendance code', 'Ένας από τους κωδικούς του σχολείου.', 'One of the codes of the school.'),
  period: words('Διδακτική ώρα', 'Period', 'Ο αριθμός της ώρας, μαζί με τον κωδικό τμήματος. Κενή: όλη η ημέρα.', 'The number of the lesson hour, together with the section code. Empty: the whole day.'),
  minutes: words('Λεπτά', 'Minutes', 'Πόσα λεπτά έλειψε.', 'How many minutes were missed.'),
  note: words('Σημείωση', 'Note', 'Αιτιολογία ή παρατήρηση.', 'Reason or remark.'),
};

/** The fields of a target's template, in their order. */
export const templateFields = (target: TemplateTarget): [TemplateField, TargetField][] =>
  Object.entries(fieldsOf(target)).filter(([field]) => field !== 'fullName') as [TemplateField, TargetField][];

/** What each kind of file is called. */
export const targetWords: Readonly<Record<ImportTarget, Words>> = {
  students: { el: 'Μαθητές', en: 'Students' }, guardians: { el: 'Κηδεμόνες', en: 'Guardians' }, staff: { el: 'Προσωπικό', en: 'Staff' }, courses: { el: 'Μαθήματα', en: 'Courses' },
  sections: { el: 'Μαθήματα τμημάτων', en: 'Sections' }, places: { el: 'Μαθητές σε μαθήματα', en: 'Students in sections' }, scores: { el: 'Βαθμοί', en: 'Scores' }, attendance: { el: 'Απουσίες', en: 'Attendance' },
  documents: { el: 'Έγγραφα', en: 'Documents' }, oneRoster: { el: 'Πακέτο OneRoster', en: 'OneRoster bundle' },
};
