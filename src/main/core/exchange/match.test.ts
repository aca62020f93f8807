import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportOptions } from '#contract/import-options.ts';
import { openOffice, type Office } from '../../../../tests/fixtures/office.ts';

let office: Office;
const header = 'Α.Μ.;Επώνυμο;Όνομα;Όνομα πατέρα;Ημ/νία γέννησης;Αρ. ταυτότητας';
const file = (lines: string[], head = header) => new TextEncoder().encode([head, ...lines].join('\r\n'));

async function start(lines: string[]): Promise<string> {
  const { fileId } = await office.call('files.upload', { name: 'list.csv', content: file(lines) });
  const { id } = await office.call('imports.create', { fileId });
  await office.job('imports.preview', { id });
  return id;
}
async function decide(id: string, change: Partial<ImportOptions>): Promise<void> {
  const { options, source, mapping, import: { target } } = await office.call('imports.get', { id });
  await office.job('imports.preview', { id, source, mapping, target, options: { ...options, ...change } });
}
const rowsOf = async (id: string) => (await office.call('imports.rows', { id })).rows;
const commit = async (id: string) => office.job('imports.commit', { id, rev: (await office.call('imports.get', { id })).import.rev });
const keysOf = async (id: string) => (await rowsOf(id)).map(({ fate, problems: [first] }) => (fate === 'refused' ? first?.messageKey : fate));
const studentOf = async (number: string) => (await office.call('students.list', { limit: 500, filter: { status: 'all' } })).rows.find(({ studentNo }) => studentNo === number)?.id ?? '';

beforeAll(async () => {
  office = await openOffice();
  await commit(await start(['101;Παπαδόπουλος;Γιώργος;Νίκος;3/5/2011;ΑΒ 111111', '102;Ιωάννου;Μαρία;Πέτρος;12/11/2010;ΑΒ 222222', '103;Γεωργίου;Άννα;Κώστας;1/2/2010;', '104;Γεωργίου;Ελένη;Κώστας;1/2/2010;']));
});
afterAll(() => office.close());

describe('whom a row of students means', () => {
  it('is told by the identity number, however it is spaced and whatever the name has become', async () => {
    const id = await start([';Παπαδοπούλου-Δήμου;Μαρία;;;αβ222222']);
    expect(await rowsOf(id)).toMatchObject([{ fate: 'change', studentId: await studentOf('102') }]);
  });

  it('is asked where the name or the day is only nearly the same', async () => {
    const id = await start([';Papadopoulos;Giorgos;;3/5/2011;', ';Ιωάνου;Μαρία;;12/11/2010;', ';Ιωάννου;Μαρία;;11/12/2010;', ';Αλεξίου;Σοφία;;3/5/2011;']);
    expect(await keysOf(id)).toEqual(['import.looksLike', 'import.looksLike', 'import.looksLike', 'create']);
    const { total, open, questions } = await office.call('imports.questions', { id });
    expect([total, open]).toEqual([3, 3]);
    expect(questions[1]).toMatchObject({
      line: 3, decision: null, inFile: { familyEl: 'Ιωάνου', birthDate: '2010-11-12', studentNo: null },
      candidates: [{ studentId: await studentOf('102'), familyEl: 'Ιωάννου', fatherEl: 'Πέτρος', reasons: ['sameNameOtherScript', 'sameBirthDate'], isArchived: false }],
    });
  });

  it('does not ask about twins of whom each stands in the file', async () => {
    const id = await start(['103;Γεωργίου;Άννα;Κώστας;1/2/2010;', '104;Γεωργίου;Ελένη;Κώστας;1/2/2010;', '105;Γεωργίου;Ελένα;Κώστας;1/2/2010;']);
    expect(await keysOf(id)).toEqual(['same', 'same', 'create']);
  });

  it('is asked where a number is that of quite another child', async () => {
    const id = await start(['101;Αλεξίου;Σοφία;;7/7/2012;', '102;Ιωάννου;Μαίρη;;;']);
    expect(await keysOf(id)).toEqual(['import.numberOfOther', 'change']);
    await decide(id, { decisions: { 2: 'new' } });
    expect((await rowsOf(id))[0]).toMatchObject({ fate: 'create', problems: [{ messageKey: 'import.numberTaken', params: { value: '101', number: '105' } }] });
    await decide(id, { decisions: { 2: await studentOf('103') } });
    const [row] = await rowsOf(id);
    // She is Anna after all: her own number stays, since the one of the file is somebody else's.
    expect(row).toMatchObject({ fate: 'change', studentId: await studentOf('103') });
    expect(row?.cells.map(({ field }) => field)).not.toContain('studentNo');
  });

  it('is asked where identity numbers contradict the rest', async () => {
    const id = await start([';Αλεξίου;Σοφία;;7/7/2012;ΑΒ 111111', ';Παπαδόπουλος;Γιώργος;;3/5/2011;ΑΒ 999999']);
    expect(await keysOf(id)).toEqual(['import.sameNationalId', 'import.otherNationalId']);
    await decide(id, { match: ['name'] });
    expect(await keysOf(id)).toEqual(['create', 'change']);
  });

  it('follows what was decided, once for each student, and writes just that', async () => {
    const id = await start([';Ιωάνου;Μαρία;;12/11/2010;', ';Papadopoulos;Giorgos;;3/5/2011;']);
    await decide(id, { decisions: { 2: await studentOf('102'), 3: await studentOf('102') } });
    expect(await keysOf(id)).toEqual(['change', 'import.duplicateLine']);
    await decide(id, { decisions: { 2: await studentOf('102'), 3: 'new' } });
    expect(await keysOf(id)).toEqual(['change', 'create']);
    expect(await office.call('imports.questions', { id, open: true })).toMatchObject({ total: 0, open: 0, questions: [] });
    expect((await office.call('imports.questions', { id })).questions.map(({ decision }) => decision)).toEqual([await studentOf('102'), 'new']);
    await commit(id);
    // The same file again: everybody is known by now.
    const again = await start([';Ιωάνου;Μαρία;;12/11/2010;', ';Papadopoulos;Giorgos;;3/5/2011;']);
    expect(await keysOf(again)).toEqual(['same', 'same']);
    await office.job('imports.undo', { id });
  });

  it('asks again when whoever was meant is gone, and never carries answers over to another file', async () => {
    const id = await start([';Ιωάνου;Μαρία;;12/11/2010;']);
    await decide(id, { decisions: { 2: crypto.randomUUID() } });
    expect(await keysOf(id)).toEqual(['import.looksLike']);
    await decide(id, { decisions: { 2: 'new' } });
    await commit(id);
    const next = await start([';Ιωάνου;Μάρθα;;12/11/2010;']);
    expect((await office.call('imports.get', { id: next })).earlier?.options.decisions).toEqual({});
    await office.job('imports.undo', { id });
  });

  it('is by number alone where nothing else counts: whoever has none is new', async () => {
    const id = await start([';Ιωάννου;Μαρία;Πέτρος;12/11/2010;ΑΒ 222222', '101;Παπαδόπουλος;Γιώργος;;;']);
    await decide(id, { match: [] });
    expect(await keysOf(id)).toEqual(['create', 'same']);
  });
});

