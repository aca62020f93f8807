import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { academicYear, sectionEnrolment, term } from '../store/schema/index.ts';
import { openTestClass, type TestClass } from './testing-class.ts';

let one: TestClass;
beforeAll(async () => {
  one = await openTestClass();
  const firstTerm = [[18, 19, 20], [15, 15, 15], [15, 15, 15], [9, 12, 9.4], [20, 19]];
  firstTerm.forEach((grades, student) => grades.forEach((value, index) => one.post(student, index, 0, value)));
});
afterAll(() => one.school.close());

const division = (termId: string | null = one.terms[0]) => one.school.admin.call('results.division', { yearId: one.yearId, termId, level: 'Β', division: 'Β1' });
const rowOf = async (student: number, termId?: string | null) => (await division(termId)).rows.find(({ id }) => id === one.students[student]);

describe('the results of a class', () => {
  it('are students by courses in the order of names, with each grade in the words of its scale', async () => {
    const { rows, courses } = await division();
    expect(rows.map(({ id }) => id)).toEqual(one.students);
    expect(courses.map(({ code }) => code).toSorted()).toEqual(['ΑΛΓ', 'ΙΣΤ', 'ΦΥΣ']);
    expect((await rowOf(3))?.cells.find(({ courseId }) => courseId === one.courses[2])?.mark).toMatchObject({ value: 9.4, labelEl: 'Ανεπαρκώς', passes: false, gradePoints: 0 });
  });

  it('have the mean of the courses, the mean by credits, and the GPA of band points by credits', async () => {
    expect((await rowOf(0))?.summary).toMatchObject({ mean: 19, weightedMean: 19.3, gpa: 3.83, failing: 0, passed: 3, missing: 0, meanPasses: true });
    expect((await rowOf(3))?.summary).toMatchObject({ mean: 10.1, failing: 2, passed: 1 });
  });

  it('rank by the mean with ties and say among how many; what is not posted is missing, not zero', async () => {
    const { rows } = await division();
    expect(rows.map(({ summary }) => summary.rank)).toEqual([{ place: 2, of: 5 }, { place: 3, of: 5 }, { place: 3, of: 5 }, { place: 5, of: 5 }, { place: 1, of: 5 }]);
    expect((await rowOf(4))?.summary).toMatchObject({ missing: 1, mean: 19.5 });
    expect((await rowOf(4))?.cells.find(({ mark }) => mark === null)).toMatchObject({ courseId: one.courses[2], gap: 'notPosted' });
  });

  it('honour by the rules of the school, nobody whose grades are incomplete', async () => {
    expect((await rowOf(0))?.summary.honour).toEqual({ labelEl: 'Αριστείο', labelEn: 'Distinction' });
    expect((await rowOf(4))?.summary.honour).toBeNull();
    expect((await division()).counts).toEqual({ all: 5, failing: 1, honour: 1, incomplete: 1 });
  });

  it('leave grades that a correction replaced out, and show both to who looks at the student', async () => {
    const old = one.post(1, 0, 1, 14);
    one.correct(old, one.post(1, 0, 1, 16, { reason: 'Λάθος άθροιση' }));
    const cell = (await rowOf(1, one.terms[1]))?.cells.find(({ courseId }) => courseId === one.courses[0]);
    expect(cell?.mark?.value).toBe(16);
    const { years: [year] } = await one.school.admin.call('results.student', { studentId: one.students[1]! });
    const line = year?.courses.find(({ course }) => course.id === one.courses[0]);
    expect(line?.grades.find(({ termId }) => termId === one.terms[1])).toMatchObject({ mark: { value: 16 }, isCorrection: true, replaced: [{ mark: { value: 14 }, reason: 'Λάθος άθροιση' }] });
  });

  it("give the year's grade from the terms, and wait while one is missing", async () => {
    expect((await rowOf(1, null))?.cells.find(({ courseId }) => courseId === one.courses[0])?.mark?.value).toBe(15.5);
    expect((await rowOf(1, null))?.cells.find(({ courseId }) => courseId === one.courses[1])).toMatchObject({ mark: null, gap: 'notPosted' });
    expect((await rowOf(1, null))?.summary.yearPassed).toBeNull();
  });

  it('weigh the terms as the school set them', async () => {
    one.school.plant((db) => { db.update(term, one.terms[1], { weight: 3 }); });
    expect((await rowOf(1, null))?.cells.find(({ courseId }) => courseId === one.courses[0])?.mark?.value).toBe(15.8);
    one.school.plant((db) => { db.update(term, one.terms[1], { weight: 1 }); });
  });

  it('never mix scales of two kinds silently', async () => {
    const percent = one.school.environment.reader.get<{ id: string }>(`SELECT id FROM scale WHERE kind = 'percent'`)?.id ?? '';
    one.post(2, 0, 1, 80, { scaleId: percent });
    one.post(2, 1, 1, 15);
    expect((await rowOf(2, one.terms[1]))?.summary).toMatchObject({ mean: null, weightedMean: null, meanGap: 'mixedScales', gpa: 2.33 });
    expect((await rowOf(2, null))?.cells.find(({ courseId }) => courseId === one.courses[0])).toMatchObject({ mark: null, gap: 'mixedScales' });
  });
});

