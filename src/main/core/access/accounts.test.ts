import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestCore, password, type Caller, type TestCore } from '../../../../tests/fixtures/core.ts';

let school: TestCore;
let now = Date.now();
beforeAll(async () => { school = await openTestCore({ clock: () => now }); });
afterAll(() => school.close());

const draft = (username: string) => ({ username, displayName: `Όνομα ${username}`, language: 'el' as const });
const refused = (messageKey: string) => ({ ok: false, error: { code: 'refused', messageKey } });
const viewing = { role: 'viewer' as const, scope: 'school' as const };

async function signInFirst(username: string, temporary: string, chosen = 'my very own words'): Promise<Caller> {
  const caller = await school.signIn(username, temporary);
  await caller.call('auth.changePassword', { password: chosen });
  return caller;
}

describe('an account', () => {
  it('is made with a password for one sign-in, which has to be changed before anything else', async () => {
    const { id, password: temporary } = await school.admin.call('users.create', { account: draft('maria'), grants: [viewing] });
    const maria = await school.signIn('maria', temporary);
    expect(await maria.answer('students.list', {})).toMatchObject({ ok: false, error: { code: 'mustChange' } });
    expect(await maria.answer('auth.me', {})).toMatchObject({ ok: false, error: { code: 'mustChange' } });
    expect(await maria.answer('auth.changePassword', { password: temporary })).toMatchObject({ ok: false, error: { fields: [{ messageKey: 'passwordSame' }] } });
    expect(await maria.answer('auth.changePassword', { password: 'maria is my name' })).toMatchObject({ ok: false, error: { fields: [{ messageKey: 'passwordHasName' }] } });
    await maria.call('auth.changePassword', { password: 'my very own words' });
    expect((await maria.call('auth.me', {})).roles).toEqual([{ key: 'viewer', nameEl: 'Μόνο προβολή', nameEn: 'Viewer' }]);
    expect(await school.admin.call('users.get', { id })).toMatchObject({ username: 'maria', mustChange: false, sessions: 1, grants: [{ role: 'viewer', state: 'current' }] });
  });

  it('has a user name of its own, whatever the case and accents', async () => {
    await school.admin.call('users.create', { account: draft('Γιώργος'), grants: [] });
    expect(await school.admin.answer('users.create', { account: draft('γιωργοσ'), grants: [] })).toMatchObject({ ok: false, error: { fields: [{ path: 'account.username', messageKey: 'usernameTaken' }] } });
  });

  it('that is disabled ends at once and opens nothing until it is enabled again', async () => {
    const { id, password: temporary } = await school.admin.call('users.create', { account: draft('nikos'), grants: [viewing] });
    const nikos = await signInFirst('nikos', temporary);
    const { rev } = await school.admin.call('users.get', { id });
    const off = await school.admin.call('users.setDisabled', { id, rev, disabled: true });
    expect(await nikos.answer('auth.me', {})).toMatchObject({ ok: false, error: { code: 'notSignedIn' } });
    expect((await school.nobody.call('auth.signIn', { username: 'nikos', password: 'my very own words' })).state).toBe('refused');
    await school.admin.call('users.setDisabled', { id, rev: off.rev, disabled: false });
    expect((await school.nobody.call('auth.signIn', { username: 'nikos', password: 'my very own words' })).state).toBe('signedIn');
  });

  it('gets a new password from an administrator, which ends its sessions', async () => {
    const { id, password: temporary } = await school.admin.call('users.create', { account: draft('eleni'), grants: [viewing] });
    const eleni = await signInFirst('eleni', temporary);
    const reset = await school.admin.call('users.resetPassword', { id });
    expect(await eleni.answer('auth.me', {})).toMatchObject({ ok: false, error: { code: 'notSignedIn' } });
    expect((await school.nobody.call('auth.signIn', { username: 'eleni', password: 'my very own words' })).state).toBe('refused');
    await signInFirst('eleni', reset.password, 'other words of mine');
  });

  it('is found by a part of its name, and listed by state and role', async () => {
    const find = async (input: Parameters<typeof school.admin.call<'users.list'>>[1]) => (await school.admin.call('users.list', input)).rows.map(({ username }) => username);
    expect(await find({ text: 'ΕΛΕΝ' })).toEqual([]);
    expect(await find({ text: 'elen' })).toEqual(['eleni']);
    expect(await find({ text: 'ΌΝΟΜΑ ΕΛΕΝΙ' })).toEqual([]);
    expect(await find({ text: 'ονομα eleni' })).toEqual(['eleni']);
    expect(await find({ state: 'disabled' })).toEqual([]);
    expect(await find({ role: 'administrator' })).toEqual(['admin']);
  });
});

