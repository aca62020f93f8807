import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFolder, openTestCore, studentForm, type Caller, type TestCore } from '../../../../tests/fixtures/core.ts';
import { executeAs } from '../kernel/pipeline.ts';
import { procedureNames } from '#contract/index.ts';
import { isSchedulable } from '#contract/schedulable.ts';
import { grant, user } from '../store/schema/index.ts';
import { scheduleDraft } from './testing-schedule.ts';

let school: TestCore;
let adminId: string;
let registrar: Caller, registrarId: string;
const zipPassword = 'correct horse battery staple';
const meOf = async (caller: Caller) => (await caller.call('auth.me', {})).user.id;
beforeAll(async () => {
  school = await openTestCore();
  adminId = await meOf(school.admin);
  registrar = await school.as('registrar');
  registrarId = await meOf(registrar);
  const yearId = (await school.admin.call('students.facets', {})).years[0]!.id;
  for (const studentNo of ['1', '2']) await school.admin.call('students.create', { details: studentForm({ studentNo }), enrolment: { level: 'Α', division: 'Α1', yearId, entryDate: '2026-09-11' } });
});
afterAll(() => school.close());

const save = async (folder: string, more: Parameters<typeof scheduleDraft>[2] = {}, password: string | null = null, caller = school.admin, runAs = adminId) =>
  (await caller.call('schedules.save', { schedule: scheduleDraft(runAs, folder, more), password })).id;
const run = (id: string) => school.admin.job('schedules.runNow', { id });
const failed = (messageKey: string) => ({ state: 'failed', fileName: null, failure: { code: 'refused', messageKey } });
/** Sets something of an account directly, as a colleague would have done meanwhile. */
const change = (id: string, patch: { disabledAt?: number | null; mustChange?: boolean }) => school.plant((db) => db.update(user, id, patch));

describe('a schedule into a folder', () => {
  it('leaves the file there, whole, and says when, how long and how many rows', async () => {
    const folder = newFolder();
    const id = await save(folder);
    const done = await run(id);
    expect(done).toMatchObject({ state: 'done', rows: 2, by: 'Διαχειριστής', failure: null });
    expect(done.endedAt).toBeGreaterThanOrEqual(done.startedAt);
    expect(readdirSync(folder)).toEqual([done.fileName]);
    expect(readFileSync(join(folder, done.fileName!), 'utf8')).toContain('Παπαδοπούλου');
    const { schedules } = await school.admin.call('schedules.list', {});
    expect(schedules.find((each) => each.id === id)).toMatchObject({ lastRun: { id: done.id, state: 'done' }, runAsName: 'Διαχειριστής', hasPassword: false });
    expect(schedules.find((each) => each.id === id)!.nextAt).toBeGreaterThan(done.startedAt);
    expect(await school.admin.call('schedules.runs', { id })).toMatchObject({ total: 1, rows: [{ id: done.id }] });
  });

  it('replaces no file that is there, whosever it is', async () => {
    const folder = newFolder();
    const id = await save(folder);
    const first = await run(id);
    writeFileSync(join(folder, first.fileName!), 'mine');
    const second = await run(id);
    expect(second.fileName).toBe(first.fileName!.replace('.csv', ' (2).csv'));
    expect(readFileSync(join(folder, first.fileName!), 'utf8')).toBe('mine');
  });

  it('keeps as many of its own files as it was told, and leaves alone what others put there or changed', async () => {
    const folder = newFolder();
    const id = await save(folder, { keep: { kind: 'count', count: 1 } });
    writeFileSync(join(folder, 'Μαθητές των άλλων.csv'), 'theirs');
    const runs = [];
    for (let i = 0; i < 3; i += 1) {
      runs.push(await run(id));
      if (i === 0) writeFileSync(join(folder, runs[0]!.fileName!), 'changed since');
    }
    expect(readdirSync(folder).toSorted()).toEqual([runs[0]!.fileName!, runs[2]!.fileName!, 'Μαθητές των άλλων.csv'].toSorted());
    const { rows } = await school.admin.call('schedules.runs', { id });
    expect(rows.map(({ removedAt }) => removedAt !== null)).toEqual([false, true, false]);
  });

  it('stays on record for more than a year, and as long as its file is there', async () => {
    const id = await save(newFolder());
    const old = Date.now() - 401 * 24 * 60 * 60_000;
    school.plant((db) => {
      for (const [run, folder] of [['01890000-0000-7000-8000-000000000001', null], ['01890000-0000-7000-8000-000000000002', '/exports']] as const) {
        db.run(`INSERT INTO schedule_run (id, scheduleId, startedAt, endedAt, state, folder, fileName, size) VALUES (?, ?, ?, ?, 'done', ?, 'a.csv', 1)`, [run, id, old, old, folder]);
      }
    });
    const { id: latest } = await run(id);
    expect((await school.admin.call('schedules.runs', { id })).rows.map((each) => each.id)).toEqual([latest, '01890000-0000-7000-8000-000000000002']);
  });

  it('says what is wrong with the folder, keeps that on record, and puts it on the home screen until it works again', async () => {
    const folder = join(newFolder(), 'usb');
    const id = await save(folder);
    expect(await run(id)).toMatchObject(failed('folderMissing'));
    const tasks = async () => (await school.admin.call('home.overview', {})).tasks.filter(({ kind }) => kind === 'schedulesFailing');
    expect(await tasks()).toEqual([{ kind: 'schedulesFailing', count: 1, recordId: null }]);
    expect(await school.admin.call('schedules.runs', { id })).toMatchObject({ total: 1, rows: [failed('folderMissing')] });
    writeFileSync(folder, 'not a folder');
    expect(await run(id)).toMatchObject(failed('folderMissing'));
    const other = join(newFolder(), 'usb');
    mkdirSync(other);
    await school.admin.call('schedules.save', { id, rev: 1, schedule: scheduleDraft(adminId, other) });
    expect(await run(id)).toMatchObject({ state: 'done' });
    expect(await tasks()).toEqual([]);
  });

  it('never goes into the folder of the program’s own data', async () => {
    const answer = await school.admin.answer('schedules.save', { schedule: scheduleDraft(adminId, join(school.folder, 'backups')) });
    expect(answer).toMatchObject({ ok: false, error: { messageKey: 'folderOwn' } });
  });
});

