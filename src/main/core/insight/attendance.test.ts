import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestCore, studentForm, type TestCore } from '../../../../tests/fixtures/core.ts';
import { attendanceMark, attendanceSubmission, course, section, sectionEnrolment } from '../store/schema/index.ts';

// Friday 20 November 2026: the week of the 16th.
const now = new Date('2026-11-20T10:00:00').getTime();
const today = '2026-11-20', monday = '2026-11-16';
let school: TestCore;
let yearId: string, sectionId: string;
const students: string[] = [];
const codes: Record<string, string> = {};

beforeAll(async () => {
  school = await openTestCore({ clock: () => now });
  yearId = (await school.admin.call('students.facets', {})).years[0]!.id;
  for (let i = 0; i < 10; i += 1) {
    students.push((await school.admin.call('students.create', { details: studentForm({ studentNo: String(i) }), enrolment: { level: 'Α', division: 'Α1', yearId, entryDate: '2026-09-11' } })).id);
  }
  for (const { code, id } of (await school.admin.call('attendance.codes', {})).codes) codes[code] = id;
  sectionId = school.plant((db) => {
    const courseId = db.insert(course, { code: 'Μ', nameEl: 'Μ', nameEn: 'M' });
    const id = db.insert(section, { courseId, yearId, code: 'Μ-Α1', level: 'Α', division: 'Α1' });
    for (const studentId of students) db.insert(sectionEnrolment, { sectionId: id, studentId, startDate: '2026-09-11' });
    return id;
  });
});
afterAll(() => school.close());

const day = (date: string) => school.plant((db) => db.insert(attendanceSubmission, { yearId, level: 'Α', division: 'Α1', date, expected: 10 }));
const lesson = (date: string, period: number) => school.plant((db) => db.insert(attendanceSubmission, { yearId, level: 'Α', division: 'Α1', date, expected: 10, sectionId, period }));
const mark = (who: number, date: string, code: string, source: 'teacher' | 'office' = 'teacher', period: number | null = null) =>
  school.plant((db) => db.insert(attendanceMark, { studentId: students[who]!, date, codeId: codes[code]!, source, sectionId: period === null ? null : sectionId, period }));
const weeks = async () => (await school.admin.call('insight.attendanceByWeek', {})).weeks;
const absentToday = async () => (await school.admin.call('home.overview', {})).absentToday;

describe('attendance by week', () => {
  it('counts a student once a day, by the mark in force, and neither late nor excused lowers it', async () => {
    day(monday);
    mark(0, monday, 'AU');
    mark(1, monday, 'PL');
    expect(await weeks()).toEqual([{ monday, rate: 0.9, absences: 1 }]);
    mark(0, monday, 'AE', 'office');
    // Excused: still an absence, but out of both sides: nine of nine.
    expect(await weeks()).toEqual([{ monday, rate: 1, absences: 1 }]);
  });

  it('is not changed by lessons of a day that was taken as a whole', async () => {
    const before = await weeks();
    for (const period of [1, 2, 3]) lesson(monday, period);
    for (const period of [1, 2, 3]) mark(2, monday, 'AU', 'teacher', period);
    expect(await weeks()).toEqual(before);
  });

  it('reckons lessons as parts of a day where no whole day was taken', async () => {
    lesson('2026-11-09', 1);
    for (const who of [0, 1]) mark(who, '2026-11-09', 'AU', 'teacher', 1);
    expect((await weeks())[0]).toMatchObject({ monday: '2026-11-09', rate: 0.8 });
  });

  it('says the same to those who see the whole school as counting mark by mark does', async () => {
    const viewer = await school.as('viewer');
    expect(await viewer.call('insight.attendanceByWeek', {})).toEqual({ weeks: await weeks() });
  });
});

describe('the kept counts', () => {
  /** What the counts must say, counted from the marks. */
  const counted = () => school.environment.reader.all(`SELECT m.date, m.codeId, count(*) AS marks FROM attendance_mark m WHERE m.sectionId IS NULL AND m.deletedAt IS NULL
    AND (m.source = 'office' OR NOT EXISTS (SELECT 1 FROM attendance_mark o WHERE o.studentId = m.studentId AND o.date = m.date AND o.sectionId IS NULL AND o.source = 'office' AND o.deletedAt IS NULL))
    GROUP BY 1, 2 ORDER BY 1, 2`);
  const kept = (table: string) => school.environment.reader.all(`SELECT date, codeId, marks FROM ${table} WHERE marks <> 0 ORDER BY 1, 2`);

  it('stay right whatever is marked, corrected, taken back or removed, in whatever order', () => {
    const step = fc.record({
      who: fc.nat(2), date: fc.constantFrom('2026-10-05', '2026-10-06'), code: fc.constantFrom('AU', 'AE', 'PL', 'P'), source: fc.constantFrom('teacher' as const, 'office' as const),
      act: fc.constantFrom('write', 'remove', 'delete', 'move'),
    });
    fc.assert(fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      school.plant((db) => {
        for (const { who, date, code, source, act } of steps) {
          const place = { studentId: students[who]!, date, source };
          const row = db.get<{ id: string }>('SELECT id FROM attendance_mark WHERE studentId = @studentId AND date = @date AND source = @source AND sectionId IS NULL', place);
          if (act === 'delete' && row) db.run('DELETE FROM attendance_mark WHERE id = ?', [row.id]);
          // As when two records of one student are merged.
          else if (act === 'move' && row && !db.get('SELECT 1 FROM attendance_mark WHERE studentId = @other AND date = @date AND source = @source AND sectionId IS NULL', { other: students[who + 3]!, date, source })) {
            db.run('UPDATE attendance_mark SET studentId = ? WHERE id = ?', [students[who + 3]!, row.id]);
          }
          else if (act === 'remove' && row) db.run('UPDATE attendance_mark SET deletedAt = 1 WHERE id = ?', [row.id]);
          else if (act === 'write' && row) db.run('UPDATE attendance_mark SET deletedAt = NULL, codeId = ? WHERE id = ?', [codes[code]!, row.id]);
          else if (act === 'write') db.insert(attendanceMark, { ...place, codeId: codes[code]! });
        }
      });
      expect(kept('attendance_count')).toEqual(counted());
    }), { numRuns: 60 });
  });
});

describe('absent today', () => {
  it('is unknown until something is taken, and then each student once, by the mark in force', async () => {
    expect(await absentToday()).toBeNull();
    lesson(today, 1);
    mark(0, today, 'AU', 'teacher', 1);
    mark(0, today, 'AU', 'teacher', 2);
    expect(await absentToday()).toBe(1);
    day(today);
    // The whole day was taken: who only missed a lesson is not absent.
    expect(await absentToday()).toBe(0);
    mark(1, today, 'AU');
    expect(await absentToday()).toBe(1);
    mark(1, today, 'P', 'office');
    expect(await absentToday()).toBe(0);
  });

  it('the list behind the chart leaves out absences that the office has corrected', async () => {
    const { rows } = await school.admin.call('students.list', { filter: { absentInWeek: monday } });
    expect(rows.map(({ studentNo }) => studentNo).toSorted()).toEqual(['0', '2']);
  });
});
