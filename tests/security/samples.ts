import { readFileSync } from 'node:fs';
import { uuidv7 } from 'uuidv7';
import type { Input, ProcedureName } from '#contract/index.ts';
import { saveFile } from '../../src/main/core/files/index.ts';
import { saveJob } from '../../src/main/core/jobs/index.ts';
import type { Writer } from '../../src/main/core/store/writer.ts';
import { insertPerson, insertStudent, readRev, updatePerson } from '../../src/main/core/people/repo-students.ts';
import { readGuardians } from '../../src/main/core/people/repo-family.ts';
import { sectionOf, structure } from './plant-structure.ts';
import { assessment, attachment, attendanceCode, attendanceLimit, attendanceMark, consent, customField, enrolment, enrolmentCode, followUp, gradingScheme, guardianLink, healthAlert, highlight, incident, incidentStudent, intervention, note, performanceCategory, person, postedGrade, scale, sectionEnrolment, student as studentTable, transcriptLine } from '../../src/main/core/store/schema/index.ts';
import { startingScales } from '../../src/main/core/setup/starting-scales.ts';
import { defaultRules } from '../../src/main/core/results/index.ts';
import { password, passphrase, schoolDraft, studentForm, type Caller } from '../fixtures/core.ts';
import { plantDocument, type Family } from './plant.ts';
import { defaultLetterhead, defaultTemplates } from '../../src/main/core/documents/rules-templates.ts';
import type { Member, PlantedSchool } from './school.ts';

/** Whom a call is made by, and on whose records: within the caller's scope (or their own), or not. */
export interface Aim { school: PlantedSchool; office: Caller; member: Member; stranger: Member; isInside: boolean }

let count = 0;
const fresh = () => `S${(count += 1)}`;
const familyOf = ({ school, isInside }: Aim): Family => (isInside ? school.inside : school.outside);
const ownerOf = ({ member, stranger, isInside }: Aim): string => (isInside ? member : stranger).userId;
const student = (aim: Aim) => familyOf(aim).studentId;
const csv = () => new TextEncoder().encode(`Αρ. μητρώου;Επώνυμο;Όνομα\n${fresh()};Νέα;Μαθήτρια`);

function revOf({ school }: Aim, table: 'enrolment' | 'note' | 'import_job' | 'setting' | 'household' | 'custom_field' | 'transcript_line'
  | 'highlight' | 'incident' | 'intervention' | 'follow_up', id: string): number {
  return school.environment.reader.get<{ rev: number }>(`SELECT rev FROM ${table} WHERE id = ?`, [id])?.rev ?? 0;
}

async function readyImport({ office }: Aim): Promise<string> {
  const { fileId } = await office.call('files.upload', { name: 'a.csv', content: csv() });
  const { id } = await office.call('imports.create', { fileId });
  await office.job('imports.preview', { id });
  return id;
}

async function committedImport(aim: Aim): Promise<string> {
  const id = await readyImport(aim);
  await aim.office.job('imports.commit', { id, rev: revOf(aim, 'import_job', id) });
  return id;
}

const ownFile = (aim: Aim) => aim.school.plantAs(ownerOf(aim), 'exports.students', (db) =>
  saveFile(db, { name: 'list.csv', mime: 'text/csv', content: csv(), purpose: 'export' })).value;

function ownJob(aim: Aim): string {
  const id = uuidv7();
  const job = { id, userId: ownerOf(aim), procedure: 'exports.students', state: 'done' as const, done: 0, total: 0, result: null, error: null, startedAt: Date.now(), endedAt: Date.now() };
  saveJob(aim.school.environment.connection, job);
  return id;
}

/** A change set of the caller's own, or another's, on the family's records. */
const ownEdit = (aim: Aim) => aim.school.plantAs(ownerOf(aim), 'students.update', (db) => {
  const { personId } = familyOf(aim);
  const names = { familyEl: `Νέο${fresh()}`, givenEl: 'Όνομα', familyLatin: null, givenLatin: null };
  updatePerson(db, personId, names);
}).changeSetId;

const changeSetOf = (aim: Aim) => aim.school.environment.reader.get<{ id: number }>(
  'SELECT changeSetId AS id FROM row_change WHERE rowId = ? ORDER BY id LIMIT 1', [student(aim)])?.id ?? 0;
