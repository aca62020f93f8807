import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestCore, password, type TestCore } from '../../../../tests/fixtures/core.ts';

let school: TestCore;
let now = Date.now();
beforeAll(async () => { school = await openTestCore({ clock: () => now }); });
afterAll(() => school.close());

const codeOf = (secret: string, at = now) => new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 }).generate({ timestamp: at });
const entries = (kind: string) => school.environment.reader.all<{ detail: string; userId: string | null }>('SELECT detail, userId FROM audit_entry WHERE kind = ? ORDER BY id', [kind]);

describe('the second factor', () => {
  it('is turned on with a code, asked for at sign-in, and each code is good once', async () => {
    const viewer = await school.as('viewer');
    const { user } = await viewer.call('auth.me', {});
    const { secret, uri } = await viewer.call('twoFactor.start', {});
    expect(uri).toContain(`secret=${secret}`);
    expect((await viewer.call('twoFactor.confirm', { code: '000000' })).codes).toBeNull();
    expect((await school.nobody.call('auth.signIn', { username: user.username, password })).state).toBe('signedIn');
    const { codes } = await viewer.call('twoFactor.confirm', { code: codeOf(secret) });
    expect(codes).toHaveLength(10);
    const tryIn = async (code: string) => (await school.nobody.call('auth.signIn', { username: user.username, password, code })).state;
    expect(await tryIn('')).toBe('codeNeeded');
    expect(await tryIn(codeOf(secret))).toBe('refused');
    now += 30_000;
    expect(await tryIn(codeOf(secret, now + 30_000))).toBe('signedIn');
    expect(await tryIn(codeOf(secret, now + 30_000))).toBe('refused');
    const [first = ''] = codes ?? [];
    expect(await tryIn(first.toUpperCase().replace('-', ' '))).toBe('signedIn');
    expect(await tryIn(first)).toBe('refused');
    expect(await viewer.call('twoFactor.state', {})).toMatchObject({ on: true, codesLeft: 9 });
    expect((await viewer.answer('twoFactor.start', {})).ok).toBe(false);
    await school.admin.call('auth.confirm', { password });
    await school.admin.call('users.endTwoFactor', { id: user.id });
    now += 20 * 60_000;
    expect(await tryIn('')).toBe('signedIn');
  });

  it('gives new one-use codes for a code of the phone, and the old ones are good for nothing', async () => {
    const viewer = await school.as('viewer');
    const { user } = await viewer.call('auth.me', {});
    expect(await viewer.answer('twoFactor.renewCodes', { code: '000000' })).toMatchObject({ ok: false, error: { code: 'refused', messageKey: 'twoFactorNotOn' } });
    const { secret } = await viewer.call('twoFactor.start', {});
    const old = (await viewer.call('twoFactor.confirm', { code: codeOf(secret) })).codes ?? [];
    now += 30_000;
    expect((await viewer.call('twoFactor.renewCodes', { code: '000000' })).codes).toBeNull();
    expect((await viewer.call('twoFactor.renewCodes', { code: old[0] ?? '' })).codes).toBeNull();
    now += 60_000;
    const { codes } = await viewer.call('twoFactor.renewCodes', { code: codeOf(secret) });
    expect(codes).toHaveLength(10);
    expect(old.filter((code) => codes?.includes(code))).toEqual([]);
    expect(entries('account')).toContainEqual({ detail: 'codesRenewed', userId: user.id });
    const tryIn = async (code: string) => (await school.nobody.call('auth.signIn', { username: user.username, password, code })).state;
    expect(await tryIn(codes?.[0] ?? '')).toBe('signedIn');
    expect(await tryIn(old[0] ?? '')).toBe('refused');
    now += 6 * 60_000;
    expect(await viewer.answer('twoFactor.renewCodes', { code: codeOf(secret) })).toMatchObject({ ok: false, error: { code: 'confirmPassword' } });
  });

  it('counts wrong codes for new ones like wrong tries to sign in', async () => {
    const viewer = await school.as('viewer');
    const { secret } = await viewer.call('twoFactor.start', {});
    await viewer.call('twoFactor.confirm', { code: codeOf(secret) });
    let waitSeconds = 0;
    for (let i = 0; i < 8 && waitSeconds === 0; i += 1) ({ waitSeconds } = await viewer.call('twoFactor.renewCodes', { code: '000000' }));
    expect(waitSeconds).toBeGreaterThan(0);
    // Right or wrong, nothing is looked at before the wait is over.
    const early = await viewer.call('twoFactor.renewCodes', { code: codeOf(secret, now + 30_000) });
    expect(early).toMatchObject({ codes: null });
    expect(early.waitSeconds).toBeGreaterThan(0);
  });

  it('tells nobody with a wrong password that it is on', async () => {
    const viewer = await school.as('viewer');
    const { user } = await viewer.call('auth.me', {});
    const { secret } = await viewer.call('twoFactor.start', {});
    await viewer.call('twoFactor.confirm', { code: codeOf(secret) });
    expect((await school.nobody.call('auth.signIn', { username: user.username, password: 'wrong' })).state).toBe('refused');
  });

  it('leaves no secret in the journal', () => {
    const secrets = school.environment.reader.all<{ secret: string }>('SELECT secret FROM two_factor').map(({ secret }) => secret);
    expect(secrets.length).toBeGreaterThan(0);
    const images = JSON.stringify(school.environment.reader.all('SELECT before FROM row_change WHERE before IS NOT NULL'));
    expect(secrets.filter((secret) => images.includes(secret))).toEqual([]);
  });
});

