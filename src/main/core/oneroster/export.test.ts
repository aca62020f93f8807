import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice, type Office } from '../../../../tests/fixtures/office.ts';
import { checkBundle } from './check-bundle.ts';
import { readBundle } from './read-bundle.ts';
import type { Bundle } from './rules/model.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await plant();
});
afterAll(() => office.close());

/** Two students of a division with a class, its teacher, a guardian, one who must keep away, and a mark. */
async function plant() {
  const { years } = await office.call('years.list', {});
  const [year] = years, term = year?.terms.find(({ type }) => type === 'semester');
  const yearId = year?.id ?? '';
  const { id: courseId } = await office.call('courses.save', { course: { code: 'MATH', nameEl: 'Μαθηματικά', nameEn: 'Mathematics', level: 'Α' } });
  const { id: staffId } = await office.call('staff.save', { staff: { familyEl: 'Δήμου', givenEl: 'Άννα', code: 'T1', role: 'teacher', since: '2026-09-01' } });
  await office.call('homerooms.save', { homeroom: { yearId, level: 'Α', division: 'Α1', room: '12', staffId } });
  const { id: sectionId } = await office.call('sections.save', { section: { courseId, yearId, code: 'MATH-Α1', level: 'Α', division: 'Α1', room: '12', termIds: term ? [term.id] : [] } });
  await office.call('sections.saveStaff', { sectionId, staffId, role: 'primary', startDate: '2026-09-01' });
  const ids: string[] = [];
  for (const [studentNo, familyEl, givenEl] of [['001', 'Παπά', 'Ελένη'], ['002', 'Ρήγας', '=Νίκος']] as const) {
    const { id } = await office.call('students.create', {
      details: { studentNo, familyEl, givenEl, familyLatin: 'Latin', givenLatin: 'Name', fatherEl: 'Γεώργιος', birthDate: '2011-02-03', sex: 'female', email: `${studentNo}@sch.example`, mobile: '6900000000' },
      enrolment: { yearId, level: 'Α', division: 'Α1', entryDate: '2026-09-11' },
    });
    ids.push(id);
  }
  const [first = '', second = ''] = ids;
  await office.call('places.add', { sectionId, studentIds: ids, startDate: '2026-09-11' });
  const guardian = { familyEl: 'Παπά', givenEl: 'Μαρία', relation: 'mother' as const };
  await office.call('guardians.save', { studentId: first, guardian });
  await office.call('guardians.save', { studentId: first, guardian: { ...guardian, givenEl: 'Μακριά', relation: 'father', priority: 2, noContact: true } });
  const { schemes: [scheme] } = await office.call('schemes.get', { sectionId });
  const { id: assessmentId } = await office.call('assessments.save', {
    sectionId, assessment: { termId: term?.id ?? '', title: 'Τεστ', maxScore: 20, weight: 1, dueDate: '2026-10-01', description: null, categoryId: scheme?.categories[0]?.id ?? null },
  });
  await office.call('gradebook.saveScores', { sectionId, termId: term?.id ?? '', cells: [{ assessmentId, studentId: first, rev: 0, state: 'scored', value: 18.5 }, { assessmentId, studentId: second, rev: 0, state: 'missing' }] });
}

async function exported(more: object = {}): Promise<{ content: Uint8Array; bundle: Bundle; made: { rows: number; students: number; leftOut: number; name: string } }> {
  const made = await office.job('exports.oneRoster', { language: 'el', results: true, ...more });
  const content = new Uint8Array((await office.call('files.download', { fileId: made.fileId })).content);
  return { content, bundle: (await readBundle(content)).bundle, made };
}

describe('a year as a bundle', () => {
  it('departs from the format in nothing', async () => {
    const { content, made } = await exported();
    expect(await checkBundle(content)).toEqual([]);
    expect(made).toMatchObject({ students: 2, leftOut: 0 });
    expect(made.name).toMatch(/^OneRoster 2026-27 \d{4}-\d{2}-\d{2}\.zip$/);
  });

  it('tells of the school what it has', async () => {
    const { records } = (await exported()).bundle;
    expect(records.academicSessions.map(({ type }) => type)).toEqual(['schoolYear', 'semester', 'semester']);
    expect(records.classes.map(({ classType, classCode, grades }) => [classType, classCode, grades])).toEqual([['scheduled', 'MATH-Α1', 'Α'], ['homeroom', 'Α1', 'Α']]);
    expect(records.users.map(({ familyName, givenName, identifier }) => [familyName, givenName, identifier])).toEqual([
      ['Δήμου', 'Άννα', 'T1'], ['Παπά', 'Ελένη', '001'], ['Ρήγας', '=Νίκος', '002'], ['Παπά', 'Μαρία', ''],
    ]);
    expect(records.users[1]).toMatchObject({ grades: 'Α', email: '001@sch.example', sms: '6900000000', 'metadata.fatherName': 'Γεώργιος', 'metadata.agentRelations': 'mother' });
    expect(records.roles.filter(({ role }) => role === 'student').map(({ beginDate, endDate }) => [beginDate, endDate])).toEqual([['2026-09-11', ''], ['2026-09-11', '']]);
    expect(records.enrollments.map(({ role }) => role).sort()).toEqual(['student', 'student', 'student', 'student', 'teacher', 'teacher']);
    expect(records.results.map(({ scoreStatus, score }) => [scoreStatus, score])).toEqual([['fully graded', '18.5'], ['not submitted', '']]);
  });

  it('says nothing of a guardian who must keep away', async () => {
    const { content } = await exported();
    expect(Object.values(unzipSync(content)).map((bytes) => strFromU8(bytes)).join()).not.toContain('Μακριά');
  });

  it('leaves out what was not asked for', async () => {
    const { bundle: { records } } = await exported({ guardians: false, demographics: false, results: false });
    expect([records.demographics.length, records.results.length, records.lineItems.length]).toEqual([0, 0, 0]);
    expect(records.users.every(({ agentSourcedIds }) => agentSourcedIds === '')).toBe(true);
    expect(records.users).toHaveLength(3);
  });

  it('leaves out who opted out of directories, and writes down who was told of', async () => {
    const { rows: [student] } = await office.call('students.list', { filter: { text: 'Ρήγας' } });
    await office.call('privacy.setOptOut', { studentId: student?.id ?? '', optedOut: true });
    const disclosure = { recipient: 'Εκδότης', purpose: 'Βιβλία', basis: 'directory' as const };
    const { bundle, made } = await exported({ disclosure });
    expect(made).toMatchObject({ students: 1, leftOut: 1 });
    expect(bundle.records.users.map(({ identifier }) => identifier)).toEqual(['T1', '001', '']);
    expect(bundle.records.results).toHaveLength(1);
    expect((await office.call('disclosures.list', {})).rows[0]).toMatchObject({ recipient: 'Εκδότης', studentsTotal: 1 });
    await office.call('privacy.setOptOut', { studentId: student?.id ?? '', optedOut: false });
  });

  it('keeps the same ids from one bundle to the next', async () => {
    expect((await exported()).bundle).toEqual((await exported()).bundle);
  });
});
