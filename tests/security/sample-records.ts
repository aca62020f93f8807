import { readFileSync } from 'node:fs';
import { uuidv7 } from 'uuidv7';
import { saveFile } from '../../src/main/core/files/index.ts';
import { saveJob } from '../../src/main/core/jobs/index.ts';
import type { Writer } from '../../src/main/core/store/writer.ts';
import { insertPerson, insertStudent, updatePerson } from '../../src/main/core/people/repo-students.ts';
import { sectionOf } from './plant-structure.ts';
import { assessment, attachment, customField, enrolment, incident, incidentStudent, performanceCategory, person, postedGrade, sectionEnrolment, student as studentTable } from '../../src/main/core/store/schema/index.ts';
import { startingScales } from '../../src/main/core/setup/starting-scales.ts';
import { studentForm, type Caller } from '../fixtures/core.ts';
import { plantDocument, type Family } from './plant.ts';
import type { Member, PlantedSchool } from './school.ts';

/** Whom a call is made by, and on whose records: within the caller's scope (or their own), or not. */
export interface Aim { school: PlantedSchool; office: Caller; member: Member; stranger: Member; isInside: boolean }

let count = 0;
export const fresh = () => `S${(count += 1)}`;
/** A number that no call before was given. */
export const next = () => count++;
export const familyOf = ({ school, isInside }: Aim): Family => (isInside ? school.inside : school.outside);
export const ownerOf = ({ member, stranger, isInside }: Aim): string => (isInside ? member : stranger).userId;
export const student = (aim: Aim) => familyOf(aim).studentId;
export const csv = () => new TextEncoder().encode(`Αρ. μητρώου;Επώνυμο;Όνομα\n${fresh()};Νέα;Μαθήτρια`);

export function revOf({ school }: Aim, table: 'enrolment' | 'note' | 'import_job' | 'setting' | 'household' | 'custom_field' | 'transcript_line' | 'disclosure' | 'legal_hold'
  | 'highlight' | 'incident' | 'intervention' | 'follow_up', id: string): number {
  return school.environment.reader.get<{ rev: number }>(`SELECT rev FROM ${table} WHERE id = ?`, [id])?.rev ?? 0;
}

const readied = async ({ office }: Aim, content: Uint8Array<ArrayBuffer>): Promise<string> => {
  const { fileId } = await office.call('files.upload', { name: 'a.csv', content });
  const { id } = await office.call('imports.create', { fileId });
  await office.job('imports.preview', { id });
  return id;
};
export const readyImport = (aim: Aim): Promise<string> => readied(aim, csv());
/** One of whose rows nothing can be made. */
export const refusedImport = (aim: Aim): Promise<string> => readied(aim, new TextEncoder().encode(`Αρ. μητρώου;Επώνυμο;Όνομα;Ημ/νία γέννησης\n${fresh()};Νέα;Μαθήτρια;31/2/2010`));

export async function committedImport(aim: Aim): Promise<string> {
  const id = await readyImport(aim);
  await aim.office.job('imports.commit', { id, rev: revOf(aim, 'import_job', id) });
  return id;
}

export const ownFile = (aim: Aim) => aim.school.plantAs(ownerOf(aim), 'exports.table', (db) =>
  saveFile(db, { name: 'list.csv', mime: 'text/csv', content: csv(), purpose: 'export' })).value;

export function ownJob(aim: Aim): string {
  const id = uuidv7();
  const job = { id, userId: ownerOf(aim), procedure: 'exports.table', state: 'done' as const, done: 0, total: 0, result: null, error: null, startedAt: Date.now(), endedAt: Date.now() };
  saveJob(aim.school.environment.connection, job);
  return id;
}

/** A change set of the caller's own, or another's, on the family's records. */
export const ownEdit = (aim: Aim) => aim.school.plantAs(ownerOf(aim), 'students.update', (db) => {
  const { personId } = familyOf(aim);
  const names = { familyEl: `Νέο${fresh()}`, givenEl: 'Όνομα', familyLatin: null, givenLatin: null };
  updatePerson(db, personId, names);
}).changeSetId;

export const changeSetOf = (aim: Aim) => aim.school.environment.reader.get<{ id: number }>(
  'SELECT changeSetId AS id FROM row_change WHERE rowId = ? ORDER BY id LIMIT 1', [student(aim)])?.id ?? 0;
