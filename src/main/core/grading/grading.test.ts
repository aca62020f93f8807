import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { academicYear, sectionEnrolment } from '../store/schema/index.ts';
import { openTestSection, teachSection, type TestSection } from './testing-section.ts';

let school: TestSection;
let place: { sectionId: string; termId: string };
beforeAll(async () => {
  school = await openTestSection();
  place = { sectionId: school.sectionId, termId: school.first };
});
afterAll(() => school.close());

const book = () => school.admin.call('gradebook.get', { sectionId: school.sectionId });
const resultOf = async (studentId: string | undefined) => (await book()).results.find((one) => one.studentId === studentId);
const scoreOf = async (assessmentId: string, studentId: string | undefined) =>
  (await book()).scores.find((one) => one.assessmentId === assessmentId && one.studentId === studentId);

describe('the gradebook', () => {
  it('opens on the term of today, with the section, the students by name and the school\'s categories', async () => {
    const { termId, students, scheme, section } = await book();
    expect(termId).toBe(school.first);
    expect(students.map(({ familyEl }) => familyEl)).toEqual(['Οικογένεια00', 'Οικογένεια01', 'Οικογένεια02']);
    expect(scheme).toMatchObject({ level: 'school', version: 1, missingPolicy: 'zero' });
    expect(scheme.categories.map(({ weight }) => weight)).toEqual([50, 30, 20]);
    expect(section).toMatchObject({ courseEl: 'Άλγεβρα', isClosed: false });
  });

  it('finds sections by course, code and division, accents or not, the teacher\'s own first', async () => {
    const find = async (text: string) => (await school.admin.call('gradebook.sections', { text })).rows.map(({ code }) => code);
    expect(await find('αλγεβρα β1')).toEqual(['ΑΛΓ-Β1']);
    expect(await find('χημεία')).toEqual([]);
    const teacher = await school.as('teacher');
    expect((await teacher.call('gradebook.sections', {})).total).toBe(0);
    school.plant((db) => teachSection(db, school.sectionId, 'teacher1'));
    expect((await teacher.call('gradebook.sections', {})).rows).toMatchObject([{ isOwn: true }]);
    expect((await teacher.call('gradebook.get', { sectionId: school.sectionId })).students).toHaveLength(3);
  });

  it('keeps a cell, and says at once what "so far" has become and how much of the grade that is', async () => {
    const [studentId = ''] = school.students;
    const assessmentId = await school.assess();
    const { revs, results } = await school.admin.call('gradebook.saveScores', { ...place, cells: [{ assessmentId, studentId, rev: 0, state: 'scored', value: 15.5, comment: 'Ωραία' }] });
    expect(revs).toEqual([1]);
    expect(results).toEqual([{ studentId, percent: 0.775, value: 15.5, covered: 0.5 }]);
    expect(await scoreOf(assessmentId, studentId)).toMatchObject({ rev: 1, value: 15.5, comment: 'Ωραία' });
  });

  it('takes a block as one change set, which one undo takes back', async () => {
    const [a, b] = [await school.assess(), await school.assess({ categoryId: school.categories.homework, maxScore: 10 })];
    const before = (await book()).scores.length;
    const cells = school.students.flatMap((studentId) => [a, b].map((assessmentId) => ({ assessmentId, studentId, rev: 0, state: 'scored' as const, value: 9 })));
    await school.admin.call('gradebook.saveScores', { ...place, cells });
    expect((await book()).scores).toHaveLength(before + 6);
    expect(await school.admin.call('history.undoOwn', {})).toMatchObject({ undone: true, procedure: 'gradebook.saveScores' });
    expect((await book()).scores).toHaveLength(before);
  });

  it('refuses a cell that somebody has changed since, names it, and writes none of the others', async () => {
    const assessmentId = await school.assess();
    const [first = '', second = ''] = school.students;
    await school.enter(assessmentId, first, 12);
    const stale = await school.admin.answer('gradebook.saveScores', {
      ...place, cells: [{ assessmentId, studentId: second, rev: 0, state: 'scored', value: 18 }, { assessmentId, studentId: first, rev: 0, state: 'scored', value: 13 }],
    });
    expect(stale).toMatchObject({ ok: false, error: { code: 'conflict', fields: [{ path: 'cells.1', messageKey: 'scoreChanged' }] } });
    expect(await scoreOf(assessmentId, second)).toBeUndefined();
    expect(await scoreOf(assessmentId, first)).toMatchObject({ value: 12 });
  });

  it('empties a cell and takes a new value into it, without the old comment', async () => {
    const assessmentId = await school.assess();
    const [studentId = ''] = school.students;
    const save = (rev: number, more: object) => school.admin.call('gradebook.saveScores', { ...place, cells: [{ assessmentId, studentId, rev, state: 'scored' as const, value: 11, ...more }] });
    await save(0, { comment: 'x' });
    expect((await save(1, { state: null, value: null })).revs).toEqual([0]);
    expect(await scoreOf(assessmentId, studentId)).toBeUndefined();
    await save(0, { value: 14 });
    expect(await scoreOf(assessmentId, studentId)).toMatchObject({ value: 14, comment: null });
  });

  it.each([
    [{ state: 'scored' as const, value: 20.5 }, 'valueOverMax'], [{ state: 'missing' as const, value: 3 }, 'valueWithoutScore'],
    [{ state: 'late' as const, value: null }, 'valueMissing'], [{ state: 'scored' as const, value: 1.234 }, 'decimals'],
  ])('refuses %j with %s', async (cell, messageKey) => {
    const assessmentId = await school.assess();
    const answer = await school.admin.answer('gradebook.saveScores', { ...place, cells: [{ assessmentId, studentId: school.students[0] ?? '', rev: 0, ...cell }] });
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalidInput', fields: [{ path: 'cells.0', messageKey }] } });
  });

  it('knows who came and went within the term, and keeps what they did', async () => {
    const [, , third = ''] = school.students;
    const row = school.environment.reader.get<{ id: string }>('SELECT id FROM section_enrolment WHERE studentId = ?', [third]);
    school.plant((db) => db.update(sectionEnrolment, row?.id ?? '', { startDate: '2026-09-21', endDate: '2026-11-02' }));
    expect((await book()).students.at(-1)).toMatchObject({ id: third, enteredOn: '2026-09-21', leftOn: '2026-11-02' });
    const later = await school.admin.call('gradebook.get', { sectionId: school.sectionId, termId: school.second });
    expect(later.students).toHaveLength(2);
    const answer = await school.admin.answer('gradebook.saveScores', {
      sectionId: school.sectionId, termId: school.second, cells: [{ assessmentId: await school.assess({ termId: school.second, dueDate: '2027-02-02' }), studentId: third, rev: 0, state: 'scored', value: 5 }],
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'notFound' } });
  });

  it('says why: each item with its fate, and the weights that were left', async () => {
    const { categories, result, scheme } = await school.admin.call('gradebook.why', { ...place, studentId: school.students[0] ?? '' });
    expect(result).toEqual(await resultOf(school.students[0]));
    expect(scheme.version).toBe(1);
    expect(categories.map(({ share }) => share)).toEqual([1, null, null]);
    expect(categories[0]?.items.map(({ fate }) => fate)).toContain('counted');
  });
});

