import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input, Output } from '#contract/index.ts';
import { openTestCore, studentForm, type Caller, type TestCore } from '../../../../tests/fixtures/core.ts';
import { writeAuditEntry } from '../journal/index.ts';
import { record } from '../kernel/record.ts';
import { grant, role, user } from '../store/schema/index.ts';

let school: TestCore;
let auditor: Caller;
let teacher: Caller;
let studentId: string;
let teacherId: string;

type Row = Output<'audit.list'>['rows'][number];
type Filter = Input<'audit.list'>['filter'];
const list = async (filter: Filter = {}) => (await school.admin.call('audit.list', { filter, limit: 500 })).rows;

/** Waits until notes, which are written after the call, have arrived. */
async function noted(filter: Filter, count = 1): Promise<Row[]> {
  for (let left = 100; ; left -= 1) {
    const rows = await list(filter);
    if (rows.length >= count || left === 0) return rows;
    await new Promise((resolve) => { setTimeout(resolve, 10); });
  }
}

beforeAll(async () => {
  school = await openTestCore();
  studentId = (await school.admin.call('students.create', { details: studentForm() })).id;
  teacher = await school.as('teacher');
  teacherId = (await teacher.call('auth.me', {})).user.id;
  auditor = await school.as('viewer');
  const { user: { id: userId } } = await auditor.call('auth.me', {});
  school.plant((db) => {
    const key = db.insert(role, { nameEl: 'Ελεγκτής', nameEn: 'Auditor', permissions: '["audit:view"]', fieldClasses: '["ordinary"]', defaultScope: 'school' });
    db.insert(grant, { userId, role: key, scope: 'school' });
  });
});
afterAll(() => school.close());

