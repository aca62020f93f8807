import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportTable, tableNames, type TableName } from '#contract/export-tables.ts';
import { exportFormats, type ExportFormat } from '#contract/exports.ts';
import { roleNames, roles } from '#contract/roles-built-in.ts';
import { readFileContent } from '../../src/main/core/files/index.ts';
import { grant } from '../../src/main/core/store/schema/index.ts';
import type { Caller } from '../fixtures/core.ts';
import { exportLists } from './export-lists.ts';
import { canReadPdf, readPdfText, readXlsxText } from './read-made-files.ts';
import type { Aim } from './samples.ts';
import { openPlantedSchool, type Member, type PlantedSchool } from './school.ts';

/** Stands in every text of the records that are out of the narrow callers' scope; names of the school's own structure are no secret. */
const canary = 'ΚΑΝΑΡΙΝΙ';
const forms = [canary, canary.toLowerCase(), 'kanarini', 'καναρινι'];
const ofTheSchool = new Set(['Section', 'Course', 'Level', 'Division']);
let school: PlantedSchool;
let office: Caller;
beforeAll(async () => {
  school = await openPlantedSchool((field) => `${ofTheSchool.has(field) ? 'Δομή' : canary} ${field}`);
  office = school.member('administrator').open({ confirmed: true });
});
afterAll(() => school.close());

const aimOf = (member: Member, isInside: boolean): Aim => ({ school, office, member, stranger: member, isInside });
async function textOf(fileId: string, format: ExportFormat): Promise<string> {
  const hash = school.environment.reader.get<{ hash: string }>('SELECT hash FROM stored_file WHERE id = ?', [fileId])?.hash ?? '';
  const content = readFileContent(school.environment.reader, hash) ?? new Uint8Array();
  if (format === 'pdf') return readPdfText(content);
  return format === 'xlsx' ? readXlsxText(content) : Buffer.from(content).toString('utf8');
}
async function told(caller: Caller, table: TableName, aim: Aim, format: ExportFormat = 'json', columns: string[] | null = Object.keys(exportTable(table).columns)): Promise<string> {
  const { fileId, name } = await caller.job('exports.table', { list: exportLists[table](aim), format, language: 'el', columns });
  expect(name).toMatch(new RegExp(`^${exportTable(table).el}.* \\d{4}-\\d{2}-\\d{2}\\.${format}$`));
  return textOf(fileId, format);
}
/** Lists in which the planted families stand by name. */
const named = tableNames.filter((table) => exportTable(table).isAboutStudents);
/** Asked for by its id, so that out of scope it looks as if it were not there. */
const ofOneSection: readonly TableName[] = ['roster', 'gradebook', 'attendance'];

describe('every list', () => {
  it.each(tableNames)('%s is written in each format with all its columns, and with the usual ones', async (table) => {
    const aim = aimOf(school.member('administrator'), true);
    for (const format of exportFormats) {
      for (const columns of [null, Object.keys(exportTable(table).columns)]) {
        const text = await told(office, table, aim, format, columns);
        if (format === 'json') expect(JSON.parse(text)).toBeInstanceOf(Array);
        if (format !== 'pdf' || canReadPdf) expect(text.length).toBeGreaterThan(2);
        // In narrow columns of a page a name is broken over lines.
        if (named.includes(table) && format !== 'pdf') expect(text).toContain('Εντός');
      }
    }
  });

  it.each(tableNames)('%s needs what its screen needs besides the right to export', async (table) => {
    const { permission } = exportTable(table);
    for (const role of roleNames.filter((each) => roles[each].permissions.includes('exports:run') && !roles[each].permissions.includes(permission))) {
      const member = school.member(role);
      await expect(told(member.open({ confirmed: true }), table, aimOf(member, true))).rejects.toMatchObject({ failure: { code: 'forbidden' } });
    }
    const { id: role } = await office.call('roles.save', {
      id: null, rev: null, role: { nameEl: `Εξαγωγή ${table}`, nameEn: `Export ${table}`, purpose: null, permissions: ['exports:run'], fieldClasses: ['ordinary'], defaultScope: 'school' },
    });
    const member = school.member('viewer');
    school.plant((db) => {
      for (const { id } of db.all<{ id: string }>('SELECT id FROM role_grant WHERE userId = ?', [member.userId])) db.remove(grant, id);
      db.insert(grant, { userId: member.userId, role, scope: 'school', orgId: null });
    });
    const answer = told(member.open({ confirmed: true }), table, aimOf(member, true));
    if (permission === 'students:view') await expect(answer).resolves.toContain('Εντός');
    else await expect(answer).rejects.toMatchObject({ failure: { code: 'forbidden' } });
  });
});

