import { saveFile } from '../../src/main/core/files/index.ts';
import { readSchoolId, readYears } from '../../src/main/core/settings/index.ts';
import {
  attachment, attendanceMark, attendanceSubmission, consent, contactPoint, course, customField, customValue, enrolment, guardianLink, healthAlert, household, householdMember, note, org, person, postedGrade, section, sectionEnrolment, sectionStaff,
  issuedDocument,
  staff, student,
  transcriptLine,
  disclosure, disclosureStudent, legalHold,
  highlight, incident, incidentStudent, intervention, followUp, dailyPerformance, performanceCategory,
} from '../../src/main/core/store/schema/index.ts';
import { sortKeyOf } from '../../src/main/core/search/index.ts';
import type { Reader } from '../../src/main/core/store/reader.ts';
import type { Writer } from '../../src/main/core/store/writer.ts';

/** Courses, sections and departments, one that members of narrow scope have and one that they do not. */
export interface Teaching {
  yearId: string; schoolId: string; ownDepartment: string; ownSection: string; otherSection: string;
  /** Makes a user the teacher of the own section. */
  teach: (db: Writer, userId: string) => void;
}

/** What was noted of a student's conduct. */
export interface Conduct { highlightId: string; incidentId: string; interventionId: string; logId: string; planLogId: string; scoreId: string; categoryId: string }

/** Everything that hangs on one student. */
export interface Family {
  studentId: string; studentNo: string; personId: string; enrolmentId: string; guardianId: string; guardianPersonId: string; noteId: string; householdId: string; documentId: string; postedId: string; lineId: string; disclosureId: string; holdId: string;
  conduct: Conduct;
  /** Every id in it: none may be seen out of scope. */
  ids: string[];
}

const idOf = (db: Reader, sql: string): string => {
  const row = db.get<{ id: string }>(sql);
  if (!row) throw new Error('the starting data has changed');
  return row.id;
};
const names = (db: Writer, word: (field: string) => string, role: string) => db.insert(person, {
  familyEl: word(`${role}FamilyEl`), givenEl: word(`${role}GivenEl`), familyLatin: word(`${role}FamilyLatin`), givenLatin: word(`${role}GivenLatin`),
  fatherEl: word(`${role}Father`), motherEl: word(`${role}Mother`), preferred: word(`${role}Preferred`), nationalId: word(`${role}National`),
  birthDate: '2010-02-03', sex: 'female', sortKey: sortKeyOf(word(`${role}FamilyEl`), word(`${role}GivenEl`)),
});

/** Two departments with a course and a section each; names of the second are marked. */
export function plantTeaching(db: Writer, mark: (field: string) => string): Teaching {
  const yearId = readYears(db)[0]?.id ?? '';
  const schoolId = readSchoolId(db);
  const make = (code: string, nameEl: string) => {
    const departmentId = db.insert(org, { parentId: schoolId, type: 'department', nameEl, nameEn: nameEl });
    const courseId = db.insert(course, { code, nameEl, nameEn: nameEl, departmentId });
    return { departmentId, sectionId: db.insert(section, { courseId, yearId, code, level: 'Β', division: code }) };
  };
  const own = make('Β1', 'Μαθηματικά');
  const other = make(mark('Section'), mark('Course'));
  return {
    yearId, schoolId, ownDepartment: own.departmentId, ownSection: own.sectionId, otherSection: other.sectionId,
    teach(writer, userId) {
      const staffId = writer.insert(staff, { personId: names(writer, () => 'Δάσκαλος', ''), userId, departmentId: own.departmentId });
      writer.insert(sectionStaff, { sectionId: own.sectionId, staffId, role: 'teacher', startDate: '2026-09-11' });
    },
  };
}

