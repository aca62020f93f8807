import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '#contract/index.ts';
import { plantClasses, plantStudent } from '../../../../tests/fixtures/classes.ts';
import { openTestCore, password, type Caller, type TestCore } from '../../../../tests/fixtures/core.ts';

let school: TestCore;
let admin: Caller;
let classes: ReturnType<typeof plantClasses>;
let term: string;
beforeAll(async () => {
  school = await openTestCore();
  ({ admin } = school);
  classes = plantClasses(school);
  plantStudent(school, '00101', { yearId: classes.yearId, division: 'Β1', sections: [classes.maths1, classes.history1] });
  plantStudent(school, '00102', { yearId: classes.yearId, division: 'Β1', sections: [classes.maths1] });
  term = (await admin.call('years.list', {})).years.find(({ id }) => id === classes.yearId)?.terms.find(({ type }) => type !== 'year' && type !== 'exam')?.nameEl ?? '';
});
afterAll(() => school.close());

type Options = Input<'imports.preview'>['options'];
async function open(content: Uint8Array<ArrayBuffer> | string[], name = 'file.csv') {
  const bytes = Array.isArray(content) ? new TextEncoder().encode(content.join('\r\n')) : content;
  const { fileId } = await admin.call('files.upload', { name, content: bytes });
  const { id } = await admin.call('imports.create', { fileId });
  const read = async (options: Options = null, target: Input<'imports.preview'>['target'] = null) => {
    const { counts } = await admin.job('imports.preview', { id, options, target });
    return { counts, rows: (await admin.call('imports.rows', { id, limit: 500 })).rows };
  };
  const commit = async () => admin.job('imports.commit', { id, rev: (await admin.call('imports.get', { id })).import.rev });
  return { id, read, commit };
}
const reasons = (rows: { problems: { messageKey: string }[] }[]) => rows.map(({ problems }) => problems.map(({ messageKey }) => messageKey.replace('import.', '')).join());

const people = ['Α.Μ.;Επώνυμο;Όνομα;Φύλο;Ημ/νία γέννησης', 'W1;Άλφα;Άννα;1;3/5/2011', 'W2;Βήτα;Βίκτωρ;2;31/2/2011', 'W3;Γάμμα;Γιάννης;2;3/5/2011'];

describe('a file that needs mending', () => {
  it('names the texts that it cannot read, and reads them as it is told', async () => {
    const { id, read } = await open(people);
    expect((await read()).counts).toMatchObject({ create: 0, refused: 3 });
    expect((await admin.call('imports.refusedTexts', { id })).texts).toEqual([
      { field: 'sex', text: '2', count: 2 }, { field: 'sex', text: '1', count: 1 }, { field: 'birthDate', text: '31/2/2011', count: 1 },
    ]);
    const { counts, rows } = await read({ translations: { sex: { 1: 'Κορίτσι', 2: 'Αγόρι' } } });
    expect(counts).toMatchObject({ create: 2, refused: 1 });
    expect(rows[0]?.cells).toContainEqual({ field: 'sex', before: null, after: 'female' });
  });

  it('takes a cell that was mended in place, and keeps what was decided with the import', async () => {
    const { id, read } = await open(people);
    const options = { translations: { sex: { 1: 'Κορίτσι', 2: 'Αγόρι' } }, edits: { '2:4': '28/2/2011' }, defaults: { level: 'Β' } };
    const { counts, rows } = await read(options);
    expect(counts).toMatchObject({ create: 3, refused: 0 });
    expect(rows[1]?.cells).toEqual(expect.arrayContaining([{ field: 'birthDate', before: null, after: '2011-02-28' }, { field: 'level', before: null, after: 'Β' }]));
    expect((await admin.call('imports.row', { id, line: 3 })).cells.slice(3)).toEqual([{ column: 3, text: '2', isEdited: false }, { column: 4, text: '28/2/2011', isEdited: true }]);
    expect((await admin.call('imports.get', { id })).options).toMatchObject(options);
    await expect(admin.call('imports.row', { id, line: 1 })).rejects.toMatchObject({ failure: { code: 'notFound' } });
    expect((await admin.call('imports.rows', { id, text: 'γαμμα' })).rows.map(({ line }) => line)).toEqual([4]);
  });
});

