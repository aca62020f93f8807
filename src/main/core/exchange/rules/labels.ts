import { importTargets, type StudentField } from '#contract/import-targets.ts';
import { foldLabel } from './fold-label.ts';

/**
 * How school files head their columns, in Greek and English. The first list of a field is what it is called;
 * the second is what it is also called when no other column claims the field or the label.
 */
const aliases: Record<StudentField, readonly [string[], string[]]> = {
  studentNo: [
    ['Αριθμός μητρώου', 'Αρ. μητρώου / Student no.', 'Αρ. μητρώου', 'Αρ. Μητρ.', 'Μητρώο', 'Α.Μ.', 'AM', 'Αριθμός μαθητή', 'Κωδικός μαθητή', 'Αριθμός Μητρώου Μαθητή', 'Α/Μ',
      'Student number', 'Student no', 'Student ID', 'StudentNo', 'Pupil number', 'Registration number', 'Registry number', 'identifier', 'Student code'],
    ['Κωδικός', 'Μητρ.', 'ID', 'Number', 'Roll number', 'Roll no', 'Admission number', 'Admission no', 'sourcedId', 'Code'],
  ],
  fullName: [
    ['Ονοματεπώνυμο', 'Ονοματεπώνυμο / Full name', 'Ον/μο', 'Ονοματεπώνυμο μαθητή', 'Επώνυμο και όνομα', 'Επώνυμο - Όνομα', 'Full name', 'Student name', 'Name and surname', 'Last, first'],
    ['Μαθητής', 'Μαθητής/τρια', 'Name', 'Student', 'Pupil', 'Μαθητές'],
  ],
  familyEl: [['Επώνυμο', 'Επίθετο', 'Επων.', 'Επώνυμο μαθητή', 'Family name', 'Last name', 'Surname'], ['Οικογενειακό όνομα', 'Επώνυμο (ελληνικά)', 'Family name (Greek)']],
  givenEl: [['Όνομα', 'Όνομα μαθητή', 'Μικρό όνομα', 'Given name', 'First name', 'Forename'], ['Όνομα (ελληνικά)', 'Given name (Greek)', 'Given', 'First']],
  familyLatin: [
    ['Επώνυμο (λατινικά)', 'Επώνυμο λατινικά', 'Επώνυμο με λατινικούς χαρακτήρες', 'Επώνυμο αγγλικά', 'Family name (Latin)', 'Surname (Latin)', 'Last name (Latin)',
      'Last name (English)', 'Family name (English)', 'Latin surname', 'Latin family name'],
    ['Family name', 'Last name', 'Surname'],
  ],
  givenLatin: [
    ['Όνομα (λατινικά)', 'Όνομα λατινικά', 'Όνομα με λατινικούς χαρακτήρες', 'Όνομα αγγλικά', 'Given name (Latin)', 'First name (Latin)', 'First name (English)',
      'Given name (English)', 'Latin name', 'Latin given name'],
    ['Given name', 'First name', 'Forename'],
  ],
  fatherEl: [
    ['Όνομα πατέρα', 'Όνομα πατρός', 'Πατρώνυμο', 'Πατρ.', "Father's name", 'Father name', "Father's first name", 'Patronymic', 'Ον. πατέρα', 'Όν. Πατρός'],
    ['Πατέρας', 'Father'],
  ],
  motherEl: [
    ['Όνομα μητέρας', 'Όνομα μητρός', 'Μητρώνυμο', "Mother's name", 'Mother name', "Mother's first name", 'Ον. μητέρας', 'Όν. Μητρός'], ['Μητέρα', 'Mother'],
  ],
  preferred: [['Προτιμώμενο όνομα', 'Υποκοριστικό', 'Χαϊδευτικό', 'Preferred name', 'Known as', 'Nickname', 'preferredGivenName', 'Preferred first name'], []],
  birthDate: [
    ['Ημερομηνία γέννησης', 'Ημ/νία γέννησης', 'Ημ. γέννησης', 'Ημνια γενν.', 'Ημ. γεν.', 'Ημ/νία γέν.', 'Ημερ. γέννησης', 'Ημερομηνία γεννήσεως', 'Γέννηση',
      'Date of birth', 'Birth date', 'Birthdate', 'DOB', 'D.O.B.', 'Birthday', 'Born'],
    ['Γεννηθείς', 'Γενν.'],
  ],
  sex: [['Φύλο', 'Sex', 'Gender'], ['Α/Θ', 'Κ/Α', 'Α/Κ', 'M/F']],
  nationalId: [['ΑΜΚΑ', 'Α.Μ.Κ.Α.', 'AMKA', 'Αριθμός ταυτότητας', 'Αρ. ταυτότητας', 'ΑΔΤ', 'Α.Δ.Τ.', 'National ID', 'Social security number', 'ID card', 'Identity card'], ['Ταυτότητα', 'SSN']],
  email: [['E-mail', 'Email', 'e-mail address', 'Email address', 'Ηλεκτρονικό ταχυδρομείο', 'Ηλ. ταχυδρομείο', 'Ηλεκτρονική διεύθυνση', 'Ηλ. διεύθυνση', 'Ηλεκτρ. ταχυδρομείο'], ['Mail']],
  phone: [['Τηλέφωνο', 'Τηλ.', 'Σταθερό τηλέφωνο', 'Σταθερό', 'Τηλέφωνο οικίας', 'Τηλ. οικίας', 'Τηλ1', 'Τηλ. 1', 'Τηλέφωνο 1', 'Phone', 'Telephone', 'Phone number', 'Home phone', 'Tel', 'Landline'], ['Τηλέφωνα']],
  mobile: [['Κινητό', 'Κινητό τηλέφωνο', 'Κιν.', 'Τηλ. κινητό', 'Αριθμός κινητού', 'Mobile', 'Mobile phone', 'Cell', 'Cell phone', 'sms'], ['Τηλ2', 'Τηλ. 2', 'Τηλέφωνο 2', 'Phone 2']],
  address: [['Διεύθυνση', 'Διεύθυνση κατοικίας', 'Δ/νση', 'Διεύθυνση οικίας', 'Οδός και αριθμός', 'Address', 'Home address', 'Street address', 'Postal address'], ['Οδός', 'Street']],
  level: [['Τάξη', 'Τάξη φοίτησης', 'Level', 'Grade', 'Grade level', 'Year group', 'Class level', 'grades', 'Έτος φοίτησης', 'Εξάμηνο'], ['Class', 'Year']],
  division: [['Τμήμα', 'Τμήμα γενικής παιδείας', 'Τμήμα-Γεν-Παιδείας', 'Τμήμα τάξης', 'Division', 'Section', 'Homeroom', 'Form', 'Class division', 'Registration group'], ['Class', 'Group']],
  entryDate: [
    ['Ημερομηνία εγγραφής', 'Ημ/νία εγγραφής', 'Ημ. εγγραφής', 'Εγγραφή', 'Ημερ. εγγραφής', 'Entry date', 'Enrolment date', 'Enrollment date', 'Date of entry', 'Admission date', 'Start date'],
    ['Registered', 'Enrolled'],
  ],
  guardianFamily: [
    ['Επώνυμο κηδεμόνα', 'Επίθετο κηδεμόνα', 'Κηδεμόνας', 'Ονοματεπώνυμο κηδεμόνα', 'Γονέας/Κηδεμόνας', 'Γονέας', 'Guardian', 'Guardian name', 'Guardian family name', 'Guardian last name',
      'Guardian surname', 'Parent', 'Parent name', 'Parent/Guardian', 'Κηδεμόνες'], [],
  ],
  guardianGiven: [['Όνομα κηδεμόνα', 'Guardian given name', 'Guardian first name', 'Parent first name'], []],
  guardianRelation: [['Σχέση', 'Σχέση κηδεμόνα', 'Συγγένεια', 'Ιδιότητα κηδεμόνα', 'Σχέση με μαθητή', 'Relation', 'Relationship', 'Guardian relation', 'Guardian relationship'], ['Ιδιότητα']],
  guardianPhone: [['Τηλέφωνο κηδεμόνα', 'Κινητό κηδεμόνα', 'Τηλ. κηδεμόνα', 'Guardian phone', 'Guardian mobile', 'Parent phone', 'Parent mobile', 'Emergency phone'], ['Emergency contact', 'Τηλέφωνο επικοινωνίας']],
  guardianEmail: [['E-mail κηδεμόνα', 'Email κηδεμόνα', 'Guardian email', 'Guardian e-mail', 'Parent email', 'Parent e-mail'], []],
};

