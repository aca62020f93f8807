import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestCore, studentForm, type TestCore } from '../../../../tests/fixtures/core.ts';

let school: TestCore;
let yearId: string;
beforeAll(async () => {
  school = await openTestCore();
  yearId = (await school.admin.call('students.facets', {})).years[0]?.id ?? '';
});
afterAll(() => school.close());

const entry = (more = {}) => ({ level: 'Α', division: 'Α1', yearId, entryDate: '2026-09-11', ...more });

describe('students', () => {
  it('are created with contacts and a first enrolment, and found in the list', async () => {
    const { id } = await school.admin.call('students.create', { details: studentForm(), enrolment: entry() });
    const student = await school.admin.call('students.get', { id });
    expect(student).toMatchObject({ status: 'enrolled', details: studentForm() });
    expect(student.enrolments).toMatchObject([{ level: 'Α', division: 'Α1', yearLabel: '2026-27' }]);
    const list = await school.admin.call('students.list', { filter: { text: 'παπαδοπουλου ελενη' } });
    expect(list).toMatchObject({ total: 1, rows: [{ id, email: 'eleni@example.org', phone: '690 000 0001' }] });
  });

  it('refuse a number that another student has, naming the field', async () => {
    const answer = await school.admin.answer('students.create', { details: studentForm() });
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalidInput', fields: [{ path: 'details.studentNo', messageKey: 'studentNoTaken' }] } });
  });

  it('refuse an edit that is based on what somebody has changed since, contacts included', async () => {
    const { id, rev } = await school.admin.call('students.create', { details: studentForm({ studentNo: '1002' }) });
    await school.admin.call('students.update', { id, rev, details: studentForm({ studentNo: '1002', mobile: '690 000 0002' }) });
    const late = await school.admin.answer('students.update', { id, rev, details: studentForm({ studentNo: '1002', preferred: 'Λένα' }) });
    expect(late).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect((await school.admin.call('students.get', { id })).details).toMatchObject({ mobile: '690 000 0002', preferred: null });
  });

  it('can lose a contact by emptying it', async () => {
    const { id, rev } = await school.admin.call('students.create', { details: studentForm({ studentNo: '1003' }) });
    await school.admin.call('students.update', { id, rev, details: studentForm({ studentNo: '1003', email: '' }) });
    expect((await school.admin.call('students.get', { id })).details.email).toBeNull();
  });

  it('are archived and brought back, and a missing one stops the whole command', async () => {
    const { id } = await school.admin.call('students.create', { details: studentForm({ studentNo: '1004' }) });
    const missing = '01900000-0000-7000-8000-000000000000';
    expect(await school.admin.answer('students.archive', { ids: [id, missing] })).toMatchObject({ ok: false, error: { code: 'notFound' } });
    expect((await school.admin.call('students.get', { id })).status).toBe('notEnrolled');
    await school.admin.call('students.archive', { ids: [id] });
    expect((await school.admin.call('students.get', { id })).status).toBe('archived');
    await school.admin.call('students.unarchive', { ids: [id] });
    expect((await school.admin.call('students.get', { id })).status).toBe('notEnrolled');
  });
});

describe('enrolments', () => {
  it('never overlap, and say with which year they would', async () => {
    const { id: studentId } = await school.admin.call('students.create', { details: studentForm({ studentNo: '1005' }), enrolment: entry() });
    const answer = await school.admin.answer('enrolments.save', { studentId, enrolment: entry({ entryDate: '2026-10-01' }) });
    expect(answer).toMatchObject({ ok: false, error: { fields: [{ path: 'enrolment.entryDate', messageKey: 'enrolmentsOverlap', params: { year: '2026-27' } }] } });
  });

  it('may be taken up again after the last attended date', async () => {
    const { id: studentId } = await school.admin.call('students.create', { details: studentForm({ studentNo: '1006' }), enrolment: entry() });
    const [stay] = (await school.admin.call('students.get', { id: studentId })).enrolments;
    if (!stay) throw new Error('no stay');
    await school.admin.call('enrolments.save', { studentId, id: stay.id, rev: stay.rev, enrolment: entry({ lastAttendedDate: '2026-10-30' }) });
    expect((await school.admin.call('students.get', { id: studentId })).status).toBe('left');
    await school.admin.call('enrolments.save', { studentId, enrolment: entry({ entryDate: '2026-11-10' }) });
    expect((await school.admin.call('students.get', { id: studentId })).status).toBe('enrolled');
  });
});

describe('guardians and notes', () => {
  it('keep order, contacts and the no-contact order', async () => {
    const { id: studentId } = await school.admin.call('students.create', { details: studentForm({ studentNo: '1007' }) });
    const guardian = { familyEl: 'Παπαδόπουλος', givenEl: 'Γεώργιος', relation: 'father' as const, priority: 2, noContact: true, phone: '210 000 0000' };
    const { id, rev } = await school.admin.call('guardians.save', { studentId, guardian });
    await school.admin.call('guardians.save', { studentId, guardian: { ...guardian, givenEl: 'Μαρία', relation: 'mother', priority: 1, noContact: false } });
    const { guardians } = await school.admin.call('guardians.list', { studentId });
    expect(guardians.map(({ givenEl, noContact }) => [givenEl, noContact])).toEqual([['Μαρία', false], ['Γεώργιος', true]]);
    await school.admin.call('guardians.remove', { id, rev });
    expect((await school.admin.call('guardians.list', { studentId })).guardians).toHaveLength(1);
  });

  it('are not shown to roles without the permission', async () => {
    const { id: studentId } = await school.admin.call('students.create', { details: studentForm({ studentNo: '1008' }) });
    await school.admin.call('notes.save', { studentId, text: 'Συνάντηση με τους γονείς' });
    const viewer = await school.as('viewer');
    expect(await viewer.answer('notes.list', { studentId })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect((await viewer.call('students.get', { id: studentId })).details).toMatchObject({ familyEl: 'Παπαδοπούλου', email: null, mobile: null });
  });
});
