import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOffice, type Office } from '../../../../../tests/fixtures/office.ts';
import { checkBundle, readBundle, type Bundle } from '../../oneroster/index.ts';
import { plantRoster } from './testing-roster.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await plantRoster(office);
});
afterAll(() => office.close());

async function exported(more: object = {}): Promise<{ content: Uint8Array; bundle: Bundle; made: { rows: number; students: number; leftOut: number; name: string } }> {
  const made = await office.job('exports.oneRoster', { language: 'el', results: true, ...more });
  const content = new Uint8Array((await office.call('files.download', { fileId: made.fileId })).content);
  return { content, bundle: (await readBundle(content)).bundle, made };
}

describe('a year as a bundle', () => {
  it('departs from the format in nothing', async () => {
    const { content, made } = await exported();
    expect(await checkBundle(content)).toEqual([]);
    expect(made).toMatchObject({ students: 2, leftOut: 0 });
    expect(made.name).toMatch(/^OneRoster 2026-27 \d{4}-\d{2}-\d{2}\.zip$/);
  });

  it('tells of the school what it has', async () => {
    const { records } = (await exported()).bundle;
    expect(records.academicSessions.map(({ type }) => type)).toEqual(['schoolYear', 'semester', 'semester']);
    expect(records.classes.map(({ classType, classCode, grades }) => [classType, classCode, grades])).toEqual([['scheduled', 'MATH-Α1', 'Α'], ['homeroom', 'Α1', 'Α']]);
    expect(records.users.map(({ familyName, givenName, identifier }) => [familyName, givenName, identifier])).toEqual([
      ['Δήμου', 'Άννα', 'T1'], ['Παπά', 'Ελένη', '001'], ['Ρήγας', '=Νίκος', '002'], ['Παπά', 'Μαρία', ''],
    ]);
    expect(records.users[1]).toMatchObject({ grades: 'Α', email: '001@sch.example', sms: '6900000000', 'metadata.fatherName': 'Γεώργιος', 'metadata.agentRelations': 'mother' });
    expect(records.roles.filter(({ role }) => role === 'student').map(({ beginDate, endDate }) => [beginDate, endDate])).toEqual([['2026-09-11', ''], ['2026-09-11', '']]);
    expect(records.enrollments.map(({ role }) => role).sort()).toEqual(['student', 'student', 'student', 'student', 'teacher', 'teacher']);
    expect(records.results.map(({ scoreStatus, score }) => [scoreStatus, score])).toEqual([['fully graded', '18.5'], ['not submitted', '']]);
  });

  it('says nothing of a guardian who must keep away', async () => {
    const { content } = await exported();
    expect(Object.values(unzipSync(content)).map((bytes) => strFromU8(bytes)).join()).not.toContain('Μακριά');
  });

  it('leaves out what was not asked for', async () => {
    const { bundle: { records } } = await exported({ guardians: false, demographics: false, results: false });
    expect([records.demographics.length, records.results.length, records.lineItems.length]).toEqual([0, 0, 0]);
    expect(records.users.every(({ agentSourcedIds }) => agentSourcedIds === '')).toBe(true);
    expect(records.users).toHaveLength(3);
  });

  it('leaves out who opted out of directories, and writes down who was told of', async () => {
    const { rows: [student] } = await office.call('students.list', { filter: { text: 'Ρήγας' } });
    await office.call('privacy.setOptOut', { studentId: student?.id ?? '', optedOut: true });
    const disclosure = { recipient: 'Εκδότης', purpose: 'Βιβλία', basis: 'directory' as const };
    const { bundle, made } = await exported({ disclosure });
    expect(made).toMatchObject({ students: 1, leftOut: 1 });
    expect(bundle.records.users.map(({ identifier }) => identifier)).toEqual(['T1', '001', '']);
    expect(bundle.records.results).toHaveLength(1);
    expect((await office.call('disclosures.list', {})).rows[0]).toMatchObject({ recipient: 'Εκδότης', studentsTotal: 1 });
    await office.call('privacy.setOptOut', { studentId: student?.id ?? '', optedOut: false });
  });

  it('keeps the same ids from one bundle to the next', async () => {
    expect((await exported()).bundle).toEqual((await exported()).bundle);
  });
});