const newDocument = (aim: Aim) => aim.school.plant((db) => plantDocument(db, student(aim), aim.school.teaching.yearId, fresh));
const picture = new Uint8Array(readFileSync('resources/icon.png'));
const stay = ({ school }: Aim) => ({ level: 'Β', yearId: school.teaching.yearId, entryDate: '2026-09-11' });
/** A new student with a place in the aim's section, who is enrolled or not. */
function newcomer(aim: Aim, isEnrolled: boolean): { studentId: string; enrolmentId: string; placeId: string } {
  const { yearId, schoolId } = aim.school.teaching;
  return aim.school.plant((db) => {
    const personId = db.insert(person, { familyEl: 'Νέα', givenEl: 'Μαθήτρια', sortKey: 'νεα μαθητρια' });
    const studentId = db.insert(studentTable, { personId, studentNo: fresh() });
    const enrolmentId = isEnrolled ? db.insert(enrolment, { studentId, orgId: schoolId, yearId, level: 'Β', entryDate: '2026-09-11' }) : '';
    return { studentId, enrolmentId, placeId: db.insert(sectionEnrolment, { sectionId: sectionOf(aim), studentId, startDate: '2026-09-11' }) };
  });
}
const conductDay = '2026-10-06';
const conductOf = (aim: Aim) => familyOf(aim).conduct;
const category = { nameEl: 'Εργασία', nameEn: 'Homework', min: 1, max: 5, position: 2 };
const happened = { date: conductDay, kind: 'behaviour', severity: 1, description: 'Περιγραφή', status: 'open', isSafeguarding: false } as const;
const newCategory = (aim: Aim) => aim.school.plant((db) => db.insert(performanceCategory, category));
const newIncident = (aim: Aim) => aim.school.plant((db) => {
  const incidentId = db.insert(incident, happened);
  db.insert(incidentStudent, { incidentId, studentId: student(aim), role: 'involved' });
  return incidentId;
});
const plan = { kind: 'support', goal: 'Στόχος', startDate: conductDay } as const;
const scoreRev = (aim: Aim) => aim.school.environment.reader.get<{ rev: number }>('SELECT rev FROM daily_performance WHERE id = ?', [conductOf(aim).scoreId])?.rev ?? null;
const simulation = async ({ school, office }: Aim) => (await office.job('rollover.simulate', { fromYearId: school.teaching.yearId })).id;
const override = (aim: Aim) => ({ fromYearId: aim.school.teaching.yearId, studentId: student(aim), decision: 'undecided' as const, reason: fresh() });
const rules = {
  levels: ['Α', 'Β', 'Γ'], minimumMean: 9.5, outOf: 20, maxFailing: null, maxMissing: 0, absenceLimit: true, hoursPerDay: 7, divisions: 'keepNumber' as const, capacity: 27,
};
const guardian = { familyEl: 'Κηδεμόνα', givenEl: 'Μαρία', relation: 'mother' as const, phone: '210 0000000' };

/** A brother or sister of the family's student, in the same section and so in the same reach. */
function sibling(db: Writer, aim: Aim): string {
  const { ownSection, otherSection } = aim.school.teaching;
  const studentId = db.insert(studentTable, { personId: insertPerson(db, { familyEl: 'Νέος', givenEl: 'Αδελφός', familyLatin: null, givenLatin: null }), studentNo: fresh() });
  db.insert(sectionEnrolment, { sectionId: aim.isInside ? ownSection : otherSection, studentId, startDate: '2026-09-11' });
  return studentId;
}
const alert = { kind: 'allergy' as const, severity: 'attention' as const, title: 'Φιστίκια', startDate: '2026-09-11' };
const permit = { purpose: 'excursions' as const, given: true, date: '2026-09-12' };
const facts = { title: 'Βεβαίωση', fieldClass: 'ordinary' as const };
const plantAttachment = (aim: Aim) => aim.school.plant((db) => {
  const fileId = saveFile(db, { name: 'a.txt', mime: 'text/plain', content: csv(), purpose: 'attachment' });
  return db.insert(attachment, { studentId: student(aim), fileId, ...facts });
});
const fieldDraft = () => ({ labelEl: `Πεδίο ${fresh()}`, labelEn: 'Field', type: 'text' as const });
const plantField = (aim: Aim) => aim.school.plant((db) => db.insert(customField, { ...fieldDraft(), required: false, fieldClass: 'ordinary', position: 1 }));
const namesakes = (aim: Aim) => aim.school.plant((db) => {
  const [winnerId = '', loserId = ''] = [fresh(), fresh()].map((studentNo) => {
    const id = insertStudent(db, { ...studentForm(), studentNo, sex: 'female', fatherEl: null, motherEl: null, preferred: null, birthDate: '2011-03-04', nationalId: null,
      familyLatin: null, givenLatin: null, email: null, phone: null, mobile: null, address: null }, '2026-11-24');
    return db.get<{ personId: string }>('SELECT personId FROM student WHERE id = ?', [id])?.personId ?? '';
  });
  return { kind: 'student' as const, winnerId, loserId };
});
const stampsOf = async ({ office }: Aim, two: { kind: 'student'; winnerId: string; loserId: string }): Promise<[string, string]> => {
  const { winner, loser } = await office.call('duplicates.compare', two);
  return [winner.stamp, loser.stamp];
};

const oneId = ({ school }: Aim, sql: string): string => school.environment.reader.get<{ id: string }>(sql)?.id ?? '';
/** The term of today, in which nothing is posted yet, and the first, in which the family has a grade. */
const termOf = (aim: Aim, order: 'ASC' | 'DESC') => oneId(aim,
  `SELECT id FROM term WHERE yearId = '${aim.school.teaching.yearId}' AND type <> 'year' AND deletedAt IS NULL ORDER BY startDate ${order} LIMIT 1`);
