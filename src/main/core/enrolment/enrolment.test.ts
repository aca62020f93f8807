import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plantClasses, plantStudent } from '../../../../tests/fixtures/classes.ts';
import { openTestCore, studentForm, type TestCore } from '../../../../tests/fixtures/core.ts';

let school: TestCore;
let at: ReturnType<typeof plantClasses>;
let count = 0;
beforeAll(async () => {
  school = await openTestCore({ clock: () => Date.parse('2026-11-24T09:00:00Z') });
  at = plantClasses(school);
});
afterAll(() => school.close());

/** A new student in division Β1 with a place in each of its classes. */
const inB1 = () => plantStudent(school, `E${(count += 1)}`, { yearId: at.yearId, division: 'Β1', sections: [at.maths1, at.history1] });
const placesOf = async (studentId: string) => (await school.admin.call('places.ofStudent', { studentId })).places
  .map(({ code, startDate, endDate, reason }) => [code, startDate, endDate, reason]);
const divisionsOf = async (studentId: string) => (await school.admin.call('enrolments.divisions', { studentId })).divisions
  .map(({ division, startDate, endDate }) => [division, startDate, endDate]);
const stayOf = async (id: string) => {
  const stay = (await school.admin.call('students.get', { id })).enrolments[0];
  if (!stay) throw new Error('no stay');
  return stay;
};
const undo = async () => expect(await school.admin.call('history.undoOwn', {})).toMatchObject({ undone: true });

describe('leaving', () => {
  it('ends the stay, the division and every class on the last attended day, and undo brings all of it back', async () => {
    const { id, enrolmentId } = inB1();
    const before = await placesOf(id);
    const { rev } = await stayOf(id);
    const preview = await school.admin.call('enrolments.leaving', { id: enrolmentId, lastAttendedDate: '2026-11-20', exitCode: 'transferred', nextSchool: null });
    expect(preview.steps.map(({ what, name, date }) => [what, name, date])).toEqual([['end', 'Β1', '2026-11-20'], ['end', 'ΙΣΤ-Β1', '2026-11-20'], ['end', 'ΜΑΘ-Β1', '2026-11-20']]);
    await school.admin.call('enrolments.leave', { id: enrolmentId, rev, lastAttendedDate: '2026-11-20', exitCode: 'transferred', nextSchool: '1ο Γυμνάσιο' });
    expect(await stayOf(id)).toMatchObject({ lastAttendedDate: '2026-11-20', exitCode: 'transferred', nextSchool: '1ο Γυμνάσιο' });
    expect(await divisionsOf(id)).toEqual([['Β1', '2026-09-11', '2026-11-20']]);
    expect(await placesOf(id)).toEqual([['ΙΣΤ-Β1', '2026-09-11', '2026-11-20', 'transferred'], ['ΜΑΘ-Β1', '2026-09-11', '2026-11-20', 'transferred']]);
    await undo();
    expect(await stayOf(id)).toMatchObject({ lastAttendedDate: null, exitCode: null });
    expect(await divisionsOf(id)).toEqual([['Β1', '2026-09-11', null]]);
    expect(await placesOf(id)).toEqual(before);
  });

  it('before a class has begun: that place never comes, and the preview says so', async () => {
    const { id, enrolmentId } = inB1();
    await school.admin.call('places.add', { sectionId: at.choir, studentIds: [id], startDate: '2026-11-10' });
    const { rev } = await stayOf(id);
    const input = { id: enrolmentId, lastAttendedDate: '2026-11-01', exitCode: 'withdrawn', nextSchool: null };
    expect((await school.admin.call('enrolments.leaving', input)).steps).toContainEqual({ what: 'cancel', place: 'section', name: 'ΧΟΡ', date: '2026-11-10' });
    await school.admin.call('enrolments.leave', { ...input, rev });
    expect((await placesOf(id)).map(([code]) => code)).toEqual(['ΙΣΤ-Β1', 'ΜΑΘ-Β1']);
    await undo();
    expect((await placesOf(id)).map(([code]) => code)).toEqual(['ΙΣΤ-Β1', 'ΜΑΘ-Β1', 'ΧΟΡ']);
  });

  it('refuses a day outside of the stay, and a reason that is none of the school\'s', async () => {
    const { id, enrolmentId } = inB1();
    const { rev } = await stayOf(id);
    const leave = (more: object) => school.admin.answer('enrolments.leave', { id: enrolmentId, rev, lastAttendedDate: '2026-11-20', exitCode: 'withdrawn', ...more });
    expect(await leave({ lastAttendedDate: '2026-09-01' })).toMatchObject({ error: { fields: [{ path: 'lastAttendedDate', messageKey: 'endBeforeStart' }] } });
    expect(await leave({ lastAttendedDate: '2027-08-01' })).toMatchObject({ error: { fields: [{ messageKey: 'outsideYear' }] } });
    expect(await leave({ exitCode: 'bored' })).toMatchObject({ error: { fields: [{ path: 'exitCode', messageKey: 'codeUnknown' }] } });
    expect(await leave({ rev: rev + 1 })).toMatchObject({ error: { code: 'conflict' } });
  });
});

