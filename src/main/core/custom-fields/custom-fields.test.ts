import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestCore, studentForm, type Caller, type TestCore } from '../../../../tests/fixtures/core.ts';
import { readValue } from './rules-value.ts';

let school: TestCore;
let admin: Caller;
let studentId: string;
beforeAll(async () => {
  school = await openTestCore();
  ({ admin } = school);
  studentId = (await admin.call('students.create', { details: studentForm() })).id;
});
afterAll(() => school.close());

const bus = { value: 'north', labelEl: 'Βόρεια', labelEn: 'North' };
const valuesOf = async (caller = admin) => (await caller.call('customFields.values', { studentId })).values;

describe("the school's own fields", () => {
  it('are defined in both languages, filled in and taken back', async () => {
    const { id: fieldId } = await admin.call('customFields.save', { field: { labelEl: 'Γραμμή λεωφορείου', labelEn: 'Bus line', type: 'choice', options: [bus] } });
    await admin.call('customFields.saveValues', { studentId, values: [{ fieldId, value: 'north' }] });
    expect(await valuesOf()).toMatchObject([{ field: { id: fieldId, labelEn: 'Bus line', options: [bus] }, value: 'north', rev: 1 }]);
    expect(await admin.answer('customFields.saveValues', { studentId, values: [{ fieldId, value: 'south', rev: 1 }] }))
      .toMatchObject({ error: { fields: [{ path: 'values.0.value', messageKey: 'invalidValue' }] } });
    expect(await admin.answer('customFields.saveValues', { studentId, values: [{ fieldId, value: 'north' }] })).toMatchObject({ error: { code: 'conflict' } });
    expect(await admin.answer('customFields.save', { id: fieldId, rev: 1, field: { labelEl: 'Γ', labelEn: 'B', type: 'choice', options: [{ ...bus, value: 'south' }] } }))
      .toMatchObject({ error: { fields: [{ messageKey: 'optionInUse' }] } });
    expect(await admin.answer('customFields.save', { id: fieldId, rev: 1, field: { labelEl: 'Γ', labelEn: 'B', type: 'text' } })).toMatchObject({ error: { fields: [{ messageKey: 'fieldTypeInUse' }] } });
    expect((await admin.call('customFields.dependents', { id: fieldId })).dependents).toEqual([{ entity: 'custom_value', count: 1 }]);
    await admin.call('customFields.remove', { id: fieldId, rev: 1 });
    expect(await valuesOf()).toEqual([]);
    await admin.call('history.undoOwn', {});
    expect(await valuesOf()).toMatchObject([{ value: 'north' }]);
  });

  it('of a class that the caller may not see are not there for them, nor in the history', async () => {
    const { id: fieldId } = await admin.call('customFields.save', { field: { labelEl: 'Προστασία', labelEn: 'Safeguarding', type: 'text', fieldClass: 'safeguarding' } });
    await admin.call('customFields.saveValues', { studentId, values: [{ fieldId, value: 'μυστικό' }] });
    const registrar = await school.as('registrar');
    expect((await valuesOf(registrar)).map(({ field }) => field.id)).not.toContain(fieldId);
    expect(await registrar.answer('customFields.saveValues', { studentId, values: [{ fieldId, value: 'x', rev: 1 }] })).toMatchObject({ error: { code: 'notFound' } });
    const { rows } = await registrar.call('history.list', { procedure: 'customFields.saveValues' });
    for (const { id } of rows) expect(JSON.stringify(await registrar.call('history.get', { id }))).not.toContain('μυστικό');
  });

  it('that are archived are shown only where they still say something', async () => {
    const { id, rev } = await admin.call('customFields.save', { field: { labelEl: 'Παλιό', labelEn: 'Old', type: 'flag' } });
    await admin.call('customFields.archive', { id, rev, archived: true });
    expect((await valuesOf()).map(({ field }) => field.id)).not.toContain(id);
  });
});

describe('a value', () => {
  const field = (type: 'text' | 'number' | 'date' | 'choice' | 'flag', required = false) => ({ type, required, options: [bus] });
  it.each([
    ['number', '12,50', { value: '12.5' }], ['number', 'δώδεκα', { error: 'numberForm' }], ['date', '2026-02-30', { error: 'dateForm' }], ['date', '2026-02-28', { value: '2026-02-28' }],
    ['flag', '1', { value: '1' }], ['flag', 'yes', { error: 'invalidValue' }], ['choice', 'north', { value: 'north' }], ['text', '  ', { value: null }],
  ] as const)('of type %s, %s', (type, given, read) => expect(readValue(field(type), given)).toEqual(read));
  it('must be there where the school asks for it', () => expect(readValue(field('text', true), null)).toEqual({ error: 'required' }));
});
