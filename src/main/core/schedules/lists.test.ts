import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '#contract/index.ts';
import { newFolder, openTestCore, studentForm, type TestCore } from '../../../../tests/fixtures/core.ts';
import { checkBundle, readBundle } from '../oneroster/index.ts';
import { academicYear, course, grant, homeroom, postedGrade, schedule, section, sectionEnrolment } from '../store/schema/index.ts';
import { columnsOf } from './repo.ts';
import { scheduleDraft } from './testing-schedule.ts';

type Draft = Input<'schedules.save'>['schedule'];
type TableInput = Extract<Draft['work'], { procedure: 'exports.table' }>['input'];

/** Half past midnight on 1 December in Honolulu, and on the 2nd in Kiritimati. */
const now = Date.parse('2026-12-01T10:30:00Z');
const folder = newFolder();
let school: TestCore;
let adminId: string, yearId: string, termId: string;

beforeAll(async () => {
  school = await openTestCore({ clock: () => now });
  adminId = (await school.admin.call('auth.me', {})).user.id;
  yearId = (await school.admin.call('students.facets', {})).years[0]!.id;
  termId = school.environment.reader.get<{ id: string }>(`SELECT id FROM term WHERE type <> 'year' ORDER BY startDate LIMIT 1`)!.id;
  const studentIds: string[] = [];
  for (const studentNo of ['1', '2']) {
    const { id } = await school.admin.call('students.create', { details: studentForm({ studentNo }), enrolment: { level: 'Α', division: 'Α1', yearId, entryDate: '2026-09-11' } });
    studentIds.push(id);
  }
  school.plant((db) => {
    const courseId = db.insert(course, { code: 'ΑΛΓ', nameEl: 'Άλγεβρα', nameEn: 'Algebra', credits: 1, weeklyHours: 4 });
    const sectionId = db.insert(section, { courseId, yearId, code: 'ΑΛΓ-Α1', level: 'Α', division: 'Α1' });
    for (const studentId of studentIds) db.insert(sectionEnrolment, { sectionId, studentId, startDate: '2026-09-11' });
    const scaleId = db.get<{ id: string }>(`SELECT id FROM scale WHERE kind = 'greek20'`)!.id;
    db.insert(postedGrade, { sectionId, termId, studentId: studentIds[0]!, scaleId, value: 17 });
    db.insert(homeroom, { yearId, level: 'Α', division: 'Α1' });
  });
  for (const [date, description] of [['2026-10-01', 'Τζάμι'], ['2026-11-30', 'Καβγάς'], ['2026-12-01', 'Πτώση']] as const) {
    await school.admin.call('incidents.save', { incident: { date, description, kind: 'other', severity: 1, place: null, action: null, status: 'closed', students: [{ studentId: studentIds[0]!, role: 'involved' }] } });
  }
});
afterAll(() => school.close());

async function saved(work: Draft['work'], more: Partial<Draft> = {}): Promise<string> {
  return (await school.admin.call('schedules.save', { schedule: scheduleDraft(adminId, folder, { work, ...more }) })).id;
}
const ofList = (list: TableInput['list'], format: TableInput['format'] = 'csv'): Draft['work'] => ({ procedure: 'exports.table', input: { list, format, language: 'el' } });
async function run(id: string): Promise<{ fileName: string; content: Buffer; lines: string[] }> {
  const done = await school.admin.job('schedules.runNow', { id });
  expect(done).toMatchObject({ state: 'done', failure: null });
  const fileName = done.fileName ?? '';
  const content = readFileSync(join(folder, fileName));
  return { fileName, content, lines: content.toString('utf8').trim().split('\r\n').slice(1) };
}

