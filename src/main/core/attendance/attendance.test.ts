import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '#contract/index.ts';
import type { AttendanceTarget } from '#contract/attendance.ts';
import { openTestCore, studentForm, type Caller, type TestCore } from '../../../../tests/fixtures/core.ts';
import {
  academicYear, calendarDay, course, enrolment, homeroomMembership, meeting, person, section, sectionEnrolment, sectionStaff, staff,
} from '../store/schema/index.ts';
import { readSchoolId } from '../settings/index.ts';

// Friday 20 November 2026, 10:00: a school day of the test school's year.
const now = new Date('2026-11-20T10:00:00').getTime();
const today = '2026-11-20', yesterday = '2026-11-19';
let school: TestCore, office: Caller, teacher: Caller, stranger: Caller;
let yearId: string, own: string, other: string;
const students: string[] = [];
const codes: Record<string, string> = {};
const day: AttendanceTarget = { kind: 'day', level: 'Α', division: 'Α1' };

async function addStudent(studentNo: string, division = 'Α1', entryDate = '2026-09-11'): Promise<string> {
  const { id } = await office.call('students.create', { details: studentForm({ studentNo, familyEl: `Μ${studentNo}` }), enrolment: { level: 'Α', division, yearId, entryDate } });
  return id;
}
const sheet = (who: Caller, date: string, target: AttendanceTarget = day) => who.call('attendance.sheet', { date, target });
type Mark = Input<'attendance.take'>['marks'][number];
async function take(who: Caller, date: string, marks: Mark[], target: AttendanceTarget = day) {
  const { version } = await sheet(who, date, target);
  return who.call('attendance.take', { date, target, version, marks });
}
const absent = (studentId = students[0]!) => ({ studentId, codeId: codes.AU! });
const stateOn = async (studentId: string, date: string) => (await office.call('attendance.student', { studentId })).days.find((one) => one.date === date);

beforeAll(async () => {
  school = await openTestCore({ clock: () => now });
  office = school.admin;
  yearId = (await office.call('students.facets', {})).years[0]!.id;
  for (const number of ['1', '2', '3']) students.push(await addStudent(number));
  for (const { code, id } of (await office.call('attendance.codes', {})).codes) codes[code] = id;
  [own, other] = school.plant((db) => {
    const courseId = db.insert(course, { code: 'Μ', nameEl: 'Μαθηματικά', nameEn: 'Mathematics' });
    return ['Α1', 'Α2'].map((division) => db.insert(section, { courseId, yearId, code: `Μ-${division}`, level: 'Α', division })) as [string, string];
  });
  const teachers: Caller[] = [];
  for (const sectionId of [own, other]) {
    const caller = await school.as('teacher');
    const { user: { id: userId } } = await caller.call('auth.me', {}) as { user: { id: string } };
    school.plant((db) => {
      const personId = db.insert(person, { familyEl: 'Δάσκαλος', givenEl: 'Α', sortKey: 'δ' });
      const staffId = db.insert(staff, { personId, userId });
      db.insert(sectionStaff, { sectionId, staffId, role: 'primary', startDate: '2026-09-11' });
    });
    teachers.push(caller);
  }
  [teacher, stranger] = teachers as [Caller, Caller];
  school.plant((db) => {
    for (const studentId of students) db.insert(sectionEnrolment, { sectionId: own, studentId, startDate: '2026-09-11' });
    db.insert(meeting, { sectionId: own, weekday: 5, period: 2, startTime: '09:00', endTime: '09:45' });
    db.insert(meeting, { sectionId: own, weekday: 4, period: 3, startTime: '10:00', endTime: '10:45' });
    db.insert(calendarDay, { orgId: readSchoolId(db), date: '2026-11-17', isSchoolDay: false, labelEl: 'Πολυτεχνείο', labelEn: 'Polytechnic' });
  });
});
afterAll(() => school.close());

