import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantClasses } from '../../../../tests/fixtures/classes.ts';
import { openTestCore, studentForm, type TestCore } from '../../../../tests/fixtures/core.ts';

let school: TestCore;
let at: ReturnType<typeof plantClasses>;
let now = Date.parse('2026-09-14T09:00:00');
const on = (date: string) => { now = new Date(`${date}T09:00:00`).getTime(); };
beforeAll(async () => {
  school = await openTestCore({ clock: () => now });
  at = plantClasses(school);
});
afterAll(() => school.close());

const guardian = { familyEl: 'Παπαδοπούλου', givenEl: 'Μαρία', relation: 'mother' as const, mobile: '690 1' };
let id = '';
const signedIn = () => school.signIn('admin');

describe('a student as of a day', () => {
  it('has the names, contacts and guardians that were recorded at the end of that day', async () => {
    let admin = await signedIn();
    const made = await admin.call('students.create', {
      details: studentForm({ studentNo: 'A1', mobile: '690 0' }), enrolment: { yearId: at.yearId, level: 'Β', division: 'Β1', entryDate: '2026-09-11', entryCode: 'new' },
    });
    id = made.id;
    const first = await admin.call('guardians.save', { studentId: id, guardian });
    on('2026-10-05');
    admin = await signedIn();
    await admin.call('students.update', { id, rev: (await admin.call('students.get', { id })).rev, details: studentForm({ studentNo: 'A1', familyEl: 'Γεωργίου', mobile: null }) });
    await admin.call('guardians.remove', { id: first.id, rev: first.rev });
    const then = async (date: string) => ({
      ...(await admin.call('asOf.student', { studentId: id, date })).details, guardians: (await admin.call('asOf.guardians', { studentId: id, date })).guardians.length,
    });
    expect(await then('2026-10-04')).toMatchObject({ familyEl: 'Παπαδοπούλου', mobile: '690 0', guardians: 1 });
    expect(await then('2026-10-05')).toMatchObject({ familyEl: 'Γεωργίου', mobile: null, guardians: 0 });
  });

  it('says of a day before it was first recorded what was entered first, and when that was', async () => {
    const admin = await signedIn();
    const student = await admin.call('asOf.student', { studentId: id, date: '2026-09-12' });
    expect(student).toMatchObject({ status: 'enrolled', details: { familyEl: 'Παπαδοπούλου' }, stay: { level: 'Β', division: 'Β1' } });
    expect(new Date(student.recordedLater ?? 0).toLocaleDateString('sv-SE')).toBe('2026-09-14');
    expect(await admin.call('asOf.student', { studentId: id, date: '2026-09-10' })).toMatchObject({ status: 'notEnrolled', stay: null });
  });

  it('stands in the division and the classes of that day', async () => {
    on('2026-11-10');
    const admin = await signedIn();
    await admin.call('places.add', { sectionId: at.maths1, studentIds: [id], startDate: '2026-09-15' });
    const stay = (await admin.call('students.get', { id })).enrolments[0]!;
    await admin.call('enrolments.move', { id: stay.id, rev: stay.rev, date: '2026-11-02', division: 'Β2' });
    const then = async (date: string) => {
      const { stay: held, sections } = await admin.call('asOf.student', { studentId: id, date });
      return [held?.division, sections.map(({ code }) => code)];
    };
    expect(await then('2026-11-01')).toEqual(['Β1', ['ΜΑΘ-Β1']]);
    expect(await then('2026-11-02')).toEqual(['Β2', ['ΙΣΤ-Β2', 'ΛΑΤ-Β2', 'ΜΑΘ-Β2']]);
  });
});

describe('the list as of a day', () => {
  it('has those enrolled then, with the division of then, counts them and finds them by name', async () => {
    const admin = await signedIn();
    const list = async (asOf: string, more = {}) => {
      const { total, rows } = await admin.call('students.list', { filter: { asOf, ...more } });
      return [total, ...rows.map(({ division, status }) => `${division} ${status}`)];
    };
    expect(await list('2026-09-10')).toEqual([0]);
    expect(await list('2026-11-01')).toEqual([1, 'Β1 enrolled']);
    expect(await list('2026-11-02')).toEqual([1, 'Β2 enrolled']);
    expect(await list('2026-11-01', { division: 'Β2' })).toEqual([0]);
    expect(await list('2026-11-01', { text: 'georgiou' })).toEqual([1, 'Β1 enrolled']);
    expect((await admin.call('students.facets', { asOf: '2026-11-01' })).divisions).toEqual([{ level: 'Β', division: 'Β1', students: 1 }]);
    const stay = (await admin.call('students.get', { id })).enrolments[0]!;
    await admin.call('enrolments.leave', { id: stay.id, rev: stay.rev, lastAttendedDate: '2026-11-06', exitCode: 'withdrawn' });
    expect(await list('2026-11-06')).toEqual([1, 'Β2 enrolled']);
    expect(await list('2026-11-07')).toEqual([0]);
    expect(await list('2026-11-07', { status: 'left' })).toEqual([1, 'Β2 left']);
    expect(await list('2026-11-07', { status: 'all' })).toEqual([1, 'Β2 left']);
  });

  it('comes back from undo as it was', async () => {
    const admin = await signedIn();
    expect(await admin.call('history.undoOwn', {})).toMatchObject({ undone: true });
    expect(await admin.call('students.list', { filter: { asOf: '2026-11-07' } })).toMatchObject({ total: 1, rows: [{ division: 'Β2', status: 'enrolled' }] });
  });
});
