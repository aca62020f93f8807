import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestCore, password, type TestCore } from '../../../../tests/fixtures/core.ts';
import { waitAfter } from './rules-attempts.ts';

let school: TestCore;
let now = Date.now();
beforeAll(async () => { school = await openTestCore({ clock: () => now }); });
afterAll(() => school.close());

describe('signing in', () => {
  it('refuses a wrong password and an unknown user with the same answer, and makes both wait longer each time', async () => {
    const tries = async (username: string) => {
      const waits: number[] = [];
      for (let i = 0; i < 6; i += 1) {
        const answer = await school.nobody.call('auth.signIn', { username, password: 'wrong' });
        expect(answer.state).toBe('refused');
        if (answer.state === 'refused') waits.push(answer.waitSeconds);
        now += (waits.at(-1) ?? 0) * 1000;
      }
      return waits;
    };
    await school.as('viewer');
    const known = await tries('viewer1');
    expect(known).toEqual(await tries('nobody at all'.replaceAll(' ', '.')));
    expect(known).toEqual([0, 0, 2, 4, 8, 16]);
  });

  it('lets nobody in before the wait is over, not even with the right password', async () => {
    const registrar = await school.as('registrar');
    const { user } = await registrar.call('auth.me', {});
    for (let i = 0; i < 3; i += 1) await school.nobody.call('auth.signIn', { username: user.username, password: 'wrong' });
    expect((await school.nobody.call('auth.signIn', { username: user.username, password })).state).toBe('refused');
    now += 3_000;
    expect((await school.nobody.call('auth.signIn', { username: user.username, password })).state).toBe('signedIn');
  });

  it('does not mind case and accents of the user name', async () => {
    expect((await school.nobody.call('auth.signIn', { username: 'ADMIN', password })).state).toBe('signedIn');
  });

  it('waits at most a quarter of an hour, until it is locked out', () => {
    const rule = { lockAfter: 60, lockMinutes: 30 };
    expect(waitAfter(50, rule)).toBe(15 * 60_000);
    expect(waitAfter(60, rule)).toBe(30 * 60_000);
  });
});

describe('a session', () => {
  it('answers nothing but unlocking and signing out while locked', async () => {
    const viewer = await school.as('viewer');
    await viewer.call('auth.lock', {});
    expect(await viewer.answer('students.list', {})).toMatchObject({ ok: false, error: { code: 'locked' } });
    expect(await viewer.answer('auth.me', {})).toMatchObject({ ok: false, error: { code: 'locked' } });
    expect(await viewer.call('auth.unlock', { password: 'wrong' })).toMatchObject({ unlocked: false });
    expect(await viewer.call('auth.unlock', { password })).toMatchObject({ unlocked: true });
    expect((await viewer.answer('students.list', {})).ok).toBe(true);
  });

  it('ends with signing out, and by itself', async () => {
    const viewer = await school.as('viewer');
    await viewer.call('auth.signOut', {});
    expect(await viewer.answer('auth.me', {})).toMatchObject({ ok: false, error: { code: 'notSignedIn' } });
    const other = await school.as('viewer');
    now += 13 * 60 * 60_000;
    expect(await other.answer('auth.me', {})).toMatchObject({ ok: false, error: { code: 'notSignedIn' } });
  });

  it('is asked for the password again before a sensitive command, and for a while not again', async () => {
    const admin = await school.signIn('admin');
    now += 6 * 60_000;
    expect(await admin.answer('auth.changePassword', { password: 'another password' })).toMatchObject({ ok: false, error: { code: 'confirmPassword' } });
    await admin.call('auth.confirm', { password });
    const elsewhere = await school.signIn('admin');
    await admin.call('auth.changePassword', { password: 'another password' });
    expect(await elsewhere.answer('auth.me', {})).toMatchObject({ ok: false, error: { code: 'notSignedIn' } });
    now += 6 * 60_000;
    expect(await admin.answer('auth.changePassword', { password: 'yet another password' })).toMatchObject({ ok: false, error: { code: 'confirmPassword' } });
  });

  it('keeps preferences', async () => {
    const viewer = await school.as('viewer');
    await viewer.call('preferences.update', { language: 'en', theme: 'dark', idleMinutes: 5 });
    expect((await viewer.call('auth.me', {})).preferences).toEqual({ language: 'en', theme: 'dark', idleMinutes: 5 });
  });
});