const laterTerm = (aim: Aim) => termOf(aim, 'DESC');
const firstTerm = (aim: Aim) => termOf(aim, 'ASC');
const usualCategory = (aim: Aim) => oneId(aim, 'SELECT id FROM grading_category WHERE originId IS NULL ORDER BY position LIMIT 1');
const place = (aim: Aim) => ({ sectionId: sectionOf(aim), termId: firstTerm(aim) });
const work = (aim: Aim) => ({ termId: firstTerm(aim), categoryId: usualCategory(aim), title: fresh(), maxScore: 20, weight: 1, dueDate: '2026-10-06' });
const ownWork = (aim: Aim) => aim.school.plant((db) => db.insert(assessment, { ...work(aim), sectionId: sectionOf(aim) }));
/** A scheme with the categories that hold now for a section, or for its course: work stands in them. */
function schemeFor(aim: Aim, level: 'section' | 'course') {
  const { reader } = aim.school.environment;
  const find = (where: string) => reader.get<{ id: string }>(`SELECT id FROM grading_scheme WHERE ${where} AND deletedAt IS NULL ORDER BY version DESC LIMIT 1`, { id: sectionOf(aim) })?.id;
  const id = (level === 'section' ? find('sectionId = @id') : undefined) ?? find('sectionId IS NULL AND courseId = (SELECT courseId FROM section WHERE id = @id)') ?? find('sectionId IS NULL AND courseId IS NULL AND @id <> 1') ?? '';
  const categories = reader.all<{ id: string; nameEl: string; nameEn: string; weight: number; dropLowest: number }>(
    'SELECT id, nameEl, nameEn, weight, dropLowest FROM grading_category WHERE schemeId = ? AND deletedAt IS NULL', [id]);
  return { missingPolicy: 'zero' as const, categories };
}
/** Takes what was posted of a term away again, so that it can be posted once more. */
const unpost = (aim: Aim, termId: string) => aim.school.plant((db) => {
  for (const { id } of db.all<{ id: string }>('SELECT id FROM posted_grade WHERE sectionId = ? AND termId = ? AND deletedAt IS NULL', [sectionOf(aim), termId])) db.remove(postedGrade, id);
});
function gradesToPost(aim: Aim) {
  unpost(aim, laterTerm(aim));
  return { sectionId: sectionOf(aim), termId: laterTerm(aim), grades: [{ studentId: student(aim), computed: null, value: 15, reason: 'By hand' }] };
}
const day = '2026-10-06';
const lesson = (aim: Aim, period: number) => ({ kind: 'lesson' as const, sectionId: sectionOf(aim), period });
const codeNamed = ({ school }: Aim, code: string) => school.environment.reader.get<{ id: string }>('SELECT id FROM attendance_code WHERE code = ?', [code])?.id ?? '';
const codeId = (aim: Aim) => codeNamed(aim, 'AU');
const excusedId = (aim: Aim) => codeNamed(aim, 'AE');
const versionOf = (aim: Aim, period: number) => aim.school.environment.reader.get<{ version: number | null }>(
  'SELECT max(changeSetId) AS version FROM attendance_submission WHERE date = ? AND sectionId = ? AND period = ?', [day, sectionOf(aim), period])?.version ?? 0;
const codeForm = () => ({
  code: fresh(), labelEl: 'Κωδικός', labelEn: 'Code', presence: 'present' as const, excused: false, tardy: false, fraction: 1, countsMembership: true, penalises: false,
  teacherMayUse: true, officialCode: null, position: 50,
});
const limitForm = { nameEl: 'Όριο', nameEn: 'Limit', level: null, hours: 100, counts: 'all' as const, validFrom: '2026-09-01', validTo: null, active: true };
const measures = { expectsDays: true, expectsLessons: false, lessonHours: 7, dayMinutes: 315, fullDayMinutes: 270, halfDayMinutes: 135 };
const excuse = (aim: Aim) => ({ studentId: student(aim), from: day, to: day, codeId: codeId(aim), note: fresh(), ahead: true });
const yearOf = ({ school }: Aim) => school.teaching.yearId;
const levelOf = (aim: Aim) => aim.school.environment.reader.get<{ level: string }>('SELECT level FROM enrolment WHERE id = ?', [familyOf(aim).enrolmentId])?.level ?? '';
const line = () => ({ schoolName: 'Άλλο σχολείο', yearLabel: '2024-25', titleEl: fresh(), titleEn: fresh(), gradeEl: 'Καλώς', gradeEn: 'Good', passed: true });
const draftScale = { ...startingScales[0], bands: [...startingScales[0].bands] };

type Samples = { [K in ProcedureName]: (aim: Aim) => Input<K> | Promise<Input<K>> };

