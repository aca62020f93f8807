import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { absenceHours } from '../../src/main/core/documents/rules-absences.ts';
import { addDays } from '../../src/main/core/people/rules-dates.ts';
import { openTestClass, type TestClass } from '../../src/main/core/results/testing-class.ts';
import { readAbsences } from '../../src/main/core/rollover/repo-facts.ts';
import { attendanceMark } from '../../src/main/core/store/schema/index.ts';

let one: TestClass;
beforeAll(async () => { one = await openTestClass(1); });
afterAll(() => one.school.close());

const hoursPerDay = 7;
interface Code { id: string; presence: string; excused: number; fraction: number }
/** Marks of two days: of the day or of one of two lessons, by the teacher or the office, each place once. */
const marks = fc.uniqueArray(
  fc.record({ day: fc.nat(1), lesson: fc.constantFrom(null, 1, 2), source: fc.constantFrom('teacher' as const, 'office' as const), code: fc.nat(8) }),
  { selector: ({ day, lesson, source }) => `${day} ${lesson} ${source}`, maxLength: 12 });

it('the rollover counts hours of absence as report cards do, whoever marked what', () => {
  const { reader } = one.school.environment;
  const codes = reader.all<Code>('SELECT id, presence, excused, fraction FROM attendance_code ORDER BY code');
  const [studentId = ''] = one.students;
  const [sectionId = ''] = one.sections;
  let from = '2020-01-01';
  fc.assert(fc.property(marks, (drawn) => {
    // Two days of their own for each try: what was written stays.
    from = addDays(from, 2);
    const placed = drawn.map(({ day, lesson, source, code }) => ({ date: addDays(from, day), source, sectionId: lesson === null ? null : sectionId, period: lesson, code: codes[code % codes.length]! }));
    one.school.plant((db) => { for (const { code, ...mark } of placed) db.insert(attendanceMark, { ...mark, studentId, codeId: code.id }); });
    const { excused, unexcused } = absenceHours(placed.map(({ code, ...mark }) => ({ ...mark, presence: code.presence, excused: code.excused === 1, fraction: code.fraction })), () => hoursPerDay);
    const counted = readAbsences(reader, from, addDays(from, 1), hoursPerDay).find((row) => row.studentId === studentId);
    expect([counted?.hours ?? 0, counted?.unexcused ?? 0].map((hours) => Math.round(hours * 100))).toEqual([excused + unexcused, unexcused].map((hours) => Math.round(hours * 100)));
  }), { numRuns: 150 });
});
