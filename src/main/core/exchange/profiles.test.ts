import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '#contract/index.ts';
import { openTestCore, type Caller, type TestCore } from '../../../../tests/fixtures/core.ts';

let school: TestCore;
let admin: Caller;
beforeAll(async () => {
  school = await openTestCore();
  ({ admin } = school);
});
afterAll(() => school.close());

async function open(lines: string[] | Uint8Array<ArrayBuffer>, name = 'file.csv') {
  const { fileId } = await admin.call('files.upload', { name, content: Array.isArray(lines) ? new TextEncoder().encode(lines.join('\r\n')) : lines });
  const { id } = await admin.call('imports.create', { fileId });
  const read = async (input: Omit<Input<'imports.preview'>, 'id'> = {}) => {
    const { counts } = await admin.job('imports.preview', { id, ...input });
    return { counts, ...(await admin.call('imports.get', { id })) };
  };
  const commit = async () => admin.job('imports.commit', { id, rev: (await admin.call('imports.get', { id })).import.rev });
  return { id, read, commit };
}
const names = async () => (await admin.call('importProfiles.list', {})).profiles.map(({ name }) => name);
const undo = () => admin.call('history.undoOwn', { id: null });
const removeAll = async () => { for (const { id, rev } of (await admin.call('importProfiles.list', {})).profiles) await admin.call('importProfiles.remove', { id, rev }); };

/** A file of another program, whose headings say little, and how it is read. */
const lines = ['Κωδικός;Στήλη1;Στήλη2;Γ', 'Q1;Άλφα;Άννα;1', 'Q2;Βήτα;Βίκτωρ;2'];
const reading = {
  target: 'students' as const, mapping: ['studentNo' as const, 'familyEl' as const, 'givenEl' as const, 'sex' as const],
  options: { translations: { sex: { 1: 'Κορίτσι', 2: 'Αγόρι' }, familyEl: { Άλφα: 'Ωμέγα' } }, defaults: { level: 'Β' }, edits: { '1:2': 'Αννούλα' }, allOrNothing: true },
};
async function saveOne(name: string) {
  const file = await open(lines);
  await file.read(reading);
  return { file, ...(await admin.call('importProfiles.save', { importId: file.id, name })) };
}