describe('taking a division\'s day', () => {
  it('makes everybody present but the exceptions, and only once it is taken', async () => {
    expect((await stateOn(students[0]!, yesterday))?.state).toBe('unknown');
    expect(await take(teacher, yesterday, [absent()])).toMatchObject({ expected: 3 });
    expect((await stateOn(students[0]!, yesterday))?.state).toBe('absent');
    expect((await stateOn(students[1]!, yesterday))?.state).toBe('present');
  });

  it('again corrects the teacher\'s own marks, and leaves one submission', async () => {
    await take(teacher, yesterday, [{ studentId: students[1]!, codeId: codes.PL!, minutes: 10 }]);
    expect((await stateOn(students[0]!, yesterday))?.state).toBe('present');
    expect(await stateOn(students[1]!, yesterday)).toMatchObject({ state: 'late', code: 'PL' });
    const { version } = await sheet(teacher, yesterday);
    await teacher.call('attendance.take', { date: yesterday, target: day, version, marks: [absent()] });
    const count = school.environment.reader.get<{ n: number }>('SELECT count(*) AS n FROM attendance_submission WHERE date = ?', [yesterday]);
    expect(count?.n).toBe(1);
  });

  it('refuses days to come, days without school and dates in no year, and says why', async () => {
    const refusal = async (date: string) => {
      const answer = await teacher.answer('attendance.take', { date, target: day, version: 0, marks: [] });
      return answer.ok ? 'ok' : answer.error.messageKey ?? answer.error.code;
    };
    expect(await refusal('2026-11-23')).toBe('attendanceFuture');
    expect(await refusal('2026-11-15')).toBe('attendanceNotSchoolDay');
    expect(await refusal('2026-11-17')).toBe('attendanceNotSchoolDay');
    expect(await sheet(teacher, '2026-11-17')).toMatchObject({ obstacle: 'notSchoolDay', note: { labelEn: 'Polytechnic' } });
  });

  it('refuses codes that are the office\'s, students who were not due, and the same student twice', async () => {
    const { version } = await sheet(teacher, today);
    const answer = (marks: Mark[]) => teacher.answer('attendance.take', { date: today, target: day, version, marks });
    expect(await answer([{ studentId: students[0]!, codeId: codes.AE! }])).toMatchObject({ error: { fields: [{ messageKey: 'attendanceCodeNotYours' }] } });
    expect(await answer([{ studentId: '01900000-0000-7000-8000-000000000000', codeId: codes.AU! }])).toMatchObject({ error: { fields: [{ messageKey: 'attendanceNotDue' }] } });
    expect(await answer([absent(), absent()])).toMatchObject({ error: { fields: [{ messageKey: 'attendanceTwice' }] } });
  });

  it('is for those who teach there: another teacher does not find it', async () => {
    expect(await stranger.answer('attendance.sheet', { date: today, target: day })).toMatchObject({ ok: false, error: { code: 'notFound' } });
    expect(await stranger.answer('attendance.take', { date: today, target: { kind: 'lesson', sectionId: own, period: 2 }, version: 0, marks: [] })).toMatchObject({ ok: false, error: { code: 'notFound' } });
  });

  it('by two people at once lets the first stand and tells the second, whose sheet then has both', async () => {
    const [mine, theirs] = [await sheet(teacher, '2026-11-18'), await sheet(office, '2026-11-18')];
    await teacher.call('attendance.take', { date: '2026-11-18', target: day, version: mine.version, marks: [absent()] });
    const late = await office.answer('attendance.take', { date: '2026-11-18', target: day, version: theirs.version, marks: [absent(students[1])] });
    expect(late).toMatchObject({ ok: false, error: { code: 'conflict', messageKey: 'attendanceTakenMeanwhile' } });
    const fresh = await sheet(office, '2026-11-18');
    expect(fresh.students[0]).toMatchObject({ teacher: { codeId: codes.AU } });
    await office.call('attendance.take', { date: '2026-11-18', target: day, version: fresh.version, marks: [absent(), absent(students[1])] });
    expect((await stateOn(students[1]!, '2026-11-18'))?.state).toBe('absent');
  });

  it('expects those who were enrolled, and in the division, on that day', async () => {
    const late = await addStudent('4', 'Α1', '2026-11-19');
    const enrolmentId = (await office.call('students.get', { id: students[2]! })).enrolments[0]!.id;
    school.plant((db) => {
      // The place that came with the stay gives way to three.
      for (const { id } of db.all<{ id: string }>('SELECT id FROM homeroom_membership WHERE studentId = ?', [students[2]!])) db.remove(homeroomMembership, id);
      const place = { studentId: students[2]!, enrolmentId, yearId, level: 'Α' };
      db.insert(homeroomMembership, { ...place, division: 'Α1', startDate: '2026-09-11', endDate: '2026-10-09' });
      db.insert(homeroomMembership, { ...place, division: 'Α3', startDate: '2026-10-10', endDate: '2026-10-18' });
      db.insert(homeroomMembership, { ...place, division: 'Α1', startDate: '2026-10-19' });
    });
    const due = async (date: string) => (await sheet(office, date)).students.map(({ id }) => id);
    expect(await due('2026-11-18')).not.toContain(late);
    expect(await due('2026-11-19')).toContain(late);
    expect(await due('2026-10-09')).toContain(students[2]);
    expect(await due('2026-10-12')).not.toContain(students[2]);
    expect(await due('2026-10-19')).toContain(students[2]);
  });

  it('is taken back by one undo', async () => {
    await take(office, '2026-11-16', [absent()]);
    await office.call('history.undoOwn', {});
    expect(await sheet(office, '2026-11-16')).toMatchObject({ taken: null });
    expect((await stateOn(students[0]!, '2026-11-16'))?.state).toBe('unknown');
  });
});