describe('coming back', () => {
  it('proposes the classes that were left, and gives places from the day of return', async () => {
    const { id, enrolmentId } = inB1();
    await school.admin.call('enrolments.leave', { id: enrolmentId, rev: (await stayOf(id)).rev, lastAttendedDate: '2026-10-30', exitCode: 'withdrawn' });
    const entry = { studentId: id, yearId: at.yearId, level: 'Β', division: 'Β1' };
    const { sections, isReturn } = await school.admin.call('enrolments.choices', { ...entry, date: '2026-11-16' });
    expect(isReturn).toBe(true);
    expect(sections.filter(({ former }) => former).map(({ code }) => code)).toEqual(['ΙΣΤ-Β1', 'ΜΑΘ-Β1']);
    await school.admin.call('enrolments.enter', { ...entry, entryDate: '2026-11-16', entryCode: 'returned', sectionIds: sections.map((section) => section.id), allowOver: true });
    expect(await placesOf(id)).toEqual([
      ['ΙΣΤ-Β1', '2026-11-16', null, null], ['ΜΑΘ-Β1', '2026-11-16', null, null], ['ΙΣΤ-Β1', '2026-09-11', '2026-10-30', 'withdrawn'], ['ΜΑΘ-Β1', '2026-09-11', '2026-10-30', 'withdrawn'],
    ]);
    expect(await divisionsOf(id)).toEqual([['Β1', '2026-11-16', null], ['Β1', '2026-09-11', '2026-10-30']]);
  });

  it('on a day on which the student was still there is refused', async () => {
    const { id } = inB1();
    const answer = await school.admin.answer('enrolments.enter', { studentId: id, yearId: at.yearId, level: 'Β', entryDate: '2026-11-16', entryCode: 'returned' });
    expect(answer).toMatchObject({ error: { code: 'invalidInput', fields: [{ path: 'entryDate', messageKey: 'enrolmentsOverlap' }] } });
  });
});

