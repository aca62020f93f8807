import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportRow } from '#contract/exchange.ts';
import { openOffice, type Office } from '../../../../tests/fixtures/office.ts';

let office: Office;
beforeAll(async () => { office = await openOffice(); });
afterAll(() => office.close());

const header = 'Α.Μ.;Επώνυμο;Όνομα;Όνομα πατέρα;Ημ/νία γέννησης;Φύλο;E-mail;Κινητό;Τάξη;Τμήμα;Επώνυμο κηδεμόνα;Όνομα κηδεμόνα;Σχέση;Τηλέφωνο κηδεμόνα';
const lines = [
  '00101;Παπαδόπουλος;Γιώργος;Νίκος;3/5/2011;Α;g.papadopoulos@sch.gr;6941234567;Α;Α1;Παπαδόπουλος;Νίκος;Πατέρας;2101234567',
  '00102;Παπαδοπούλου;Μαρία;Νίκος;12/11/2009;Θ;;;Γ;Γ2;Παπαδόπουλος;Νίκος;Πατέρας;210 1234567',
  '00103;Γεωργίου;Άννα;Πέτρος;31/2/2010;Θ;;;Β;Β1;;;;',
  ';Νικολάου;Ελένη;Κώστας;1/1/2010;Κορίτσι;;;;Β3;;;;',
];
const file = (text: string[]) => new TextEncoder().encode([header, ...text].join('\r\n'));

async function start(content: Uint8Array<ArrayBuffer>, name = 'students.csv'): Promise<string> {
  const { fileId } = await office.call('files.upload', { name, content });
  return (await office.call('imports.create', { fileId })).id;
}
const rowsOf = async (id: string, fate: ImportRow['fate'] | null = null) => (await office.call('imports.rows', { id, fate })).rows;
const revOf = async (id: string) => (await office.call('imports.get', { id })).import.rev;
const students = async () => (await office.call('students.list', { limit: 500, filter: { status: 'all' } })).rows;
async function commit(content: Uint8Array<ArrayBuffer>): Promise<{ id: string; changeSetId: number }> {
  const id = await start(content);
  await office.job('imports.preview', { id });
  return { id, changeSetId: (await office.job('imports.commit', { id, rev: await revOf(id) })).changeSetId };
}

describe('the file of an import', () => {
  it('is fetched by the import alone, where the audit sees it, even by whoever has dropped it', async () => {
    const { fileId } = await office.call('files.upload', { name: 'x.csv', content: file(lines) });
    const { id } = await office.call('imports.create', { fileId });
    expect(await office.ask('files.download', { fileId })).toMatchObject({ ok: false, error: { code: 'notFound' } });
    expect((await office.call('imports.file', { id })).name).toBe('x.csv');
  });
});