describe('the record of what was done', () => {
  it('has a change with who, by what and of whom', async () => {
    const { rev, details } = await school.admin.call('students.get', { id: studentId });
    await school.admin.call('students.update', { id: studentId, rev, details: { ...details, preferred: 'Λένα' } });
    expect((await list())[0]).toMatchObject({
      kind: 'change', procedure: 'students.update', actor: 'Διαχειριστής', device: 'test', targetId: studentId, targetEntity: 'student', target: 'Παπαδοπούλου Ελένη', rows: 1, times: 1, entities: ['person'],
    });
  });

  it('has a refusal, a reading of health and a sign-in, with whom and what they were about', async () => {
    expect(await teacher.answer('users.get', { id: teacherId })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect((await noted({ kind: 'denied' }))[0]).toMatchObject({
      procedure: 'users.get', actorId: teacherId, actor: 'teacher1', detail: 'forbidden', targetId: teacherId, targetEntity: 'user', target: 'teacher1', rows: 0, entities: [],
    });
    expect((await teacher.answer('audit.export', { filter: {}, format: 'csv', language: 'el' })).ok).toBe(false);
    expect((await noted({ procedure: 'audit.export' }))[0]).toMatchObject({ kind: 'denied' });
    await school.admin.call('health.list', { studentId });
    expect((await noted({ kind: 'sensitiveRead' }))[0]).toMatchObject({ procedure: 'health.list', detail: 'health', target: 'Παπαδοπούλου Ελένη', rows: 0 });
    const signIns = await list({ kind: 'signIn' });
    expect(signIns[0]).toMatchObject({ procedure: 'auth.signIn', actorId: null, userId: expect.any(String), about: expect.any(String) });
  });

  it('leaves out what neither changed nor meant anything', async () => {
    await teacher.call('auth.lock', {});
    await teacher.call('auth.unlock', { password: 'a password for tests' });
    expect((await list()).map(({ procedure }) => procedure)).not.toContain('auth.lock');
  });

  it('counts repetitions, and shows a built-in role and an account by their names', async () => {
    record(school.environment, { at: Date.now(), actorId: teacherId, device: 'phone', procedure: 'preview.start' },
      (db) => writeAuditEntry(db, { kind: 'account', detail: 'preview', targetId: 'registrar', userId: teacherId, times: 7 }));
    expect((await list({ kind: 'account' }))[0]).toMatchObject({ targetId: 'registrar', targetEntity: 'role', about: 'teacher1', times: 7, device: 'phone' });
  });

  it('says nothing of a record that the caller may not know of', async () => {
    await school.admin.call('health.save', { studentId, id: null, rev: null, alert: { kind: 'allergy', severity: 'attention', title: 'Φιστίκι', instructions: null, startDate: '2026-09-11', endDate: null } });
    const mine = async (caller: Caller) => (await caller.call('audit.list', { filter: { procedure: 'health.save' } })).rows[0];
    expect(await mine(school.admin)).toMatchObject({ target: 'Παπαδοπούλου Ελένη' });
    expect(await mine(auditor)).toMatchObject({ target: null, targetId: null });
  });
});

describe('a filter of the record', () => {
  it('by person has what they did, and how they came in', async () => {
    const kinds = new Set((await list({ actorId: teacherId })).map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual(['account', 'denied', 'signIn']);
  });

  it('by resource has what was done by its procedures, its creating ones too', async () => {
    await school.admin.call('notes.save', { studentId, text: 'Σημείωση' });
    const procedures = async (resource: NonNullable<Filter['resource']>) => new Set((await list({ resource })).map(({ procedure }) => procedure));
    expect(await procedures('notes')).toEqual(new Set(['notes.save']));
    expect(await procedures('students')).toEqual(new Set(['students.create', 'students.update']));
    expect(await procedures('audit')).toEqual(new Set(['audit.export']));
    expect(await procedures('users')).toEqual(new Set(['auth.signIn', 'users.get']));
  });

  it('by record has all that touched it and whatever hangs on it, and what was about it', async () => {
    const { rows, of } = await school.admin.call('audit.list', { filter: { targetId: studentId }, limit: 500 });
    expect(of).toEqual({ entity: 'student', label: 'Παπαδοπούλου Ελένη' });
    expect(new Set(rows.map(({ procedure }) => procedure))).toEqual(new Set(['students.create', 'students.update', 'notes.save', 'health.list', 'health.save']));
    expect(new Set((await list({ targetId: teacherId })).map(({ kind }) => kind))).toEqual(new Set(['change', 'signIn', 'denied', 'account']));
  });

  it('by date has the whole last day, and nothing when nothing happened', async () => {
    const day = (at: number) => new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
    const today = day(Date.now());
    expect((await list({ from: today, to: today })).length).toBe((await list()).length);
    expect(await school.admin.call('audit.list', { filter: { to: day(Date.now() - 86_400_000) } })).toEqual({ total: 0, rows: [], of: null });
    expect((await school.admin.call('audit.list', { filter: { from: day(Date.now() + 86_400_000) } })).total).toBe(0);
  });

  it('together narrows, and the total counts all of it', async () => {
    expect(await school.admin.call('audit.list', { filter: { actorId: teacherId, kind: 'denied', resource: 'users', targetId: teacherId } })).toMatchObject({ total: 1 });
    const { total, rows } = await school.admin.call('audit.list', { filter: {}, limit: 2 });
    expect([rows.length, total]).toEqual([2, (await list()).length]);
  });

  it('offers the people and procedures that there are', async () => {
    const { actors, procedures } = await school.admin.call('audit.choices', {});
    expect(actors.map(({ name }) => name)).toEqual(expect.arrayContaining(['Διαχειριστής', 'teacher1']));
    expect(procedures).toEqual(expect.arrayContaining(['students.create', 'users.get']));
    expect(procedures).not.toContain('students.archive');
  });
});

describe('an entry', () => {
  it('tells before and after, to somebody who sees no other history', async () => {
    const [entry] = await list({ procedure: 'students.update' });
    const { changes } = await auditor.call('audit.get', { id: entry?.id ?? 0 });
    expect(changes).toMatchObject([{ entity: 'person', action: 'change', cells: [{ field: 'preferred', before: null, after: 'Λένα' }] }]);
    expect(await auditor.answer('history.get', { id: entry?.id ?? 0 })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });

  it('keeps to the classes of fields that the caller sees', async () => {
    const [entry] = await list({ procedure: 'health.save' });
    expect((await school.admin.call('audit.get', { id: entry?.id ?? 0 })).changes).toMatchObject([{ entity: 'health_alert' }]);
    expect((await auditor.call('audit.get', { id: entry?.id ?? 0 })).changes).toEqual([]);
  });

  it('of a refusal has nothing to show, and the history of changes does not know of it', async () => {
    const [entry] = await list({ kind: 'denied' });
    expect(await school.admin.call('audit.get', { id: entry?.id ?? 0 })).toMatchObject({ total: 0, changes: [], summary: { entities: [] } });
    expect((await school.admin.call('history.list', { limit: 500 })).rows.map(({ id }) => id)).not.toContain(entry?.id);
    expect(await school.admin.answer('audit.get', { id: 1_000_000 })).toMatchObject({ ok: false, error: { code: 'notFound' } });
  });
});

describe('taking back', () => {
  it('never takes a note back: neither one of a refusal, nor one that stands beside a change', async () => {
    const registrar = await school.as('registrar');
    const { user: { id: userId } } = await registrar.call('auth.me', {});
    await registrar.call('notes.save', { studentId, text: 'Δική μου' });
    const refusal = record(school.environment, { at: Date.now(), actorId: userId, device: '', procedure: 'students.update' }, (db) => writeAuditEntry(db, { kind: 'denied', detail: 'forbidden' }));
    expect(await registrar.call('history.undoOwn', {})).toMatchObject({ undone: true, procedure: 'notes.save' });
    expect(await school.admin.answer('history.undo', { id: refusal.changeSetId ?? 0 })).toMatchObject({ ok: false, error: { messageKey: 'notUndoable' } });

    const both = record(school.environment, { at: Date.now(), actorId: userId, device: '', procedure: 'users.setDisabled' }, (db) => {
      db.update(user, teacherId, { disabledAt: 5 });
      writeAuditEntry(db, { kind: 'account', detail: 'disabled', userId: teacherId });
    });
    expect(await school.admin.call('history.undo', { id: both.changeSetId ?? 0 })).toMatchObject({ undone: true });
    expect((await list({ kind: 'account' }))[0]).toMatchObject({ id: both.changeSetId, detail: 'disabled', rows: 1, entities: ['user'] });
  });
});

describe('whom the record is for', () => {
  it('opens to holders of its permission over the school, to look or also to take it out', async () => {
    expect((await auditor.answer('audit.list', { filter: {} })).ok).toBe(true);
    expect(await auditor.answer('audit.export', { filter: {}, format: 'csv', language: 'el' })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    for (const name of ['audit.list', 'audit.export'] as const) {
      expect(await teacher.answer(name, { filter: {}, format: 'csv', language: 'el' } as never)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    }
  });

  it('gives what was taken out to whoever has taken it, by no other permission, and to nobody else', async () => {
    const taker = await school.as('teacher');
    const { user: { id: userId } } = await taker.call('auth.me', {});
    school.plant((db) => {
      db.run('DELETE FROM role_grant WHERE userId = ?', [userId]);
      const key = db.insert(role, { nameEl: 'Εξαγωγή', nameEn: 'Export', permissions: '["audit:view","audit:export"]', fieldClasses: '["ordinary"]', defaultScope: 'school' });
      db.insert(grant, { userId, role: key, scope: 'school' });
    });
    expect((await taker.call('auth.me', {})).permissions).toEqual(['audit:view', 'audit:export']);
    const { fileId } = await taker.job('audit.export', { filter: {}, format: 'csv', language: 'el' });
    expect((await taker.call('files.download', { fileId })).content.byteLength).toBeGreaterThan(100);
    for (const other of [auditor, school.admin]) expect(await other.answer('files.download', { fileId })).toMatchObject({ ok: false, error: { code: 'notFound' } });
  });
});