/** A field that a label may mean, and how surely: 3 is its own name, 1 a name that it shares with others. */
export interface Meaning<F = StudentField> { field: F; certainty: number }

const studentFields = Object.keys(importTargets.students.fields) as StudentField[];
const meanings = new Map<string, Meaning[]>();
for (const field of studentFields) {
  // Our own files in JSON call a field by its key.
  aliases[field].forEach((labels, i) => (i === 0 ? [field, ...labels] : labels).forEach((label) => {
    const key = foldLabel(label);
    const known = meanings.get(key) ?? [];
    if (!known.some((meaning) => meaning.field === field)) meanings.set(key, [...known, { field, certainty: i === 0 ? 3 : 1 }]);
  }));
}

const ofStudent = /(του|τησ)?(μαθητη|μαθητριασ|μαθητητριασ|φοιτητη|σπουδαστη|student|pupil|child)s?/gu;
const ofGuardian = /(του|τησ)?(κηδεμονα|γονεα|guardian|parent)s?/gu;
const forGuardian: Partial<Record<StudentField, StudentField>> = {
  familyEl: 'guardianFamily', fullName: 'guardianFamily', givenEl: 'guardianGiven', phone: 'guardianPhone', mobile: 'guardianPhone', email: 'guardianEmail',
};

/** What a column's label may mean, surest first; empty when it means nothing that an import takes. */
export function meaningsOf(label: string): readonly Meaning[] {
  const key = foldLabel(label);
  if (key === '') return [];
  const exact = meanings.get(key) ?? meanings.get(foldLabel(label.replace(/[([].*[)\]]/g, '')));
  if (exact) return exact;
  const ofAdult = key.replace(ofGuardian, '');
  if (ofAdult !== key) {
    return (meanings.get(ofAdult) ?? []).flatMap(({ field }) => {
      const own = forGuardian[field];
      return own ? [{ field: own, certainty: 2 }] : [];
    });
  }
  return (meanings.get(key.replace(ofStudent, '')) ?? []).map(({ field, certainty }) => ({ field, certainty: Math.min(certainty, 2) }));
}
