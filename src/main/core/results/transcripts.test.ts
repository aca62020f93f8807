import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { academicYear, course } from '../store/schema/index.ts';
import { openTestClass, type TestClass } from './testing-class.ts';

let one: TestClass;
let target: { yearId: string };
beforeAll(async () => {
  one = await openTestClass(3);
  target = { yearId: one.yearId };
  for (const termIndex of [0, 1]) for (const student of [0, 1, 2]) for (const index of [0, 1, 2]) if (student < 2 || index < 2) one.post(student, index, termIndex, 14 + student + termIndex);
});
afterAll(() => one.school.close());

const write = (more: object = {}) => one.school.admin.job('transcripts.write', { ...target, ...more });
const linesOf = async (student: number) => (await one.school.admin.call('transcripts.list', { studentId: one.students[student]! })).lines;

describe('writing the transcripts of a year', () => {
  it('is refused while the year is running', async () => {
    expect(await one.school.admin.call('transcripts.preview', target)).toMatchObject({ hasEnded: false, newLines: 8 });
    await expect(write()).rejects.toMatchObject({ failure: { code: 'refused', messageKey: 'yearNotOver' } });
  });

  it('says first what it would do, and who lacks a grade', async () => {
    one.school.plant((db) => { db.update(academicYear, one.yearId, { status: 'closed' }); });
    expect(await one.school.admin.call('transcripts.preview', target)).toMatchObject({
      hasEnded: true, students: 3, newLines: 8, sameLines: 0, correctedLines: 0, incomplete: 1, missing: [{ studentId: one.students[2], courses: 1 }],
    });
  });

  it('copies title, credits, grade and words, and a second time adds nothing', async () => {
    expect(await write()).toMatchObject({ newLines: 8 });
    expect(await linesOf(0)).toHaveLength(3);
    expect((await linesOf(0))[0]).toMatchObject({ titleEl: 'Μάθημα ΑΛΓ', credits: 1, value: 14.5, gradeEl: 'Καλώς', gradeEn: 'Good', passed: true, yearLabel: '2026-27', level: 'Β', isExternal: false });
    expect(await write()).toMatchObject({ newLines: 0, sameLines: 8 });
    expect(await linesOf(0)).toHaveLength(3);
  });

  it('is not changed by another title of the course, nor by other bands of the scale', async () => {
    const before = await linesOf(0);
    one.school.plant((db) => { db.update(course, one.courses[0]!, { nameEl: 'Άλλος τίτλος', credits: 9 }); });
    const scale = (await one.school.admin.call('scales.list', {})).scales.find(({ id }) => id === one.scaleId)!;
    await one.school.admin.call('scales.save', { id: scale.id, rev: scale.rev, scale: { ...scale, bands: scale.bands.map((band) => ({ ...band, labelEl: `${band.labelEl}!` })) } });
    await write();
    expect(await linesOf(0)).toEqual(before);
  });

  it('brings a corrected grade into its line only when asked, with a reason', async () => {
    const old = one.school.environment.reader.get<{ id: string }>('SELECT id FROM posted_grade WHERE studentId = ? AND sectionId = ? AND termId = ?', [one.students[0]!, one.sections[0]!, one.terms[1]])!.id;
    one.school.plant((db) => { db.update(academicYear, one.yearId, { status: 'open', endDate: '2026-10-01' }); });
    one.correct(old, one.post(0, 0, 1, 20, { reason: 'Αναβαθμολόγηση' }));
    expect(await write()).toMatchObject({ correctedLines: 1 });
    expect((await linesOf(0))[0]?.value).toBe(14.5);
    await expect(write({ correct: true })).rejects.toMatchObject({ failure: { fields: [{ path: 'reason', messageKey: 'reasonNeeded' }] } });
    await write({ correct: true, reason: 'Αναβαθμολόγηση' });
    expect((await linesOf(0))[0]).toMatchObject({ value: 17, gradeEl: 'Λίαν Καλώς', titleEl: 'Μάθημα ΑΛΓ', credits: 1 });
  });

  it('is taken back by one undo', async () => {
    one.post(2, 2, 0, 12);
    one.post(2, 2, 1, 13);
    expect(await write()).toMatchObject({ newLines: 1 });
    expect(await linesOf(2)).toHaveLength(3);
    await one.school.admin.call('history.undoOwn', {});
    expect(await linesOf(2)).toHaveLength(2);
  });
});

describe('transferred work', () => {
  const line = { schoolName: '2ο Λύκειο', yearLabel: '2024-25', titleEl: 'Άλγεβρα', titleEn: 'Algebra', gradeEl: 'Άριστα', gradeEn: 'Excellent', passed: true, value: 19.2 };
  it('is added, changed with its rev, removed and brought back', async () => {
    const studentId = one.students[1]!;
    const { id, rev } = await one.school.admin.call('transcripts.save', { studentId, line });
    expect((await linesOf(1))[0]).toMatchObject({ isExternal: true, schoolName: '2ο Λύκειο', value: 19.2 });
    const next = await one.school.admin.call('transcripts.save', { studentId, id, rev, line: { ...line, credits: 3 } });
    expect(await one.school.admin.answer('transcripts.save', { studentId, id, rev, line })).toMatchObject({ ok: false, error: { code: 'conflict' } });
    await one.school.admin.call('transcripts.remove', { id, rev: next.rev });
    expect((await linesOf(1)).some((other) => other.id === id)).toBe(false);
    await one.school.admin.call('history.undoOwn', {});
    expect((await linesOf(1)).find((other) => other.id === id)?.credits).toBe(3);
  });

  it("never touches the school's own lines, nor another student's", async () => {
    const own = (await linesOf(0))[0]!;
    expect(await one.school.admin.answer('transcripts.save', { studentId: one.students[0]!, id: own.id, rev: own.rev, line })).toMatchObject({ ok: false, error: { messageKey: 'lineIsOwn' } });
    expect(await one.school.admin.answer('transcripts.remove', { id: own.id, rev: own.rev })).toMatchObject({ ok: false, error: { messageKey: 'lineIsOwn' } });
    expect(await one.school.admin.answer('transcripts.save', { studentId: one.students[1]!, id: own.id, rev: own.rev, line })).toMatchObject({ ok: false, error: { code: 'notFound' } });
  });

  it('names the field of what is missing', async () => {
    expect(await one.school.admin.answer('transcripts.save', { studentId: one.students[1]!, line: { ...line, titleEl: ' ' } })).toMatchObject({ ok: false, error: { fields: [{ path: 'line.titleEl', messageKey: 'required' }] } });
  });
});