export const newDocument = (aim: Aim) => aim.school.plant((db) => plantDocument(db, student(aim), aim.school.teaching.yearId, fresh));
export const picture = new Uint8Array(readFileSync('resources/icon.png'));
export const stay = ({ school }: Aim) => ({ level: 'Β', yearId: school.teaching.yearId, entryDate: '2026-09-11' });
/** A new student with a place in the aim's section, who is enrolled or not. */
export function newcomer(aim: Aim, isEnrolled: boolean): { studentId: string; enrolmentId: string; placeId: string } {
  const { yearId, schoolId } = aim.school.teaching;
  return aim.school.plant((db) => {
    const personId = db.insert(person, { familyEl: 'Νέα', givenEl: 'Μαθήτρια', sortKey: 'νεα μαθητρια' });
    const studentId = db.insert(studentTable, { personId, studentNo: fresh() });
    const enrolmentId = isEnrolled ? db.insert(enrolment, { studentId, orgId: schoolId, yearId, level: 'Β', entryDate: '2026-09-11' }) : '';
    return { studentId, enrolmentId, placeId: db.insert(sectionEnrolment, { sectionId: sectionOf(aim), studentId, startDate: '2026-09-11' }) };
  });
}
export const conductDay = '2026-10-06';
export const conductOf = (aim: Aim) => familyOf(aim).conduct;
export const category = { nameEl: 'Εργασία', nameEn: 'Homework', min: 1, max: 5, position: 2 };
export const happened = { date: conductDay, kind: 'behaviour', severity: 1, description: 'Περιγραφή', status: 'open', isSafeguarding: false } as const;
export const newCategory = (aim: Aim) => aim.school.plant((db) => db.insert(performanceCategory, category));
export const newIncident = (aim: Aim) => aim.school.plant((db) => {
  const incidentId = db.insert(incident, happened);
  db.insert(incidentStudent, { incidentId, studentId: student(aim), role: 'involved' });
  return incidentId;
});
export const plan = { kind: 'support', goal: 'Στόχος', startDate: conductDay } as const;
export const scoreRev = (aim: Aim) => aim.school.environment.reader.get<{ rev: number }>('SELECT rev FROM daily_performance WHERE id = ?', [conductOf(aim).scoreId])?.rev ?? null;
export const simulation = async ({ school, office }: Aim) => (await office.job('rollover.simulate', { fromYearId: school.teaching.yearId })).id;
export const override = (aim: Aim) => ({ fromYearId: aim.school.teaching.yearId, studentId: student(aim), decision: 'undecided' as const, reason: fresh() });
export const rules = {
  levels: ['Α', 'Β', 'Γ'], minimumMean: 9.5, outOf: 20, maxFailing: null, maxMissing: 0, absenceLimit: true, hoursPerDay: 7, divisions: 'keepNumber' as const, capacity: 27,
};
export const guardian = { familyEl: 'Κηδεμόνα', givenEl: 'Μαρία', relation: 'mother' as const, phone: '210 0000000' };

/** A brother or sister of the family's student, in the same section and so in the same reach. */
export function sibling(db: Writer, aim: Aim): string {
  const { ownSection, otherSection } = aim.school.teaching;
  const studentId = db.insert(studentTable, { personId: insertPerson(db, { familyEl: 'Νέος', givenEl: 'Αδελφός', familyLatin: null, givenLatin: null }), studentNo: fresh() });
  db.insert(sectionEnrolment, { sectionId: aim.isInside ? ownSection : otherSection, studentId, startDate: '2026-09-11' });
  return studentId;
}
export const alert = { kind: 'allergy' as const, severity: 'attention' as const, title: 'Φιστίκια', startDate: '2026-09-11' };
export const permit = { purpose: 'excursions' as const, given: true, date: '2026-09-12' };
export const facts = { title: 'Βεβαίωση', fieldClass: 'ordinary' as const };
export const plantAttachment = (aim: Aim) => aim.school.plant((db) => {
  const fileId = saveFile(db, { name: 'a.txt', mime: 'text/plain', content: csv(), purpose: 'attachment' });
  return db.insert(attachment, { studentId: student(aim), fileId, ...facts });
});
export const fieldDraft = () => ({ labelEl: `Πεδίο ${fresh()}`, labelEn: 'Field', type: 'text' as const });
export const plantField = (aim: Aim) => aim.school.plant((db) => db.insert(customField, { ...fieldDraft(), required: false, fieldClass: 'ordinary', position: 1 }));
export const namesakes = (aim: Aim) => aim.school.plant((db) => {
  const [winnerId = '', loserId = ''] = [fresh(), fresh()].map((studentNo) => {
    const id = insertStudent(db, { ...studentForm(), studentNo, sex: 'female', fatherEl: null, motherEl: null, preferred: null, birthDate: '2011-03-04', nationalId: null,
      familyLatin: null, givenLatin: null, email: null, phone: null, mobile: null, address: null }, '2026-11-24');
    return db.get<{ personId: string }>('SELECT personId FROM student WHERE id = ?', [id])?.personId ?? '';
  });
  return { kind: 'student' as const, winnerId, loserId };
});
export const stampsOf = async ({ office }: Aim, two: { kind: 'student'; winnerId: string; loserId: string }): Promise<[string, string]> => {
  const { winner, loser } = await office.call('duplicates.compare', two);
  return [winner.stamp, loser.stamp];
};

export const oneId = ({ school }: Aim, sql: string): string => school.environment.reader.get<{ id: string }>(sql)?.id ?? '';
/** The term of today, in which nothing is posted yet, and the first, in which the family has a grade. */
export const termOf = (aim: Aim, order: 'ASC' | 'DESC') => oneId(aim,
  `SELECT id FROM term WHERE yearId = '${aim.school.teaching.yearId}' AND type <> 'year' AND deletedAt IS NULL ORDER BY startDate ${order} LIMIT 1`);
