import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestCore, studentForm, type TestCore } from '../../../../tests/fixtures/core.ts';
import { sectionEnrolment } from '../store/schema/index.ts';
import { conflictSql } from './repo-conflicts.ts';
import { readSchoolDays } from './index.ts';

let school: TestCore;
let yearId: string;
beforeAll(async () => {
  school = await openTestCore();
  yearId = (await school.admin.call('years.list', {})).years[0]?.id ?? '';
});
afterAll(() => school.close());

let count = 0;
const next = () => `Χ${(count += 1)}`;
const newCourse = async (code = next()) => (await school.admin.call('courses.save', { course: { code, nameEl: `Μάθημα ${code}`, nameEn: `Course ${code}`, weeklyHours: 2 } })).id;
const newSection = async (more: { level?: string; division?: string; room?: string; termIds?: string[]; capacity?: number } = {}) =>
  (await school.admin.call('sections.save', { section: { courseId: await newCourse(), yearId, code: next(), ...more } })).id;
const newTeacher = async (familyEl = next()) => (await school.admin.call('staff.save', { staff: { familyEl, givenEl: 'Άννα', since: '2026-09-11' } })).id;
const newStudent = async () => (await school.admin.call('students.create', { details: studentForm({ studentNo: next() }) })).id;
const put = (sectionId: string, studentId: string, startDate = '2026-09-11', endDate: string | null = null) =>
  school.plant((db) => db.insert(sectionEnrolment, { sectionId, studentId, startDate, endDate }));
const teach = (sectionId: string, staffId: string) => school.admin.call('sections.saveStaff', { sectionId, staffId, startDate: '2026-09-11' });
const at = (sectionId: string, startTime = '08:15', endTime = '09:00', weekday = 1) => ({ sectionId, weekday, startTime, endTime });
const fieldOf = (answer: unknown) => answer as { ok: boolean; error: { fields: { path: string; messageKey: string }[] } };

describe('years and terms', () => {
  it('begin with the set-up: a root term that holds the others, and lesson hours', async () => {
    const [year] = (await school.admin.call('years.list', {})).years;
    const root = year?.terms.find(({ type }) => type === 'year');
    expect(year?.terms.filter(({ parentId }) => parentId === root?.id)).toHaveLength(2);
    expect((await school.admin.call('bells.list', {})).periods).toHaveLength(7);
  });

  it('are planned, refused where they overlap, and removed as long as nothing stands in them', async () => {
    const draft = { label: '2027-28', startDate: '2027-09-11', endDate: '2028-06-15' };
    const { id, rev } = await school.admin.call('years.save', { year: draft });
    expect(fieldOf(await school.admin.answer('years.save', { year: { ...draft, label: 'άλλο' } })).error.fields).toMatchObject([{ path: 'year.startDate', messageKey: 'yearOverlaps' }]);
    expect(fieldOf(await school.admin.answer('years.save', { year: { ...draft, label: '2026-27' } })).error.fields).toMatchObject([{ path: 'year.label', messageKey: 'labelTaken' }]);
    await school.admin.call('terms.save', { term: { yearId: id, type: 'term', nameEl: 'Α΄', nameEn: 'A', startDate: '2027-09-11', endDate: '2028-01-20' } });
    expect((await school.admin.call('years.dependents', { id })).dependents).toEqual([{ entity: 'term', count: 1 }]);
    await school.admin.call('years.remove', { id, rev });
    expect((await school.admin.call('years.list', {})).years.map(({ label }) => label)).not.toContain('2027-28');
    await school.admin.call('history.undoOwn', {});
    expect((await school.admin.call('years.list', {})).years.find(({ label }) => label === '2027-28')?.terms).toHaveLength(1);
    expect(await school.admin.answer('years.remove', { id: yearId, rev: 1 })).toMatchObject({ ok: true });
    await school.admin.call('history.undoOwn', {});
  });

  it('lock at once, and open again with a reason only', async () => {
    const term = (await school.admin.call('years.list', {})).years.find(({ id }) => id === yearId)?.terms.find(({ type }) => type !== 'year');
    if (!term) throw new Error('no term');
    const { rev } = await school.admin.call('terms.setLock', { id: term.id, rev: term.rev, locked: true });
    expect(fieldOf(await school.admin.answer('terms.setLock', { id: term.id, rev, locked: false })).error.fields).toMatchObject([{ path: 'reason' }]);
    await school.admin.call('terms.setLock', { id: term.id, rev, locked: false, reason: 'Διόρθωση βαθμού' });
  });

  it('that are closed say what is unfinished, and afterwards want a reason for each change', async () => {
    const other = await openTestCore();
    const [year] = (await other.admin.call('years.list', {})).years;
    if (!year) throw new Error('no year');
    expect((await other.admin.call('years.unfinished', { id: year.id })).items).toMatchObject([{ kind: 'unlockedTerms', count: 3 }]);
    await other.admin.call('years.setStatus', { id: year.id, rev: year.rev, status: 'closed' });
    const homeroom = { yearId: year.id, level: 'Α', division: 'Α1' };
    expect(await other.admin.answer('homerooms.save', { homeroom })).toMatchObject({ ok: false, error: { messageKey: 'yearClosed' } });
    expect(await other.admin.answer('calendar.mark', { from: '2026-10-05', to: '2026-10-05', kind: 'holiday' })).toMatchObject({ ok: false, error: { messageKey: 'yearClosed' } });
    expect(await other.admin.answer('homerooms.save', { homeroom, reason: 'Ξεχάστηκε' })).toMatchObject({ ok: true });
    await other.close();
  });
});