describe('sessions', () => {
  it('are listed with their device, and ended one by one or all', async () => {
    const { id, password: temporary } = await school.admin.call('users.create', { account: draft('kostas'), grants: [viewing] });
    const first = await signInFirst('kostas', temporary);
    const second = await school.signIn('kostas', 'my very own words');
    const { sessions } = await first.call('auth.sessions', {});
    expect(sessions.map(({ isOwn }) => isOwn).toSorted()).toEqual([false, true]);
    expect(JSON.stringify(sessions)).not.toContain(second.token);
    await first.call('auth.endSession', { id: sessions.find(({ isOwn }) => !isOwn)?.id ?? '' });
    expect(await second.answer('auth.me', {})).toMatchObject({ ok: false, error: { code: 'notSignedIn' } });
    expect(await school.admin.call('users.endSessions', { id })).toEqual({ ended: 1 });
    expect(await first.answer('auth.me', {})).toMatchObject({ ok: false, error: { code: 'notSignedIn' } });
  });

  it('of another are not ended by their number', async () => {
    const viewer = await school.as('viewer');
    const { sessions } = await school.admin.call('auth.sessions', {});
    expect(await viewer.answer('auth.endSession', { id: sessions[0]?.id ?? '' })).toMatchObject({ ok: false, error: { code: 'notFound' } });
  });
});

describe('roles are given', () => {
  it('within departments, each of which ends by itself, and from and until a day', async () => {
    const department = school.plant((db) => db.get<{ id: string }>(`SELECT id FROM org WHERE type = 'school'`)?.id ?? '');
    const { id } = await school.admin.call('users.create', { account: draft('anna'), grants: [] });
    expect(await school.admin.answer('grants.add', { userId: id, grant: { role: 'departmentHead', scope: 'department', departmentIds: [department] } })).toMatchObject({ ok: false, error: { code: 'notFound' } });
    expect(await school.admin.answer('grants.add', { userId: id, grant: { role: 'departmentHead', scope: 'department' } })).toMatchObject({ ok: false, error: { code: 'invalidInput' } });
    await school.admin.call('grants.add', { userId: id, grant: { ...viewing, startDate: '2000-01-01', endDate: '2000-12-31' } });
    await school.admin.call('grants.add', { userId: id, grant: { ...viewing, startDate: '2999-01-01' } });
    expect((await school.admin.call('users.get', { id })).grants.map(({ state }) => state)).toEqual(['future', 'ended']);
  });

  it('by nobody who does not hold what the role gives', async () => {
    const { id: clerk } = await school.admin.call('users.create', { account: draft('clerk'), grants: [] });
    const { id: roleId } = await school.admin.call('roles.save', {
      id: null, rev: null, role: { nameEl: 'Λογαριασμοί', nameEn: 'Accounts', purpose: null, permissions: ['users:administer', 'users:create', 'users:edit', 'users:delete', 'roles:create', 'roles:edit', 'students:view'], fieldClasses: ['ordinary'], defaultScope: 'school' },
    });
    await school.admin.call('grants.add', { userId: clerk, grant: { role: roleId, scope: 'school' } });
    const reset = await school.admin.call('users.resetPassword', { id: clerk });
    const caller = await signInFirst('clerk', reset.password);
    const { id: victim } = await school.admin.call('users.create', { account: draft('victim'), grants: [] });
    const adminId = (await school.admin.call('auth.me', {})).user.id;
    for (const answer of [
      await caller.answer('grants.add', { userId: clerk, grant: { role: 'administrator', scope: 'school' } }),
      await caller.answer('grants.add', { userId: victim, grant: { role: 'viewer', scope: 'school' } }),
      await caller.answer('users.create', { account: draft('fifth'), grants: [{ role: 'administrator', scope: 'school' }] }),
      await caller.answer('roles.save', { id: null, rev: null, role: { nameEl: 'Α', nameEn: 'A', purpose: null, permissions: ['health:view'], fieldClasses: [], defaultScope: 'school' } }),
      await caller.answer('roles.save', { id: null, rev: null, role: { nameEl: 'Α', nameEn: 'A', purpose: null, permissions: [], fieldClasses: ['health'], defaultScope: 'school' } }),
      await caller.answer('users.resetPassword', { id: adminId }), await caller.answer('users.endTwoFactor', { id: adminId }), await caller.answer('users.endSessions', { id: adminId }),
    ]) expect(answer).toMatchObject(refused('moreThanOwn'));
    await caller.call('grants.add', { userId: victim, grant: { role: roleId, scope: 'sections' } });
    await caller.call('users.resetPassword', { id: victim });
  });
});

