import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { attendanceMark, postedGrade, term } from '../store/schema/index.ts';
import { openTestSection, teachSection, type TestSection } from './testing-section.ts';

let school: TestSection;
let place: { sectionId: string; termId: string };
let work: string;
beforeAll(async () => {
  school = await openTestSection(3);
  place = { sectionId: school.sectionId, termId: school.first };
  work = await school.assess();
  await school.enter(work, school.students[0] ?? '', 14.5);
  await school.enter(work, school.students[1] ?? '', 9);
});
afterAll(() => school.close());
beforeEach(() => school.plant((db) => {
  for (const { id } of db.all<{ id: string }>('SELECT id FROM posted_grade WHERE deletedAt IS NULL')) db.remove(postedGrade, id);
  db.update(term, school.first, { postingOpens: null, postingCloses: null, lockedAt: null });
}));

const preview = () => school.admin.call('grades.preview', place);
const rowOf = async (index: number) => (await preview()).rows.find(({ studentId }) => studentId === school.students[index])!;
const proposed = async (index: number) => {
  const { studentId, computed, proposed: value } = await rowOf(index);
  return { studentId, computed, value: value ?? 0 };
};
const held = async () => (await school.admin.call('gradebook.get', { sectionId: school.sectionId })).posted;

describe('posting a term', () => {
  it('shows what would be posted, and who has no data', async () => {
    const { posting, rows } = await preview();
    expect(posting).toBe('open');
    expect(rows.map(({ computed, proposed: value, posted }) => [computed, value, posted])).toEqual([[14.5, 14.5, null], [9, 9, null], [null, null, null]]);
  });

  it('writes each grade with its inputs, and never twice', async () => {
    const grades = [await proposed(0), await proposed(1)];
    expect(await school.admin.call('grades.post', { ...place, grades })).toEqual({ posted: 2 });
    expect(await held()).toHaveLength(2);
    const row = school.environment.reader.get<{ inputs: string; schemeVersion: number }>('SELECT inputs, schemeVersion FROM posted_grade WHERE studentId = ? AND deletedAt IS NULL', [grades[0]!.studentId]);
    expect(row?.schemeVersion).toBe(1);
    expect(JSON.parse(row?.inputs ?? '{}')).toMatchObject({ result: { value: 14.5 }, categories: [{ items: [{ value: 14.5, fate: 'counted' }] }, {}, {}] });
    expect(await school.admin.answer('grades.post', { ...place, grades })).toMatchObject({ ok: false, error: { messageKey: 'alreadyPosted' } });
  });

  it('takes a grade by hand with a reason only, and only one that the scale has', async () => {
    const grade = await proposed(0);
    const post = (more: object) => school.admin.answer('grades.post', { ...place, grades: [{ ...grade, ...more }] });
    expect(await post({ value: 16 })).toMatchObject({ ok: false, error: { fields: [{ path: 'grades.0.value', messageKey: 'overrideReason' }] } });
    expect(await post({ value: 16.05, reason: 'x' })).toMatchObject({ ok: false, error: { fields: [{ messageKey: 'notOnScale' }] } });
    expect(await post({ value: 16, reason: 'Προφορική εξέταση' })).toMatchObject({ ok: true });
    expect(await held()).toMatchObject([{ value: 16, isOverride: true }]);
  });

  it('posts nothing when a score has changed since the poster looked', async () => {
    const grade = await proposed(0);
    const rev = school.environment.reader.get<{ rev: number }>('SELECT rev FROM score WHERE studentId = ?', [grade.studentId])?.rev ?? 0;
    const cell = { assessmentId: work, studentId: grade.studentId, state: 'scored' as const };
    await school.admin.call('gradebook.saveScores', { ...place, cells: [{ ...cell, rev, value: 15 }] });
    expect(await school.admin.answer('grades.post', { ...place, grades: [grade] })).toMatchObject({ ok: false, error: { code: 'conflict', messageKey: 'gradesChanged' } });
    await school.admin.call('gradebook.saveScores', { ...place, cells: [{ ...cell, rev: rev + 1, value: 14.5 }] });
  });

  it('keeps to the window: a teacher is refused outside, the office posts with a reason, nobody once it is locked', async () => {
    const teacher = await school.as('teacher');
    school.plant((db) => { teachSection(db, school.sectionId, 'teacher1'); db.update(term, school.first, { postingOpens: '2026-12-01', postingCloses: '2026-12-10' }); });
    const grades = [await proposed(0)];
    expect(await teacher.answer('grades.post', { ...place, grades })).toMatchObject({ ok: false, error: { messageKey: 'postingClosed' } });
    expect(await teacher.answer('grades.postLate', { ...place, grades, reason: 'x' })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(await school.admin.answer('grades.postLate', { ...place, grades, reason: 'Μετεγγραφή' })).toMatchObject({ ok: true });
    school.plant((db) => db.update(term, school.first, { lockedAt: 1 }));
    expect(await school.admin.answer('grades.postLate', { ...place, grades: [await proposed(1)], reason: 'x' })).toMatchObject({ ok: false, error: { messageKey: 'termLocked' } });
  });

  it('takes off for unexcused absences on a line of its own', async () => {
    const scheme = await school.admin.call('schemes.get', { sectionId: school.sectionId });
    const { rev, categories } = scheme.schemes[0]!;
    await school.admin.call('schemes.save', { courseId: null, rev, scheme: { missingPolicy: 'zero', penaltyPerAbsence: 0.5, penaltyCap: 1, categories } });
    school.plant((db) => {
      const code = (name: string) => db.get<{ id: string }>('SELECT id FROM attendance_code WHERE code = ?', [name])?.id ?? '';
      for (const [date, name] of [['2026-10-01', 'AU'], ['2026-10-02', 'AU'], ['2026-10-05', 'AU'], ['2026-10-06', 'AE']] as const) {
        db.insert(attendanceMark, { studentId: school.students[0] ?? '', date, codeId: code(name), source: 'teacher' });
      }
    });
    expect(await rowOf(0)).toMatchObject({ computed: 14.5, absences: 3, penalty: 1, proposed: 13.5 });
    expect(await rowOf(1)).toMatchObject({ absences: 0, penalty: 0, proposed: 9 });
    await school.admin.call('grades.post', { ...place, grades: [await proposed(0)] });
    expect(await held()).toMatchObject([{ value: 13.5, isOverride: false }]);
  });
});

describe('a posted grade', () => {
  it('never changes, whatever is done to the scores or to the row', async () => {
    await school.admin.call('grades.post', { ...place, grades: [await proposed(1)] });
    const [grade] = await held();
    const rev = school.environment.reader.get<{ rev: number }>('SELECT rev FROM score WHERE studentId = ?', [grade!.studentId])?.rev ?? 0;
    await school.admin.call('gradebook.saveScores', { ...place, cells: [{ assessmentId: work, studentId: grade!.studentId, rev, state: 'scored', value: 20 }] });
    expect(await held()).toEqual([grade]);
    expect(() => school.plant((db) => db.update(postedGrade, grade!.id, { value: 20 }))).toThrow('does not change');
    await school.admin.call('gradebook.saveScores', { ...place, cells: [{ assessmentId: work, studentId: grade!.studentId, rev: rev + 1, state: 'scored', value: 9 }] });
  });

  it('is corrected by a new one with a reason; the old one stays and points to it', async () => {
    await school.admin.call('grades.post', { ...place, grades: [await proposed(1)] });
    const [grade] = await held();
    const correct = (value: number) => school.admin.answer('grades.correct', { id: grade!.id, value, reason: 'Αναβαθμολόγηση' });
    expect(await correct(grade!.value)).toMatchObject({ ok: false, error: { fields: [{ messageKey: 'sameGrade' }] } });
    expect(await correct(10.5)).toMatchObject({ ok: true });
    expect(await correct(11)).toMatchObject({ ok: false, error: { code: 'notFound' } });
    const { grades } = await school.admin.call('grades.history', { ...place, studentId: grade!.studentId });
    expect(grades.map(({ value, reason }) => [value, reason])).toEqual([[10.5, 'Αναβαθμολόγηση'], [9, null]]);
    expect(grades[1]).toMatchObject({ replacedById: grades[0]!.id, passed: false });
    expect(await held()).toMatchObject([{ value: 10.5, isCorrection: true }]);
    await school.admin.call('history.undoOwn', {});
    expect(await held()).toEqual([grade]);
  });

  it('is taken back by undoing the posting, unless a correction stands on it', async () => {
    await school.admin.call('grades.post', { ...place, grades: [await proposed(1)] });
    const posting = school.environment.reader.get<{ id: number }>('SELECT max(id) AS id FROM change_set')?.id ?? 0;
    const [grade] = await held();
    await school.admin.call('grades.correct', { id: grade!.id, value: 12, reason: 'x' });
    expect(await school.admin.call('history.undo', { id: posting })).toMatchObject({ undone: false, blockers: [{ entity: 'posted_grade' }] });
    await school.admin.call('history.undoOwn', {});
    expect(await school.admin.call('history.undo', { id: posting })).toMatchObject({ undone: true });
    expect(await held()).toEqual([]);
  });
});

describe('a term with terms under it', () => {
  it('gets the weighted mean of what is posted for them', async () => {
    const parent = school.plant((db) => {
      const id = db.insert(term, { yearId: school.yearId, type: 'year', nameEl: 'Έτος', nameEn: 'Year', startDate: '2026-09-11', endDate: '2027-06-15' });
      db.update(term, school.first, { parentId: id, weight: 1 });
      db.update(term, school.second, { parentId: id, weight: 3 });
      const scaleId = db.get<{ id: string }>('SELECT id FROM scale')?.id ?? '';
      const give = (termId: string, value: number) => db.insert(postedGrade, { sectionId: school.sectionId, termId, studentId: school.students[0] ?? '', scaleId, value });
      give(school.first, 12);
      give(school.second, 16);
      return id;
    });
    const book = await school.admin.call('gradebook.get', { sectionId: school.sectionId, termId: parent });
    expect(book.results[0]).toMatchObject({ value: 15, covered: 1 });
    expect(book.parts).toHaveLength(2);
    expect(book.terms.find(({ id }) => id === parent)).toMatchObject({ hasParts: true });
    const why = await school.admin.call('gradebook.why', { sectionId: school.sectionId, termId: parent, studentId: school.students[0] ?? '' });
    expect(why.parts.map(({ value, share }) => [value, share])).toEqual([[12, 0.25], [16, 0.75]]);
  });
});
