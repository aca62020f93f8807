import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { checkBundle } from './check-bundle.ts';
import { readBundle } from './read-bundle.ts';
import { emptyBundle, makeRecord, type Bundle } from './rules/model.ts';
import { writeBundle } from './write-bundle.ts';

/** A small school that uses every file. */
function smallSchool(names: { family: string; given: string } = { family: 'Παπαδοπούλου', given: 'Ελένη' }): Bundle {
  const bundle = emptyBundle();
  bundle.source = { systemName: 'Rollbook', systemCode: 'rollbook' };
  const { records } = bundle;
  records.academicSessions = [
    makeRecord('academicSessions', { sourcedId: 'y', title: '2026-27', type: 'schoolYear', startDate: '2026-09-11', endDate: '2027-06-15', schoolYear: '2027' }),
    makeRecord('academicSessions', { sourcedId: 't', title: 'Α΄ τετράμηνο', type: 'semester', startDate: '2026-09-11', endDate: '2027-01-20', parentSourcedId: 'y', schoolYear: '2027' }),
  ];
  records.orgs = [makeRecord('orgs', { sourcedId: 'o', name: 'Γυμνάσιο, "το πρώτο"', type: 'school' })];
  records.courses = [makeRecord('courses', { sourcedId: 'c', title: 'Μαθηματικά', courseCode: 'MATH', orgSourcedId: 'o', schoolYearSourcedId: 'y' })];
  records.classes = [makeRecord('classes', { sourcedId: 'k', title: 'Μαθηματικά Α1', courseSourcedId: 'c', classType: 'scheduled', schoolSourcedId: 'o', termSourcedIds: 'y,t' })];
  records.users = [
    makeRecord('users', { sourcedId: 'u', enabledUser: 'true', username: 's1', givenName: names.given, familyName: names.family, agentSourcedIds: 'g', primaryOrgSourcedId: 'o' }),
    makeRecord('users', { sourcedId: 'g', enabledUser: 'true', username: 'g1', givenName: 'Άννα', familyName: names.family }),
  ];
  records.roles = [
    makeRecord('roles', { sourcedId: 'ru', userSourcedId: 'u', roleType: 'primary', role: 'student', orgSourcedId: 'o' }),
    makeRecord('roles', { sourcedId: 'rg', userSourcedId: 'g', roleType: 'primary', role: 'parent', orgSourcedId: 'o' }),
  ];
  records.enrollments = [makeRecord('enrollments', { sourcedId: 'e', classSourcedId: 'k', schoolSourcedId: 'o', userSourcedId: 'u', role: 'student', beginDate: '2026-09-11' })];
  records.demographics = [makeRecord('demographics', { sourcedId: 'u', birthDate: '2013-02-28', sex: 'female' })];
  records.categories = [makeRecord('categories', { sourcedId: 'a', title: 'Εργασίες', weight: '0.4' })];
  records.lineItems = [makeRecord('lineItems', {
    sourcedId: 'l', title: 'Άσκηση 1', assignDate: '2026-10-01', dueDate: '2026-10-08', classSourcedId: 'k', categorySourcedId: 'a', gradingPeriodSourcedId: 't',
    resultValueMin: '0', resultValueMax: '20', schoolSourcedId: 'o',
  })];
  records.results = [makeRecord('results', { sourcedId: 'r', lineItemSourcedId: 'l', studentSourcedId: 'u', scoreStatus: 'fully graded', score: '18.5', scoreDate: '2026-10-09' })];
  for (const file of Object.keys(records) as (keyof typeof records)[]) bundle.modes[file] = 'bulk';
  return bundle;
}

/** The bundle's files as texts, changed, zipped again. */
function changed(change: (files: Record<string, string>) => void, bundle = smallSchool()): Uint8Array {
  const files = Object.fromEntries(Object.entries(unzipSync(writeBundle(bundle))).map(([name, bytes]) => [name, strFromU8(bytes)]));
  change(files);
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}
const replace = (file: string, from: string, to: string) => (files: Record<string, string>) => {
  expect(files[file]).toContain(from);
  files[file] = (files[file] ?? '').replace(from, to);
};