describe('years of two digits', () => {
  it('are of this century up to next year, or up to the year that was said', async () => {
    const { read } = await open(['Α.Μ.;Επώνυμο;Όνομα;Ημ/νία γέννησης', 'Y1;Άλφα;Άννα;3/5/11', 'Y2;Βήτα;Βίκτωρ;3/5/09']);
    const births = ({ rows }: Awaited<ReturnType<typeof read>>) => rows.map(({ cells }) => cells.find(({ field }) => field === 'birthDate')?.after);
    expect(births(await read())).toEqual(['2011-05-03', '2009-05-03']);
    expect(births(await read({ latestYear: 2010 }))).toEqual(['1911-05-03', '2009-05-03']);
  });
});

describe('all rows or none', () => {
  it('writes nothing while a row is refused, and says which', async () => {
    const { read, commit } = await open(people);
    const before = (await admin.call('students.list', {})).total;
    await read({ translations: { sex: { 1: 'Κορίτσι', 2: 'Αγόρι' } }, allOrNothing: true });
    await expect(commit()).rejects.toMatchObject({ failure: { messageKey: 'import.allOrNothing', params: { count: 1, line: 3 } } });
    expect((await admin.call('students.list', {})).total).toBe(before);
  });

  it('takes everything back when a row turns out impossible as it is written', async () => {
    const { id, read, commit } = await open(['Α.Μ.;Ημερομηνία;Κωδικός απουσίας', '00101;5/10/2026;AU', '00101;4/10/2026;AU']);
    expect((await read({ allOrNothing: true })).counts).toMatchObject({ create: 2 });
    await expect(commit()).rejects.toMatchObject({ failure: { messageKey: 'import.allOrNothing', params: { count: 1, line: 3 } } });
    expect((await admin.call('imports.get', { id })).import.state).toBe('ready');
    expect((await (await open(['Α.Μ.;Ημερομηνία;Κωδικός απουσίας', '00101;5/10/2026;AU'])).read()).counts).toMatchObject({ create: 1 });
  });
});

describe('a wide sheet of marks', () => {
  const sheet = ['Α.Μ.;Ονοματεπώνυμο;Τεστ 1;Τεστ 2', '101;Επώνυμο00101 Μαρία;17,5;15', '102;Επώνυμο00102 Μαρία;12;δεκα'];
  it('is known for what it is, needs to be told the class and the term once, and is written mark by mark', async () => {
    const { id, read, commit } = await open(sheet);
    expect(reasons((await read()).rows)).toEqual(['missingValue', 'missingValue', 'missingValue', 'missingValue']);
    expect(await admin.call('imports.get', { id })).toMatchObject({ import: { target: 'scores' }, options: { wide: { 2: 'assessment', 3: 'assessment' } } });
    const options = { defaults: { sectionCode: 'ΜΑΘ-Β1', term } };
    const { rows, counts } = await read(options, 'scores');
    expect(counts).toEqual({ create: 3, change: 0, same: 0, refused: 1 });
    expect(rows.map(({ line, column, fate }) => [line, column, fate])).toEqual([[2, 2, 'create'], [2, 3, 'create'], [3, 2, 'create'], [3, 3, 'refused']]);
    expect(await commit()).toMatchObject({ late: [] });
    const book = await admin.call('gradebook.get', { sectionId: classes.maths1, termId: (await admin.call('years.list', {})).years.flatMap(({ terms }) => terms).find(({ nameEl }) => nameEl === term)?.id ?? null });
    expect(book.assessments.map(({ title }) => title)).toEqual(['Τεστ 1', 'Τεστ 2']);
    expect(book.scores.map(({ value }) => value).toSorted()).toEqual([12, 15, 17.5]);
  });

  it('may have a course in each column, of which the assessment is said once', async () => {
    const { id, read } = await open(['Α.Μ.;Επώνυμο;ΜΑΘ;ΙΣΤ', '101;Επώνυμο00101;17;18', '102;Επώνυμο00102;12;13']);
    const { rows, counts } = await read({ defaults: { assessment: 'Α΄ τετράμηνο', term } });
    expect((await admin.call('imports.get', { id })).options.wide).toEqual({ 2: 'course', 3: 'course' });
    expect(counts).toMatchObject({ create: 3, refused: 1 });
    expect(reasons(rows).at(-1)).toBe('notInCourse');
  });

  it('is read as a list again when its columns are no marks', async () => {
    const { read } = await open(sheet);
    expect((await read({ wide: {} }, 'scores')).rows.map(({ line }) => line)).toEqual([2, 3]);
  });
});