describe('the office', () => {
  it('marks beside the teacher: both stay, the office\'s counts, and taking it back gives the teacher\'s again', async () => {
    await office.call('attendance.correct', { studentId: students[0]!, date: yesterday, codeId: codes.AE!, note: 'Βεβαίωση γιατρού' });
    expect((await stateOn(students[0]!, yesterday))?.state).toBe('excused');
    const [row] = (await sheet(office, yesterday)).students;
    expect(row).toMatchObject({ teacher: { codeId: codes.AU, by: expect.stringContaining('teacher') }, office: { codeId: codes.AE, note: 'Βεβαίωση γιατρού' } });
    expect(await office.answer('attendance.correct', { studentId: students[0]!, date: yesterday, codeId: null })).toMatchObject({ error: { code: 'conflict' } });
    // The teacher saves again: the office's mark still wins.
    await take(teacher, yesterday, []);
    expect((await stateOn(students[0]!, yesterday))?.state).toBe('excused');
    await take(teacher, yesterday, [absent()]);
    await office.call('attendance.correct', { studentId: students[0]!, date: yesterday, codeId: null, rev: row!.office!.rev });
    expect((await stateOn(students[0]!, yesterday))?.state).toBe('absent');
  });

  it('excuses a range of days after a preview, and leaves days present and days settled alone', async () => {
    const range = { studentId: students[0]!, from: '2026-11-16', to: '2026-11-24', codeId: codes.AE!, note: 'Ίωση', ahead: true };
    const preview = await office.call('attendance.excusePreview', range);
    expect(preview.days.map(({ date, change }) => [date.slice(8), change])).toEqual([['16', true], ['18', true], ['19', true], ['20', true], ['23', true], ['24', true]]);
    expect(await office.call('attendance.excuse', range)).toEqual({ marks: preview.changes });
    expect((await stateOn(students[0]!, yesterday))?.state).toBe('excused');
    expect(await stateOn(students[0]!, '2026-11-23')).toMatchObject({ state: 'ahead', code: 'AE' });
    expect((await office.call('attendance.excusePreview', range)).changes).toBe(0);
    expect(await office.answer('attendance.excuse', range)).toMatchObject({ error: { messageKey: 'attendanceNothingToExcuse' } });
    await office.call('history.undoOwn', {});
    expect((await stateOn(students[0]!, yesterday))?.state).toBe('absent');
  });

  it('may correct a closed year with a reason only', async () => {
    school.plant((db) => {
      const closedId = db.insert(academicYear, { label: '2025-26', startDate: '2025-09-11', endDate: '2026-06-15', status: 'closed' });
      db.insert(enrolment, { studentId: students[1]!, orgId: readSchoolId(db), yearId: closedId, level: 'Α', division: 'Α9', entryDate: '2025-09-11' });
    });
    const correction = { studentId: students[1]!, date: '2026-01-20', codeId: codes.AE! };
    expect(await office.answer('attendance.correct', correction)).toMatchObject({ error: { messageKey: 'yearClosed' } });
    expect(await office.answer('attendance.correct', { ...correction, reason: 'Βεβαίωση που βρέθηκε' })).toMatchObject({ ok: true });
  });
});