describe('another division', () => {
  it('from a day on: the day before ends the old one, classes pass to those of the same course, and Latin begins', async () => {
    const { id, enrolmentId } = inB1();
    await school.admin.call('places.add', { sectionId: at.choir, studentIds: [id], startDate: '2026-09-15' });
    const input = { id: enrolmentId, date: '2026-11-16', division: 'Β2' };
    const preview = await school.admin.call('enrolments.moving', input);
    expect(preview.steps.map(({ what, name }) => `${what} ${name}`)).toEqual(
      ['end Β1', 'begin Β2', 'end ΙΣΤ-Β1', 'end ΜΑΘ-Β1', 'begin ΙΣΤ-Β2', 'begin ΛΑΤ-Β2', 'begin ΜΑΘ-Β2']);
    await school.admin.call('enrolments.move', { ...input, rev: (await stayOf(id)).rev });
    expect(await divisionsOf(id)).toEqual([['Β2', '2026-11-16', null], ['Β1', '2026-09-11', '2026-11-15']]);
    expect(await placesOf(id)).toEqual([
      ['ΙΣΤ-Β2', '2026-11-16', null, null], ['ΛΑΤ-Β2', '2026-11-16', null, null], ['ΜΑΘ-Β2', '2026-11-16', null, null], ['ΧΟΡ', '2026-09-15', null, null],
      ['ΙΣΤ-Β1', '2026-09-11', '2026-11-15', 'moved'], ['ΜΑΘ-Β1', '2026-09-11', '2026-11-15', 'moved'],
    ]);
    expect((await stayOf(id)).division).toBe('Β2');
    await undo();
    expect(await divisionsOf(id)).toEqual([['Β1', '2026-09-11', null]]);
  });

  it('that is full says so, and goes ahead when told to', async () => {
    const [first, second, third] = [inB1(), inB1(), inB1()];
    const move = async ({ id, enrolmentId }: typeof first, allowOver = false) => school.admin.answer('enrolments.move', { id: enrolmentId, rev: (await stayOf(id)).rev, date: '2026-11-16', division: 'Β2', allowOver });
    await move(first);
    await move(second);
    expect(await move(third)).toMatchObject({ ok: false, error: { code: 'refused', messageKey: 'overCapacity', params: { name: 'Β2', capacity: 2, would: 3 } } });
    expect(await move(third, true)).toMatchObject({ ok: true });
  });

  it('is not entered ahead of its day', async () => {
    const { id, enrolmentId } = inB1();
    const answer = await school.admin.answer('enrolments.move', { id: enrolmentId, rev: (await stayOf(id)).rev, date: '2026-12-01', division: 'Β2', allowOver: true });
    expect(answer).toMatchObject({ error: { fields: [{ path: 'date', messageKey: 'moveAhead' }] } });
  });
});

describe('divisions follow however a stay is written', () => {
  it('a new student with a stay, a corrected division, a removed stay', async () => {
    const { id } = await school.admin.call('students.create', {
      details: studentForm({ studentNo: 'E-new' }), enrolment: { yearId: at.yearId, level: 'Β', division: 'Β1', entryDate: '2026-09-11', entryCode: 'new' },
    });
    expect(await divisionsOf(id)).toEqual([['Β1', '2026-09-11', null]]);
    const { yearLabel: _label, id: stayId, rev, ...stay } = await stayOf(id);
    await school.admin.call('enrolments.save', { studentId: id, id: stayId, rev, enrolment: { ...stay, division: 'Β2' } });
    expect(await divisionsOf(id)).toEqual([['Β2', '2026-11-24', null], ['Β1', '2026-09-11', '2026-11-23']]);
    const { dependents } = await school.admin.call('enrolments.dependents', { id: stayId });
    expect(dependents).toEqual([{ entity: 'homeroom_membership', count: 2 }]);
    await school.admin.call('enrolments.remove', { id: stayId, rev: (await stayOf(id)).rev });
    expect(await divisionsOf(id)).toEqual([]);
    await undo();
    expect(await divisionsOf(id)).toHaveLength(2);
  });

  it('a corrected last day takes the classes along, and they are open again when it is emptied', async () => {
    const { id, enrolmentId } = inB1();
    await school.admin.call('enrolments.leave', { id: enrolmentId, rev: (await stayOf(id)).rev, lastAttendedDate: '2026-10-30', exitCode: 'withdrawn' });
    const correct = async (lastAttendedDate: string | null, exitCode: string | null) => {
      const { yearLabel: _label, id: stayId, rev, ...stay } = await stayOf(id);
      await school.admin.call('enrolments.save', { studentId: id, id: stayId, rev, enrolment: { ...stay, lastAttendedDate, exitCode } });
    };
    await correct('2026-11-06', 'withdrawn');
    expect((await placesOf(id)).map(([, , end]) => end)).toEqual(['2026-11-06', '2026-11-06']);
    await correct(null, null);
    expect((await placesOf(id)).map(([, , end]) => end)).toEqual([null, null]);
    expect(await divisionsOf(id)).toEqual([['Β1', '2026-09-11', null]]);
  });
});

