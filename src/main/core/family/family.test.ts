import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestCore, studentForm, type Caller, type TestCore } from '../../../../tests/fixtures/core.ts';
import { readNoContact } from './index.ts';

let school: TestCore;
let admin: Caller;
let number = 0;
beforeAll(async () => {
  school = await openTestCore();
  ({ admin } = school);
});
afterAll(() => school.close());

const newStudent = async (more: Parameters<typeof studentForm>[0] = {}) =>
  (await admin.call('students.create', { details: studentForm({ studentNo: `F${(number += 1)}`, email: null, mobile: null, ...more }) })).id;
const father = { familyEl: 'Παπαδόπουλος', givenEl: 'Γεώργιος', familyLatin: 'Papadopoulos', givenLatin: 'Georgios', relation: 'father' as const, mobile: '690 000 0001' };
const guardiansOf = async (studentId: string) => (await admin.call('guardians.list', { studentId })).guardians;
const bytes = (text: string) => new TextEncoder().encode(text);

describe('contacts', () => {
  it('that change keep the earlier one with its last day; a slip of the same day is written over', async () => {
    const id = await newStudent({ mobile: '690 000 0001' });
    const change = async (mobile: string) => {
      const { rev, details } = await admin.call('students.get', { id });
      await admin.call('students.update', { id, rev, details: { ...details, mobile } });
    };
    await change('690 000 0002');
    await change('690 000 0003');
    const { contacts } = await admin.call('contacts.history', { studentId: id });
    expect(contacts.map(({ value, endDate }) => [value, endDate === null])).toEqual([['690 000 0003', true], ['690 000 0001', false]]);
    expect((await admin.call('students.list', { filter: { status: 'all', text: '6900000002' } })).total).toBe(0);
    expect((await admin.call('students.get', { id })).details.mobile).toBe('690 000 0003');
  });
});

describe('guardians', () => {
  it('are linked to a sibling instead of typed again, found by any spelling', async () => {
    const [elder, younger] = [await newStudent(), await newStudent({ givenEl: 'Νίκος' })];
    await admin.call('guardians.save', { studentId: elder, guardian: father });
    for (const text of ['παπαδοπ', 'Papadop']) {
      const { found } = await admin.call('guardians.search', { text, studentId: younger });
      expect(found.map(({ givenEl, mobile }) => [givenEl, mobile])).toContainEqual(['Γεώργιος', '690 000 0001']);
    }
    const { found: [person] } = await admin.call('guardians.search', { text: 'παπαδοπ', studentId: younger });
    const link = { relation: 'father' as const };
    await admin.call('guardians.link', { studentId: younger, personId: person?.personId ?? '', link });
    expect((await guardiansOf(younger))[0]?.otherChildren.map(({ studentId }) => studentId)).toEqual([elder]);
    expect(await admin.answer('guardians.link', { studentId: younger, personId: person?.personId ?? '', link })).toMatchObject({ error: { messageKey: 'alreadyGuardian' } });
  });

  it('are called in the order that the school chooses; an order that misses one is a conflict', async () => {
    const studentId = await newStudent();
    const ids: string[] = [];
    for (const givenEl of ['Άννα', 'Βάσω', 'Γιάννης']) ids.push((await admin.call('guardians.save', { studentId, guardian: { ...father, givenEl } })).id);
    await admin.call('guardians.reorder', { studentId, ids: ids.toReversed() });
    expect((await guardiansOf(studentId)).map(({ givenEl }) => givenEl)).toEqual(['Γιάννης', 'Βάσω', 'Άννα']);
    expect(await admin.answer('guardians.reorder', { studentId, ids: ids.slice(1) })).toMatchObject({ error: { code: 'conflict' } });
  });

  it('under a no-contact order are told to whoever calls or writes home, until its last day', async () => {
    const studentId = await newStudent();
    await admin.call('guardians.save', { studentId, guardian: { ...father, noContact: true, noContactNote: 'Απόφαση 12/2026', noContactUntil: '2099-01-01' } });
    await admin.call('guardians.save', { studentId, guardian: { ...father, givenEl: 'Άρης', noContact: true, noContactUntil: '2020-01-01' } });
    const orders = readNoContact(school.environment.reader, [studentId], '2026-11-24').get(studentId);
    expect(orders).toMatchObject([{ givenEl: 'Γεώργιος', note: 'Απόφαση 12/2026', until: '2099-01-01' }]);
    expect((await guardiansOf(studentId)).map(({ isBarred }) => isBarred)).toEqual([true, false]);
    const { rows } = await admin.call('students.list', { filter: { status: 'all' }, limit: 500 });
    expect(rows.filter(({ noContact }) => noContact).map(({ id }) => id)).toEqual([studentId]);
    const viewer = await school.as('viewer');
    expect((await viewer.call('students.list', { filter: { status: 'all' }, limit: 500 })).rows.some(({ noContact }) => noContact)).toBe(false);
  });
});

