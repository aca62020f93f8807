/** A department of the school. */
export interface DepartmentPlan { code: string; nameEl: string; nameEn: string }

/** The departments, by code. */
export const departments: readonly DepartmentPlan[] = [
  { code: 'ΦΙΛ', nameEl: 'Τομέας Φιλολογικών', nameEn: 'Department of Greek and Humanities' },
  { code: 'ΜΑΘ', nameEl: 'Τομέας Μαθηματικών', nameEn: 'Department of Mathematics' },
  { code: 'ΦΥΣ', nameEl: 'Τομέας Φυσικών Επιστημών', nameEn: 'Department of Natural Sciences' },
  { code: 'ΞΕΝ', nameEl: 'Τομέας Ξένων Γλωσσών', nameEn: 'Department of Foreign Languages' },
  { code: 'ΟΙΚ', nameEl: 'Τομέας Οικονομίας και Πληροφορικής', nameEn: 'Department of Economics and Computing' },
  { code: 'ΑΓΩ', nameEl: 'Τομέας Φυσικής Αγωγής', nameEn: 'Department of Physical Education' },
];

/** The groups of studies of the second and third class, by the number of the division. */
export type Group = 'humanities' | 'science' | 'health' | 'economy';

/** A course; `groups` missing: for every division of the level. `lift`: how far its marks lie above (or below) the students' usual ones. */
export interface CoursePlan {
  code: string; level: string; nameEl: string; nameEn: string; department: string; weeklyHours: number; lift: number; groups?: readonly Group[];
}

const course = (
  code: string, nameEl: string, nameEn: string, department: string, weeklyHours: number, lift: number, groups?: readonly Group[],
): CoursePlan => ({ code, level: code.slice(-1), nameEl, nameEn, department, weeklyHours, lift, groups });

const reals: readonly Group[] = ['science', 'health', 'economy'];

