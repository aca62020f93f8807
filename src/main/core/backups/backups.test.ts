import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerOf, newFolder, openTestCore, passphrase, password, studentForm, testOptions, type TestCore } from '../../../../tests/fixtures/core.ts';
import { createCore } from '../index.ts';
import { createTimetable } from '../schedules/start.ts';

let school: TestCore;
let studentId: string;
beforeAll(async () => {
  school = await openTestCore();
  ({ id: studentId } = await school.admin.call('students.create', { details: studentForm() }));
});
afterAll(() => school.close());

const folder = () => join(school.folder, 'backups');
const files = () => readdirSync(folder()).toSorted();
const settle = (milliseconds: number) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

describe('a backup', () => {
  it('is one file, listed at once, and leaves no working copies beside it', async () => {
    const made = await school.admin.job('backups.run', {});
    expect(made).toMatchObject({ reason: 'manual' });
    expect(files()).toEqual([made.name]);
    expect((await school.admin.call('backups.list', {})).backups).toEqual([made]);
  });

  it('opens on another computer with nothing but the code, however it was typed', async () => {
    const { name } = await school.admin.job('backups.run', {});
    const backup = new Uint8Array(readFileSync(join(folder(), name)));
    const elsewhere = newFolder();
    const core = await createCore(testOptions(elsewhere));
    const nobody = callerOf(core, null);
    const typed = school.recoveryCode.toLowerCase().replaceAll('-', ' ');
    expect(await nobody.answer('setup.restore', { backup, recoveryCode: typed, passphrase })).toMatchObject({ ok: true });
    const session = await nobody.call('auth.signIn', { username: 'admin', password });
    if (session.state !== 'signedIn') throw new Error('refused');
    expect((await callerOf(core, session.token).call('students.get', { id: studentId })).details.familyEl).toBe('Παπαδοπούλου');
    await core.close();
    rmSync(elsewhere, { recursive: true });
  });

  it('with another code, cut off, altered or no backup at all is refused, and leaves nothing behind', async () => {
    const { name } = await school.admin.job('backups.run', {});
    const good = readFileSync(join(folder(), name));
    const altered = Buffer.from(good);
    altered[altered.length - 5000] = (altered[altered.length - 5000] ?? 0) ^ 1;
    const tries = [
      [good, '0000-0000-0000-0000-0000-0000-0000-0000', 'wrongKey'], [good.subarray(0, -100), school.recoveryCode, 'damagedFile'],
      [altered, school.recoveryCode, 'damagedFile'], [Buffer.from('ROLLBOOK1\nnot a backup'), school.recoveryCode, 'damagedFile'],
    ] as const;
    for (const [backup, recoveryCode, code] of tries) {
      const elsewhere = newFolder();
      const core = await createCore(testOptions(elsewhere));
      const nobody = callerOf(core, null);
      expect(await nobody.answer('setup.restore', { backup: new Uint8Array(backup), recoveryCode, passphrase })).toMatchObject({ ok: false, error: { code } });
      expect((await nobody.call('setup.status', {})).state).toBe('absent');
      expect(existsSync(join(elsewhere, 'rollbook.db'))).toBe(false);
      await core.close();
    }
  });

  it('is named by the list only: a path is not found', async () => {
    for (const name of ['../keys.json', '..\\keys.json', '/etc/passwd', '']) {
      const answer = await school.admin.answer('backups.restore', { name, recoveryCode: school.recoveryCode });
      expect(answer).toMatchObject({ ok: false, error: { code: 'notFound' } });
    }
  });

  it('puts the school back as it was, and keeps what was replaced', async () => {
    const { name } = await school.admin.job('backups.run', {});
    const { rev } = await school.admin.call('students.get', { id: studentId });
    await school.admin.call('students.update', { id: studentId, rev, details: studentForm({ givenEl: 'Ειρήνη' }) });
    await school.admin.call('backups.restore', { name, recoveryCode: school.recoveryCode });
    const again = await school.signIn('admin').catch(async () => {
      await school.nobody.call('setup.unlock', { recoveryCode: school.recoveryCode });
      return school.signIn('admin');
    });
    expect((await again.call('students.get', { id: studentId })).details.givenEl).toBe('Ελένη');
    expect(readdirSync(school.folder).some((entry) => entry.startsWith('replaced-'))).toBe(true);
    expect((await again.call('backups.list', {})).backups.some(({ reason }) => reason === 'beforeRestore')).toBe(true);
  });
});

describe('every night', () => {
  it('a computer that was off backs up soon after it starts; beyond the number kept the oldest scheduled go, those made by hand stay', async () => {
    let now = Date.now();
    const other = await openTestCore({ clock: () => now });
    // Nights pass in this test; the program's own sign-in does not end.
    other.plant((db) => db.run('UPDATE session SET expiresAt = ?', [now + 7 * 24 * 3_600_000]));
    const { rev, settings } = await other.admin.call('settings.get', {});
    await other.admin.call('settings.update', { rev, settings: { ...settings, backupKeep: 2 } });
    await other.admin.job('backups.run', {});
    for (let night = 0; night < 3; night += 1) {
      now += 26 * 3_600_000;
      const timetable = createTimetable({ isOpen: () => true, token: other.admin.token ?? '', newDay: () => undefined, call: other.core.call, clock: () => now, log: () => undefined });
      await timetable.refresh();
      timetable.tick();
      now += 2 * 60_000;
      timetable.tick();
      await settle(1500);
    }
    const { backups } = await other.admin.call('backups.list', {});
    const count = (reason: string) => backups.filter((backup) => backup.reason === reason).length;
    expect([count('manual'), count('scheduled')]).toEqual([1, 2]);
    await other.close();
  });

  it('passes over files in the folder that are no backups', async () => {
    await school.nobody.call('setup.status', {});
    writeFileSync(join(folder(), 'letter.rollbook'), 'a letter');
    appendFileSync(join(folder(), 'notes.txt'), 'notes');
    const admin = await school.signIn('admin');
    expect((await admin.call('backups.list', {})).backups.map(({ name }) => name)).not.toContain('letter.rollbook');
  });
});