describe('the results of a level', () => {
  const level = (more: object) => one.school.admin.call('results.level', { yearId: one.yearId, termId: one.terms[0], level: 'Β', ...more });
  it('come by pages in any order, with who has no value last', async () => {
    const page = await level({ order: { by: 'mean', descending: true }, limit: 2 });
    expect(page).toMatchObject({ total: 5, counts: { all: 5, failing: 1 } });
    expect(page.rows.map(({ id }) => id)).toEqual([one.students[4], one.students[0]]);
    expect((await level({ order: { by: 'mean', descending: true }, limit: 2, offset: 4 })).rows.map(({ id }) => id)).toEqual([one.students[3]]);
  });
  it('narrow to failing, honoured and incomplete students', async () => {
    expect((await level({ only: 'failing' })).rows.map(({ id }) => id)).toEqual([one.students[3]]);
    expect((await level({ only: 'incomplete' })).rows.map(({ id }) => id)).toEqual([one.students[4]]);
    expect((await level({ only: 'honour' })).total).toBe(1);
  });
});

it('which sections have not posted is one question away', async () => {
  const { sections } = await one.school.admin.call('results.missing', { yearId: one.yearId, termId: one.terms[0] });
  expect(sections).toMatchObject([{ code: 'Σ2', students: 5, posted: 4 }]);
});

it('why a grade is what it is opens what was stored with it', async () => {
  const id = one.post(0, 1, 1, 17, { inputs: JSON.stringify({ categories: [] }) });
  expect(await one.school.admin.call('results.why', { id })).toMatchObject({ mark: { value: 17 }, passMark: 9.5, courseEl: 'Μάθημα ΦΥΣ', inputs: { categories: [] }, isOverride: false });
});

describe('rules of the school', () => {
  it('change what ranks, refuse what somebody changed meanwhile, and are undone', async () => {
    const { rules, rev } = await one.school.admin.call('results.rules', {});
    expect(rev).toBe(0);
    await one.school.admin.call('results.saveRules', { rev, rules: { ...rules, mean: 'credits', showRank: false } });
    expect((await rowOf(0))?.summary.rank).toBeNull();
    expect(await one.school.admin.answer('results.saveRules', { rev, rules })).toMatchObject({ ok: false, error: { code: 'conflict' } });
    await one.school.admin.call('history.undoOwn', {});
    expect((await rowOf(0))?.summary.rank).toEqual({ place: 2, of: 5 });
  });
});

it('who had left before the end of the term is not missing a grade', async () => {
  const stay = (await one.school.admin.call('students.get', { id: one.students[4]! })).enrolments[0]!;
  one.school.plant((db) => {
    for (const { id } of db.all<{ id: string }>('SELECT id FROM section_enrolment WHERE studentId = ?', [one.students[4]!])) db.update(sectionEnrolment, id, { endDate: '2026-10-10' });
  });
  await one.school.admin.call('enrolments.save', {
    studentId: one.students[4]!, id: stay.id, rev: stay.rev, enrolment: { level: 'Β', division: 'Β1', yearId: one.yearId, entryDate: '2026-09-11', lastAttendedDate: '2026-10-10' },
  });
  expect((await rowOf(4))?.summary.missing).toBe(0);
  expect(await rowOf(4, one.terms[1])).toBeUndefined();
});

it('a closed year is read as before', async () => {
  one.school.plant((db) => { db.update(academicYear, one.yearId, { status: 'closed' }); });
  expect((await division()).rows).toHaveLength(5);
});