describe('what is written', () => {
  it('departs from the format in nothing, and comes back as it was', async () => {
    const bytes = writeBundle(smallSchool());
    expect(await checkBundle(bytes)).toEqual([]);
    expect(await readBundle(bytes)).toEqual({ bundle: smallSchool(), findings: [] });
  });

  it('whatever people are called', async () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map((text) => text.toWellFormed().replaceAll(/[\r\n]/g, ' '));
    await fc.assert(fc.asyncProperty(name, name, async (family, given) => {
      const bytes = writeBundle(smallSchool({ family, given }));
      expect(await checkBundle(bytes)).toEqual([]);
      expect((await readBundle(bytes)).bundle).toEqual(smallSchool({ family, given }));
    }), { numRuns: 30 });
  }, 30_000);

  it('keeps a name that begins like a formula', async () => {
    const { bundle } = await readBundle(writeBundle(smallSchool({ family: '=cmd|A1', given: '+306900000000' })));
    expect(bundle.records.users[0]).toMatchObject({ familyName: '=cmd|A1', givenName: '+306900000000' });
  });

  it('leaves a file without records out, and says so in the manifest', async () => {
    const bundle = smallSchool();
    bundle.records.results = [];
    const files = unzipSync(writeBundle(bundle));
    expect(files['results.csv']).toBeUndefined();
    expect(strFromU8(files['manifest.csv'] ?? new Uint8Array())).toContain('file.results,absent');
  });
});