describe('the rules of security', () => {
  it('lock an account out after too many wrong passwords, until the time is over or somebody unlocks it', async () => {
    const { rev } = await school.admin.call('accessPolicy.get', {});
    await school.admin.call('auth.confirm', { password });
    await school.admin.call('accessPolicy.save', { rev, policy: { passwordLength: 14, passwordDays: 30, lockAfter: 4, lockMinutes: 60, sessionHours: 1, idleAtMost: 15 } });
    const viewer = await school.as('viewer');
    const { user } = await viewer.call('auth.me', {});
    for (let i = 0; i < 4; i += 1) {
      await school.nobody.call('auth.signIn', { username: user.username, password: 'wrong' });
      now += 3_000;
    }
    const locked = await school.admin.call('users.get', { id: user.id });
    expect(locked.lockedUntil).toBeGreaterThan(now + 50 * 60_000);
    expect((await school.nobody.call('auth.signIn', { username: user.username, password })).state).toBe('refused');
    expect(entries('lockedOut')).toContainEqual({ detail: '4', userId: user.id });
    await school.admin.call('users.unlock', { id: user.id });
    expect((await school.nobody.call('auth.signIn', { username: user.username, password })).state).toBe('signedIn');
  });

  it('ask for longer passwords, end sessions sooner and cap the idle time', async () => {
    const viewer = await school.as('viewer');
    expect(await viewer.call('auth.passwordRules', {})).toEqual({ length: 14 });
    expect(await viewer.answer('auth.changePassword', { password: 'only twelve!' })).toMatchObject({ ok: false, error: { fields: [{ messageKey: 'passwordShorterThan', params: { length: 14 } }] } });
    expect((await viewer.call('preferences.update', { language: 'el', theme: 'dark', idleMinutes: 0 })).idleMinutes).toBe(15);
    now += 61 * 60_000;
    expect(await viewer.answer('auth.me', {})).toMatchObject({ ok: false, error: { code: 'notSignedIn' } });
  });

  it('have an old password changed', async () => {
    const viewer = await school.as('viewer');
    const { user } = await viewer.call('auth.me', {});
    now += 31 * 24 * 60 * 60_000;
    const later = await school.signIn(user.username);
    expect(await later.answer('students.list', {})).toMatchObject({ ok: false, error: { code: 'mustChange' } });
    await later.call('auth.changePassword', { password: 'a password for the next month' });
    expect((await later.answer('students.list', {})).ok).toBe(true);
  });
});

describe('looking at the program as somebody else', () => {
  it('shows what a role or person sees, changes nothing, and never shows more than oneself may see', async () => {
    const other = await openTestCore();
    const registrar = await other.as('registrar');
    const { user } = await registrar.call('auth.me', {});
    const { admin } = other;
    await admin.call('preview.start', { as: { kind: 'role', role: 'teacher', scope: 'sections' } });
    const me = await admin.call('auth.me', {});
    expect(me.preview).toEqual({ nameEl: 'Εκπαιδευτικός', nameEn: 'Teacher' });
    expect(me.permissions).not.toContain('students:create');
    expect((await admin.call('students.list', { filter: { status: 'all' } })).total).toBe(0);
    expect(await admin.answer('preferences.update', { language: 'el', theme: 'dark', idleMinutes: 5 })).toMatchObject({ ok: false, error: { code: 'previewing' } });
    expect(await admin.answer('users.list', {})).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    await admin.call('preview.end', {});
    await admin.call('preview.start', { as: { kind: 'person', userId: user.id } });
    expect((await admin.call('auth.me', {})).permissions.toSorted()).toEqual((await registrar.call('auth.me', {})).permissions.toSorted());
    await admin.call('preview.end', {});
    // A principal may see roles, but not what an administrator may.
    const principal = await other.as('principal');
    const own = (await principal.call('auth.me', {})).permissions;
    await principal.call('preview.start', { as: { kind: 'role', role: 'administrator', scope: 'school' } });
    expect((await principal.call('auth.me', {})).permissions.filter((permission) => !own.includes(permission))).toEqual([]);
    expect(other.environment.reader.all(`SELECT id FROM audit_entry WHERE kind = 'account' AND detail = 'preview'`).length).toBe(3);
    await other.close();
  });
});