describe('lessons', () => {
  const lesson: AttendanceTarget = { kind: 'lesson', get sectionId() { return own; }, period: 2 };
  it('stand in the timetable of the day, for their teacher at once', async () => {
    const { lessons } = await teacher.call('attendance.choices', { date: today });
    expect(lessons).toMatchObject([{ sectionId: own, period: 2, startTime: '09:00', taken: null }]);
    expect((await office.call('attendance.choices', { date: today })).lessons).toEqual([]);
    expect((await office.call('attendance.choices', { date: today, level: 'Α', division: 'Α1' })).lessons).toHaveLength(1);
  });

  it('cost an hour each, and a whole day the lesson hours of that day', async () => {
    await take(teacher, today, [absent(students[1])], { ...lesson, sectionId: own });
    expect(await stateOn(students[1]!, today)).toMatchObject({ state: 'absent', hoursUnexcused: 1 });
    expect((await office.call('attendance.summary', { from: today, to: today, target: { kind: 'section', sectionId: own } })).students.find(({ id }) => id === students[1])?.totals)
      .toMatchObject({ daysAbsent: 1, hoursUnexcused: 1 });
    expect(await stateOn(students[1]!, '2026-11-18')).toMatchObject({ hoursUnexcused: 7 });
  });

  it('count against the limit, with what is left', async () => {
    const { limits, totals } = await office.call('attendance.student', { studentId: students[1]! });
    expect(limits).toMatchObject([{ limit: { hours: 114 }, hours: totals.hoursExcused + totals.hoursUnexcused, state: 'fine' }]);
    expect(limits[0]!.left).toBe(114 - limits[0]!.hours);
  });
});

describe('what was not taken', () => {
  it('names the divisions and lessons of a day, and the home screen counts them', async () => {
    const before = await office.call('attendance.missing', { date: today });
    expect(before).toMatchObject({ divisionsAll: 1, divisionsMissing: 1, expectsLessons: false, lessonsAll: 0, divisions: [{ division: 'Α1', taken: null }] });
    const task = async () => (await office.call('home.overview', {})).tasks.find(({ kind }) => kind === 'attendanceNotTaken')?.count ?? 0;
    expect(await task()).toBe(1);
    await take(office, today, [absent(students[1])]);
    expect(await office.call('attendance.missing', { date: today })).toMatchObject({ divisionsMissing: 0, divisions: [] });
    expect(await task()).toBe(0);
    expect(await stranger.call('attendance.missing', { date: today })).toMatchObject({ divisionsAll: 0, lessonsAll: 0 });
    const { settings, rev } = await office.call('attendance.settings', {});
    await office.call('attendance.saveSettings', { rev, settings: { ...settings, expectsDays: false, expectsLessons: true } });
    expect(await office.call('attendance.missing', { date: today })).toMatchObject({ expectsDays: false, divisionsAll: 0, lessonsAll: 1, lessonsMissing: 0 });
    await office.call('history.undoOwn', {});
  });
});

