import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findProcedure, procedureNames, type ProcedureName } from '#contract/index.ts';
import { roleNames } from '#contract/roles-built-in.ts';
import { readFileContent } from '../../src/main/core/files/index.ts';
import { updatePerson } from '../../src/main/core/people/repo-students.ts';
import type { Caller } from '../fixtures/core.ts';
import { canReadPdf, readPdfText, readXlsxText, readZipText } from './read-made-files.ts';
import { samples, type Aim } from './samples.ts';
import { openPlantedSchool, type Member, type PlantedSchool } from './school.ts';

/** Stands in every text of the records that are out of the callers' scope, and nowhere else. */
const canary = 'ΚΑΝΑΡΙΝΙ';
/** The same canary as search keys fold it. */
const forms = [canary, canary.toLowerCase(), 'kanarini', 'καναρινι'];

/** Names of courses, sections and class divisions are the school's own, not a person's: everybody who may see its structure sees them. */
const ofTheSchool = new Set(['Section', 'Course', 'Level', 'Division']);
const logs: string[] = [];
const events: string[] = [];
let school: PlantedSchool;
let office: Caller;
let narrow: Member[];
beforeAll(async () => {
  school = await openPlantedSchool((field) => `${ofTheSchool.has(field) ? 'Δομή' : canary} ${field}`, { log: (...line) => { logs.push(JSON.stringify(line)); } });
  school.core.subscribe((event) => { events.push(JSON.stringify(event)); });
  office = school.member('administrator').open({ confirmed: true });
  await office.job('backups.run', {});
  narrow = [school.member('teacher'), school.member('departmentHead'), ...roleNames.filter((role) => role !== 'teacher').map((role) => school.member(role, 'sections')),
    ...(['department', 'homeroom', 'self'] as const).map((scope) => school.member('administrator', scope))];
});
afterAll(() => school.close());

const started = z.object({ jobId: z.string() });
const madeFile = z.object({ fileId: z.string() });

/** Everything that a call tells its caller: the answer or the error, for a job its result, and the text of a file that it made. */
async function everythingTold(session: Caller, name: ProcedureName, input: object): Promise<string> {
  const answer = await session.answer(name, input as never);
  const told = [JSON.stringify(answer, (_key, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value))];
  const job = answer.ok ? started.safeParse(answer.value) : null;
  if (job?.success) {
    const read = () => office.call('jobs.get', { id: job.data.jobId });
    let state = await read();
    while (state.state === 'running') { await sleep(5); state = await read(); }
    told.push(JSON.stringify(state));
    const made = madeFile.safeParse(state.result);
    if (made.success) told.push(await readMade(made.data.fileId));
  }
  return told.join('\n');
}

async function readMade(fileId: string): Promise<string> {
  const { reader } = school.environment;
  const file = reader.get<{ hash: string; name: string }>('SELECT hash, name FROM stored_file WHERE id = ?', [fileId]);
  const content = file && readFileContent(reader, file.hash);
  if (!file || !content) return '';
  if (file.name.endsWith('.pdf')) return readPdfText(content);
  if (file.name.endsWith('.zip')) return readZipText(content);
  return file.name.endsWith('.xlsx') ? readXlsxText(content) : Buffer.from(content).toString('utf8');
}

/** Leaving the school for the demonstration has a test of its own, in the role matrix. */
const calls = procedureNames.filter((name) => name !== 'setup.demonstration');
/** Samples of changes write other names over the marked ones: put the mark back. */
const markOutside = () => school.plant((db) => updatePerson(db, school.outside.personId, {
  familyEl: `${canary} StudentFamilyEl`, givenEl: `${canary} StudentGivenEl`, familyLatin: `${canary} Latin`, givenLatin: `${canary} Latin`,
}));

const leaksIn = (text: string) => forms.some((form) => text.includes(form));

describe('the search for leaks', () => {
  it('would find one: the office is told all of it', async () => {
    expect(leaksIn(await everythingTold(office, 'students.list', { filter: { status: 'all' } }))).toBe(true);
    expect(leaksIn(await everythingTold(office, 'exports.table', { format: 'xlsx', columns: ['familyEl'], language: 'el', list: { table: 'students', filter: { status: 'all' } } }))).toBe(true);
    if (canReadPdf) expect(leaksIn(await everythingTold(office, 'documents.classList', { language: 'el', filter: { status: 'all' } }))).toBe(true);
  });
});

describe('nothing of a record out of scope', () => {
  it('stands in an export in either format, or in a printed list', async () => {
    const teacher = school.member('registrar', 'sections').open({ confirmed: true });
    const columns = ['studentNo', 'familyEl', 'givenEl', 'familyLatin', 'fatherEl', 'level', 'division', 'email', 'phone'] as const;
    for (const format of ['csv', 'xlsx'] as const) {
      const told = await everythingTold(teacher, 'exports.table', { format, columns, language: 'el', list: { table: 'students', filter: { status: 'all' } } });
      expect(told).toContain('Εντός StudentFamilyEl');
      expect(leaksIn(told)).toBe(false);
    }
    const told = await everythingTold(teacher, 'documents.classList', { language: 'el', filter: { status: 'all' } });
    if (canReadPdf) expect(told).toContain('Εντός');
    expect(leaksIn(told)).toBe(false);
  });

  it('is told to anyone of narrow scope, by any procedure, on their own records or on others', async () => {
    const stranger = school.member('viewer');
    const found: string[] = [];
    for (const member of narrow) {
      for (const name of calls) {
        markOutside();
        for (const isInside of [true, false]) {
          const aim: Aim = { school, office, member, stranger, isInside };
          const input: object = await samples[name](aim);
          // A caller who types the canary gets their own word back, as in a refused search: that is no leak.
          if (leaksIn(JSON.stringify(input))) continue;
          const told = await everythingTold(member.open({ confirmed: true }), name, input);
          if (leaksIn(told)) found.push(`${name} as ${member.title}, ${isInside ? 'in scope' : 'out of scope'}`);
        }
      }
    }
    expect(found).toEqual([]);
  }, 900_000);

  it('is found by searching for it', async () => {
    for (const member of narrow.filter(({ role }) => role !== 'administrator')) {
      const session = member.open({ confirmed: true });
      for (const text of [canary, 'kanarini', 'ΚΑΝΑΡΙΝΙ StudentFamilyEl', school.outside.studentNo]) {
        const answer = await session.answer('search.students', { text, limit: 50 });
        if (answer.ok) expect([member.title, answer.value.hits]).toEqual([member.title, []]);
        const list = await session.answer('students.list', { filter: { text, status: 'all' } });
        if (list.ok) expect([member.title, list.value.total]).toEqual([member.title, 0]);
      }
    }
  });
});

describe('nobody of any scope', () => {
  it('finds a record named in an event or in the log', async () => {
    const session = school.member('administrator').open({ confirmed: true });
    const aim: Aim = { school, office, member: narrow[0] ?? school.member('viewer'), stranger: school.member('viewer'), isInside: false };
    for (const name of calls) if (findProcedure(name)?.lane !== 'vault') await session.answer(name, await samples[name](aim) as never);
    expect(events.length).toBeGreaterThan(20);
    expect(events.filter(leaksIn)).toEqual([]);
    expect(logs.filter(leaksIn)).toEqual([]);
  }, 120_000);
});