describe('the last administrator', () => {
  it('is not disabled, does not lose the role, and does not get it for a time only; not by undo either', async () => {
    const { id, rev } = (await school.admin.call('users.list', { role: 'administrator' })).rows[0] ?? { id: '', rev: 0 };
    const account = await school.admin.call('users.get', { id });
    expect(account.isLastAdministrator).toBe(true);
    const [own] = account.grants;
    if (!own) throw new Error('no grant');
    await school.admin.call('auth.confirm', { password });
    for (const answer of [
      await school.admin.answer('users.setDisabled', { id, rev, disabled: true }),
      await school.admin.answer('grants.remove', { id: own.id, rev: own.rev }),
      await school.admin.answer('grants.update', { id: own.id, rev: own.rev, endDate: '2099-01-01' }),
    ]) expect(answer).toMatchObject(refused('lastAdministrator'));
    const { id: second } = await school.admin.call('users.create', { account: draft('second'), grants: [] });
    await school.admin.call('grants.add', { userId: second, grant: { role: 'administrator', scope: 'school' } });
    const list = await school.admin.call('history.list', { procedure: 'grants.add' });
    await school.admin.call('grants.remove', { id: own.id, rev: own.rev });
    const other = await school.signIn('second', (await (await recover('second')).call('users.resetPassword', { id: second })).password);
    await other.call('auth.changePassword', { password: 'words of their own' });
    expect(await other.answer('history.undo', { id: list.rows[0]?.id ?? 0 })).toMatchObject(refused('lastAdministrator'));
  });

  async function recover(username: string): Promise<Caller> {
    await school.nobody.call('recovery.administrator', { recoveryCode: school.recoveryCode, username, password: 'recovered by the code' });
    return school.signIn(username, 'recovered by the code');
  }
});

describe('recovery', () => {
  it('makes an account administrator with the recovery code only, and waits longer after each wrong one', async () => {
    await school.nobody.call('recovery.administrator', { recoveryCode: school.recoveryCode, username: 'admin', password: 'recovered by the code' });
    const admin = await school.signIn('admin', 'recovered by the code');
    expect((await admin.call('auth.me', {})).roles.map(({ key }) => key)).toContain('administrator');
    const waits: number[] = [];
    for (let i = 0; i < 4; i += 1) {
      const answer = await school.nobody.call('recovery.administrator', { recoveryCode: 'WRONG', username: 'admin', password: 'taken by a stranger' });
      if (answer.state === 'refused') waits.push(answer.waitSeconds);
      now += (waits.at(-1) ?? 0) * 1000;
    }
    expect(waits).toEqual([0, 0, 2, 4]);
    expect(await school.core.call({ name: 'recovery.administrator', input: {}, token: null, door: 'hub', device: '' })).toMatchObject({ ok: false, error: { code: 'unknownProcedure' } });
    expect(await school.nobody.answer('recovery.administrator', { recoveryCode: school.recoveryCode, username: 'nobody.here', password: 'recovered by the code' }))
      .toMatchObject({ ok: false, error: { fields: [{ path: 'username', messageKey: 'unknownAccount' }] } });
  });
});