describe('the calendar', () => {
  it('takes the proposed holidays in one command that can be taken back', async () => {
    const before = await school.admin.call('calendar.get', { yearId });
    const { days } = await school.admin.call('calendar.holidays', { yearId });
    await school.admin.call('calendar.addHolidays', { days: days.map(({ date, labelEl, labelEn }) => ({ date, labelEl, labelEn })) });
    const after = await school.admin.call('calendar.get', { yearId });
    expect(after.schoolDays).toBe(before.schoolDays - days.length);
    expect(after.terms.map(({ schoolDays }) => schoolDays).reduce((a, b) => a + b)).toBe(after.schoolDays);
    expect((await school.admin.call('calendar.holidays', { yearId })).days.every(({ isMarked }) => isMarked)).toBe(true);
    await school.admin.call('history.undoOwn', {});
    expect((await school.admin.call('calendar.get', { yearId })).schoolDays).toBe(before.schoolDays);
  });

  it('marks ranges, a Saturday with lessons and a short day, and unmarks them', async () => {
    await school.admin.call('calendar.mark', { from: '2026-11-05', to: '2026-11-10', kind: 'holiday', labelEl: 'Εκδρομή', labelEn: 'Excursion' });
    await school.admin.call('calendar.mark', { from: '2026-11-14', to: '2026-11-14', kind: 'school' });
    await school.admin.call('calendar.mark', { from: '2026-11-13', to: '2026-11-13', kind: 'short', minutes: 180 });
    expect(readSchoolDays(school.environment.reader, '2026-11-02', '2026-11-15')).toEqual(['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-11', '2026-11-12', '2026-11-13', '2026-11-14']);
    expect(await school.admin.call('calendar.mark', { from: '2026-11-01', to: '2026-11-30', kind: 'usual' })).toEqual({ days: 6 });
    expect(readSchoolDays(school.environment.reader, '2026-11-07', '2026-11-14')).toHaveLength(5);
    expect(await school.admin.answer('calendar.mark', { from: '2026-11-13', to: '2026-11-13', kind: 'short' })).toMatchObject({ ok: false });
  });
});

describe('departments, courses and staff', () => {
  it('have one head at a time', async () => {
    const [first, second] = [await newTeacher(), await newTeacher()];
    const { id } = await school.admin.call('departments.save', { department: { nameEl: 'Τομέας Μουσικής', nameEn: 'Music', headStaffId: first } });
    const read = async () => (await school.admin.call('departments.list', {})).departments.find((one) => one.id === id);
    expect((await read())?.head?.staffId).toBe(first);
    await school.admin.call('departments.save', { id, rev: (await read())?.rev, department: { nameEl: 'Τομέας Μουσικής', nameEn: 'Music', headStaffId: second } });
    expect((await read())?.head?.staffId).toBe(second);
    expect(await school.admin.answer('departments.remove', { id, rev: (await read())?.rev ?? 0 })).toMatchObject({ ok: true });
  });

  it('keep codes apart, archive courses, and do not remove a department in use', async () => {
    const { id: departmentId } = await school.admin.call('departments.save', { department: { nameEl: 'Τομέας Τέχνης', nameEn: 'Art' } });
    const { id, rev } = await school.admin.call('courses.save', { course: { code: 'ΚΑΛ-Α', nameEl: 'Καλλιτεχνικά', nameEn: 'Art', departmentId } });
    expect(fieldOf(await school.admin.answer('courses.save', { course: { code: 'ΚΑΛ-Α', nameEl: 'Άλλο', nameEn: 'Other' } })).error.fields).toMatchObject([{ messageKey: 'courseCodeTaken' }]);
    expect(await school.admin.answer('departments.remove', { id: departmentId, rev: 1 })).toMatchObject({ ok: false, error: { messageKey: 'departmentUsed' } });
    await school.admin.call('courses.setArchived', { id, rev, archived: true });
    expect((await school.admin.call('courses.list', { archived: true })).courses.map(({ code }) => code)).toContain('ΚΑΛ-Α');
  });

  it('are linked with one user at most, and an edit of somebody else is noticed', async () => {
    const user = (await school.admin.call('staff.users', {})).users[0];
    const draft = { familyEl: 'Γραμματέας', givenEl: 'Ζωή', since: '2026-09-11', role: 'office' as const, userId: user?.id };
    const { id, rev } = await school.admin.call('staff.save', { staff: draft });
    expect(fieldOf(await school.admin.answer('staff.save', { staff: { ...draft, familyEl: 'Άλλη' } })).error.fields).toMatchObject([{ messageKey: 'userLinked' }]);
    await school.admin.call('staff.save', { id, rev, staff: { ...draft, userId: null } });
    expect(await school.admin.answer('staff.save', { id, rev, staff: draft })).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });
});

