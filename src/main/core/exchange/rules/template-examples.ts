import type { Language } from '#contract/fields.ts';
import type { ImportField, TemplateTarget } from '#contract/import-targets.ts';

type Example = Partial<Record<ImportField, string>>;
/** People whom nobody can take for real: their name means "example". */
const first = { studentNo: 'ΠΑΡ-0001', familyEl: 'Παραδειγματίδου', givenEl: 'Άννα', fatherEl: 'Γεώργιος', birthDate: '2011-03-05' };
const second = { studentNo: 'ΠΑΡ-0002', familyEl: 'Παραδειγματίδης', givenEl: 'Νίκος', fatherEl: 'Ιωάννης', birthDate: '2010-11-21' };
const guardian = { guardianFamily: 'Παραδειγματίδου', guardianGiven: 'Μαρία', guardianRelation: 'mother', guardianPhone: '2100000001', guardianEmail: 'maria@example.org' };
const otherGuardian = { guardianFamily: 'Παραδειγματίδης', guardianGiven: 'Ιωάννης', guardianRelation: 'father', guardianPhone: '2100000002', guardianEmail: 'ioannis@example.org' };

const examples: Record<TemplateTarget, readonly [Example, Example]> = {
  students: [
    { ...first, familyLatin: 'Paradeigmatidou', givenLatin: 'Anna', motherEl: 'Μαρία', sex: 'female', nationalId: '00000000001', email: 'anna@example.org', mobile: '6900000001', address: 'Οδός Παραδείγματος 1, 10000 Αθήνα', level: 'Β', division: 'Β1', entryDate: '2026-09-11', ...guardian },
    { ...second, motherEl: 'Ελένη', sex: 'male', phone: '2100000000', level: 'Γ', division: 'Γ2', entryDate: '2026-09-11', ...otherGuardian },
  ],
  guardians: [
    { ...first, ...guardian, guardianMobile: '6900000011', priority: '1', custody: 'yes', mayPickUp: 'yes', receivesReports: 'yes' },
    { ...second, ...otherGuardian, guardianMobile: '6900000012', priority: '2', custody: 'yes', mayPickUp: 'no', receivesReports: 'yes' },
  ],
  staff: [
    { staffCode: 'ΠΑΡ-Ε01', familyEl: 'Παραδειγματάκη', givenEl: 'Σοφία', familyLatin: 'Paradeigmataki', givenLatin: 'Sofia', department: 'Μαθηματικά', since: '2026-09-01' },
    { staffCode: 'ΠΑΡ-Ε02', familyEl: 'Παραδειγματάκης', givenEl: 'Πέτρος', department: 'Φιλολογικά', since: '2026-09-01' },
  ],
  courses: [
    { courseCode: 'ΠΑΡ-ΑΛΓ', courseEl: 'Άλγεβρα (παράδειγμα)', courseEn: 'Algebra (example)', department: 'Μαθηματικά', level: 'Β', credits: '3', weeklyHours: '3' },
    { courseCode: 'ΠΑΡ-ΙΣΤ', courseEl: 'Ιστορία (παράδειγμα)', courseEn: 'History (example)', department: 'Φιλολογικά', level: 'Β', credits: '2', weeklyHours: '2' },
  ],
  sections: [
    { sectionCode: 'ΠΑΡ-ΑΛΓ-Β1', course: 'ΠΑΡ-ΑΛΓ', level: 'Β', division: 'Β1', room: '101', capacity: '27', teacher: 'ΠΑΡ-Ε01' },
    { sectionCode: 'ΠΑΡ-ΙΣΤ-Β1', course: 'ΠΑΡ-ΙΣΤ', level: 'Β', division: 'Β1', room: '102', capacity: '27', teacher: 'ΠΑΡ-Ε02' },
  ],
  places: [
    { ...first, sectionCode: 'ΠΑΡ-ΑΛΓ-Β1', startDate: '2026-09-11' },
    { ...second, sectionCode: 'ΠΑΡ-ΙΣΤ-Β1', startDate: '2026-09-11', endDate: '2026-12-18' },
  ],
  scores: [
    { ...first, sectionCode: 'ΠΑΡ-ΑΛΓ-Β1', assessment: 'Διαγώνισμα 1', maxScore: '20', dueDate: '2026-10-15', score: '17.5', comment: 'Πολύ καλή προσπάθεια' },
    { ...second, sectionCode: 'ΠΑΡ-ΑΛΓ-Β1', assessment: 'Διαγώνισμα 1', maxScore: '20', dueDate: '2026-10-15', score: 'absent' },
  ],
  attendance: [
    { ...first, date: '2026-10-05', code: 'AU' },
    { ...second, date: '2026-10-05', code: 'P', sectionCode: 'ΠΑΡ-ΑΛΓ-Β1', period: '2', minutes: '10' },
  ],
};

/** What a score says instead of a number, in the words of the file. */
const scoreWords: Record<Language, Record<string, string>> = { el: { absent: 'απών' }, en: {} };

/** Two rows that show how a file of a kind is filled in: dates in ISO form, choices by their codes. */
export const examplesOf = (target: TemplateTarget, language: Language): Example[] =>
  examples[target].map((example) => (example.score === undefined ? example : { ...example, score: scoreWords[language][example.score] ?? example.score }));