describe('a file with headings that were imported before', () => {
  it('is told how that one was read, and not before that one was written', async () => {
    const lines = ['Α.Μ.;Επώνυμο;Όνομα;Είδος', 'V1;Ωμέγα;Άννα;1'];
    const first = await open(lines, 'first.csv');
    const options = { translations: { sex: { 1: 'Κορίτσι' } }, defaults: { level: 'Β' } };
    const mapping = ['studentNo' as const, 'familyEl' as const, 'givenEl' as const, 'sex' as const];
    await admin.job('imports.preview', { id: first.id, mapping, options: { ...options, edits: { '1:1': 'Ψι' }, allOrNothing: true } });
    const second = await open([lines[0] ?? '', 'V2;Ωμέγα;Βίκτωρ;1'].map((line, i) => `${line};${i === 0 ? 'What to mend' : 'the sex'}`), 'second.csv');
    await second.read();
    expect((await admin.call('imports.get', { id: second.id })).earlier).toBeNull();
    await first.commit();
    const { earlier } = await admin.call('imports.get', { id: second.id });
    expect(earlier).toMatchObject({ fileName: 'first.csv', target: 'students', mapping, options: { ...options, edits: {}, allOrNothing: false } });
    await admin.job('imports.preview', { id: second.id, target: 'students', mapping: earlier?.mapping ?? null, options: earlier?.options ?? null });
    expect((await admin.call('imports.rows', { id: second.id })).rows[0]?.cells).toEqual(expect.arrayContaining([{ field: 'sex', before: null, after: 'female' }, { field: 'level', before: null, after: 'Β' }]));
  });
});

describe('refused rows as a file', () => {
  const problemsOf = async (id: string, format: 'csv' | 'xlsx', language: 'el' | 'en') => {
    await admin.call('auth.confirm', { password });
    const { fileId, name, rows } = await admin.job('imports.problems', { id, format, language });
    return { rows, name, content: new Uint8Array((await admin.call('files.download', { fileId })).content) };
  };

  it('has the headings of the file, the refused lines as they stand there, and what is wrong', async () => {
    const { id, read } = await open(['Μαθητές', ...people], 'μαθητές.csv');
    await read({ translations: { sex: { 1: 'Κορίτσι', 2: 'Αγόρι' } } });
    const { name, content, rows } = await problemsOf(id, 'csv', 'el');
    expect([name, rows]).toEqual(['μαθητές (προς διόρθωση).csv', 1]);
    expect(new TextDecoder().decode(content).split('\r\n').slice(0, 2)).toEqual([
      'Α.Μ.;Επώνυμο;Όνομα;Φύλο;Ημ/νία γέννησης;Τι χρειάζεται διόρθωση', 'W2;Βήτα;Βίκτωρ;2;31/2/2011;Ημ/νία γέννησης: το «31/2/2011» δεν διαβάζεται ως ημερομηνία',
    ]);
  });

  it('has none where no row is refused', async () => {
    const { id, read } = await open(['Α.Μ.;Επώνυμο;Όνομα', 'W9;Άλφα;Άννα']);
    await read();
    await admin.call('auth.confirm', { password });
    await expect(admin.job('imports.problems', { id, format: 'csv', language: 'en' })).rejects.toMatchObject({ failure: { messageKey: 'import.noProblems' } });
  });

  it('is refused in the same way when nothing in it was mended', async () => {
    const sex = fc.constantFrom('Α', '1', '=1+1', ''), date = fc.constantFrom('3/5/2011', '31/2/2011', 'χθες', '#N/A', '');
    const name = fc.constantFrom('Δέλτα', '-', ' Έψιλον ', '', '="Ζήτα"', 'Ή;τα');
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(name, sex, date), { minLength: 1, maxLength: 8 }), fc.constantFrom('csv' as const, 'xlsx' as const), fc.constantFrom('el' as const, 'en' as const), async (cells, format, language) => {
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const first = await open(['Α.Μ.;Επώνυμο;Όνομα;Φύλο;Ημ/νία γέννησης', ...cells.map((row, i) => ['P' + i, row[0], 'Νίκη', row[1], row[2]].map(quoted).join(';'))]);
      const { counts, rows } = await first.read();
      if (counts.refused === 0) return;
      const made = await problemsOf(first.id, format, language);
      const second = await (await open(made.content, `again.${format}`)).read();
      expect(second.counts).toEqual({ create: 0, change: 0, same: 0, refused: counts.refused });
      const told = (refused: typeof rows) => refused.filter(({ fate }) => fate === 'refused').map(({ label, problems }) => ({ label, problems }));
      expect(told(second.rows)).toEqual(told(rows));
    }), { numRuns: 12 });
  });
});