describe('a list by schedule', () => {
  it.each<[TableInput['list'], RegExp, number]>([
    [{ table: 'guardians' }, /^Κηδεμόνες/, 0], [{ table: 'staff' }, /^Προσωπικό/, 0], [{ table: 'courses' }, /^Μαθήματα/, 1], [{ table: 'sections' }, /^Μαθήματα τμημάτων/, 1], [{ table: 'homerooms' }, /^Τμήματα/, 1],
    [{ table: 'results', termId: 'latest' }, /^Αποτελέσματα Α΄ τετράμηνο 2026-27/, 2], [{ table: 'results' }, /^Αποτελέσματα 2026-27/, 2], [{ table: 'classResults', level: 'Α', division: 'Α1', termId: 'latest' }, /^Βαθμολογία τμήματος/, 2],
    [{ table: 'missingGrades' }, /^Βαθμοί που λείπουν 2026-27/, 1], [{ table: 'incidents', status: 'all', days: 'thisYear' }, /^Συμβάντα/, 3],
    [{ table: 'interventions' }, /^Παρεμβάσεις/, 0], [{ table: 'highlights', days: 'thisMonth' }, /^Διακρίσεις/, 0], [{ table: 'documents' }, /^Μητρώο εγγράφων/, 0], [{ table: 'accounts' }, /^Λογαριασμοί/, 1],
    [{ table: 'attendance', days: 'lastWeek', target: { kind: 'division', level: 'Α', division: 'Α1' } }, /23-11-2026 – 29-11-2026/, 2],
  ])('%j lies in the folder with its usual columns', async (list, name, rows) => {
    const { fileName, lines } = await run(await saved(ofList(list)));
    expect(fileName).toMatch(name);
    expect(lines).toHaveLength(rows);
  });

  it.each<[string, string]>([['Pacific/Honolulu', 'Καβγάς'], ['Pacific/Kiritimati', 'Πτώση']])('takes its days in the time of %s', async (timeZone, expected) => {
    const { lines } = await run(await saved(ofList({ table: 'incidents', status: 'all', days: 'yesterday' }), { timeZone }));
    expect(lines).toEqual([expect.stringContaining(expected)]);
  });

  it('opens in Excel, with the columns that were chosen', async () => {
    const { content } = await run(await saved({ procedure: 'exports.table', input: { list: { table: 'sections' }, format: 'xlsx', language: 'el', columns: ['course', 'code'] } }));
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(content).buffer);
    expect(book.worksheets[0]?.getRow(2).values).toEqual([undefined, 'Άλγεβρα', 'ΑΛΓ-Α1']);
  });

  it('that was saved before there were relative days runs unchanged', async () => {
    const planted = (list: Record<string, unknown>) => school.plant((db) => db.insert(schedule, {
      ...columnsOf({ ...scheduleDraft(adminId, folder), work: { procedure: 'exports.table', input: { list: { table: 'accounts', text: '', state: 'all', role: null }, format: 'csv', columns: null, language: 'el', disclosure: null } } } as Parameters<typeof columnsOf>[0]),
      input: JSON.stringify({ list, format: 'csv', columns: null, language: 'el', disclosure: null }),
    }));
    expect((await run(planted({ table: 'incidents', studentId: null, status: 'all', kind: null, from: '2026-11-01', to: null }))).lines).toHaveLength(2);
    expect((await run(planted({ table: 'homerooms', yearId }))).lines).toHaveLength(1);
  });
});

describe('the bundle by schedule', () => {
  const bundle: Draft['work'] = { procedure: 'exports.oneRoster', input: { language: 'el', demographics: false } };

  it('lies in the folder and departs from the format in nothing', async () => {
    const { fileName, content } = await run(await saved(bundle));
    expect(fileName).toMatch(/^OneRoster 2026-27 .*\.zip$/);
    expect(await checkBundle(new Uint8Array(content))).toEqual([]);
    const { records } = (await readBundle(new Uint8Array(content))).bundle;
    expect(records.classes.map(({ title }) => title)).toHaveLength(2);
    expect(records.demographics).toHaveLength(0);
  });

  it('is of the whole school only for who sees it whole', async () => {
    const registrar = await school.as('registrar');
    const registrarId = (await registrar.call('auth.me', {})).user.id;
    const { id } = await registrar.call('schedules.save', { schedule: scheduleDraft(registrarId, folder, { work: bundle }) });
    await run(id);
    school.plant((db) => { for (const each of db.all<{ id: string }>('SELECT id FROM role_grant WHERE userId = ?', [registrarId])) db.update(grant, each.id, { scope: 'self' }); });
    expect(await school.admin.job('schedules.runNow', { id })).toMatchObject({ state: 'failed', failure: { messageKey: 'runAsForbidden' } });
  });
});

describe('the open year', () => {
  it('is the one at the time of the run; without one, that is why it failed', async () => {
    const ids = [await saved(ofList({ table: 'homerooms' })), await saved({ procedure: 'exports.oneRoster', input: { language: 'el' } }), await saved(ofList({ table: 'results', termId: 'latest' }))];
    school.plant((db) => db.update(academicYear, yearId, { status: 'closed' }));
    for (const id of ids) expect(await school.admin.job('schedules.runNow', { id })).toMatchObject({ state: 'failed', failure: { messageKey: 'noOpenYear' } });
    school.plant((db) => {
      const next = db.insert(academicYear, { label: '2027-28', startDate: '2027-09-11', endDate: '2028-06-15', status: 'open' });
      for (const division of ['Β1', 'Β2']) db.insert(homeroom, { yearId: next, level: 'Β', division });
    });
    const [homerooms, roster, results] = [await run(ids[0]!), await run(ids[1]!), await run(ids[2]!)];
    expect(homerooms.lines.map((line) => line.split(';').slice(0, 2).join(' '))).toEqual(['Β Β1', 'Β Β2']);
    expect(roster.fileName).toContain('2027-28');
    expect(results.fileName).toContain('Αποτελέσματα 2027-28');
  });
});