/** A well-formed call of every procedure, on new records where a call uses them up. A procedure without one does not compile. */
export const samples: Samples = {
  'setup.status': () => ({}),
  'setup.create': () => ({ school: schoolDraft, passphrase }),
  'setup.demonstration': () => ({}),
  'setup.unlock': () => ({ passphrase: 'not the passphrase' }),
  'setup.restore': () => ({ backup: new Uint8Array([1]), recoveryCode: 'AAAA', passphrase }),
  'keys.confirmRecovery': () => ({}),
  'keys.renewRecovery': () => ({}),
  'backups.list': () => ({}),
  'backups.run': () => ({}),
  'backups.restore': async ({ office }) => ({ name: (await office.call('backups.list', {})).backups[0]?.name ?? '', recoveryCode: 'AAAA' }),
  'auth.signIn': () => ({ username: 'admin', password }),
  'auth.me': () => ({}),
  'auth.signOut': () => ({}),
  'auth.lock': () => ({}),
  'auth.unlock': () => ({ password }),
  'auth.confirm': () => ({ password }),
  'auth.changePassword': () => ({ password }),
  'preferences.update': () => ({ language: 'el', theme: count++ % 2 ? 'dark' : 'light', idleMinutes: 5 }),
  'students.list': () => ({ filter: { status: 'all' }, limit: 500 }),
  'students.facets': () => ({}),
  'students.get': (aim) => ({ id: student(aim) }),
  'students.create': () => ({ details: studentForm({ studentNo: fresh() }) }),
  'students.update': (aim) => ({ id: student(aim), rev: readRev(aim.school.environment.reader, student(aim)), details: studentForm({ studentNo: fresh() }) }),
  'students.archive': (aim) => ({ ids: [student(aim)] }),
  'students.unarchive': (aim) => ({ ids: [student(aim)] }),
  'enrolments.save': (aim) => {
    const { studentId, enrolmentId: id } = newcomer(aim, true);
    return { studentId, id, rev: 1, enrolment: stay(aim) };
  },
  'enrolments.remove': (aim) => ({ id: newcomer(aim, true).enrolmentId, rev: 1 }),
  'enrolments.dependents': (aim) => ({ id: familyOf(aim).enrolmentId }),
  'enrolments.choices': (aim) => ({ studentId: student(aim), yearId: aim.school.teaching.yearId, level: 'Β', date: '2026-10-01' }),
  'enrolments.enter': (aim) => ({ studentId: newcomer(aim, false).studentId, yearId: aim.school.teaching.yearId, level: 'Β', entryDate: '2026-10-01', entryCode: 'transfer' }),
  'enrolments.leaving': (aim) => ({ id: familyOf(aim).enrolmentId, lastAttendedDate: '2027-01-15', exitCode: 'withdrawn' }),
  'enrolments.leave': (aim) => ({ id: newcomer(aim, true).enrolmentId, rev: 1, lastAttendedDate: '2027-06-01', exitCode: 'withdrawn' }),
  'enrolments.moving': (aim) => ({ id: familyOf(aim).enrolmentId, date: '2026-09-11', division: 'Β9' }),
  'enrolments.move': (aim) => ({ id: newcomer(aim, true).enrolmentId, rev: 1, date: '2026-09-11', division: 'Β9' }),
  'enrolments.divisions': (aim) => ({ studentId: student(aim) }),
  'enrolmentCodes.list': () => ({}),
  'enrolmentCodes.save': () => ({ code: { kind: 'exit', code: fresh(), labelEl: 'Λόγος', labelEn: 'Reason' } }),
  'enrolmentCodes.archive': (aim) => ({ id: aim.school.plant((db) => db.insert(enrolmentCode, { kind: 'entry', code: fresh(), labelEl: 'Λόγος', labelEn: 'Reason' })), rev: 1, archived: true }),
  'places.inSection': (aim) => ({ sectionId: sectionOf(aim) }),
  'places.targets': (aim) => ({ sectionId: sectionOf(aim), date: '2026-10-01' }),
  'places.ofStudent': (aim) => ({ studentId: student(aim) }),
  'places.add': (aim) => ({ sectionId: sectionOf(aim), studentIds: [newcomer(aim, true).studentId], startDate: '2026-09-11' }),
  'places.end': (aim) => ({ id: newcomer(aim, true).placeId, rev: 1, endDate: '2026-10-30' }),
  'places.move': (aim) => ({ id: newcomer(aim, true).placeId, rev: 1, sectionId: sectionOf(aim), date: '2026-10-01' }),
  'places.fillDivision': (aim) => ({ yearId: aim.school.teaching.yearId, level: 'Β', division: 'Β1', startDate: '2026-10-01' }),
  'mass.fields': () => ({}),
  'mass.sections': () => ({}),
  'mass.preview': (aim) => ({ selection: { ids: [student(aim)] }, action: { kind: 'set', field: 'previousSchool', value: fresh() } }),
  'mass.run': (aim) => ({ selection: { ids: [student(aim)] }, action: { kind: 'set', field: 'previousSchool', value: fresh() } }),
  'asOf.student': (aim) => ({ studentId: student(aim), date: '2026-10-10' }),
  'asOf.guardians': (aim) => ({ studentId: student(aim), date: '2026-10-10' }),
  'guardians.list': (aim) => ({ studentId: student(aim) }),
  'guardians.save': (aim) => ({ studentId: student(aim), guardian }),
  'guardians.remove': (aim) => {
    const { studentId, guardianPersonId: personId } = familyOf(aim);
    const id = aim.school.plant((db) => db.insert(guardianLink, { ...guardianFlags, studentId, personId }));
    return { id, rev: readGuardians(aim.school.environment.reader, studentId).find((row) => row.id === id)?.rev ?? 0 };
  },
  'guardians.search': (aim) => ({ studentId: student(aim), text: 'Εκτός' }),
  'guardians.link': (aim) => ({
    studentId: student(aim), link: { relation: 'other' },
    personId: aim.school.plant((db) => {
      const personId = insertPerson(db, { familyEl: 'Νέα', givenEl: 'Κηδεμόνα', familyLatin: null, givenLatin: null });
      db.insert(guardianLink, { ...guardianFlags, studentId: sibling(db, aim), personId });
      return personId;
    }),
  }),
  'guardians.reorder': (aim) => ({ studentId: student(aim), ids: readGuardians(aim.school.environment.reader, student(aim)).map(({ id }) => id) }),
  'contacts.history': (aim) => ({ studentId: student(aim), guardianId: familyOf(aim).guardianId }),
  'households.get': (aim) => ({ studentId: student(aim) }),
  'households.save': (aim) => ({
    studentId: student(aim), id: familyOf(aim).householdId, rev: revOf(aim, 'household', familyOf(aim).householdId), from: '2026-10-01',
    household: { address: `Ομήρου ${fresh()}` }, personIds: [familyOf(aim).personId],
  }),
  'health.list': (aim) => ({ studentId: student(aim) }),
  'health.save': (aim) => ({ studentId: student(aim), alert }),
  'health.remove': (aim) => ({ id: aim.school.plant((db) => db.insert(healthAlert, { studentId: student(aim), ...alert })), rev: 1 }),
  'consents.list': (aim) => ({ studentId: student(aim) }),
  'consents.save': (aim) => ({ studentId: student(aim), consent: { ...permit, guardianId: familyOf(aim).guardianId } }),
  'consents.remove': (aim) => ({ id: aim.school.plant((db) => db.insert(consent, { studentId: student(aim), ...permit })), rev: 1 }),
  'attachments.list': (aim) => ({ studentId: student(aim) }),
  'attachments.upload': (aim) => ({ studentId: student(aim), name: 'a.txt', content: csv(), ...facts }),
  'attachments.update': (aim) => ({ id: plantAttachment(aim), rev: 1, ...facts, title: fresh() }),
  'attachments.remove': (aim) => ({ id: plantAttachment(aim), rev: 1 }),
  'attachments.download': (aim) => ({ id: plantAttachment(aim) }),
  'customFields.list': () => ({}),
  'customFields.save': () => ({ field: fieldDraft() }),
  'customFields.reorder': (aim) => ({ ids: [plantField(aim)] }),
  'customFields.archive': (aim) => ({ id: plantField(aim), rev: 1, archived: true }),
  'customFields.dependents': (aim) => ({ id: plantField(aim) }),
  'customFields.remove': (aim) => ({ id: plantField(aim), rev: 1 }),
  'customFields.values': (aim) => ({ studentId: student(aim) }),
  'customFields.saveValues': (aim) => ({ studentId: student(aim), values: [{ fieldId: plantField(aim), value: fresh() }] }),
  'duplicates.find': () => ({}),
  'duplicates.list': () => ({}),
  'duplicates.compare': (aim) => namesakes(aim),
  'duplicates.merge': async (aim) => {
    const two = namesakes(aim);
    return { ...two, stamps: await stampsOf(aim, two), reason: 'Διπλή καρτέλα' };
  },
  'duplicates.dismiss': (aim) => namesakes(aim),
  'notes.list': (aim) => ({ studentId: student(aim) }),
  'notes.save': (aim) => ({ studentId: student(aim), id: familyOf(aim).noteId, rev: revOf(aim, 'note', familyOf(aim).noteId), text: fresh() }),
  'notes.remove': (aim) => ({ id: aim.school.plant((db) => db.insert(note, { studentId: student(aim), text: fresh() })), rev: 1 }),
  'search.students': (aim) => ({ text: familyOf(aim).studentNo }),
  'recent.list': () => ({}),
  'recent.add': (aim) => ({ id: student(aim) }),
  'history.list': (aim) => ({ studentId: student(aim) }),
  'history.get': (aim) => ({ id: changeSetOf(aim), studentId: student(aim) }),
  'history.undo': (aim) => ({ id: ownEdit(aim) }),
  'history.undoOwn': (aim) => ({ id: ownEdit(aim) }),
  'history.verify': () => ({}),
  'files.upload': () => ({ name: 'a.csv', content: csv() }),
  'files.download': (aim) => ({ fileId: ownFile(aim) }),
  'imports.create': async ({ office }) => ({ fileId: (await office.call('files.upload', { name: 'a.csv', content: csv() })).fileId }),
  'imports.list': () => ({}),
  'imports.get': async (aim) => ({ id: await readyImport(aim) }),
  'imports.preview': async (aim) => ({ id: await readyImport(aim) }),
  'imports.rows': async (aim) => ({ id: await readyImport(aim) }),
  'imports.commit': async (aim) => {
    const id = await readyImport(aim);
    return { id, rev: revOf(aim, 'import_job', id) };
  },
  'imports.undo': async (aim) => ({ id: await committedImport(aim) }),
  'imports.discard': async (aim) => ({ id: await readyImport(aim) }),
  'exports.students': () => ({ format: 'csv', columns: ['studentNo', 'familyEl', 'email', 'phone'], language: 'el', filter: { status: 'all' } }),
  'documents.classList': () => ({ language: 'el', filter: { status: 'all' } }),
  'documents.options': () => ({}),
  'documents.issue': (aim) => ({ kind: 'enrolmentCertificate', language: 'el', yearId: aim.school.teaching.yearId, studentIds: [student(aim)] }),
  'documents.reissue': (aim) => ({ id: newDocument(aim), rev: 1, reason: 'Λάθος' }),
  'documents.void': (aim) => ({ id: newDocument(aim), rev: 1, reason: 'Λάθος' }),
  'documents.register': () => ({ limit: 500 }),
  'documents.download': (aim) => ({ id: familyOf(aim).documentId }),
  'documents.check': () => ({ code: 'RB1AAAA' }),
  'documents.templates': () => ({}),
  'documents.saveLetterhead': async ({ office }) => ({ rev: (await office.call('documents.templates', {})).letterhead.rev, settings: { ...defaultLetterhead, placeEl: fresh() } }),
  'documents.saveTemplate': async ({ office }) => ({
    kind: 'transcript', rev: (await office.call('documents.templates', {})).templates.find(({ kind }) => kind === 'transcript')?.rev ?? null, settings: { ...defaultTemplates.transcript, introEl: fresh() },
  }),
  'documents.uploadImage': () => ({ name: 'icon.png', content: picture }),
  'documents.image': ({ school }) => ({ fileId: school.plant((db) => saveFile(db, { name: 'image.png', mime: 'image/png', content: picture, purpose: 'template' })) }),
  'documents.preview': () => ({ kind: 'enrolmentCertificate', language: 'el', settings: defaultTemplates.enrolmentCertificate, letterhead: defaultLetterhead }),
  'settings.get': () => ({}),
  'settings.update': (aim) => ({
    rev: revOf(aim, 'setting', 'school'),
    settings: { nameEl: 'Σχολείο', nameEn: 'School', backupAt: '03:00', backupFolder: null, backupKeep: 5 },
  }),
  'jobs.get': (aim) => ({ id: ownJob(aim) }),
  'jobs.list': () => ({}),
  'jobs.cancel': (aim) => ({ id: ownJob(aim) }),
  'home.overview': () => ({}),
  'insight.enrolmentByLevel': () => ({}),
  'insight.marksByBand': () => ({}),
  'insight.attendanceByWeek': () => ({}),
  'years.list': () => ({}),
  'years.save': () => ({ year: structure.yearDraft(fresh()) }),
  'years.setStatus': (aim) => ({ id: structure.year(aim.school, fresh()), rev: 1, status: 'planned' }),
  'years.unfinished': (aim) => ({ id: aim.school.teaching.yearId }),
  'years.dependents': (aim) => ({ id: aim.school.teaching.yearId }),
  'years.remove': (aim) => ({ id: structure.year(aim.school, fresh()), rev: 1 }),
  'terms.save': (aim) => ({ term: structure.termDraft(structure.year(aim.school, fresh())) }),
  'terms.setLock': (aim) => ({ id: structure.term(aim.school, fresh()), rev: 1, locked: true }),
  'terms.dependents': (aim) => ({ id: structure.term(aim.school, fresh()) }),
  'terms.remove': (aim) => ({ id: structure.term(aim.school, fresh()), rev: 1 }),
  'calendar.get': (aim) => ({ yearId: aim.school.teaching.yearId }),
  'calendar.mark': () => ({ from: '2027-05-03', to: '2027-05-04', kind: 'holiday', labelEl: fresh() }),
  'calendar.holidays': (aim) => ({ yearId: aim.school.teaching.yearId }),
  'calendar.addHolidays': () => ({ days: [{ date: '2026-10-28', labelEl: fresh(), labelEn: 'Ochi Day' }] }),
  'departments.list': () => ({}),
  'departments.save': () => ({ department: { nameEl: fresh(), nameEn: 'Department' } }),
  'departments.remove': (aim) => ({ id: structure.department(aim.school, fresh()), rev: 1 }),
  'courses.list': () => ({}),
  'courses.save': () => ({ course: { code: fresh(), nameEl: 'Μάθημα', nameEn: 'Course' } }),
  'courses.setArchived': (aim) => ({ id: structure.course(aim.school, fresh()), rev: 1, archived: true }),
  'staff.list': () => ({}),
  'staff.save': () => ({ staff: { familyEl: fresh(), givenEl: 'Όνομα', since: '2026-09-11' } }),
  'staff.setArchived': (aim) => ({ id: structure.staff(aim.school, fresh()), rev: 2, archived: true }),
  'staff.users': () => ({}),
  'homerooms.list': (aim) => ({ yearId: aim.school.teaching.yearId }),
  'homerooms.save': (aim) => ({ homeroom: { yearId: aim.school.teaching.yearId, level: 'Α', division: fresh() } }),
  'homerooms.remove': (aim) => ({ id: structure.homeroom(aim.school, fresh()), rev: 1 }),
  'bells.list': () => ({}),
  'bells.save': () => ({ periods: [{ number: 1, startTime: '08:15', endTime: `09:0${(count += 1) % 10}` }] }),
  'sections.list': () => ({ limit: 500 }),
  'sections.facets': () => ({}),
  'sections.get': (aim) => ({ id: sectionOf(aim) }),
  'sections.roster': (aim) => ({ id: sectionOf(aim) }),
  'sections.save': (aim) => ({ section: structure.sectionDraft(aim.school, fresh()) }),
  'sections.dependents': (aim) => ({ id: structure.section(aim.school, fresh()) }),
  'sections.remove': (aim) => ({ id: structure.section(aim.school, fresh()), rev: 1 }),
  'sections.saveStaff': (aim) => ({ sectionId: structure.section(aim.school, fresh()), staffId: structure.staff(aim.school, fresh()), startDate: '2026-09-11' }),
  'sections.plan': (aim) => ({ yearId: aim.school.teaching.yearId, level: 'Β', division: fresh() }),
  'sections.generate': (aim) => ({ yearId: aim.school.teaching.yearId, level: 'Β', division: fresh(), courseIds: [structure.course(aim.school, `${fresh()}-Β`)] }),
  'timetable.week': (aim) => ({ yearId: aim.school.teaching.yearId, by: 'student', key: student(aim) }),
  'timetable.conflicts': (aim) => ({ meeting: structure.meetingDraft(sectionOf(aim)) }),
  'timetable.busy': (aim) => ({ sectionId: sectionOf(aim) }),
  'timetable.clashes': (aim) => ({ yearId: aim.school.teaching.yearId }),
  'meetings.save': (aim) => ({ meeting: structure.meetingDraft(structure.section(aim.school, fresh())) }),
  'meetings.remove': (aim) => ({ id: structure.meeting(aim.school, fresh()), rev: 1 }),
  'gradebook.sections': () => ({ limit: 500 }),
  'gradebook.get': (aim) => ({ sectionId: sectionOf(aim), termId: firstTerm(aim) }),
  'gradebook.why': (aim) => ({ ...place(aim), studentId: student(aim) }),
  'gradebook.saveScores': (aim) => ({ ...place(aim), cells: [{ assessmentId: ownWork(aim), studentId: student(aim), rev: 0, state: 'scored', value: 12 }] }),
  'assessments.save': (aim) => ({ sectionId: sectionOf(aim), assessment: work(aim) }),
  'assessments.publish': (aim) => ({ id: ownWork(aim), rev: 1, published: true }),
  'assessments.dependents': (aim) => ({ id: ownWork(aim) }),
  'assessments.remove': (aim) => ({ id: ownWork(aim), rev: 1 }),
  'schemes.get': (aim) => ({ sectionId: sectionOf(aim) }),
  'schemes.saveForSection': (aim) => ({ sectionId: sectionOf(aim), rev: schemeRev(aim), scheme: schemeFor(aim, 'section') }),
  'schemes.removeForSection': (aim) => ({ sectionId: sectionOf(aim), rev: schemeRev(aim) ?? aim.school.plant((db) => {
    db.insert(gradingScheme, { sectionId: sectionOf(aim), version: 1, missingPolicy: 'zero' });
    return 1;
  }) }),
  'schemes.save': (aim) => ({
    courseId: oneId(aim, `SELECT courseId AS id FROM section WHERE id = '${sectionOf(aim)}'`), scheme: schemeFor(aim, 'course'),
    rev: aim.school.environment.reader.get<{ rev: number }>(`SELECT rev FROM grading_scheme WHERE courseId IS NOT NULL AND courseId = (SELECT courseId FROM section WHERE id = ?) AND deletedAt IS NULL`, [sectionOf(aim)])?.rev ?? null,
  }),
  'grades.preview': place,
  'grades.post': gradesToPost,
  'grades.postLate': (aim) => ({ ...gradesToPost(aim), reason: 'Late' }),
  'grades.correct': (aim) => ({
    id: oneId(aim, `SELECT id FROM posted_grade WHERE studentId = '${student(aim)}' AND termId = '${firstTerm(aim)}' AND replacedById IS NULL AND deletedAt IS NULL`),
    value: 10 + (count++ % 9), reason: 'Checked again',
  }),
  'grades.history': (aim) => ({ ...place(aim), studentId: student(aim) }),
  'attendance.codes': () => ({}),
  'attendance.saveCode': () => ({ code: codeForm() }),
  'attendance.archiveCode': (aim) => ({ id: aim.school.plant((db) => db.insert(attendanceCode, codeForm())), rev: 1, archived: true }),
  'attendance.limits': () => ({}),
  'attendance.saveLimit': () => ({ limit: limitForm }),
  'attendance.removeLimit': (aim) => ({ id: aim.school.plant((db) => db.insert(attendanceLimit, limitForm)), rev: 1 }),
  'attendance.settings': () => ({}),
  'attendance.saveSettings': (aim) => ({ rev: revOf(aim, 'setting', 'attendance'), settings: { ...measures, lessonHours: 6 + (count++ % 2) } }),
  'attendance.choices': () => ({ date: day }),
  'attendance.sheet': (aim) => ({ date: day, target: lesson(aim, 1) }),
  'attendance.take': (aim) => ({ date: day, target: lesson(aim, 1), version: versionOf(aim, 1), marks: [], reason: fresh() }),
  'attendance.missing': () => ({ date: day }),
  'attendance.correct': (aim) => ({ studentId: student(aim), date: '2026-10-07', sectionId: sectionOf(aim), period: 1 + (count++ % 20), codeId: null, note: fresh() }),
  'attendance.excusePreview': excuse,
  'attendance.excuse': (aim) => {
    // An absence from a lesson of its own, so that each call finds something to excuse.
    aim.school.plant((db) => db.insert(attendanceMark, { studentId: student(aim), date: day, sectionId: sectionOf(aim), period: 100 + count++, codeId: codeId(aim), source: 'teacher' }));
    return { ...excuse(aim), codeId: excusedId(aim) };
  },
  'attendance.student': (aim) => ({ studentId: student(aim) }),
  'attendance.summary': (aim) => ({ from: day, to: day, target: { kind: 'section', sectionId: sectionOf(aim) } }),
  'attendance.calls': () => ({ date: day }),
  'attendance.logCall': (aim) => ({ studentId: student(aim), date: day, guardianLinkId: familyOf(aim).guardianId, outcome: 'noAnswer' }),
  'scales.list': () => ({}),
  'scales.save': () => ({ scale: { ...draftScale, nameEn: fresh() } }),
  'scales.remove': (aim) => ({
    id: aim.school.plant((db) => db.insert(scale, { nameEl: 'Νέα', nameEn: 'New', kind: 'percent', min: 0, max: 100, step: 1, passMark: 50 })), rev: 1,
  }),
  'results.rules': () => ({}),
  'results.saveRules': (aim) => ({ rev: revOf(aim, 'setting', 'results'), rules: { ...defaultRules, meanDecimals: count++ % 3 } }),
  'results.choices': () => ({}),
  'results.division': (aim) => ({ yearId: yearOf(aim), level: levelOf(aim) }),
  'results.level': (aim) => ({ yearId: yearOf(aim) }),
  'results.missing': (aim) => ({ yearId: yearOf(aim) }),
  'results.student': (aim) => ({ studentId: student(aim) }),
  'results.why': (aim) => ({ id: familyOf(aim).postedId }),
  'transcripts.list': (aim) => ({ studentId: student(aim) }),
  'transcripts.save': (aim) => ({ studentId: student(aim), id: familyOf(aim).lineId, rev: revOf(aim, 'transcript_line', familyOf(aim).lineId), line: line() }),
  'transcripts.remove': (aim) => ({ id: aim.school.plant((db) => db.insert(transcriptLine, { ...line(), studentId: student(aim), isExternal: true })), rev: 1 }),
  'transcripts.preview': (aim) => ({ yearId: yearOf(aim) }),
  'transcripts.write': (aim) => ({ yearId: yearOf(aim) }),
  'performance.categories': () => ({}),
  'performance.saveCategory': () => ({ category }),
  'performance.archiveCategory': (aim) => ({ id: newCategory(aim), rev: 1, archived: true }),
  'performance.dependents': (aim) => ({ id: conductOf(aim).categoryId }),
  'performance.removeCategory': (aim) => ({ id: newCategory(aim), rev: 1 }),
  'performance.sections': () => ({}),
  'performance.grid': ({ school: { teaching }, isInside }) => ({ sectionId: isInside ? teaching.ownSection : teaching.otherSection, date: conductDay }),
  'performance.save': (aim) => ({
    sectionId: aim.isInside ? aim.school.teaching.ownSection : aim.school.teaching.otherSection, date: conductDay,
    cells: [{ studentId: student(aim), categoryId: conductOf(aim).categoryId, rev: scoreRev(aim), score: (count++ % 5) + 1 }],
  }),
  'highlights.list': () => ({}),
  'highlights.add': (aim) => ({ studentIds: [student(aim)], highlight: { date: conductDay, kind: 'effort', text: fresh() } }),
  'highlights.update': (aim) => ({ id: conductOf(aim).highlightId, rev: revOf(aim, 'highlight', conductOf(aim).highlightId), highlight: { date: conductDay, kind: 'award', text: fresh() } }),
  'highlights.remove': (aim) => ({ id: aim.school.plant((db) => db.insert(highlight, { studentId: student(aim), date: conductDay, kind: 'other', text: fresh() })), rev: 1 }),
  'incidents.list': () => ({ status: 'all' }),
  'incidents.get': (aim) => ({ id: conductOf(aim).incidentId }),
  'incidents.save': (aim) => ({
    id: conductOf(aim).incidentId, rev: revOf(aim, 'incident', conductOf(aim).incidentId),
    incident: { ...happened, description: fresh(), students: [{ studentId: student(aim), role: 'involved' }] },
  }),
  'incidents.dependents': (aim) => ({ id: conductOf(aim).incidentId }),
  'incidents.remove': (aim) => ({ id: newIncident(aim), rev: 1 }),
  'incidents.saveFollowUp': (aim) => ({ incidentId: conductOf(aim).incidentId, id: conductOf(aim).logId, rev: revOf(aim, 'follow_up', conductOf(aim).logId), date: conductDay, text: fresh() }),
  'incidents.removeFollowUp': (aim) => ({ id: aim.school.plant((db) => db.insert(followUp, { incidentId: conductOf(aim).incidentId, date: conductDay, text: fresh() })), rev: 1 }),
  'interventions.list': () => ({ state: 'all' }),
  'interventions.get': (aim) => ({ id: conductOf(aim).interventionId }),
  'interventions.owners': () => ({}),
  'interventions.save': (aim) => ({
    id: conductOf(aim).interventionId, rev: revOf(aim, 'intervention', conductOf(aim).interventionId), intervention: { ...plan, studentId: student(aim), goal: fresh() },
  }),
  'interventions.dependents': (aim) => ({ id: conductOf(aim).interventionId }),
  'interventions.remove': (aim) => ({ id: aim.school.plant((db) => db.insert(intervention, { ...plan, studentId: student(aim) })), rev: 1 }),
  'interventions.saveFollowUp': (aim) => ({ interventionId: conductOf(aim).interventionId, date: conductDay, text: fresh() }),
  'interventions.removeFollowUp': (aim) => ({ id: aim.school.plant((db) => db.insert(followUp, { interventionId: conductOf(aim).interventionId, date: conductDay, text: fresh() })), rev: 1 }),
  'conduct.timeline': (aim) => ({ studentId: student(aim) }),
  'conduct.settings': () => ({}),
  'conduct.saveSettings': () => ({ settings: { overdueDays: (count++ % 30) + 1 } }),
  'rollover.start': () => ({}),
  'rollover.saveRules': () => ({ validFrom: '2026-09-01', rules: { ...rules, maxMissing: count++ % 40 } }),
  'rollover.simulate': ({ school }) => ({ fromYearId: school.teaching.yearId }),
  'rollover.rows': async (aim) => ({ id: await simulation(aim) }),
  'rollover.override': override,
  'rollover.removeOverride': async (aim) => aim.office.call('rollover.override', override(aim)),
  'rollover.commit': async (aim) => ({ id: await simulation(aim) }),
};
const guardianFlags = { relation: 'other', priority: 9, custody: false, mayPickUp: false, noContact: false, receivesReports: false };
function schemeRev(aim: Aim): number | null {
  return aim.school.environment.reader.get<{ rev: number }>('SELECT rev FROM grading_scheme WHERE sectionId = ? AND deletedAt IS NULL ORDER BY version DESC LIMIT 1', [sectionOf(aim)])?.rev ?? null;
}