describe('places in a class', () => {
  it('begin, end with a date and a reason, and are never doubled', async () => {
    const { id } = inB1();
    const add = (startDate: string) => school.admin.answer('places.add', { sectionId: at.choir, studentIds: [id], startDate });
    expect(await add('2026-10-01')).toMatchObject({ ok: true, value: { added: 1 } });
    expect(await add('2026-10-05')).toMatchObject({ ok: true, value: { added: 0 } });
    expect(await add('2026-08-01')).toMatchObject({ error: { fields: [{ messageKey: 'notEnrolledThen' }] } });
    const { rows } = await school.admin.call('places.inSection', { sectionId: at.choir, date: '2026-10-02' });
    const row = rows.find(({ studentId }) => studentId === id);
    expect(row).toMatchObject({ level: 'Β', division: 'Β1' });
    await school.admin.call('places.end', { id: row?.id ?? '', rev: row?.rev ?? 0, endDate: '2026-10-30', why: 'αλλαγή μαθήματος' });
    const roster = async (date: string) => (await school.admin.call('places.inSection', { sectionId: at.choir, date })).rows.some(({ studentId }) => studentId === id);
    expect([await roster('2026-09-30'), await roster('2026-10-01'), await roster('2026-10-30'), await roster('2026-10-31')]).toEqual([false, true, true, false]);
  });

  it('pass to another class of the same course, not of another, and not to one that is full unasked', async () => {
    const { id } = inB1();
    const maths = (await school.admin.call('places.ofStudent', { studentId: id })).places.find(({ code }) => code === 'ΜΑΘ-Β1');
    const move = (sectionId: string, allowOver = false) => school.admin.answer('places.move', { id: maths?.id ?? '', rev: maths?.rev ?? 0, sectionId, date: '2026-11-02', allowOver });
    expect(await move(at.history2)).toMatchObject({ error: { fields: [{ messageKey: 'otherCourse' }] } });
    const { sections } = await school.admin.call('places.targets', { sectionId: at.maths1, date: '2026-11-02' });
    expect(sections).toMatchObject([{ id: at.maths2, capacity: 2 }]);
    expect(await move(at.maths2, true)).toMatchObject({ ok: true });
    expect((await placesOf(id)).filter(([code]) => String(code).startsWith('ΜΑΘ'))).toEqual([['ΜΑΘ-Β2', '2026-11-02', null, null], ['ΜΑΘ-Β1', '2026-09-11', '2026-11-01', 'moved']]);
  });

  it('are given to a whole division at once, only where they lack', async () => {
    const { id } = plantStudent(school, `E${(count += 1)}`, { yearId: at.yearId, division: 'Β2', sections: [at.history1] });
    await school.admin.call('places.fillDivision', { yearId: at.yearId, level: 'Β', division: 'Β2', startDate: '2026-11-24', allowOver: true });
    expect(await placesOf(id)).toEqual([['ΙΣΤ-Β1', '2026-09-11', null, null], ['ΛΑΤ-Β2', '2026-11-24', null, null], ['ΜΑΘ-Β2', '2026-11-24', null, null]]);
  });
});

describe('codes of entry and exit', () => {
  it('are there for a Greek school, can be added to, and one in use keeps its code', async () => {
    const { codes } = await school.admin.call('enrolmentCodes.list', {});
    expect(codes.filter(({ kind }) => kind === 'exit').map(({ code }) => code)).toContain('transferred');
    await school.admin.call('enrolmentCodes.save', { code: { kind: 'exit', code: 'evening', labelEl: 'Μετάβαση σε εσπερινό', labelEn: 'To evening school', officialCode: '07' } });
    const used = codes.find(({ kind, code }) => kind === 'entry' && code === 'new');
    const save = (code: string, labelEn: string) => school.admin.answer('enrolmentCodes.save',
      { id: used?.id, rev: used?.rev, code: { kind: 'entry', code, labelEl: 'Πρώτη εγγραφή', labelEn } });
    expect(await save('brandNew', 'First')).toMatchObject({ error: { fields: [{ path: 'code.code', messageKey: 'codeInUse' }] } });
    expect(await save('new', 'First time')).toMatchObject({ ok: true });
    expect(await school.admin.answer('enrolmentCodes.save', { code: { kind: 'entry', code: 'new', labelEl: 'α', labelEn: 'a' } }))
      .toMatchObject({ error: { fields: [{ messageKey: 'codeTaken' }] } });
  });
});
