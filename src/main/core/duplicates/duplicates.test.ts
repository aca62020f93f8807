import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '#contract/index.ts';
import { readContent, readDerived } from '../../../../tests/fixtures/content.ts';
import { openTestCore, studentForm, type Caller, type TestCore } from '../../../../tests/fixtures/core.ts';
import { assessment, attendanceMark, course, postedGrade, score, section, sectionEnrolment } from '../store/schema/index.ts';

let school: TestCore;
let admin: Caller;
let yearId = '';
let number = 0;
let sectionId = '', assessmentId = '', termId = '', scaleId = '', codeId = '';
beforeAll(async () => {
  school = await openTestCore();
  ({ admin } = school);
  yearId = (await admin.call('students.facets', {})).years[0]?.id ?? '';
  const idOf = (sql: string) => school.environment.reader.get<{ id: string }>(sql)?.id ?? '';
  termId = idOf('SELECT id FROM term ORDER BY startDate LIMIT 1');
  scaleId = idOf('SELECT id FROM scale');
  codeId = idOf(`SELECT id FROM attendance_code WHERE code = 'AU'`);
  [sectionId, assessmentId] = school.plant((db) => {
    const courseId = db.insert(course, { code: 'M', nameEl: 'Μαθηματικά', nameEn: 'Mathematics' });
    const made = db.insert(section, { courseId, yearId, code: 'M1', level: 'Α', division: 'Α1' });
    return [made, db.insert(assessment, { sectionId: made, termId, title: 'Τεστ', maxScore: 20, weight: 1, dueDate: '2026-10-01' })];
  }) as [string, string];
});
afterAll(() => school.close());

const state = () => ({ content: readContent(school.environment.reader), derived: readDerived(school.environment.reader) });
const personOf = (studentId: string) => school.environment.reader.get<{ personId: string }>('SELECT personId FROM student WHERE id = ?', [studentId])?.personId ?? '';

async function newStudent(more: Parameters<typeof studentForm>[0] = {}, enrolled = true): Promise<{ id: string; personId: string }> {
  const enrolment = enrolled ? { level: 'Α', division: 'Α1', yearId, entryDate: '2026-09-11' } : null;
  const { id } = await admin.call('students.create', { details: studentForm({ studentNo: `D${(number += 1)}`, ...more }), enrolment });
  return { id, personId: personOf(id) };
}

async function merge(winner: { personId: string }, loser: { personId: string }, take: Input<'duplicates.merge'>['take'] = []) {
  const two = { kind: 'student' as const, winnerId: winner.personId, loserId: loser.personId };
  const compared = await admin.call('duplicates.compare', two);
  const done = await admin.call('duplicates.merge', { ...two, take, stamps: [compared.winner.stamp, compared.loser.stamp], reason: 'Διπλή καρτέλα' });
  return { compared, done };
}

describe('the search for duplicates', () => {
  it('finds the record that was typed again in Latin letters, and forgets those found to be two', async () => {
    const one = await newStudent({ familyEl: 'Ξανθόπουλος', givenEl: 'Χρήστος', familyLatin: null, givenLatin: null, email: null, mobile: null });
    const two = await newStudent({ familyEl: 'Xanthopoulos', givenEl: 'Hristos', familyLatin: null, givenLatin: null, email: null, mobile: null });
    const { pairs } = await admin.job('duplicates.find', {});
    expect(pairs).toBeGreaterThan(0);
    const ours = async () => (await admin.call('duplicates.list', { limit: 500 })).rows.filter(({ a, b }) => [a.personId, b.personId].includes(one.personId));
    expect(await ours()).toMatchObject([{ kind: 'student', reasons: expect.arrayContaining(['sameNameOtherScript', 'sameBirthDate']) }]);
    await admin.call('duplicates.dismiss', { kind: 'student', winnerId: two.personId, loserId: one.personId });
    expect(await ours()).toEqual([]);
    await admin.job('duplicates.find', {});
    expect(await ours()).toEqual([]);
  });
});