describe('the checker', () => {
  const cases: [string, (files: Record<string, string>) => void, object][] = [
    ['a wrong order of columns', replace('orgs.csv', 'name,type', 'type,name'), { file: 'orgs', column: 'name', key: 'headerOrder' }],
    ['a column that is not there', replace('orgs.csv', ',identifier', ''), { file: 'orgs', column: 'identifier', key: 'headerMissing' }],
    ['a column of nobody', replace('orgs.csv', 'parentSourcedId', 'parentSourcedId,colour'), { file: 'orgs', column: 'colour', key: 'unknownColumn' }],
    ['a missing value', replace('courses.csv', 'Μαθηματικά', ''), { file: 'courses', line: 2, column: 'title', key: 'required' }],
    ['a word that is none', replace('classes.csv', 'scheduled', 'Scheduled'), { file: 'classes', column: 'classType', key: 'badEnumeration' }],
    ['a day that never was', replace('demographics.csv', '2013-02-28', '2013-02-29'), { file: 'demographics', column: 'birthDate', key: 'badDate' }],
    ['an end before its start', replace('academicSessions.csv', '2027-06-15', '2026-06-15'), { file: 'academicSessions', column: 'endDate', key: 'endsBeforeStart' }],
    ['a number with a comma', replace('results.csv', '18.5', '"18,5"'), { file: 'results', column: 'score', key: 'badNumber' }],
    ['a class of no course', replace('classes.csv', ',c,', ',nowhere,'), { file: 'classes', column: 'courseSourcedId', key: 'refersToNothing', params: { value: 'nowhere' } }],
    ['one of several terms', replace('classes.csv', '"y,t"', '"y,x"'), { file: 'classes', column: 'termSourcedIds', key: 'refersToNothing', params: { value: 'x' } }],
    ['demographics of nobody', replace('demographics.csv', 'u,', 'z,'), { file: 'demographics', column: 'sourcedId', key: 'refersToNothing' }],
    ['the same sourcedId twice', replace('users.csv', 'g,,,true', 'u,,,true'), { file: 'users', line: 3, key: 'sourcedIdTwice' }],
    ['a status in bulk', replace('orgs.csv', 'o,,', 'o,active,'), { file: 'orgs', column: 'status', key: 'blankInBulk' }],
    ['no status in a delta', replace('manifest.csv', 'file.orgs,bulk', 'file.orgs,delta'), { file: 'orgs', column: 'status', key: 'required' }],
    ['a line break in a field', replace('courses.csv', 'Μαθηματικά', '"Μαθη\nματικά"'), { file: 'courses', line: 2, key: 'lineBreakInField' }],
    ['a quote in the middle', replace('courses.csv', 'Μαθηματικά', 'Μαθη"ματικά'), { file: 'courses', line: 2, key: 'badQuotes' }],
    ['a quote that stays open', replace('results.csv', 'fully graded', '"fully graded'), { file: 'results', line: 2, key: 'unclosedQuote' }],
    ['a cell too many', replace('orgs.csv', 'school,,', 'school,,,'), { file: 'orgs', line: 2, key: 'cellCount' }],
    ['a file without rows', (files) => { files['categories.csv'] = 'sourcedId,status,dateLastModified,title,weight\r\n'; }, { file: 'categories', key: 'noRows' }],
    ['a file that was not announced', replace('manifest.csv', 'file.results,bulk', 'file.results,absent'), { file: 'manifest', key: 'fileNotAnnounced' }],
    ['a file that is missing', (files) => { delete files['results.csv']; }, { file: 'manifest', column: 'file.results', key: 'fileMissing' }],
    ['no manifest', (files) => { delete files['manifest.csv']; }, { file: 'manifest', key: 'manifestMissing' }],
    ['a manifest with a hole', replace('manifest.csv', 'file.scoreScales,absent\r\n', ''), { file: 'manifest', column: 'file.scoreScales', key: 'manifestLacks' }],
    ['another version', replace('manifest.csv', 'oneroster.version,1.2', 'oneroster.version,2.0'), { file: 'manifest', key: 'oneRosterVersion' }],
    ['a folder', (files) => { files['data/orgs.csv'] = files['orgs.csv'] ?? ''; delete files['orgs.csv']; }, { file: 'data/orgs.csv', key: 'inFolder' }],
    ['a file of something else', (files) => { files['notes.txt'] = 'x'; }, { file: 'notes.txt', key: 'unknownFile' }],
    ['a name in another case', (files) => { files['Orgs.csv'] = files['orgs.csv'] ?? ''; delete files['orgs.csv']; }, { file: 'Orgs.csv', key: 'unknownFile' }],
  ];
  it.each(cases)('finds %s', async (_name, change, finding) => {
    expect(await checkBundle(changed(change))).toContainEqual(expect.objectContaining(finding));
  });

  it('finds bytes that are no UTF-8', async () => {
    const files = unzipSync(writeBundle(smallSchool()));
    files['orgs.csv'] = Buffer.from(strFromU8(files['orgs.csv'] ?? new Uint8Array()).replace('Γυμνάσιο', '\xe9'), 'latin1');
    expect(await checkBundle(zipSync(files))).toContainEqual(expect.objectContaining({ file: 'orgs', key: 'notUtf8' }));
  });

  it('allows a byte order mark, extensions at the right, and in a delta references to what was sent before', async () => {
    expect(await checkBundle(changed((files) => { files['orgs.csv'] = `\uFEFF${files['orgs.csv'] ?? ''}`; }))).toEqual([]);
    const extended = changed((files) => { files['categories.csv'] = 'sourcedId,status,dateLastModified,title,weight,metadata.colour\r\na,,,Εργασίες,0.4,red\r\n'; });
    expect(await checkBundle(extended)).toEqual([]);
    const delta = emptyBundle();
    delta.source = { systemName: 'x', systemCode: 'y' };
    delta.modes.enrollments = 'delta';
    delta.records.enrollments = [makeRecord('enrollments', { sourcedId: 'e', status: 'tobedeleted', dateLastModified: '2026-11-02T10:00:00.000Z', classSourcedId: 'k', schoolSourcedId: 'o', userSourcedId: 'u', role: 'student' })];
    expect(await checkBundle(writeBundle(delta))).toEqual([]);
    expect((await readBundle(writeBundle(delta))).bundle).toEqual(delta);
  });
});