export const laterTerm = (aim: Aim) => termOf(aim, 'DESC');
export const firstTerm = (aim: Aim) => termOf(aim, 'ASC');
export const usualCategory = (aim: Aim) => oneId(aim, 'SELECT id FROM grading_category WHERE originId IS NULL ORDER BY position LIMIT 1');
export const place = (aim: Aim) => ({ sectionId: sectionOf(aim), termId: firstTerm(aim) });
export const work = (aim: Aim) => ({ termId: firstTerm(aim), categoryId: usualCategory(aim), title: fresh(), maxScore: 20, weight: 1, dueDate: '2026-10-06' });
export const ownWork = (aim: Aim) => aim.school.plant((db) => db.insert(assessment, { ...work(aim), sectionId: sectionOf(aim) }));
/** A scheme with the categories that hold now for a section, or for its course: work stands in them. */
export function schemeFor(aim: Aim, level: 'section' | 'course') {
  const { reader } = aim.school.environment;
  const find = (where: string) => reader.get<{ id: string }>(`SELECT id FROM grading_scheme WHERE ${where} AND deletedAt IS NULL ORDER BY version DESC LIMIT 1`, { id: sectionOf(aim) })?.id;
  const id = (level === 'section' ? find('sectionId = @id') : undefined) ?? find('sectionId IS NULL AND courseId = (SELECT courseId FROM section WHERE id = @id)') ?? find('sectionId IS NULL AND courseId IS NULL AND @id <> 1') ?? '';
  const categories = reader.all<{ id: string; nameEl: string; nameEn: string; weight: number; dropLowest: number }>(
    'SELECT id, nameEl, nameEn, weight, dropLowest FROM grading_category WHERE schemeId = ? AND deletedAt IS NULL', [id]);
  return { missingPolicy: 'zero' as const, categories };
}
/** Takes what was posted of a term away again, so that it can be posted once more. */
export const unpost = (aim: Aim, termId: string) => aim.school.plant((db) => {
  for (const { id } of db.all<{ id: string }>('SELECT id FROM posted_grade WHERE sectionId = ? AND termId = ? AND deletedAt IS NULL', [sectionOf(aim), termId])) db.remove(postedGrade, id);
});
export function gradesToPost(aim: Aim) {
  unpost(aim, laterTerm(aim));
  return { sectionId: sectionOf(aim), termId: laterTerm(aim), grades: [{ studentId: student(aim), computed: null, value: 15, reason: 'By hand' }] };
}
export const day = '2026-10-06';
export const lesson = (aim: Aim, period: number) => ({ kind: 'lesson' as const, sectionId: sectionOf(aim), period });
export const codeNamed = ({ school }: Aim, code: string) => school.environment.reader.get<{ id: string }>('SELECT id FROM attendance_code WHERE code = ?', [code])?.id ?? '';
export const codeId = (aim: Aim) => codeNamed(aim, 'AU');
export const excusedId = (aim: Aim) => codeNamed(aim, 'AE');
export const versionOf = (aim: Aim, period: number) => aim.school.environment.reader.get<{ version: number | null }>(
  'SELECT max(changeSetId) AS version FROM attendance_submission WHERE date = ? AND sectionId = ? AND period = ?', [day, sectionOf(aim), period])?.version ?? 0;
export const codeForm = () => ({
  code: fresh(), labelEl: 'Κωδικός', labelEn: 'Code', presence: 'present' as const, excused: false, tardy: false, fraction: 1, countsMembership: true, penalises: false,
  teacherMayUse: true, officialCode: null, position: 50,
});
export const limitForm = { nameEl: 'Όριο', nameEn: 'Limit', level: null, hours: 100, counts: 'all' as const, validFrom: '2026-09-01', validTo: null, active: true };
export const measures = { expectsDays: true, expectsLessons: false, lessonHours: 7, dayMinutes: 315, fullDayMinutes: 270, halfDayMinutes: 135 };
export const excuse = (aim: Aim) => ({ studentId: student(aim), from: day, to: day, codeId: codeId(aim), note: fresh(), ahead: true });
export const yearOf = ({ school }: Aim) => school.teaching.yearId;
export const levelOf = (aim: Aim) => aim.school.environment.reader.get<{ level: string }>('SELECT level FROM enrolment WHERE id = ?', [familyOf(aim).enrolmentId])?.level ?? '';
export const line = () => ({ schoolName: 'Άλλο σχολείο', yearLabel: '2024-25', titleEl: fresh(), titleEn: fresh(), gradeEl: 'Καλώς', gradeEn: 'Good', passed: true });
export const draftScale = { ...startingScales[0], bands: [...startingScales[0].bands] };
export const guardianFlags = { relation: 'other', priority: 9, custody: false, mayPickUp: false, noContact: false, receivesReports: false };
export function schemeRev(aim: Aim): number | null {
  return aim.school.environment.reader.get<{ rev: number }>('SELECT rev FROM grading_scheme WHERE sectionId = ? AND deletedAt IS NULL ORDER BY version DESC LIMIT 1', [sectionOf(aim)])?.rev ?? null;
}