describe('a merge', () => {
  it('moves everything, takes the chosen values, keeps the other contact as an earlier one, and hides the second record', async () => {
    const winner = await newStudent({ email: null, mobile: '690 000 0011', phone: null });
    const loser = await newStudent({ familyEl: 'Παπαδοπούλου-Νικολάου', email: 'new@example.org', mobile: '690 000 0022' }, false);
    await admin.call('notes.save', { studentId: loser.id, text: 'Της δεύτερης' });
    await admin.call('guardians.save', { studentId: loser.id, guardian: { familyEl: 'Νικολάου', givenEl: 'Μαρία', relation: 'mother' } });
    const before = state();
    const { done } = await merge(winner, loser, ['familyEl', 'email', 'studentNo']);
    expect(done).toMatchObject({ moved: 2, dropped: 0 });
    const { details } = await admin.call('students.get', { id: winner.id });
    expect(details).toMatchObject({ familyEl: 'Παπαδοπούλου-Νικολάου', email: 'new@example.org', mobile: '690 000 0011', studentNo: `D${number}` });
    expect((await admin.call('notes.list', { studentId: winner.id })).notes).toMatchObject([{ text: 'Της δεύτερης' }]);
    const { contacts } = await admin.call('contacts.history', { studentId: winner.id });
    expect(contacts.filter(({ kind }) => kind === 'mobile').map(({ value, endDate }) => [value, endDate === null])).toEqual([['690 000 0011', true], ['690 000 0022', false]]);
    expect(await admin.answer('students.get', { id: loser.id })).toMatchObject({ error: { code: 'notFound' } });
    expect(await admin.call('history.undoOwn', {})).toMatchObject({ undone: true, procedure: 'duplicates.merge' });
    expect(state()).toEqual(before);
  });

  it('lists what both have, and lets the first stand: stays, places, scores, posted grades, absences', async () => {
    const [winner, loser] = [await newStudent(), await newStudent()];
    school.plant((db) => {
      for (const [at, { id: studentId }] of [winner, loser].entries()) {
        db.insert(sectionEnrolment, { sectionId, studentId, startDate: at === 0 ? '2026-10-01' : '2026-09-11' });
        db.insert(score, { assessmentId, studentId, value: 15 + at, state: 'scored', attempt: 1 });
        db.insert(postedGrade, { sectionId, termId, studentId, scaleId, value: 17 + at });
        db.insert(attendanceMark, { studentId, date: '2026-10-06', codeId, source: 'office' });
      }
    });
    const before = state();
    const { compared, done } = await merge(winner, loser);
    expect(compared.conflicts).toEqual(expect.arrayContaining(['enrolment', 'section_enrolment', 'score', 'posted_grade', 'attendance_mark'].map((entity) => ({ entity, count: 1 }))));
    // Stay and place in the division go together; the grade is set aside by the other, not dropped.
    expect(done.dropped).toBe(5);
    const live = (table: string, more = '') => school.environment.reader.all(`SELECT * FROM ${table} WHERE studentId = ? AND deletedAt IS NULL ${more}`, [winner.id]);
    expect(live('score')).toMatchObject([{ value: 15 }]);
    expect(live('posted_grade', 'AND replacedById IS NULL')).toMatchObject([{ value: 17 }]);
    expect(live('section_enrolment')).toMatchObject([{ startDate: '2026-09-11', endDate: null }]);
    expect(live('enrolment')).toHaveLength(1);
    await admin.call('history.undoOwn', {});
    expect(state()).toEqual(before);
  });

  it('is refused when somebody edited either since the comparison, and of a guardian with the own child', async () => {
    const [winner, loser] = [await newStudent(), await newStudent()];
    const two = { kind: 'student' as const, winnerId: winner.personId, loserId: loser.personId };
    const { winner: a, loser: b } = await admin.call('duplicates.compare', two);
    const { rev, details } = await admin.call('students.get', { id: loser.id });
    await admin.call('students.update', { id: loser.id, rev, details: { ...details, mobile: '690 000 0077' } });
    expect(await admin.answer('duplicates.merge', { ...two, stamps: [a.stamp, b.stamp], reason: 'x' })).toMatchObject({ error: { code: 'conflict' } });
    const teacher = await school.as('teacher');
    expect(await teacher.answer('duplicates.list', {})).toMatchObject({ error: { code: 'forbidden' } });
  });

  it('of two guardians leaves one, of all the children', async () => {
    const [one, two] = [await newStudent(), await newStudent({ givenEl: 'Νίκος' })];
    const guardian = { familyEl: 'Παππάς', givenEl: 'Ηλίας', relation: 'father' as const, mobile: '690 000 0099' };
    for (const { id: studentId } of [one, two]) await admin.call('guardians.save', { studentId, guardian });
    await admin.job('duplicates.find', {});
    const [pair] = (await admin.call('duplicates.list', { kind: 'guardian', limit: 500 })).rows.filter(({ a }) => a.familyEl === 'Παππάς');
    expect(pair?.reasons).toEqual(expect.arrayContaining(['sameName', 'samePhone']));
    const ids = { kind: 'guardian' as const, winnerId: pair?.a.personId ?? '', loserId: pair?.b.personId ?? '' };
    const { winner, loser } = await admin.call('duplicates.compare', ids);
    await admin.call('duplicates.merge', { ...ids, stamps: [winner.stamp, loser.stamp], reason: 'Ίδιος πατέρας' });
    const { guardians } = await admin.call('guardians.list', { studentId: one.id });
    expect(guardians[0]?.otherChildren.map(({ studentId }) => studentId)).toEqual([two.id]);
  });

  it('whatever hung on either, is taken back to the very same records', async () => {
    const things = fc.subarray(['note', 'guardian', 'health', 'consent', 'file', 'score', 'place'] as const);
    const fields = fc.subarray(['familyEl', 'givenEl', 'birthDate', 'studentNo', 'email', 'mobile', 'address'] as const);
    const hang = async (studentId: string, what: readonly string[]) => {
      if (what.includes('note')) await admin.call('notes.save', { studentId, text: 'Σημείωση' });
      if (what.includes('guardian')) await admin.call('guardians.save', { studentId, guardian: { familyEl: 'Μία', givenEl: 'Μαρία', relation: 'mother', phone: '210 000 0000' } });
      if (what.includes('health')) await admin.call('health.save', { studentId, alert: { kind: 'diet', severity: 'attention', title: 'Γλουτένη', startDate: '2026-09-11' } });
      if (what.includes('consent')) await admin.call('consents.save', { studentId, consent: { purpose: 'internet', given: true, date: '2026-09-12' } });
      if (what.includes('file')) await admin.call('attachments.upload', { studentId, name: 'a.txt', content: new TextEncoder().encode(studentId), title: 'α', fieldClass: 'ordinary' });
      school.plant((db) => {
        if (what.includes('score')) db.insert(score, { assessmentId, studentId, value: 12, state: 'scored', attempt: 1 });
        if (what.includes('place')) db.insert(sectionEnrolment, { sectionId, studentId, startDate: '2026-09-11' });
      });
    };
    await fc.assert(fc.asyncProperty(things, things, fields, fc.boolean(), async (first, second, take, enrolled) => {
      const [winner, loser] = [await newStudent({ email: null }), await newStudent({ address: 'Ομήρου 1' }, enrolled)];
      await hang(winner.id, first);
      await hang(loser.id, second);
      const before = state();
      await merge(winner, loser, take);
      expect(state()).not.toEqual(before);
      await admin.call('history.undoOwn', {});
      expect(state()).toEqual(before);
    }), { numRuns: 12 });
  }, 120_000);
});