describe('nothing out of scope', () => {
  it('would go unnoticed: to the office every list about students tells of both families', async () => {
    for (const table of named) {
      const text = await told(office, table, aimOf(school.member('administrator'), false));
      expect([table, forms.some((form) => text.includes(form))]).toEqual([table, true]);
    }
  });

  it.each(['sections', 'department', 'homeroom', 'self'] as const)('stands in a list that is exported within %s', async (scope) => {
    for (const role of ['administrator', 'registrar', 'principal'] as const) {
      const member = school.member(role, scope);
      const caller = member.open({ confirmed: true });
      for (const table of tableNames.filter((each) => roles[role].permissions.includes(exportTable(each).permission))) {
        for (const isInside of [true, false]) {
          const answer = told(caller, table, aimOf(member, isInside)).catch((error: { failure?: { code: string } }) => error.failure?.code ?? String(error));
          const text = await answer;
          expect([table, forms.some((form) => text.includes(form))]).toEqual([table, false]);
          if (!isInside && ofOneSection.includes(table)) expect([table, text]).toEqual([table, 'notFound']);
        }
      }
    }
  });

  it('comes in by a wider right to look: what may be exported ends where the right to export ends', async () => {
    const member = school.member('registrar', 'sections');
    school.plant((db) => db.insert(grant, { userId: member.userId, role: 'viewer', scope: 'school', orgId: null }));
    const caller = member.open({ confirmed: true });
    expect((await caller.call('students.list', { filter: { status: 'all' } })).total).toBeGreaterThan(1);
    for (const table of ['students', 'results', 'classResults'] as const) {
      const text = await told(caller, table, aimOf(member, true));
      expect(text).toContain('Εντός');
      expect([table, forms.some((form) => text.includes(form))]).toEqual([table, false]);
    }
  });
});

describe('field classes', () => {
  it('are those of the right to export: contacts are in no file of somebody to whom it does not show them', async () => {
    const save = (name: string, permissions: ('exports:run' | 'guardians:view' | 'students:view')[], fieldClasses: ('ordinary' | 'contact')[]) => office.call('roles.save', {
      id: null, rev: null, role: { nameEl: name, nameEn: name, purpose: null, permissions, fieldClasses, defaultScope: 'school' },
    });
    const { id: exporter } = await save('Εξάγει', ['exports:run'], ['ordinary']);
    const { id: looker } = await save('Βλέπει', ['guardians:view', 'students:view'], ['ordinary', 'contact']);
    const member = school.member('viewer');
    school.plant((db) => { for (const role of [exporter, looker]) db.insert(grant, { userId: member.userId, role, scope: 'school', orgId: null }); });
    const caller = member.open({ confirmed: true });
    for (const table of ['students', 'guardians'] as const) {
      expect(await told(office, table, aimOf(member, true))).toContain('"email":"');
      const text = await told(caller, table, aimOf(member, true));
      expect(text).toContain('Εντός');
      expect(text).not.toMatch(/"(email|phone|mobile)"/);
    }
    await expect(caller.job('exports.table', { list: { table: 'students' }, format: 'csv', language: 'el', columns: ['email'] })).rejects.toMatchObject({ failure: { code: 'forbidden' } });
  });
});

describe('what is asked for', () => {
  it('is refused where no table has such a column', async () => {
    expect(await office.answer('exports.table', { list: { table: 'staff' }, format: 'csv', language: 'el', columns: ['code', 'email'] }))
      .toMatchObject({ ok: false, error: { code: 'invalidInput', fields: [{ path: 'columns.1' }] } });
  });
  it('keeps the order of the columns', async () => {
    const [row] = JSON.parse(await told(office, 'students', aimOf(school.member('viewer'), true), 'json', ['givenEl', 'studentNo', 'familyEl'])) as Record<string, unknown>[];
    expect(Object.keys(row ?? {})).toEqual(['givenEl', 'studentNo', 'familyEl']);
  });
});