/** The timetable of a Greek general lyceum: 14 courses in the first class, 14 in the second, 10 in the third for each student. */
export const courses: readonly CoursePlan[] = [
  course('ΝΕΟ-Α', 'Νέα Ελληνική Γλώσσα και Λογοτεχνία', 'Modern Greek Language and Literature', 'ΦΙΛ', 4, 0),
  course('ΑΡΧ-Α', 'Αρχαία Ελληνική Γλώσσα και Γραμματεία', 'Ancient Greek', 'ΦΙΛ', 5, -0.8),
  course('ΙΣΤ-Α', 'Ιστορία', 'History', 'ΦΙΛ', 2, 0.2),
  course('ΘΡΗ-Α', 'Θρησκευτικά', 'Religious Education', 'ΦΙΛ', 2, 1.6),
  course('ΑΛΓ-Α', 'Άλγεβρα', 'Algebra', 'ΜΑΘ', 3, -1.2),
  course('ΓΕΩ-Α', 'Γεωμετρία', 'Geometry', 'ΜΑΘ', 2, -1.3),
  course('ΦΥΣ-Α', 'Φυσική', 'Physics', 'ΦΥΣ', 2, -0.9),
  course('ΧΗΜ-Α', 'Χημεία', 'Chemistry', 'ΦΥΣ', 2, -0.6),
  course('ΒΙΟ-Α', 'Βιολογία', 'Biology', 'ΦΥΣ', 2, 0.3),
  course('ΑΓΓ-Α', 'Αγγλικά', 'English', 'ΞΕΝ', 3, 1),
  course('ΓΑΛ-Α', 'Γαλλικά', 'French', 'ΞΕΝ', 2, 0.6),
  course('ΠΟΛ-Α', 'Πολιτική Παιδεία', 'Civics', 'ΦΙΛ', 3, 0.5),
  course('ΠΛΗ-Α', 'Εφαρμογές Πληροφορικής', 'Applied Computing', 'ΟΙΚ', 2, 1.3),
  course('ΓΥΜ-Α', 'Φυσική Αγωγή', 'Physical Education', 'ΑΓΩ', 2, 3),

  course('ΝΕΟ-Β', 'Νέα Ελληνική Γλώσσα και Λογοτεχνία', 'Modern Greek Language and Literature', 'ΦΙΛ', 4, 0),
  course('ΑΡΧ-Β', 'Αρχαία Ελληνική Γλώσσα και Γραμματεία', 'Ancient Greek', 'ΦΙΛ', 2, -0.7),
  course('ΙΣΤ-Β', 'Ιστορία', 'History', 'ΦΙΛ', 2, 0.1),
  course('ΦΙΛ-Β', 'Φιλοσοφία', 'Philosophy', 'ΦΙΛ', 2, 0.4),
  course('ΘΡΗ-Β', 'Θρησκευτικά', 'Religious Education', 'ΦΙΛ', 2, 1.5),
  course('ΑΛΓ-Β', 'Άλγεβρα', 'Algebra', 'ΜΑΘ', 3, -1.3),
  course('ΓΕΩ-Β', 'Γεωμετρία', 'Geometry', 'ΜΑΘ', 2, -1.3),
  course('ΦΥΣ-Β', 'Φυσική', 'Physics', 'ΦΥΣ', 2, -0.9),
  course('ΧΗΜ-Β', 'Χημεία', 'Chemistry', 'ΦΥΣ', 2, -0.7),
  course('ΒΙΟ-Β', 'Βιολογία', 'Biology', 'ΦΥΣ', 2, 0.2),
  course('ΑΓΓ-Β', 'Αγγλικά', 'English', 'ΞΕΝ', 2, 0.9),
  course('ΓΥΜ-Β', 'Φυσική Αγωγή', 'Physical Education', 'ΑΓΩ', 2, 3),
  course('ΑΠΡ-Β', 'Αρχαία Ελληνικά Προσανατολισμού', 'Ancient Greek (Orientation)', 'ΦΙΛ', 3, -0.3, ['humanities']),
  course('ΛΑΤ-Β', 'Λατινικά', 'Latin', 'ΦΙΛ', 2, -0.2, ['humanities']),
  course('ΜΠΡ-Β', 'Μαθηματικά Προσανατολισμού', 'Mathematics (Orientation)', 'ΜΑΘ', 3, -0.8, reals),
  course('ΦΠΡ-Β', 'Φυσική Προσανατολισμού', 'Physics (Orientation)', 'ΦΥΣ', 2, -0.6, reals),

  course('ΝΕΟ-Γ', 'Νέα Ελληνική Γλώσσα και Λογοτεχνία', 'Modern Greek Language and Literature', 'ΦΙΛ', 6, 0.1),
  course('ΘΡΗ-Γ', 'Θρησκευτικά', 'Religious Education', 'ΦΙΛ', 1, 1.8),
  course('ΙΣΤ-Γ', 'Ιστορία', 'History', 'ΦΙΛ', 2, 0.6, reals),
  course('ΜΑΘ-Γ', 'Μαθηματικά Γενικής Παιδείας', 'General Mathematics', 'ΜΑΘ', 2, -0.4, ['humanities']),
  course('ΑΓΓ-Γ', 'Αγγλικά', 'English', 'ΞΕΝ', 2, 1.1),
  course('ΚΟΙ-Γ', 'Σύγχρονος Κόσμος: Πολίτης και Δημοκρατία', 'The Modern World: Citizen and Democracy', 'ΦΙΛ', 1, 1.4),
  course('ΟΙΚ-Γ', 'Αρχές Οικονομικής Επιστήμης', 'Principles of Economics', 'ΟΙΚ', 2, 0.4, ['humanities']),
  course('ΓΥΜ-Γ', 'Φυσική Αγωγή', 'Physical Education', 'ΑΓΩ', 2, 3.2),
  course('ΑΠΡ-Γ', 'Αρχαία Ελληνικά Προσανατολισμού', 'Ancient Greek (Orientation)', 'ΦΙΛ', 6, 0, ['humanities']),
  course('ΙΠΡ-Γ', 'Ιστορία Προσανατολισμού', 'History (Orientation)', 'ΦΙΛ', 6, 0.2, ['humanities']),
  course('ΛΑΤ-Γ', 'Λατινικά', 'Latin', 'ΦΙΛ', 6, 0.3, ['humanities']),
  course('ΜΠΡ-Γ', 'Μαθηματικά Προσανατολισμού', 'Mathematics (Orientation)', 'ΜΑΘ', 6, -0.5, ['science', 'economy']),
  course('ΦΠΡ-Γ', 'Φυσική Προσανατολισμού', 'Physics (Orientation)', 'ΦΥΣ', 6, -0.3, ['science', 'health']),
  course('ΧΠΡ-Γ', 'Χημεία Προσανατολισμού', 'Chemistry (Orientation)', 'ΦΥΣ', 6, -0.2, ['science', 'health']),
  course('ΒΠΡ-Γ', 'Βιολογία Προσανατολισμού', 'Biology (Orientation)', 'ΦΥΣ', 6, 0.3, ['health']),
  course('ΠΠΡ-Γ', 'Πληροφορική Προσανατολισμού', 'Computing (Orientation)', 'ΟΙΚ', 6, 0.5, ['economy']),
  course('ΟΠΡ-Γ', 'Οικονομία Προσανατολισμού', 'Economics (Orientation)', 'ΟΙΚ', 6, 0.4, ['economy']),
];

const groupsByDivision: readonly Group[] = [
  'humanities', 'humanities', 'humanities', 'science', 'science', 'health', 'health', 'economy', 'economy',
];

/** The courses of a division (`Β3`). */
export function coursesOf(division: string): CoursePlan[] {
  const group = groupsByDivision[Number(division.slice(1)) - 1];
  return courses.filter(({ level, groups }) => level === division[0] && (!groups || (group !== undefined && groups.includes(group))));
}