describe('a household', () => {
  const address = 'Ομήρου 12, 199 01 Ανατολή';
  const at = (street: string) => ({ address: street, postalCode: '199 01', city: 'Ανατολή' });

  async function family() {
    const [a, b, c] = [await newStudent({ address }), await newStudent({ address }), await newStudent({ givenEl: 'Ξένη', address: null })];
    await admin.call('guardians.save', { studentId: a, guardian: father });
    const { household, proposed } = await admin.call('households.get', { studentId: a });
    expect(household).toBeNull();
    return { a, b, c, proposed };
  }
  const addressOf = async (id: string) => (await admin.call('students.get', { id })).details.address;

  it('is proposed from the same guardian and the same address, and moves together: the earlier address stays with its last day', async () => {
    const { a, b, c, proposed } = await family();
    const mine = proposed.filter(({ studentId }) => studentId === a || studentId === b || studentId === null);
    expect(mine.map(({ why }) => why)).toEqual(expect.arrayContaining([['self'], ['sameAddress'], ['guardian']]));
    const personIds = mine.map(({ personId }) => personId);
    const { id, rev } = await admin.call('households.save', { studentId: a, from: '2026-09-01', household: at('Ομήρου 12'), personIds });
    await admin.call('households.save', { studentId: a, id, rev, from: '2026-11-01', household: at('Σολωμού 3'), personIds });
    expect(await Promise.all([a, b, c].map(addressOf))).toEqual(['Σολωμού 3, 199 01 Ανατολή', 'Σολωμού 3, 199 01 Ανατολή', null]);
    const { contacts } = await admin.call('contacts.history', { studentId: b });
    expect(contacts.filter(({ kind }) => kind === 'address').map(({ value, startDate, endDate }) => [value, startDate, endDate]))
      .toEqual([['Σολωμού 3, 199 01 Ανατολή', '2026-11-01', null], [address, null, '2026-10-31']]);
    expect(await admin.call('history.undoOwn', {})).toMatchObject({ undone: true, procedure: 'households.save' });
    expect(await addressOf(b)).toBe(address);
  });

  it('loses who moves out on the day before, and takes whoever moves in out of the other', async () => {
    const { a, b, proposed } = await family();
    const personOf = (studentId: string | null) => proposed.find((each) => each.studentId === studentId)?.personId ?? '';
    const first = await admin.call('households.save', { studentId: a, from: '2026-09-01', household: at('Κύπρου 1'), personIds: [personOf(a), personOf(b)] });
    await admin.call('households.save', { studentId: a, ...first, from: '2026-10-01', household: at('Κύπρου 1'), personIds: [personOf(a)] });
    expect((await admin.call('households.get', { studentId: b })).household).toBeNull();
    expect((await admin.call('households.get', { studentId: a })).household?.members.map(({ studentId }) => studentId)).toEqual([a]);
  });
});