describe('sections', () => {
  it('are found by a part of the course without accents, with teachers and numbers', async () => {
    const courseId = (await school.admin.call('courses.save', { course: { code: 'ΧΟΡ', nameEl: 'Χορωδία', nameEn: 'Choir' } })).id;
    const { id } = await school.admin.call('sections.save', { section: { courseId, yearId, code: 'ΧΟΡ-Α1', level: 'Α', division: 'Α1', capacity: 1 } });
    await teach(id, await newTeacher('Τραγουδιστή'));
    put(id, await newStudent());
    put(id, await newStudent(), '2026-09-11', '2026-10-01');
    const { rows } = await school.admin.call('sections.list', { filter: { text: 'χορωδια' } });
    expect(rows).toMatchObject([{ code: 'ΧΟΡ-Α1', capacity: 1, teachers: [{ familyEl: 'Τραγουδιστή' }] }]);
    expect((await school.admin.call('sections.roster', { id, on: '2026-09-20' })).students).toHaveLength(2);
    expect((await school.admin.call('sections.roster', { id, on: '2026-10-02' })).students).toHaveLength(1);
    expect((await school.admin.call('sections.roster', { id })).students).toHaveLength(2);
  });

  it('of a division are made at once from the courses of its level, once, and taken back by one undo', async () => {
    for (const code of ['ΔΟΚ-Δ', 'ΓΥΜ-Δ']) await newCourse(code);
    const division = { yearId, level: 'Δ', division: 'Δ1' };
    const plan = await school.admin.call('sections.plan', division);
    expect(plan.courses.map(({ code, exists }) => [code, exists])).toEqual([['ΓΥΜ-Δ1', false], ['ΔΟΚ-Δ1', false]]);
    const courseIds = plan.courses.map(({ courseId }) => courseId);
    expect(await school.admin.call('sections.generate', { ...division, courseIds, room: '301', capacity: 25 })).toEqual({ created: 2 });
    expect(await school.admin.call('sections.generate', { ...division, courseIds })).toEqual({ created: 0 });
    await school.admin.call('history.undoOwn', {});
    expect((await school.admin.call('sections.list', { filter: { level: 'Δ' } })).total).toBe(0);
  });

  it('are removed with what stands on them, listed first, but never with grades', async () => {
    const id = await newSection();
    await teach(id, await newTeacher());
    await school.admin.call('meetings.save', { meeting: at(id) });
    expect((await school.admin.call('sections.dependents', { id })).dependents.toSorted((a, b) => a.entity.localeCompare(b.entity))).toEqual([{ entity: 'meeting', count: 1 }, { entity: 'section_staff', count: 1 }]);
    expect(await school.admin.answer('sections.remove', { id, rev: 1 })).toMatchObject({ ok: true });
    expect(await school.admin.answer('sections.get', { id })).toMatchObject({ ok: false, error: { code: 'notFound' } });
  });
});