describe('a named profile', () => {
  it('reads another file, its columns in another order, as the first one, without what belonged to that file', async () => {
    const { id } = await saveOne('Παλιό πρόγραμμα');
    const other = await open(['Κατάσταση μαθητών', 'ΓΣ;γ;στηλη 2;ΚΩΔΙΚΟΣ;Στήλη1', 'x;1;Άννα;Q3;Άλφα'], 'other.csv');
    const { counts, mapping, options, source, import: { profile: noted, target }, profile } = await other.read({ profileId: id, options: { edits: { '2:2': 'Μαρία' } } });
    expect(counts).toMatchObject({ create: 1, refused: 0 });
    expect([target, mapping, source?.headerRow]).toEqual(['students', [null, 'sex', 'givenEl', 'studentNo', 'familyEl'], 1]);
    expect(options).toMatchObject({ translations: { sex: { 1: 'Κορίτσι', 2: 'Αγόρι' } }, defaults: { level: 'Β' }, edits: { '2:2': 'Μαρία' }, allOrNothing: true });
    expect(options.translations.familyEl).toBeUndefined();
    expect(noted).toEqual({ id, name: 'Παλιό πρόγραμμα' });
    expect(profile).toMatchObject({ id, missing: [], isChanged: false });
    await removeAll();
  });

  it('names the headings that a file lacks, and tells when it would be another by now', async () => {
    const { id } = await saveOne('Ελλιπές');
    const other = await open(['Κωδικός;Στήλη1;Όνομα', 'Q4;Άλφα;Άννα']);
    const read = await other.read({ profileId: id });
    expect(read.mapping).toEqual(['studentNo', 'familyEl', 'givenEl']);
    expect(read.profile).toMatchObject({ missing: ['Στήλη2', 'Γ'], isChanged: true });
    const whole = await open(['Σχόλια;Κωδικός;Στήλη1;Στήλη2;Γ', 'x;Q4;Άλφα;Άννα;1']);
    const { mapping, options, ...same } = await whole.read({ profileId: id });
    expect(same.profile?.isChanged).toBe(false);
    const isChangedBy = async (input: Input<'imports.preview'>['mapping'], latestYear: number | null = null) => (await whole.read({ target: 'students', mapping: input, options: { ...options, latestYear } })).profile?.isChanged;
    expect([await isChangedBy(mapping), await isChangedBy(['address', ...(mapping ?? []).slice(1)]), await isChangedBy(mapping, 2010)]).toEqual([false, true, true]);
    expect((await other.read({ profileId: null })).profile).toBeNull();
    await expect(admin.job('imports.preview', { id: other.id, profileId: other.id })).rejects.toMatchObject({ failure: { code: 'notFound' } });
    await removeAll();
  });

  it('tries the encoding and the separator that it knows where the headings are not found, and only there', async () => {
    const { file, id } = await saveOne('Κωδικοποίηση');
    const tabbed = new TextEncoder().encode(lines.join('\r\n').replaceAll(';', '\t'));
    expect((await (await open(tabbed)).read({ profileId: id })).source?.delimiter).toBe('\t');
    const wrong = await open(lines);
    const misread = await wrong.read({ source: { format: 'csv', encoding: 'windows-1253', delimiter: ',', sheet: null, sheets: [], headerRow: 0 } });
    expect(misread.mapping).toEqual([null]);
    const { source, mapping } = await wrong.read({ profileId: id, source: misread.source });
    expect(source).toMatchObject({ encoding: 'utf-8', delimiter: ';' });
    expect(mapping).toEqual(reading.mapping);
    expect(file.id).not.toBe(wrong.id);
    await removeAll();
  });

  it('stays with the import that it read, as it was called when that was written', async () => {
    const { file, id, rev } = await saveOne('Πρώτο όνομα');
    const renamed = await admin.call('importProfiles.rename', { id, rev, name: 'Δεύτερο όνομα' });
    await file.commit();
    const next = await (await open(lines)).read();
    expect([next.earlier?.profile?.id, next.suggested?.id]).toEqual([id, id]);
    await admin.call('importProfiles.rename', { id, rev: renamed.rev, name: 'Τρίτο όνομα' });
    expect((await admin.call('imports.get', { id: file.id })).import.profile).toEqual({ id, name: 'Δεύτερο όνομα' });
    expect((await admin.call('imports.list', {})).rows.find((row) => row.id === file.id)?.profile?.name).toBe('Δεύτερο όνομα');
    await admin.job('imports.undo', { id: file.id });
    await removeAll();
  });

  it('knows columns of marks by their headings, and leaves those of other tests as they were detected', async () => {
    const first = await open(['Α.Μ.;Ονοματεπώνυμο;Τεστ 1;Εργασία', '101;Άλφα Άννα;17,5;15']);
    await first.read({ target: 'scores', mapping: ['studentNo', 'fullName', null, null], options: { wide: { 2: 'course' }, defaults: { assessment: 'Α΄ τετράμηνο' } } });
    const { id } = await admin.call('importProfiles.save', { importId: first.id, name: 'Βαθμοί' });
    const next = await (await open(['Α.Μ.;Ονοματεπώνυμο;Εργασία;Τεστ 2;Τεστ 1', '101;Άλφα Άννα;17,5;15;12'])).read({ profileId: id });
    expect(next.options).toMatchObject({ wide: { 3: 'assessment', 4: 'course' }, defaults: { assessment: 'Α΄ τετράμηνο' } });
    expect(next.profile?.missing).toEqual([]);
    await removeAll();
  });

  it('is offered for a file that has all its headings, as long as it is the only one and the file is read otherwise', async () => {
    const { id } = await saveOne('Μοναδικό');
    const file = await open(['Άλλο;Κωδικός;Στήλη1;Στήλη2;Γ', 'x;Q5;Άλφα;Άννα;1']);
    expect((await file.read()).suggested).toEqual({ id, name: 'Μοναδικό' });
    expect((await file.read({ profileId: id })).suggested).toBeNull();
    expect((await (await open(['Κωδικός;Στήλη1;Γ', 'Q5;Άλφα;1'])).read()).suggested).toBeNull();
    const again = await open(lines);
    await again.read(reading);
    await admin.call('importProfiles.save', { importId: again.id, name: 'Δεύτερο' });
    expect((await (await open(lines)).read()).suggested).toBeNull();
    await removeAll();
  });
});