/** A student in a section, with contacts, guardian, note, mark and absence; `word` makes each text. */
export function plantFamily(db: Writer, teaching: Teaching, sectionId: string, studentNo: string, word: (field: string) => string): Family {
  const { yearId, schoolId } = teaching;
  const personId = names(db, word, 'Student');
  const studentId = db.insert(student, { personId, studentNo });
  const level = word('Level').slice(0, 20), division = word('Division').slice(0, 20);
  const enrolmentId = db.insert(enrolment, { studentId, orgId: schoolId, yearId, level, division, entryDate: '2026-09-11', nextSchool: word('NextSchool') });
  const guardianPersonId = names(db, word, 'Guardian');
  const guardianId = db.insert(guardianLink, {
    studentId, personId: guardianPersonId, relation: 'mother', priority: 1, custody: true, mayPickUp: true, noContact: false, receivesReports: true,
  });
  for (const [owner, role] of [[personId, 'Student'], [guardianPersonId, 'Guardian']] as const) {
    db.insert(contactPoint, { personId: owner, kind: 'email', value: `${word(`${role}Mail`).replaceAll(' ', '')}@example.org` });
    for (const kind of ['phone', 'mobile', 'address'] as const) db.insert(contactPoint, { personId: owner, kind, value: word(`${role}${kind}`) });
  }
  const noteId = db.insert(note, { studentId, text: word('Note') });
  db.insert(sectionEnrolment, { sectionId, studentId, startDate: '2026-09-11', reason: word('Reason') });
  const termId = idOf(db, 'SELECT id FROM term ORDER BY startDate LIMIT 1');
  const postedId = db.insert(postedGrade, { sectionId, termId, studentId, scaleId: idOf(db, 'SELECT id FROM scale LIMIT 1'), value: 17, reason: word('GradeReason') });
  const lineId = db.insert(transcriptLine, {
    studentId, yearLabel: '2024-25', titleEl: word('LineTitle'), titleEn: word('LineTitle'), gradeEl: word('LineGrade'), gradeEn: word('LineGrade'), value: 12,
    isExternal: true, schoolName: word('LineSchool'),
  });
  const codeId = idOf(db, `SELECT id FROM attendance_code WHERE code = 'AU'`);
  db.insert(attendanceMark, { studentId, date: '2026-10-06', sectionId, codeId, source: 'teacher' });
  db.insert(attendanceSubmission, { yearId, level, division, date: '2026-10-06', expected: 1 });
  const householdId = db.insert(household, { address: word('Home'), postalCode: null, city: word('City'), phone: word('HomePhone') });
  for (const member of [personId, guardianPersonId]) db.insert(householdMember, { householdId, personId: member, startDate: '2026-09-01' });
  const alertId = db.insert(healthAlert, { studentId, kind: 'allergy', severity: 'emergency', title: word('Alert'), instructions: word('Instructions'), startDate: '2026-09-01' });
  const consentId = db.insert(consent, { studentId, purpose: 'excursions', given: true, date: '2026-09-12', guardianLinkId: guardianId, note: word('ConsentNote') });
  const fileId = saveFile(db, { name: word('File'), mime: 'text/plain', content: new TextEncoder().encode(word('Content')), purpose: 'attachment' });
  const attachmentId = db.insert(attachment, { studentId, fileId, title: word('Attachment'), fieldClass: 'ordinary', note: word('AttachmentNote') });
  const fieldId = db.insert(customField, { labelEl: 'Πεδίο', labelEn: 'Field', type: 'text', required: false, fieldClass: 'ordinary', position: 1 });
  const valueId = db.insert(customValue, { fieldId, studentId, value: word('CustomValue') });
  const documentId = plantDocument(db, studentId, yearId, word);
  const conduct = plantConduct(db, sectionId, studentId, word);
  const disclosureId = db.insert(disclosure, { date: '2026-10-07', recipient: word('Recipient'), purpose: word('Purpose'), basis: 'law', content: word('Disclosed'), note: word('DisclosureNote') });
  const disclosedId = db.insert(disclosureStudent, { disclosureId, studentId });
  const holdId = db.insert(legalHold, { studentId, reason: word('HoldReason'), startDate: '2026-09-12', endDate: '2026-09-30' });
  const { categoryId: _shared, ...ownConduct } = conduct;
  const ids = [studentId, personId, enrolmentId, guardianId, guardianPersonId, noteId, householdId, alertId, consentId, attachmentId, valueId, documentId, postedId, lineId, disclosureId, disclosedId, holdId, ...Object.values(ownConduct)];
  return { studentId, studentNo, personId, enrolmentId, guardianId, guardianPersonId, noteId, householdId, documentId, postedId, lineId, disclosureId, holdId, conduct, ids };
}

let documents = 0;

/** A document that was given out to a student, in force. */
export function plantDocument(db: Writer, studentId: string, yearId: string, word: (field: string) => string): string {
  const number = (documents += 1);
  const fileId = saveFile(db, { name: 'document.pdf', mime: 'application/pdf', content: new TextEncoder().encode(word('Document')), purpose: 'issued' });
  return db.insert(issuedDocument, {
    serial: `${word('Serial')}/${number}`, series: 'planted', number, kind: 'enrolmentCertificate', studentId, yearId, language: 'el', issuedOn: '2026-10-01', fileId, payload: word('Payload'),
    status: 'issued',
  });
}

function plantConduct(db: Writer, sectionId: string, studentId: string, word: (field: string) => string): Conduct {
  const date = '2026-10-06';
  const categoryId = db.insert(performanceCategory, { nameEl: 'Συμμετοχή', nameEn: 'Participation', min: 1, max: 5, position: 1 });
  const incidentId = db.insert(incident, {
    date, place: word('Place'), kind: 'behaviour', severity: 1, description: word('Incident'), action: word('Action'), status: 'open', isSafeguarding: false,
  });
  db.insert(incidentStudent, { incidentId, studentId, role: 'involved' });
  const interventionId = db.insert(intervention, { studentId, kind: 'support', goal: word('Goal'), startDate: date, outcome: word('Outcome') });
  return {
    categoryId, incidentId, interventionId,
    scoreId: db.insert(dailyPerformance, { studentId, sectionId, date, categoryId, score: 4, note: word('ScoreNote') }),
    highlightId: db.insert(highlight, { studentId, date, kind: 'effort', text: word('Highlight') }),
    logId: db.insert(followUp, { incidentId, date, text: word('FollowUp') }), planLogId: db.insert(followUp, { interventionId, date, text: word('PlanFollowUp') }),
  };
}
