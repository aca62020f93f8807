import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openOffice, type Office } from '../../../../../tests/fixtures/office.ts';
import { emptyBundle, makeRecord, readBundle, writeBundle } from '../../oneroster/index.ts';
import { exportOf, plantRoster, preview, take, withoutIds } from './testing-roster.ts';

let theirs: Office, office: Office, roster: Uint8Array;
beforeAll(async () => {
  theirs = await openOffice();
  await plantRoster(theirs);
  roster = await exportOf(theirs);
});
afterAll(() => theirs.close());
beforeEach(async () => { office = await openOffice(); });
afterEach(() => office.close());

describe('a bundle of another school', () => {
  it('is taken in whole at the first try, and tells the same when it is written again', async () => {
    const { counts, late, id } = await take(roster, office);
    expect(await office.call('imports.rows', { id, fate: 'refused', limit: 100 })).toMatchObject({ total: 0 });
    expect(late).toEqual([]);
    expect(counts).toMatchObject({ change: 0, refused: 0 });
    const [before, after] = await Promise.all([readBundle(roster), readBundle(await exportOf(office))]);
    expect({ ...withoutIds(after.bundle), orgs: [] }).toEqual({ ...withoutIds(before.bundle), orgs: [] });
  });

  it('changes nothing when it comes again', async () => {
    await take(roster, office);
    expect((await preview(roster, office)).counts).toMatchObject({ create: 0, change: 0, refused: 0 });
  });

  it('says what becomes of each row', async () => {
    const { rows, id } = await preview(roster, office);
    const created = await rows('create');
    expect(created.find(({ label }) => label === 'Παπά Ελένη')).toMatchObject({ place: { file: 'users', line: 3 }, cells: expect.arrayContaining([{ field: 'oneRoster.identifier', before: null, after: '001' }]) });
    expect((await rows('same')).map(({ problems }) => problems[0]?.messageKey)).toContain('import.bundleWithPerson');
    expect((await office.call('imports.bundle', { id })).bundle).toMatchObject({ version: '1.2', systemName: 'Rollbook', year: '2026-27', findingsTotal: 0 });
  });

  it('is taken back whole', async () => {
    const { id } = await take(roster, office);
    expect((await office.job('imports.undo', { id })).keptTotal).toBe(0);
    expect(await office.call('students.list', { filter: { status: 'all' } })).toMatchObject({ total: 0 });
    expect((await office.call('courses.list', {})).courses).toEqual([]);
    expect((await preview(roster, office)).counts.create).toBeGreaterThan(10);
  });
});

describe('a bundle of the school itself', () => {
  it('changes nothing', async () => {
    expect((await preview(roster, theirs)).counts).toMatchObject({ create: 0, change: 0, refused: 0 });
  });

  it('changes what somebody has changed in it, and nothing else', async () => {
    const { bundle } = await readBundle(roster);
    for (const user of bundle.records.users) if (user.identifier === '001') user.email = 'new@sch.example';
    for (const result of bundle.records.results) if (result.score === '18.5') result.score = '19';
    const { rows, counts } = await preview(writeBundle(bundle), theirs);
    expect(counts).toMatchObject({ create: 0, change: 2, refused: 0 });
    expect((await rows('change')).flatMap(({ cells }) => cells)).toEqual([
      { field: 'oneRoster.email', before: '001@sch.example', after: 'new@sch.example' }, { field: 'oneRoster.score', before: '18.5', after: '19' },
    ]);
  });
});

describe('a delta', () => {
  const gone = { status: 'tobedeleted', dateLastModified: '2026-10-20T10:00:00.000Z' };
  it('ends what the other system has taken away, and deletes nothing', async () => {
    const { bundle: { records } } = await readBundle(roster);
    await take(roster, office);
    const delta = emptyBundle();
    delta.source = { systemName: 'Rollbook', systemCode: (await readBundle(roster)).bundle.source.systemCode };
    const student = records.users.find(({ identifier }) => identifier === '002')?.sourcedId ?? '', place = records.enrollments.find(({ userSourcedId, classSourcedId }) => userSourcedId === records.users[1]?.sourcedId && !classSourcedId.includes('.'));
    delta.modes.users = delta.modes.enrollments = 'delta';
    delta.records.users = [makeRecord('users', { sourcedId: student, ...gone })];
    // Once with all that it said, once with nothing but its sourcedId.
    const other = records.enrollments.find(({ sourcedId, userSourcedId, role, classSourcedId }) => sourcedId !== place?.sourcedId && userSourcedId === records.users[2]?.sourcedId && role === 'student' && !classSourcedId.includes('.'));
    delta.records.enrollments = [makeRecord('enrollments', { ...place, ...gone }), makeRecord('enrollments', { sourcedId: other?.sourcedId ?? '', ...gone })];
    const { counts, late } = await take(writeBundle(delta), office);
    expect([counts, late]).toEqual([{ create: 0, change: 3, same: 0, refused: 0 }, []]);
    const { rows } = await office.call('students.list', { filter: { status: 'all' } });
    expect(rows.map(({ studentNo, status }) => [studentNo, status]).sort()).toEqual([['001', 'enrolled'], ['002', 'left']]);
  });
});

describe('what cannot be taken in', () => {
  it('is told row by row and keeps nothing else out', async () => {
    const { bundle } = await readBundle(roster);
    bundle.records.enrollments.push(makeRecord('enrollments', { sourcedId: 'x', classSourcedId: 'nowhere', schoolSourcedId: bundle.records.orgs[0]?.sourcedId ?? '', userSourcedId: bundle.records.users[1]?.sourcedId ?? '', role: 'student' }));
    bundle.records.users.push(makeRecord('users', { sourcedId: 'z', enabledUser: 'true', username: 'z', givenName: 'Κανείς', familyName: 'Χωρίς' }));
    const { rows, late } = await take(writeBundle(bundle), office);
    expect((await rows('refused')).map(({ place, problems }) => [place?.file, problems[0]?.messageKey])).toEqual([['users', 'import.bundleNoRole'], ['enrollments', 'import.bundleReference']]);
    expect(late).toEqual([]);
    expect(await office.call('students.list', {})).toMatchObject({ total: 2 });
  });
});