describe('health and consents', () => {
  const alert = { kind: 'allergy' as const, severity: 'emergency' as const, title: 'Φιστίκια', instructions: 'Ένεση αδρεναλίνης', startDate: '2026-09-11' };

  it('are for those who may see them: everybody else learns nothing, not in lists, not in the history', async () => {
    const studentId = await newStudent();
    await admin.call('health.save', { studentId, alert });
    await admin.call('consents.save', { studentId, consent: { purpose: 'photographs', given: false, date: '2026-09-12' } });
    const teacher = await school.as('departmentHead');
    for (const name of ['health.list', 'consents.list', 'attachments.list'] as const) expect(await teacher.answer(name, { studentId })).toMatchObject({ error: { code: 'forbidden' } });
    expect((await (await school.as('principal')).call('health.list', { studentId })).alerts).toMatchObject([alert]);
  });

  it('refuse an end before the start, and a guardian of somebody else', async () => {
    const studentId = await newStudent();
    expect(await admin.answer('health.save', { studentId, alert: { ...alert, endDate: '2026-01-01' } })).toMatchObject({ error: { fields: [{ path: 'alert.endDate', messageKey: 'endBeforeStart' }] } });
    const { id: guardianId } = await admin.call('guardians.save', { studentId: await newStudent(), guardian: father });
    expect(await admin.answer('consents.save', { studentId, consent: { purpose: 'internet', given: true, date: '2026-09-12', guardianId } })).toMatchObject({ error: { code: 'notFound' } });
  });
});

describe('attached documents', () => {
  const facts = { title: 'Βεβαίωση', fieldClass: 'ordinary' as const };
  const pdf = bytes('%PDF-1.4\n1 0 obj');

  it('are kept once however often they are attached, and come back as they were', async () => {
    const [one, two] = [await newStudent(), await newStudent()];
    const { id } = await admin.call('attachments.upload', { studentId: one, name: 'C:\\scans\\a.pdf', content: pdf, ...facts });
    await admin.call('attachments.upload', { studentId: two, name: 'b.pdf', content: pdf, ...facts });
    expect(school.environment.reader.all(`SELECT 1 FROM file_content WHERE hash IN (SELECT hash FROM stored_file WHERE purpose = 'attachment')`)).toHaveLength(1);
    const back = await admin.call('attachments.download', { id });
    expect([back.name, back.mime, [...back.content]]).toEqual(['a.pdf', 'application/pdf', [...pdf]]);
    expect(await admin.answer('attachments.upload', { studentId: one, name: 'again.pdf', content: pdf, ...facts })).toMatchObject({ error: { messageKey: 'attachment.alreadyThere' } });
    await admin.call('attachments.remove', { id, rev: 1 });
    expect((await admin.call('attachments.list', { studentId: one })).attachments).toEqual([]);
    await admin.call('history.undoOwn', {});
    expect((await admin.call('attachments.list', { studentId: one })).attachments).toHaveLength(1);
  });

  it('are refused when they are something else than they say, empty or too large', async () => {
    const studentId = await newStudent();
    const send = (content: Uint8Array<ArrayBuffer>, name = 'certificate.pdf') => admin.answer('attachments.upload', { studentId, name, content, ...facts });
    expect(await send(Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]))).toMatchObject({ error: { messageKey: 'attachment.typeRefused' } });
    expect(await send(new Uint8Array())).toMatchObject({ error: { messageKey: 'fileEmpty' } });
    expect(await send(new Uint8Array(20 * 1024 * 1024 + 1))).toMatchObject({ error: { messageKey: 'attachment.tooLarge', params: { megabytes: 20 } } });
  });

  it('of a class that the caller may not see are not there for them: list, download, removal, history', async () => {
    const studentId = await newStudent();
    const { id } = await admin.call('attachments.upload', { studentId, name: 'έκθεση.txt', content: bytes('Εμπιστευτικό'), title: 'Έκθεση', fieldClass: 'safeguarding' });
    const registrar = await school.as('registrar');
    expect((await registrar.call('attachments.list', { studentId })).attachments).toEqual([]);
    for (const [name, input] of [['attachments.download', { id }], ['attachments.remove', { id, rev: 1 }]] as const) {
      expect(await registrar.answer(name, input as never)).toMatchObject({ error: { code: 'notFound' } });
    }
    const { rows } = await registrar.call('history.list', { studentId });
    expect(rows.map(({ procedure }) => procedure)).not.toContain('attachments.upload');
    const [last] = (await registrar.call('history.list', { procedure: 'attachments.upload', limit: 1 })).rows;
    const seen = JSON.stringify(await registrar.call('history.get', { id: last?.id ?? 0 }));
    expect(seen).not.toContain('κθεση');
    expect((await admin.call('history.list', { studentId })).rows.map(({ procedure }) => procedure)).toContain('attachments.upload');
  });
});