describe('whose record a row is', () => {
  const head = 'Ονοματεπώνυμο;Επώνυμο κηδεμόνα;Όνομα κηδεμόνα;Κινητό κηδεμόνα';
  const guardians = async (lines: string[]) => {
    const { fileId } = await office.call('files.upload', { name: 'guardians.csv', content: file(lines, head) });
    const { id } = await office.call('imports.create', { fileId });
    await office.job('imports.preview', { id, target: 'guardians' });
    return id;
  };

  it('is asked where the name is mistyped, and follows the answer', async () => {
    const id = await guardians(['Παπαδόπυλος Γιώργος;Παπαδόπουλος;Νίκος;6941234567', 'Ζήνων Κιτιεύς;Κιτιεύς;Μνασέας;', 'Γεωργίου Άνα;Γεωργίου;Κώστας;']);
    expect(await keysOf(id)).toEqual(['import.studentUnknown', 'import.studentUnknown', 'import.studentUnknown']);
    const { open, questions } = await office.call('imports.questions', { id });
    expect([open, questions.map(({ line }) => line)]).toEqual([2, [2, 4]]);
    expect(questions[0]).toMatchObject({ inFile: { familyEl: 'Παπαδόπυλος', givenEl: 'Γιώργος' }, problem: { messageKey: 'import.studentUnknown' }, candidates: [{ studentNo: '101', reasons: ['similarName'] }] });
    await decide(id, { decisions: { 2: await studentOf('101'), 4: 'new' } });
    expect(await keysOf(id)).toEqual(['create', 'import.studentUnknown', 'import.studentUnknown']);
    expect(await office.call('imports.questions', { id, open: true })).toMatchObject({ total: 0, open: 0 });
    expect((await office.call('imports.questions', { id })).questions.map(({ decision }) => decision)).toEqual([await studentOf('101'), 'new']);
    await commit(id);
    expect((await office.call('guardians.list', { studentId: await studentOf('101') })).guardians).toMatchObject([{ familyEl: 'Παπαδόπουλος', givenEl: 'Νίκος' }]);
    await office.job('imports.undo', { id });
  });
});
