import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '#contract/index.ts';
import { plantClasses, plantStudent } from '../../../../tests/fixtures/classes.ts';
import { openTestCore, type TestCore } from '../../../../tests/fixtures/core.ts';
import { customField } from '../store/schema/index.ts';

let school: TestCore;
let at: ReturnType<typeof plantClasses>;
beforeAll(async () => {
  school = await openTestCore({ clock: () => Date.parse('2026-11-24T09:00:00Z') });
  at = plantClasses(school);
});
afterAll(() => school.close());

type Action = Input<'mass.run'>['action'];
let count = 0;
const number = () => `M${String((count += 1)).padStart(3, '0')}`;
const inB1 = () => plantStudent(school, number(), { yearId: at.yearId, division: 'Β1', sections: [at.maths1, at.history1] }).id;
const preview = (ids: string[], action: Action) => school.admin.call('mass.preview', { selection: { ids }, action });
const run = (ids: string[], action: Action, allowOver = true) => school.admin.job('mass.run', { selection: { ids }, action, allowOver });
const stayOf = async (id: string) => (await school.admin.call('students.get', { id })).enrolments[0];

describe('an action for many', () => {
  it('says for each student what would change, what is refused and why, and what is so already', async () => {
    const [moves, is, left] = [inB1(), plantStudent(school, number(), { yearId: at.yearId, division: 'Β2', sections: [] }).id, plantStudent(school, number()).id];
    const { counts, rows } = await preview([moves, is, left], { kind: 'move', date: '2026-11-23', division: 'Β2' });
    expect(counts).toEqual({ change: 1, nothing: 1, refused: 1 });
    expect(rows.map(({ fate, refusal }) => [fate, refusal])).toEqual([['change', null], ['nothing', null], ['refused', 'notEnrolledThen']]);
    expect(rows[0]).toMatchObject({ cells: [{ field: 'division', before: 'Β1', after: 'Β2' }], begins: 3, ends: 2 });
  });

  it('is one change set, which leaves out the refused, and one undo takes all of it back', async () => {
    const ids = [inB1(), inB1(), plantStudent(school, number()).id];
    const { counts, changeSetId } = await run(ids, { kind: 'withdraw', lastAttendedDate: '2026-11-20', exitCode: 'transferred', nextSchool: '2ο Λύκειο' });
    expect(counts).toEqual({ change: 2, nothing: 0, refused: 1 });
    expect(await stayOf(ids[0]!)).toMatchObject({ lastAttendedDate: '2026-11-20', nextSchool: '2ο Λύκειο' });
    expect(await school.admin.call('history.undo', { id: changeSetId ?? 0 })).toMatchObject({ undone: true });
    expect(await stayOf(ids[0]!)).toMatchObject({ lastAttendedDate: null, nextSchool: null });
    const { places } = await school.admin.call('places.ofStudent', { studentId: ids[1]! });
    expect(places.map(({ endDate }) => endDate)).toEqual([null, null]);
  });

  it('enrols in a division with its classes; who is there already is left alone', async () => {
    const ids = [plantStudent(school, number()).id, inB1()];
    const action: Action = { kind: 'enrol', yearId: at.yearId, level: 'Β', division: 'Β1', entryDate: '2026-11-16', entryCode: 'transfer' };
    expect((await preview(ids, action)).counts).toEqual({ change: 1, nothing: 1, refused: 0 });
    await run(ids, action);
    const { places } = await school.admin.call('places.ofStudent', { studentId: ids[0]! });
    expect(places.map(({ code, startDate }) => [code, startDate])).toEqual([['ΙΣΤ-Β1', '2026-11-16'], ['ΜΑΘ-Β1', '2026-11-16']]);
  });

  it('warns of what gets too full, and goes ahead only when told to', async () => {
    const ids = [inB1(), inB1(), inB1()];
    const action: Action = { kind: 'assign', sectionId: at.maths2, startDate: '2026-11-24' };
    expect((await preview(ids, action)).rows.map(({ refusal }) => refusal)).toEqual(['otherClassOfCourse', 'otherClassOfCourse', 'otherClassOfCourse']);
    const move: Action = { kind: 'move', date: '2026-11-24', division: 'Β2' };
    expect((await preview(ids, move)).crowded).toContainEqual({ what: 'section', name: 'ΜΑΘ-Β2', capacity: 2, would: 3 });
    await expect(run(ids, move, false)).rejects.toMatchObject({ failure: { messageKey: 'overCapacity' } });
    await run(ids, move);
    expect((await stayOf(ids[2]!))?.division).toBe('Β2');
  });

  it('works on all that a filter leaves', async () => {
    const action: Action = { kind: 'set', field: 'entryCode', value: 'continuing' };
    const selection = { filter: { status: 'enrolled' as const, division: 'Β1' } };
    const { total } = await school.admin.call('students.list', { filter: selection.filter });
    const { counts } = await school.admin.job('mass.run', { selection, action, allowOver: true });
    expect(counts.change).toBe(total);
    expect((await school.admin.call('mass.preview', { selection, action })).counts).toEqual({ change: 0, nothing: total, refused: 0 });
  });

  it('sets the level, and a field of the school\'s own when the value fits it', async () => {
    const ids = [inB1(), inB1()];
    await run(ids, { kind: 'set', field: 'level', value: 'Γ' });
    const { divisions } = await school.admin.call('enrolments.divisions', { studentId: ids[0]! });
    expect(divisions).toMatchObject([{ level: 'Γ', division: 'Β1', startDate: '2026-09-11', endDate: null }]);
    const fieldId = school.plant((db) => db.insert(customField, { labelEl: 'Λεωφορείο', labelEn: 'Bus', type: 'choice', options: JSON.stringify([{ value: 'a', labelEl: 'Α', labelEn: 'A' }]), required: false, fieldClass: 'ordinary', position: 0 }));
    expect((await school.admin.call('mass.fields', {})).fields).toMatchObject([{ id: fieldId, options: [{ value: 'a' }] }]);
    expect(await school.admin.answer('mass.preview', { selection: { ids }, action: { kind: 'setCustom', fieldId, value: 'z' } }))
      .toMatchObject({ error: { fields: [{ path: 'action.value', messageKey: 'invalidValue' }] } });
    expect((await run(ids, { kind: 'setCustom', fieldId, value: 'a' })).counts.change).toBe(2);
    expect((await preview(ids, { kind: 'setCustom', fieldId, value: 'a' })).counts.nothing).toBe(2);
  });
});