describe('the timetable', () => {
  it('names the teacher, the room and the students that a lesson would clash with, and writes it only when that is accepted', async () => {
    const [a, b] = [await newSection({ room: '105' }), await newSection({ room: '105' })];
    const teacher = await newTeacher('Διπλή');
    await teach(a, teacher);
    await teach(b, teacher);
    const student = await newStudent();
    put(a, student);
    put(b, student);
    put(b, await newStudent());
    await school.admin.call('meetings.save', { meeting: at(a, '10:00', '10:45', 3) });
    const meeting = at(b, '10:30', '11:15', 3);
    const { conflicts } = await school.admin.call('timetable.conflicts', { meeting });
    expect(conflicts.map(({ kind, count: people }) => [kind, people])).toEqual([['teacher', 1], ['room', 1], ['student', 1]]);
    expect(conflicts[0]?.names).toMatchObject([{ familyEl: 'Διπλή' }]);
    expect(await school.admin.call('meetings.save', { meeting })).toMatchObject({ state: 'clashes', conflicts });
    expect((await school.admin.call('timetable.clashes', { yearId })).clashes).toEqual([]);
    expect(await school.admin.call('meetings.save', { meeting, acceptClashes: true })).toMatchObject({ state: 'saved' });
    const { clashes } = await school.admin.call('timetable.clashes', { yearId });
    expect(clashes.map(({ kind }) => kind).toSorted()).toEqual(['room', 'student', 'teacher']);
    const { times } = await school.admin.call('timetable.busy', { sectionId: a });
    expect(times.filter(({ startTime }) => startTime === '10:30').map(({ kind }) => kind).toSorted()).toEqual(['room', 'student', 'teacher']);
  });

  it('lets sections of different terms, and students who have moved, have the same hour', async () => {
    const terms = (await school.admin.call('years.list', {})).years.find(({ id }) => id === yearId)?.terms.filter(({ type }) => type !== 'year').map(({ id }) => id) ?? [];
    const [a, b, c] = [await newSection({ termIds: terms.slice(0, 1) }), await newSection({ termIds: terms.slice(1) }), await newSection()];
    const teacher = await newTeacher();
    await teach(a, teacher);
    await teach(b, teacher);
    const student = await newStudent();
    put(a, student, '2026-09-11', '2026-10-04');
    put(c, student, '2026-10-05');
    await school.admin.call('meetings.save', { meeting: at(a, '12:00', '12:45', 4) });
    for (const sectionId of [b, c]) expect(await school.admin.call('timetable.conflicts', { meeting: at(sectionId, '12:00', '12:45', 4) })).toEqual({ conflicts: [] });
  });

  it('shows the week of a division, a teacher, a room and a student, and moves lessons with their hour', async () => {
    const id = await newSection({ level: 'Ε', division: 'Ε1', room: '401' });
    const teacher = await newTeacher('Εβδομάδα');
    await teach(id, teacher);
    const student = await newStudent();
    put(id, student);
    await school.admin.call('meetings.save', { meeting: { ...at(id, '08:15', '09:00', 5), period: 1 } });
    for (const [by, key] of [['division', 'Ε1'], ['teacher', teacher], ['room', '401'], ['student', student]] as const) {
      expect((await school.admin.call('timetable.week', { yearId, by, key })).lessons).toMatchObject([{ sectionId: id, weekday: 5, room: '401' }]);
    }
    expect((await school.admin.call('timetable.week', { yearId, by: 'division', key: 'Ε1' })).sections).toMatchObject([{ placed: 1, due: 2 }]);
    const { periods } = await school.admin.call('bells.list', {});
    await school.admin.call('bells.save', { periods: periods.map((one) => (one.number === 1 ? { ...one, startTime: '08:10' } : one)) });
    expect((await school.admin.call('timetable.week', { yearId, by: 'room', key: '401' })).lessons).toMatchObject([{ startTime: '08:10' }]);
  });

  it('is checked along indexes: no table is read from end to end', () => {
    const plan = (sql: string) => school.environment.connection.prepare(`EXPLAIN QUERY PLAN ${sql.replaceAll(/@\w+/g, '1')}`).all().map((row) => String((row as { detail: string }).detail));
    for (const sql of Object.values(conflictSql)) {
      const steps = plan(sql);
      expect(steps.filter((step) => /^SCAN (?!at\b|shared\b|CONSTANT)/.test(step))).toEqual([]);
      expect(steps.join()).toContain('meeting_weekday');
    }
  });

  it('is not for teachers to change, who see their own sections only', async () => {
    const teacher = await school.as('teacher');
    expect((await teacher.call('sections.list', {})).total).toBe(0);
    const id = await newSection();
    expect(await teacher.answer('sections.get', { id })).toMatchObject({ ok: false, error: { code: 'notFound' } });
    expect(await teacher.answer('meetings.save', { meeting: at(id) })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });

});

describe('a course', () => {
  it('has whole lessons a week: half of one is refused with a word, not with a failure', async () => {
    const draft = { code: 'ΗΜΙ', nameEl: 'Η', nameEn: 'H', departmentId: null, level: null, scaleId: null, credits: 1.5, ects: null, weeklyHours: 2.5 };
    expect(await school.admin.answer('courses.save', { id: null, rev: null, course: draft })).toMatchObject({ ok: false, error: { code: 'invalidInput', fields: [{ path: 'course.weeklyHours', messageKey: 'invalidValue' }] } });
    expect(await school.admin.answer('courses.save', { id: null, rev: null, course: { ...draft, weeklyHours: 2 } })).toMatchObject({ ok: true });
  });
});