/** Opens the one file of a ZIP by the published form of WinZip's AES encryption (AE-2), written here anew from it. */
function openZip(zip: Buffer, password: string): { name: string; content: Buffer } {
  const central = zip.lastIndexOf(Buffer.from('PK\x01\x02'));
  const nameLength = zip.readUInt16LE(central + 28), extraLength = zip.readUInt16LE(central + 30), size = zip.readUInt32LE(central + 20);
  const extra = zip.subarray(central + 46 + nameLength, central + 46 + nameLength + extraLength);
  const aes = extra.indexOf(Buffer.from([0x01, 0x99]));
  expect([zip.readUInt16LE(central + 10), zip.readUInt16LE(central + 8) & 1, extra.readUInt16LE(aes + 4), extra[aes + 8]]).toEqual([99, 1, 2, 3]);
  const local = zip.readUInt32LE(central + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const body = zip.subarray(start, start + size);
  const keys = pbkdf2Sync(password, body.subarray(0, 16), 1000, 66, 'sha1');
  if (!keys.subarray(64).equals(body.subarray(16, 18))) throw new Error('wrong password');
  const secret = body.subarray(18, -10);
  expect(createHmac('sha1', keys.subarray(32, 64)).update(secret).digest().subarray(0, 10)).toEqual(body.subarray(-10));
  const plain = Buffer.alloc(secret.length);
  for (let at = 0, block = 1; at < secret.length; at += 16, block += 1) {
    const counter = Buffer.alloc(16);
    counter.writeUInt32LE(block);
    const pad = createCipheriv('aes-256-ecb', keys.subarray(0, 32), null).setAutoPadding(false).update(counter);
    secret.subarray(at, at + 16).forEach((byte, i) => { plain[at + i] = byte ^ pad[i]!; });
  }
  const method = extra.readUInt16LE(aes + 9);
  return { name: zip.subarray(central + 46, central + 46 + nameLength).toString('utf8'), content: method === 8 ? inflateRawSync(plain) : plain };
}

describe('an encrypted file', () => {
  it('opens with its password by WinZip’s published form, and with no other', async () => {
    const folder = newFolder();
    const done = await run(await save(folder, { encrypt: true }, zipPassword));
    expect(done.fileName).toMatch(/^Μαθητές [\d-]+\.zip$/);
    const zip = readFileSync(join(folder, done.fileName!));
    expect(zip.includes('Παπαδοπούλου')).toBe(false);
    const { name, content } = openZip(zip, zipPassword);
    expect(name).toBe(done.fileName!.replace('.zip', '.csv'));
    expect(content.toString('utf8')).toContain('Παπαδοπούλου');
    expect(() => openZip(zip, 'another password')).toThrow('wrong password');
  });

  it('needs a password once; it is then kept, never told, in no before-image, and forgotten with the encryption', async () => {
    const folder = newFolder();
    expect(await school.admin.answer('schedules.save', { schedule: scheduleDraft(adminId, folder, { encrypt: true }) })).toMatchObject({ ok: false, error: { fields: [{ path: 'password' }] } });
    const id = await save(folder, { encrypt: true }, zipPassword);
    await school.admin.call('schedules.save', { id, rev: 1, schedule: scheduleDraft(adminId, folder, { encrypt: true, name: 'Άλλο όνομα' }) });
    expect(await run(id)).toMatchObject({ state: 'done' });
    const told = [await school.admin.call('schedules.list', {}), await school.admin.call('schedules.get', { id }), await school.admin.call('history.list', {}), await school.admin.call('jobs.list', {})];
    expect(JSON.stringify(told)).not.toContain(zipPassword);
    expect(school.environment.reader.all('SELECT 1 FROM row_change WHERE instr(coalesce(before, \'\'), ?) > 0', [zipPassword])).toEqual([]);
    const { rev } = await school.admin.call('schedules.save', { id, rev: 2, schedule: scheduleDraft(adminId, folder) });
    expect((await school.admin.call('schedules.get', { id })).hasPassword).toBe(false);
    expect(await school.admin.answer('schedules.save', { id, rev, schedule: scheduleDraft(adminId, folder, { encrypt: true }) })).toMatchObject({ ok: false, error: { fields: [{ path: 'password' }] } });
  });
});

describe('as whom it runs', () => {
  it('is oneself; others only for who gives roles, and nobody who may do more', async () => {
    const folder = newFolder();
    expect(await registrar.answer('schedules.save', { schedule: scheduleDraft(adminId, folder) })).toMatchObject({ ok: false, error: { messageKey: 'runAsOther' } });
    const id = await save(folder, {}, null, registrar, registrarId);
    expect(await run(id)).toMatchObject({ state: 'done', rows: 2 });
    await school.admin.call('schedules.save', { id, rev: 1, schedule: scheduleDraft(adminId, folder) });
    // Whoever changes it answers for it: the registrar may take it over, not use the administrator's reach.
    expect(await registrar.answer('schedules.save', { id, rev: 2, schedule: scheduleDraft(adminId, folder, { keep: { kind: 'count', count: 1 } }) })).toMatchObject({ ok: false, error: { messageKey: 'runAsOther' } });
    expect(await registrar.answer('schedules.save', { id, rev: 2, schedule: scheduleDraft(registrarId, folder) })).toMatchObject({ ok: true });
  });

  it('decides what it sees, at the time of the run: not after the role was taken away, the account disabled, or a password is due', async () => {
    const clerk = await school.as('registrar');
    const clerkId = await meOf(clerk);
    const folder = newFolder();
    const id = await save(folder, {}, null, clerk, clerkId);
    expect(await run(id)).toMatchObject({ state: 'done', rows: 2 });
    change(clerkId, { disabledAt: Date.now() });
    expect(await run(id)).toMatchObject(failed('runAsGone'));
    change(clerkId, { disabledAt: null, mustChange: true });
    expect(await run(id)).toMatchObject(failed('runAsMustChange'));
    change(clerkId, { mustChange: false });
    expect(await run(id)).toMatchObject({ state: 'done' });
    school.plant((db) => db.run(`UPDATE role_grant SET scope = 'self' WHERE userId = ?`, [clerkId]));
    expect(await run(id)).toMatchObject({ state: 'done', rows: 0 });
    school.plant((db) => { for (const { id: grantId } of db.all<{ id: string }>('SELECT id FROM role_grant WHERE userId = ?', [clerkId])) db.remove(grant, grantId); });
    expect(await run(id)).toMatchObject(failed('runAsForbidden'));
    const { rows } = await school.admin.call('audit.list', { filter: { actorId: clerkId } });
    expect(rows.map(({ kind, procedure }) => `${kind} ${procedure}`)).toEqual(expect.arrayContaining(['export exports.table', 'denied exports.table']));
  });

  it('opens nothing but what may run by schedule', async () => {
    const control = { accepted: () => undefined, progress: () => undefined, isCancelled: () => false, liveJobs: [] };
    const others = procedureNames.filter((name) => !isSchedulable(name) && !name.startsWith('setup.'));
    expect(others.length).toBeGreaterThan(300);
    for (const name of others) {
      const { answer, effects } = await executeAs(school.environment, adminId, { name, input: {}, device: 'test' }, control);
      expect([name, answer, effects]).toMatchObject([name, { ok: false, error: { code: expect.stringMatching(/^(forbidden|unknownProcedure)$/) as string } }, []]);
    }
    const { answer } = await executeAs(school.environment, adminId, { name: 'exports.table', input: { list: { table: 'students' }, format: 'csv', columns: ['studentNo'], language: 'el' }, device: 'test' }, control);
    expect(answer).toMatchObject({ ok: true, value: { rows: 2 } });
  });
});

describe('runs of the same schedule', () => {
  it('never overlap', async () => {
    const folder = newFolder();
    const id = await save(folder);
    const results = await Promise.allSettled([run(id), run(id), run(id)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.flatMap((each) => (each.status === 'rejected' ? [(each.reason as Error).message] : []))).toEqual(['scheduleRunning', 'scheduleRunning']);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(await run(id)).toMatchObject({ state: 'done' });
  });
});

describe('a form', () => {
  it.each([
    ['schedule.work.input.columns', { work: { procedure: 'exports.table', input: { list: { table: 'students' }, format: 'csv', columns: [], language: 'el' } } }],
    ['schedule.when.days', { when: { kind: 'weekly', days: [], at: '07:00' } }], ['schedule.when.expression', { when: { kind: 'cron', expression: '0 7 30 2 *' } }],
    ['schedule.timeZone', { timeZone: 'Europe/Nowhere' }], ['schedule.target.folder', { target: { kind: 'folder', folder: 'exports' } }], ['schedule.target.recipients.0', { target: { kind: 'mail', recipients: ['nobody'] } }],
  ] as const)('with a wrong %s is refused there', async (path, more) => {
    const answer = await school.admin.answer('schedules.save', { schedule: scheduleDraft(adminId, newFolder(), more as Parameters<typeof scheduleDraft>[2]) });
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalidInput', fields: [{ path }] } });
  });

  it('with a password that programs would read differently is refused', async () => {
    const answer = await school.admin.answer('schedules.save', { schedule: scheduleDraft(adminId, newFolder(), { encrypt: true }), password: 'κωδικός του αρχείου' });
    expect(answer).toMatchObject({ ok: false, error: { fields: [{ path: 'password', messageKey: 'passwordLatin' }] } });
  });

  it('of another’s export is no way around its own rules: only what may run by schedule can be named', async () => {
    const answer = await school.admin.answer('schedules.save', { schedule: scheduleDraft(adminId, newFolder(), { work: { procedure: 'users.create', input: {} } as unknown as NonNullable<Parameters<typeof scheduleDraft>[2]>['work'] }) });
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalidInput', fields: [{ path: 'schedule.work.procedure' }] } });
  });

  it('can be taken back, and so can its removal', async () => {
    const id = await save(newFolder());
    const removed = await school.admin.answer('schedules.remove', { id, rev: 1 });
    expect(await school.admin.answer('schedules.get', { id })).toMatchObject({ ok: false, error: { code: 'notFound' } });
    await school.admin.call('history.undo', { id: removed.ok ? removed.changeSetId! : 0 });
    expect(await school.admin.call('schedules.get', { id })).toMatchObject({ id });
  });
});
