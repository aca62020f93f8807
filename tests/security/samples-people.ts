import { insertPerson, readRev } from '../../src/main/core/people/repo-students.ts';
import { readGuardians } from '../../src/main/core/people/repo-family.ts';
import { sectionOf } from './plant-structure.ts';
import { consent, enrolmentCode, guardianLink, healthAlert, note } from '../../src/main/core/store/schema/index.ts';
import { studentForm } from '../fixtures/core.ts';
import { fresh, familyOf, student, csv, revOf, stay, newcomer, guardian, sibling, alert, permit, facts, plantAttachment, fieldDraft, plantField, namesakes, stampsOf, guardianFlags } from './sample-records.ts';
import type { Samples } from './samples.ts';

/** Calls about the people of the school, and finding them. */
export const peopleSamples = {
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
  'guardians.ofStudents': () => ({ filter: { status: 'all' } }),
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
} satisfies Partial<Samples>;
