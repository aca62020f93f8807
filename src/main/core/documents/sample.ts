import type { IssuedKind } from '#contract/documents.ts';
import { drawAttendanceLetter, drawCertificate } from './letters.ts';
import type { Frame } from './letterhead.ts';
import type { Paper } from './paper.ts';
import type { DocumentTerm, GradeRow } from './repo-grades.ts';
import { drawReportCard } from './report-card.ts';
import type { DocumentScale } from './rules-figures.ts';
import type { Stay, Subject } from './rules-prose.ts';
import { drawTranscript } from './transcript.ts';

const subject: Subject = {
  studentId: '', studentNo: '1234', familyEl: 'Παπαδοπούλου', givenEl: 'Ελένη', familyLatin: 'Papadopoulou', givenLatin: 'Eleni', fatherEl: 'Γεώργιος', motherEl: 'Μαρία',
  birthDate: '2010-03-04', sex: 'female',
};
const terms: DocumentTerm[] = [
  { id: 'a', type: 'term', nameEl: 'Α΄ τετράμηνο', nameEn: 'First term', startDate: '', endDate: '', weight: 1, parentId: null },
  { id: 'b', type: 'term', nameEl: 'Β΄ τετράμηνο', nameEn: 'Second term', startDate: '', endDate: '', weight: 1, parentId: null },
];
const courses = [
  ['Νέα Ελληνική Γλώσσα και Λογοτεχνία', 'Modern Greek Language and Literature', 18, 19], ['Αρχαία Ελληνική Γλώσσα', 'Ancient Greek', 16, 17], ['Ιστορία', 'History', 19, 19],
  ['Άλγεβρα', 'Algebra', 15, 16], ['Γεωμετρία', 'Geometry', 14, 16], ['Φυσική', 'Physics', 17, 17], ['Χημεία', 'Chemistry', 18, 18], ['Αγγλικά', 'English', 20, 20],
  ['Φυσική Αγωγή', 'Physical Education', 20, 20],
] as const;
/** The words of the sample's scale: the Greek one, whatever the school has. */
const scales: ReadonlyMap<string, DocumentScale> = new Map([['sample', {
  id: 'sample', kind: 'greek20', step: 0.1, max: 20, passMark: 9.5, bands: [
    { labelEl: 'Καλώς', labelEn: 'Good', threshold: 0, gradePoints: 2 }, { labelEl: 'Λίαν Καλώς', labelEn: 'Very good', threshold: 16.1, gradePoints: 3 },
    { labelEl: 'Άριστα', labelEn: 'Excellent', threshold: 18.1, gradePoints: 4 },
  ],
}]]);

/** Draws a document about an invented student, to look at a template. */
export function drawSample(paper: Paper, frame: Frame, kind: IssuedKind, serial: string): void {
  const stay: Stay = { level: 'Β', division: 'Β2', yearLabel: frame.yearLabel, entryDate: frame.issuedOn, leftOn: null };
  const grades = courses.flatMap(([titleEl, titleEn, first, second], i) => [first, second].map((value, t): GradeRow => ({
    studentId: '', yearId: '', yearLabel: frame.yearLabel, yearStatus: 'closed', termId: t === 0 ? 'a' : 'b', termType: 'term', weight: 1, courseId: String(i), titleEl, titleEn, credits: 2,
    scaleId: 'sample', value,
  })));
  const absences = { excused: 8, unexcused: 5 };
  if (kind === 'reportCard') drawReportCard(paper, frame, serial, { subject, stay, term: terms[1] ?? null, terms, grades, absences, rank: { rank: 12, of: 96 } }, scales);
  else if (kind === 'transcript') drawTranscript(paper, frame, serial, { subject, stay, grades, lines: [], levels: [{ yearLabel: frame.yearLabel, level: 'Β' }] }, scales);
  else if (kind === 'enrolmentCertificate') drawCertificate(paper, frame, serial, { subject, stay });
  else drawAttendanceLetter(paper, frame, serial, {
    subject, stay, until: frame.issuedOn, absences, limit: { level: null, hours: 114, counts: 'all' }, recipients: {
      guardians: [{ familyEl: 'Παπαδοπούλου', givenEl: 'Μαρία', familyLatin: 'Papadopoulou', givenLatin: 'Maria', sex: 'female', relation: 'mother', priority: 1, noContact: false, receivesReports: true, address: null }],
      address: frame.language === 'el' ? 'Ηρώων 12, 153 41 Αγία Παρασκευή' : '12 Iroon St, 153 41 Agia Paraskevi',
    },
  });
}