describe('the reader', () => {
  const old = changed((files) => {
    replace('manifest.csv', 'oneroster.version,1.2', 'oneroster.version,1.1')(files);
    delete files['roles.csv'];
    files['users.csv'] = 'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\n'
      + 'u,active,,TRUE,"o,o2",student,s1,,Ελένη,Παπά,,77,e@x.example,,,g,Α,\nh,active,,true,o,administrator,h1,,Νίκος,Δήμου,,,,,,,,\nn,active,,true,o,student,n1,,,Χωρίς,,,,,,,,\n';
  });

  it('brings users of 1.1 to users and roles of 1.2', async () => {
    const { bundle } = await readBundle(old);
    expect(bundle.version).toBe('1.1');
    expect(bundle.records.users.map(({ sourcedId, primaryOrgSourcedId, enabledUser }) => [sourcedId, primaryOrgSourcedId, enabledUser])).toEqual([['u', 'o', 'true'], ['h', 'o', 'true']]);
    expect(bundle.records.roles.map(({ userSourcedId, role, roleType, orgSourcedId }) => [userSourcedId, role, roleType, orgSourcedId])).toEqual([
      ['u', 'student', 'primary', 'o'], ['u', 'student', 'secondary', 'o2'], ['h', 'siteAdministrator', 'primary', 'o'],
    ]);
  });

  it('tells what it could not take over', async () => {
    const { findings } = await readBundle(old);
    expect(findings).toContainEqual({ file: 'users', line: 4, column: 'givenName', key: 'required', params: {} });
    expect(findings).toContainEqual({ file: 'users', line: 2, column: 'orgSourcedIds', key: 'refersToNothing', params: { value: 'o2' } });
  });

  it('refuses what is no bundle, is cut off or grows out of all bounds', async () => {
    await expect(readBundle(strToU8('PK'))).rejects.toMatchObject({ failure: { messageKey: 'import.damaged' } });
    await expect(readBundle(writeBundle(smallSchool()).subarray(0, 900))).rejects.toMatchObject({ failure: { messageKey: 'import.damaged' } });
    await expect(readBundle(zipSync({ 'word/document.xml': strToU8('<x/>') }))).rejects.toMatchObject({ failure: { messageKey: 'import.notATable' } });
    // The size that the last entry says it has, where the directory of the zip keeps it.
    const bomb = Buffer.from(zipSync({ 'manifest.csv': strToU8('x'), 'users.csv': strToU8('x') }));
    bomb.writeUInt32LE(300 * 1024 * 1024, bomb.lastIndexOf('PK\u0001\u0002', undefined, 'latin1') + 24);
    await expect(readBundle(bomb)).rejects.toMatchObject({ failure: { messageKey: 'import.inflatesTooMuch' } });
  });

  it('takes columns in any order, and says which it knows nothing of', async () => {
    const { bundle, findings } = await readBundle(changed((files) => {
      files['courses.csv'] = 'title,sourcedId,orgSourcedId,colour\r\nΧημεία,c,o,red\r\n';
    }));
    expect(bundle.records.courses).toEqual([makeRecord('courses', { sourcedId: 'c', title: 'Χημεία', orgSourcedId: 'o' })]);
    expect(findings).toEqual([{ file: 'courses', line: 1, column: 'colour', key: 'unknownColumn', params: { value: 'colour' } }]);
  });

  it('knows the column that only 1.2.0 has', async () => {
    const bytes = changed((files) => {
      files['users.csv'] = (files['users.csv'] ?? '').replace('userMasterIdentifier,', 'userMasterIdentifier,resourceSourcedIds,').replaceAll(/(?<=^[ug],.*?),(?=\r)/gm, ',,');
    });
    expect(await checkBundle(bytes)).toEqual([]);
    expect((await readBundle(bytes)).findings).toEqual([{ file: 'users', line: 1, column: 'resourceSourcedIds', key: 'unknownColumn', params: { value: 'resourceSourcedIds' } }]);
  });
});

const data = join(import.meta.dirname, '../../../../../shared/data/oneroster');
const filesIn = (folder: string) => Object.fromEntries(readdirSync(join(data, folder)).map((name) => [name, new Uint8Array(readFileSync(join(data, folder, name)))]));

describe.skipIf(!existsSync(data))('files of others (skipped where ../shared/data is missing)', () => {
  it('have the columns of 1.1 in the order that we know', async () => {
    const findings = await checkBundle(zipSync(filesIn('oneroster-example-csv')));
    expect(new Set(findings.map(({ key }) => key))).toEqual(new Set(['fileNotAnnounced', 'noRows']));
  });

  it('give the users that stand in them, and the school that is missing', async () => {
    const { 'users.csv': users = new Uint8Array(), 'orgs.csv': orgs = new Uint8Array() } = filesIn('outputs');
    const { bundle, findings } = await readBundle(zipSync({ 'users.csv': users, 'orgs.csv': orgs }));
    expect([bundle.version, bundle.records.orgs.length, bundle.records.users.length]).toEqual(['1.1', 2, 4]);
    expect(bundle.records.users[1]).toMatchObject({ givenName: 'Marge', agentSourcedIds: 'f167771e-16bf-4a4e-a481-a55551192448', grades: '10' });
    expect(findings.map(({ key }) => key)).toContain('manifestMissing');
    expect(findings).toContainEqual({ file: 'users', line: 5, column: 'role', key: 'badEnumeration', params: { value: 'principal' } });
    expect(bundle.records.roles.map(({ role }) => role)).toEqual(['parent', 'student', 'student']);
  });
});
