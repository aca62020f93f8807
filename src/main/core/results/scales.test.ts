import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { course } from '../store/schema/index.ts';
import { openTestClass, type TestClass } from './testing-class.ts';

let one: TestClass;
beforeAll(async () => { one = await openTestClass(2); });
afterAll(() => one.school.close());

const scales = async () => (await one.school.admin.call('scales.list', {})).scales;
const find = async (kind: string) => (await scales()).find((scale) => scale.kind === kind)!;

describe('the scales of a school', () => {
  it('are six from the first day, the Greek one first', async () => {
    expect((await scales()).map(({ kind }) => kind)).toEqual(['greek20', 'greek10', 'percent', 'letter', 'gpa', 'ects']);
  });

  it('are changed in place while nothing stands in them, bands included', async () => {
    const scale = await find('percent');
    const bands = [...scale.bands.slice(0, 2), { ...scale.bands[4]!, threshold: 80 }];
    expect(await one.school.admin.call('scales.save', { id: scale.id, rev: scale.rev, scale: { ...scale, bands } })).toMatchObject({ id: scale.id, isNewVersion: false });
    expect((await find('percent')).bands.map(({ threshold }) => threshold)).toEqual([0, 50, 80]);
    expect(await one.school.admin.answer('scales.save', { id: scale.id, rev: scale.rev, scale })).toMatchObject({ ok: false, error: { code: 'conflict' } });
    await one.school.admin.call('history.undoOwn', {});
    expect((await find('percent')).bands).toHaveLength(5);
  });

  it('become a new version once grades stand in them: those keep their words, courses go over, one undo brings it back', async () => {
    const posted = one.post(0, 0, 0, 9.7);
    one.school.plant((db) => { db.update(course, one.courses[0]!, { scaleId: one.scaleId }); });
    const scale = await find('greek20');
    const answer = await one.school.admin.call('scales.save', { id: scale.id, rev: scale.rev, scale: { ...scale, passMark: 10, bands: scale.bands.map((band, i) => (i === 2 ? { ...band, threshold: 10 } : band)) } });
    expect(answer.isNewVersion).toBe(true);
    const now = await find('greek20');
    expect(now).toMatchObject({ id: answer.id, passMark: 10, courses: 1, isUsed: false, earlier: [{ id: scale.id, passMark: 9.5 }] });
    expect((await one.school.admin.call('results.why', { id: posted })).mark).toMatchObject({ labelEl: 'Σχεδόν Καλώς', passes: true });
    expect(await one.school.admin.answer('scales.save', { id: scale.id, rev: scale.rev + 1, scale })).toMatchObject({ ok: false, error: { messageKey: 'scaleReplaced' } });
    await one.school.admin.call('history.undoOwn', {});
    expect(await find('greek20')).toMatchObject({ id: scale.id, validTo: null, courses: 1, earlier: [] });
  });

  it('keep their meaning under another name', async () => {
    const scale = await find('greek20');
    expect(await one.school.admin.call('scales.save', { id: scale.id, rev: scale.rev, scale: { ...scale, nameEn: 'Twenty points' } })).toMatchObject({ id: scale.id, isNewVersion: false });
  });

  it('are refused with the field that is wrong', async () => {
    const scale = await find('letter');
    const answer = await one.school.admin.answer('scales.save', { scale: { ...scale, bands: [{ ...scale.bands[0]!, threshold: 5 }, ...scale.bands.slice(1)] } });
    expect(answer).toMatchObject({ ok: false, error: { fields: [{ path: 'scale.bands.0.threshold', messageKey: 'firstBandAtMin' }] } });
  });

  it('are removed only when nothing uses them, and come back with their bands', async () => {
    const used = await find('greek20');
    expect(await one.school.admin.answer('scales.remove', { id: used.id, rev: used.rev })).toMatchObject({ ok: false, error: { messageKey: 'scaleInUse' } });
    const scale = await find('ects');
    await one.school.admin.call('scales.remove', { id: scale.id, rev: scale.rev });
    expect(await find('ects')).toBeUndefined();
    await one.school.admin.call('history.undoOwn', {});
    expect((await find('ects')).bands).toHaveLength(7);
  });
});

it('the chart of marks and the list behind it stay right when marks stand in two scales', async () => {
  const letters = await find('letter');
  one.post(1, 1, 0, 95, { scaleId: letters.id });
  const { bands } = await one.school.admin.call('insight.marksByBand', {});
  const listed = async (id: string) => (await one.school.admin.call('students.list', { filter: { status: 'all', markBand: id } })).rows.map((row) => row.id);
  expect(bands.filter(({ marks }) => marks > 0).map(({ labelEl, marks }) => [labelEl, marks])).toEqual([['Σχεδόν Καλώς', 1], ['A', 1]]);
  for (const band of bands) expect(await listed(band.id)).toHaveLength(band.marks);
  expect(await listed(bands.find(({ labelEl }) => labelEl === 'A')!.id)).toEqual([one.students[1]]);
});

it('once a later term is posted, the list behind the chart is of that term, also for who has no mark of it', async () => {
  one.post(1, 0, 0, 9.7);
  one.post(0, 0, 1, 19);
  const { bands } = await one.school.admin.call('insight.marksByBand', {});
  expect(bands.filter(({ marks }) => marks > 0).map(({ labelEl }) => labelEl)).toEqual(['Άριστα']);
  for (const band of bands) {
    expect((await one.school.admin.call('students.list', { filter: { status: 'all', markBand: band.id } })).rows).toHaveLength(band.marks);
  }
});