describe('importing a file of students', () => {
  let first = '';

  it('shows what each row would do, and why a row is refused', async () => {
    first = await start(file(lines));
    expect(await office.job('imports.preview', { id: first })).toEqual({ counts: { create: 3, change: 0, same: 0, refused: 1 }, rows: 4 });
    const { source, mapping } = await office.call('imports.get', { id: first });
    expect(source).toMatchObject({ format: 'csv', encoding: 'utf-8', delimiter: ';', headerRow: 0 });
    expect(mapping?.slice(0, 3)).toEqual(['studentNo', 'familyEl', 'givenEl']);
    const rows = await rowsOf(first);
    expect(rows[0]).toMatchObject({ line: 2, fate: 'create', label: 'Παπαδόπουλος Γιώργος' });
    expect(rows[0]?.cells).toContainEqual({ field: 'birthDate', before: null, after: '2011-05-03' });
    expect(rows[2]).toMatchObject({ fate: 'refused', problems: [{ field: 'birthDate', messageKey: 'import.dateForm', params: { value: '31/2/2010' } }] });
    expect(rows[3]?.problems.map(({ messageKey }) => messageKey)).toEqual(['import.numberGenerated', 'import.levelFromDivision']);
    expect(rows[3]?.cells[0]).toEqual({ field: 'studentNo', before: null, after: '00104' });
    expect(await students()).toEqual([]);
  });

  it('writes all of it in one change set, and the rows that were refused stay listed', async () => {
    const { counts, changeSetId } = await office.job('imports.commit', { id: first, rev: await revOf(first) });
    expect(counts).toEqual({ create: 3, change: 0, same: 0, refused: 1 });
    expect((await students()).map(({ studentNo, level, division }) => [studentNo, level, division])).toEqual([
      ['00104', 'Β', 'Β3'], ['00101', 'Α', 'Α1'], ['00102', 'Γ', 'Γ2'],
    ]);
    const { import: summary } = await office.call('imports.get', { id: first });
    expect(summary).toMatchObject({ state: 'committed', changeSetId });
    expect(await rowsOf(first, 'refused')).toHaveLength(1);
  });

  it('gives brothers and sisters one guardian', async () => {
    const [george, maria] = (await students()).filter(({ studentNo }) => studentNo !== '00104');
    const guardianOf = async (id = '') => (await office.call('guardians.list', { studentId: id })).guardians[0];
    expect(await guardianOf(george?.id)).toMatchObject({ familyEl: 'Παπαδόπουλος', givenEl: 'Νίκος', relation: 'father', phone: '2101234567' });
    expect((await guardianOf(maria?.id))?.phone).toBe('2101234567');
  });

  it('finds nothing new in the same file, nor in one in capitals', async () => {
    const again = await start(file(lines));
    expect((await office.job('imports.preview', { id: again })).counts).toEqual({ create: 0, change: 0, same: 3, refused: 1 });
    const loud = await start(file([lines[0]?.replace('Παπαδόπουλος;Γιώργος', 'ΠΑΠΑΔΟΠΟΥΛΟΣ;ΓΙΩΡΓΟΣ') ?? '']));
    expect((await office.job('imports.preview', { id: loud })).counts.same).toBe(1);
  });

  it('changes only what differs, shows old and new, and never erases with an empty cell', async () => {
    const id = await start(file(['00101;Παπαδόπουλος;Γεώργιος;;;;;6999999999;Α;Α2;;;;']));
    expect((await office.job('imports.preview', { id })).counts.change).toBe(1);
    expect((await rowsOf(id))[0]?.cells).toEqual([
      { field: 'givenEl', before: 'Γιώργος', after: 'Γεώργιος' }, { field: 'mobile', before: '6941234567', after: '6999999999' },
      { field: 'division', before: 'Α1', after: 'Α2' },
    ]);
    await office.job('imports.commit', { id, rev: await revOf(id) });
    const student = (await students()).find(({ studentNo }) => studentNo === '00101');
    expect(student).toMatchObject({ givenEl: 'Γεώργιος', fatherEl: 'Νίκος', birthDate: '2011-05-03', division: 'Α2' });
    await office.job('imports.undo', { id });
    expect((await students()).find(({ studentNo }) => studentNo === '00101')).toMatchObject({ givenEl: 'Γιώργος', division: 'Α1' });
    expect((await office.call('imports.get', { id })).import.state).toBe('undone');
  });

  it('asks for a new preview when somebody has edited a student meanwhile', async () => {
    const id = await start(file(['00101;Παπαδόπουλος;Γεώργιος;;;;;;;;;;;']));
    await office.job('imports.preview', { id });
    const student = (await students()).find(({ studentNo }) => studentNo === '00101');
    const before = await office.call('students.get', { id: student?.id ?? '' });
    await office.call('students.update', { id: before.id, rev: before.rev, details: { ...before.details, preferred: 'Γώγος' } });
    const job = await office.runJob('imports.commit', { id, rev: await revOf(id) });
    expect(job).toMatchObject({ state: 'failed', error: { code: 'conflict', messageKey: 'import.previewAgain' } });
    await office.job('imports.preview', { id });
    expect((await office.job('imports.commit', { id, rev: await revOf(id) })).counts.change).toBe(1);
  });

  it('goes on while its screen is left, and is found again by whoever comes back', async () => {
    const id = await start(file(Array.from({ length: 1500 }, (_, i) => `${70_000 + i};Κωστόπουλος;Θανάσης;;1/2/2010;;;;;;;;;`)));
    await office.job('imports.preview', { id });
    const { jobId } = await office.call('imports.commit', { id, rev: await revOf(id) });
    expect((await office.call('jobs.list', {})).jobs[0]).toMatchObject({ id: jobId, procedure: 'imports.commit', state: 'running', subject: id });
    while ((await office.call('jobs.get', { id: jobId })).state === 'running') await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await office.call('jobs.list', {})).jobs[0]).toMatchObject({ id: jobId, state: 'done', subject: null });
    expect((await office.call('imports.get', { id })).import.state).toBe('committed');
    await office.job('imports.undo', { id });
  });

  it('is taken back later, but for what was edited since', async () => {
    const { id } = await commit(file(['00201;Αντωνίου;Σοφία;;1/2/2010;;;;Α;;;;;', '00202;Ιωάννου;Λίνα;;1/2/2010;;;;Α;;;;;']));
    const lina = (await students()).find(({ studentNo }) => studentNo === '00202');
    const details = await office.call('students.get', { id: lina?.id ?? '' });
    await office.call('students.update', { id: details.id, rev: details.rev, details: { ...details.details, givenEl: 'Ελένη' } });
    const undone = await office.job('imports.undo', { id });
    expect(undone.keptTotal).toBeGreaterThan(0);
    expect(undone.kept[0]?.label).toContain('Ιωάννου');
    const numbers = (await students()).map(({ studentNo }) => studentNo);
    expect(numbers).toContain('00202');
    expect(numbers).not.toContain('00201');
  });

  it('refuses the second of two lines that mean the same student, and homonyms that it cannot tell apart', async () => {
    const id = await start(file([
      '00301;Μακρής;Ηλίας;;;;;;;;;;;', '00301;Μακρής;Ηλίας;;;;;;;;;;;', ';Παπαδόπουλος;Γεώργιος;;3/5/2011;;;;;;;;;', ';Νικολάου;Ελένη;;;;;;;;;;;',
    ]));
    await office.job('imports.preview', { id });
    const rows = await rowsOf(id);
    expect(rows.map(({ fate }) => fate)).toEqual(['create', 'refused', 'same', 'refused']);
    expect(rows[1]?.problems[0]).toEqual({ field: 'studentNo', messageKey: 'import.duplicateLine', params: { line: 2 } });
    expect(rows[3]?.problems[0]).toMatchObject({ messageKey: 'import.possibleMatch', params: { studentNo: '00104' } });
    await office.call('imports.discard', { id });
    expect((await office.ask('imports.get', { id })).ok).toBe(false);
  });

  it('says what is wrong with a file that is no table', async () => {
    const id = await start(new TextEncoder().encode('%PDF-1.7 ...'), 'list.csv');
    expect(await office.runJob('imports.preview', { id })).toMatchObject({ state: 'failed', error: { code: 'refused', messageKey: 'import.notATable' } });
  });
});