describe('calls home', () => {
  it('lists who is absent without excuse, guardians in order, and never a number under a no-contact order', async () => {
    const studentId = students[1]!;
    const guardian = { familyEl: 'Κ', relation: 'father' as const };
    const { id: barred } = await office.call('guardians.save', { studentId, guardian: { ...guardian, givenEl: 'Α', priority: 1, noContact: true, mobile: '690 111' } });
    const { id: mother } = await office.call('guardians.save', { studentId, guardian: { ...guardian, givenEl: 'Μ', relation: 'mother', priority: 2, mobile: '690 222', phone: '210 1' } });
    const list = await office.call('attendance.calls', { date: today });
    expect(list).toMatchObject({ total: 1, done: 0 });
    expect(list.students[0]).toMatchObject({ id: studentId, wholeDay: true, guardians: [
      { id: barred, noContact: true, phones: [] }, { id: mother, noContact: false, phones: [{ kind: 'mobile', value: '690 222' }, { kind: 'phone', value: '210 1' }] },
    ] });
    expect(JSON.stringify(list)).not.toContain('690 111');
    const log = (guardianLinkId: string, outcome: 'noAnswer' | 'reached') => office.answer('attendance.logCall', { studentId, date: today, guardianLinkId, outcome });
    expect(await log(barred, 'reached')).toMatchObject({ error: { messageKey: 'attendanceNoContact' } });
    await log(mother, 'noAnswer');
    expect((await office.call('attendance.calls', { date: today })).students[0]?.calls).toMatchObject([{ outcome: 'noAnswer' }]);
    await log(mother, 'reached');
    expect(await office.call('attendance.calls', { date: today })).toMatchObject({ total: 0, done: 1, students: [] });
    expect((await office.call('attendance.calls', { date: today, done: true })).students).toHaveLength(1);
  });

  it('leaves out whom the office has excused', async () => {
    await office.call('attendance.correct', { studentId: students[1]!, date: '2026-11-18', codeId: codes.AE!, rev: (await sheet(office, '2026-11-18')).students[1]!.office?.rev ?? null });
    expect((await office.call('attendance.calls', { date: '2026-11-18' })).students.map(({ id }) => id)).toEqual([students[0]]);
  });
});

describe('codes and measures', () => {
  const code = { code: 'EX', labelEl: 'Εξετάσεις', labelEn: 'Exams', presence: 'present' as const, excused: false, tardy: false, fraction: 1, countsMembership: true, penalises: false, teacherMayUse: false, position: 20 };
  it('are the school\'s: added, archived and no longer offered, letters once', async () => {
    const { id, rev } = await office.call('attendance.saveCode', { code });
    expect(await office.answer('attendance.saveCode', { code })).toMatchObject({ error: { fields: [{ path: 'code.code', messageKey: 'attendanceCodeTaken' }] } });
    const usable = async (who: Caller) => (await who.call('attendance.codes', {})).codes.find((one) => one.id === id)?.usable;
    expect([await usable(office), await usable(teacher)]).toEqual([true, false]);
    await office.call('attendance.archiveCode', { id, rev, archived: true });
    expect(await usable(office)).toBe(false);
  });
  it('keep one code for those who are simply there', async () => {
    const codesNow = (await office.call('attendance.codes', {})).codes.filter(({ presence, tardy, archivedAt }) => presence === 'present' && !tardy && archivedAt === null);
    for (const [index, { id, rev }] of codesNow.entries()) {
      const answer = await office.answer('attendance.archiveCode', { id, rev, archived: true });
      expect(answer.ok).toBe(index < codesNow.length - 1);
    }
  });
  it('refuse half a day that is longer than a whole one', async () => {
    const settings = { expectsDays: true, expectsLessons: false, lessonHours: 7, dayMinutes: 315, fullDayMinutes: 100, halfDayMinutes: 135 };
    expect(await office.answer('attendance.saveSettings', { rev: 0, settings })).toMatchObject({ error: { fields: [{ messageKey: 'attendanceHalfOverFull' }] } });
    expect(await office.answer('attendance.saveSettings', { rev: 0, settings: { ...settings, fullDayMinutes: 270 } })).toMatchObject({ ok: true });
    expect(await office.answer('attendance.saveSettings', { rev: 0, settings: { ...settings, fullDayMinutes: 270 } })).toMatchObject({ error: { code: 'conflict' } });
  });
});
