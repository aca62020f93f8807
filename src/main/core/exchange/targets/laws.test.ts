import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportTarget } from '#contract/import-targets.ts';
import { plantClasses, plantStudent } from '../../../../../tests/fixtures/classes.ts';
import { readContent, readDerived } from '../../../../../tests/fixtures/content.ts';
import { openTestCore, type TestCore } from '../../../../../tests/fixtures/core.ts';

let school: TestCore;
let bystander = '', entered = 10_000;
beforeAll(async () => {
  school = await openTestCore();
  const { yearId, maths1, history1, maths2 } = plantClasses(school);
  plantStudent(school, '00101', { yearId, division: 'Β1', sections: [maths1, history1] });
  plantStudent(school, '00102', { yearId, division: 'Β2', sections: [maths2] });
  bystander = plantStudent(school, '00500').id;
});
afterAll(() => school.close());

/** `setting` notes when the last backup was made, which may fall into a test. */
const notRecords = new Set(['import_job', 'stored_file', 'setting']);
const state = () => {
  const content = readContent(school.environment.reader);
  return { content: Object.fromEntries(Object.entries(content).filter(([table]) => !notRecords.has(table))), derived: readDerived(school.environment.reader) };
};

const of = (...texts: string[]) => fc.constantFrom(...texts);
const number = of('00101', '00102', '101', '00901', ''), name = of('Επώνυμο00101', 'Δήμου', 'Ρήγα', 'Ριγα', ''), given = of('Μαρία', 'Σοφία', ''), mobile = of('6940001111', '6940002222', 'άγνωστο', '');
const day = of('5/10/2026', '6/10/2026', '30/11/2026', '4/10/2026', ''), classCode = of('ΜΑΘ-Β1', 'ΜΑΘ-Β2', 'ΧΟΡ', 'ΔΕΝ', '');
const course = of('ΜΑΘ', 'ΙΣΤ', 'ΦΥΣ', 'ΒΙΟ', '');

/** What files of each target say, by heading. */
const files = {
  students: { 'Α.Μ.': number, Επώνυμο: name, Όνομα: given, 'Ημ/νία γέννησης': of('3/5/2011', '5/3/2011', '31/2/2010', ''), Τάξη: of('Β', ''), Τμήμα: of('Β1', 'Β2', ''), Κινητό: mobile, 'Επώνυμο κηδεμόνα': name, 'Όνομα κηδεμόνα': given },
  guardians: { 'Α.Μ.': number, 'Επώνυμο κηδεμόνα': name, 'Όνομα κηδεμόνα': given, Σχέση: of('Πατέρας', 'Μητέρα', ''), 'Κινητό κηδεμόνα': mobile, Επιμέλεια: of('ναι', 'όχι', 'ίσως', '') },
  staff: { 'Κωδικός εκπαιδευτικού': of('700', '701', ''), Επώνυμο: name, Όνομα: given },
  courses: { 'Κωδικός μαθήματος': course, Μάθημα: of('Φυσική', 'Βιολογία', ''), Τάξη: of('Β', 'Γ', ''), Ώρες: of('2', '4', 'πολλές', '') },
  sections: { 'Κωδικός τμήματος': classCode, Μάθημα: course, Τάξη: of('Β', ''), Τμήμα: of('Β1', ''), Αίθουσα: of('12', ''), Χωρητικότητα: of('25', '') },
  places: { 'Α.Μ.': number, 'Κωδικός τμήματος': classCode, Από: day, Έως: day },
  scores: { 'Α.Μ.': number, 'Κωδικός τμήματος': classCode, Αξιολόγηση: of('Τεστ', 'Εργασία', ''), Άριστα: of('20', '100', ''), Βαθμός: of('17,5', '12', '25', 'απών', 'καλά', ''), Σχόλιο: of('Μπράβο', '') },
  attendance: { 'Α.Μ.': number, 'Ημερομηνία': day, 'Κωδικός απουσίας': of('AU', 'L', 'ΧΧ', ''), Σημείωση: of('ασθένεια', '') },
} satisfies Partial<Record<ImportTarget, Record<string, fc.Arbitrary<string>>>>;
type Target = keyof typeof files;
const targets = Object.keys(files) as Target[];

const file = fc.constantFrom(...targets).chain((target) => fc.record({
  target: fc.constant(target), lines: fc.array(fc.record<Record<string, string>>(files[target]), { minLength: 1, maxLength: 6 }),
}));
/** What others do meanwhile, to what the file is not about. */
const edits = fc.array(of('rename', 'enter', 'describe'), { maxLength: 3 });

async function read(target: Target, lines: readonly Record<string, string>[]) {
  const { admin } = school, headings = Object.keys(files[target]);
  const content = new TextEncoder().encode([headings, ...lines.map((line) => headings.map((heading) => line[heading]))].map((cells) => cells.join(';')).join('\r\n'));
  const { fileId } = await admin.call('files.upload', { name: 'file.csv', content });
  const { id } = await admin.call('imports.create', { fileId });
  const { counts } = await admin.job('imports.preview', { id, target });
  return { id, counts, rows: (await admin.call('imports.rows', { id })).rows, rev: (await admin.call('imports.get', { id })).import.rev };
}

/** Does it, and gives what takes it back. */
async function edit(kind: string): Promise<number> {
  const { admin } = school;
  const { rev, details } = await admin.call('students.get', { id: bystander });
  if (kind === 'enter') await admin.call('students.create', { details: { ...details, studentNo: `9${entered += 1}`, familyEl: 'Άσχετος', givenEl: 'Νέος' } });
  else await admin.call('students.update', { id: bystander, rev, details: kind === 'rename' ? { ...details, preferred: `${details.preferred ?? ''}α` } : { ...details, birthDate: details.birthDate === '2010-01-01' ? '2010-01-02' : '2010-01-01' } });
  return (await admin.call('history.list', { limit: 1 })).rows[0]?.id ?? 0;
}

describe('whatever a file says, of whatever it is about', () => {
  it('once written it changes nothing the second time, and taken back it leaves the records as they were, whatever else was done meanwhile', async () => {
    let written = 0;
    await fc.assert(fc.asyncProperty(file, edits, async ({ target, lines }, meanwhile) => {
      const { admin } = school, before = state();
      const first = await read(target, lines);
      if (first.counts.create + first.counts.change === 0) return;
      written += 1;
      const { late } = await admin.job('imports.commit', { id: first.id, rev: first.rev });
      // What was refused, before or when it was written, was not taken in, and may now be possible.
      const isTaken = (line: number) => first.rows.some((row) => row.line === line && row.fate !== 'refused') && !late.some((each) => each.line === line);
      const again = (await read(target, lines)).rows.filter(({ line, fate }) => isTaken(line) && (fate === 'create' || fate === 'change'));
      expect(again, target).toEqual([]);
      const done: number[] = [];
      for (const kind of meanwhile) done.push(await edit(kind));
      expect(await admin.job('imports.undo', { id: first.id })).toMatchObject({ keptTotal: 0 });
      for (const changeSet of done.toReversed()) await admin.call('history.undo', { id: changeSet });
      expect(state()).toEqual(before);
    }), { numRuns: 120 });
    expect(written).toBeGreaterThan(20);
  }, 240_000);
});