describe('assessments', () => {
  it('belong into their term and a category, and never below a score that was given', async () => {
    const save = (more: object, id: string | null = null, rev: number | null = null) => school.admin.answer('assessments.save', {
      sectionId: school.sectionId, id, rev, assessment: { termId: school.first, categoryId: school.categories.tests, title: 'Τεστ', maxScore: 20, weight: 1, dueDate: '2026-10-06', ...more },
    });
    expect(await save({ dueDate: '2027-03-01' })).toMatchObject({ ok: false, error: { fields: [{ path: 'assessment.dueDate', messageKey: 'outsideTerm' }] } });
    expect(await save({ categoryId: null })).toMatchObject({ ok: false, error: { fields: [{ path: 'assessment.categoryId' }] } });
    const id = await school.assess();
    await school.enter(id, school.students[0] ?? '', 17);
    expect(await save({ maxScore: 10 }, id, 1)).toMatchObject({ ok: false, error: { fields: [{ path: 'assessment.maxScore', messageKey: 'scoreAboveMax' }] } });
    expect(await save({ maxScore: 18, title: 'Νέο' }, id, 1)).toMatchObject({ ok: true, value: { rev: 2 } });
    expect(await save({ title: 'Άλλο' }, id, 1)).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  it('say what goes with them, and come back with all of it', async () => {
    const id = await school.assess();
    await school.enter(id, school.students[0] ?? '', 17);
    expect(await school.admin.call('assessments.dependents', { id })).toEqual({ dependents: [{ entity: 'score', count: 1 }] });
    await school.admin.call('assessments.remove', { id, rev: 1 });
    expect((await book()).assessments.some((one) => one.id === id)).toBe(false);
    await school.admin.call('history.undoOwn', {});
    expect(await scoreOf(id, school.students[0])).toMatchObject({ value: 17 });
  });

  it('are published and taken back', async () => {
    const id = await school.assess();
    await school.admin.call('assessments.publish', { id, rev: 1, published: true });
    expect((await book()).assessments.find((one) => one.id === id)?.publishedAt).not.toBeNull();
  });
});

describe('schemes', () => {
  const rules = async () => (await book()).scheme;
  it('of a section come before those of its course, those before the school\'s; assessments follow their category', async () => {
    const { categories } = await rules();
    const scheme = { missingPolicy: 'drop' as const, categories: categories.map((one) => ({ ...one, weight: one.weight + 1 })) };
    await school.admin.call('schemes.save', { courseId: school.courseId, rev: null, scheme });
    expect(await rules()).toMatchObject({ level: 'course', missingPolicy: 'drop' });
    const course = await rules();
    expect((await book()).assessments.every(({ categoryId }) => course.categories.some(({ id }) => id === categoryId))).toBe(true);
    await school.admin.call('schemes.saveForSection', { sectionId: school.sectionId, rev: null, scheme: { ...scheme, categories: course.categories.map((one) => ({ ...one, weight: 10 })) } });
    expect((await rules()).categories.map(({ weight }) => weight)).toEqual([10, 10, 10]);
    await school.admin.call('schemes.removeForSection', { sectionId: school.sectionId, rev: 1 });
    expect((await rules()).level).toBe('course');
    const { schemes } = await school.admin.call('schemes.get', { sectionId: school.sectionId });
    expect(schemes.map(({ level }) => level)).toEqual(['course', 'school']);
  });

  it('keep a category that work stands in, and are edited by whoever saw the last state', async () => {
    const { schemes: [course] } = await school.admin.call('schemes.get', { sectionId: school.sectionId });
    const scheme = { missingPolicy: 'zero' as const, categories: course!.categories.slice(1) };
    expect(await school.admin.answer('schemes.save', { courseId: school.courseId, rev: course!.rev, scheme })).toMatchObject({ ok: false, error: { messageKey: 'categoryInUse' } });
    expect(await school.admin.answer('schemes.save', { courseId: school.courseId, rev: 99, scheme })).toMatchObject({ ok: false, error: { code: 'conflict' } });
    const kept = { ...scheme, categories: course!.categories };
    const first = await school.admin.call('schemes.save', { courseId: school.courseId, rev: course!.rev, scheme: kept });
    expect(first).toMatchObject({ version: 1, rev: course!.rev + 1 });
  });

  it('change in place before something was posted by them, and get a new version after', async () => {
    const { schemes: [course] } = await school.admin.call('schemes.get', { sectionId: school.sectionId });
    const [studentId = ''] = school.students;
    const row = (await school.admin.call('grades.preview', place)).rows.find((one) => one.studentId === studentId);
    await school.admin.call('grades.post', { ...place, grades: [{ studentId, computed: row!.computed, value: row!.proposed! }] });
    const scheme = { missingPolicy: 'zero' as const, categories: course!.categories.map((one) => ({ ...one, dropLowest: 1 })) };
    expect(await school.admin.call('schemes.save', { courseId: school.courseId, rev: course!.rev, scheme })).toMatchObject({ version: 2, rev: 1 });
    const after = await book();
    expect(after.scheme).toMatchObject({ version: 2, level: 'course' });
    expect(after.assessments.every(({ categoryId }) => after.scheme.categories.some(({ id }) => id === categoryId))).toBe(true);
    expect(await school.admin.call('grades.history', { ...place, studentId })).toMatchObject({ grades: [{ schemeVersion: 1, value: row!.proposed }] });
  });
});

describe('a closed year', () => {
  it('takes a score with a reason only', async () => {
    const assessmentId = await school.assess();
    const status = (value: 'open' | 'closed') => school.plant((db) => db.update(academicYear, school.yearId, { status: value }));
    status('closed');
    const cells = [{ assessmentId, studentId: school.students[0] ?? '', rev: 0, state: 'scored' as const, value: 10 }];
    expect(await school.admin.answer('gradebook.saveScores', { ...place, cells })).toMatchObject({ ok: false, error: { messageKey: 'yearClosed' } });
    expect(await school.admin.answer('gradebook.saveScores', { ...place, cells, reason: 'Λάθος στην καταχώριση' })).toMatchObject({ ok: true });
    status('open');
  });
});