describe('keeping profiles', () => {
  it('asks for a name of its own, accents and case apart', async () => {
    const { file, id, rev } = await saveOne('Βαθμοί Α΄');
    expect(await admin.answer('importProfiles.save', { importId: file.id, name: 'ΒΑΘΜΟΙ Α΄' })).toMatchObject({ error: { code: 'invalidInput', fields: [{ path: 'name', messageKey: 'profileNameTaken' }] } });
    expect((await admin.call('importProfiles.rename', { id, rev, name: 'βαθμοι α΄' })).rev).toBe(rev + 1);
    expect(await admin.answer('importProfiles.rename', { id, rev, name: 'Άλλο' })).toMatchObject({ error: { code: 'conflict' } });
    await removeAll();
  });

  it('updates one from another file, and takes each step back', async () => {
    const { id, rev } = await saveOne('Αλλάζει');
    const file = await open(['Κωδ;Επώνυμο', 'Q6;Άλφα']);
    await file.read({ target: 'students', mapping: ['studentNo', 'familyEl'] });
    await admin.call('importProfiles.save', { importId: file.id, id, rev, name: 'Αλλάζει' });
    const columns = async () => (await admin.call('importProfiles.list', {})).profiles.map((profile) => profile.columns);
    expect(await columns()).toEqual([2]);
    expect((await admin.call('imports.get', { id: file.id })).profile?.id).toBe(id);
    await undo();
    expect([await columns(), (await admin.call('imports.get', { id: file.id })).import.profile]).toEqual([[4], null]);
    const [now] = (await admin.call('importProfiles.list', {})).profiles;
    await admin.call('importProfiles.remove', { id, rev: now?.rev ?? 0 });
    expect(await names()).toEqual([]);
    await undo();
    expect(await names()).toEqual(['Αλλάζει']);
    await removeAll();
  });

  it('has nothing to keep of a file without headings, or one that was not read', async () => {
    const file = await open(['1;2', '3;4']);
    await expect(admin.call('importProfiles.save', { importId: file.id, name: 'Κενό' })).rejects.toMatchObject({ failure: { messageKey: 'import.previewFirst' } });
    await file.read({ mapping: ['studentNo', 'familyEl'], target: 'students' });
    await expect(admin.call('importProfiles.save', { importId: file.id, name: 'Κενό' })).rejects.toMatchObject({ failure: { messageKey: 'importProfile.noColumns' } });
  });

  it('leaves out the column that a file of refused rows got from us', async () => {
    const file = await open(['Κωδικός;Επώνυμο;What to mend', 'Q7;Άλφα;the sex']);
    await file.read({ target: 'students', mapping: ['studentNo', 'familyEl', null] });
    const { id } = await admin.call('importProfiles.save', { importId: file.id, name: 'Απορρίψεις' });
    expect(new TextDecoder().decode((await admin.call('importProfiles.export', { id })).content)).not.toContain('mend');
    await removeAll();
  });

  it('goes out as a file that says nothing of people, and comes in under a name that is free', async () => {
    const { id } = await saveOne('Κοινό/Α');
    const { name, mime, content } = await admin.call('importProfiles.export', { id });
    expect([name, mime]).toEqual(['Κοινό-Α.rollbook-profile.json', 'application/json']);
    const text = new TextDecoder().decode(content);
    expect(text).toContain('Κορίτσι');
    for (const personal of ['Ωμέγα', 'Αννούλα', 'Q1', 'admin']) expect(text).not.toContain(personal);
    const added = await admin.call('importProfiles.import', { content: new Uint8Array(content) });
    expect(added.name).toBe('Κοινό/Α (2)');
    const { content: copy } = await admin.call('importProfiles.export', { id: added.id });
    expect({ ...JSON.parse(new TextDecoder().decode(copy)), name: '' }).toEqual({ ...JSON.parse(text), name: '' });
    await undo();
    expect(await names()).toEqual(['Κοινό/Α']);
    await expect(admin.call('importProfiles.import', { content: new TextEncoder().encode('Α.Μ.;Επώνυμο') })).rejects.toMatchObject({ failure: { code: 'refused', messageKey: 'importProfile.notAProfile' } });
    await removeAll();
  });
});
