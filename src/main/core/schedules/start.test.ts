import { existsSync, readdirSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { newFolder, openTestCore, password, type TestCore } from '../../../../tests/fixtures/core.ts';
import { interruptRuns } from './index.ts';
import { createTimetable, type Timetable } from './start.ts';
import { scheduleDraft } from './testing-schedule.ts';

const minute = 60_000, hour = 60 * minute, day = 24 * hour;
let school: TestCore;
let now: number;
afterEach(() => school.close());

/** A school at a moment, with a schedule at seven in Athens, and a timetable that this test turns the hands of. */
async function open(at: string) {
  now = Date.parse(at);
  school = await openTestCore({ clock: () => now });
  // Days pass in this test; the program's own sign-in does not end.
  school.plant((db) => db.run('UPDATE session SET expiresAt = ?', [now + 400 * day]));
  const runs: string[] = [];
  const timetable: Timetable = createTimetable({
    isOpen: () => true, token: school.admin.token ?? '', newDay: () => runs.push('newDay'), clock: () => now, log: () => undefined,
    call: (request) => {
      if (request.name === 'schedules.runNow' || request.name === 'backups.run') runs.push(request.name);
      return school.core.call(request);
    },
  });
  const folder = newFolder();
  const { user } = await school.admin.call('auth.me', {});
  const { id } = await school.admin.call('schedules.save', { schedule: scheduleDraft(user.id, folder) });
  await timetable.refresh();
  const settle = async () => {
    for (let left = 400; left > 0; left -= 1) {
      await pause(5);
      const jobs = (await school.admin.call('jobs.list', {})).jobs;
      if (!jobs.some(({ state }) => state === 'running')) break;
    }
    await timetable.refresh();
  };
  /** Minute after minute, as node-cron would have it. */
  const pass = async (until: string) => {
    for (; now < Date.parse(until); now += minute) {
      const before = runs.length;
      timetable.tick();
      if (runs.length > before) await settle();
    }
    await settle();
  };
  return { timetable, folder, id, runs, settle, pass, files: () => (existsSync(folder) ? readdirSync(folder).length : 0) };
}

describe('the timetable', () => {
  it('runs a schedule when its time has come, once', async () => {
    const { runs, pass, files } = await open('2026-12-01T04:50:00Z');
    await pass('2026-12-01T04:59:00Z');
    expect(files()).toBe(0);
    await pass('2026-12-01T05:01:00Z');
    await pass('2026-12-01T05:30:00Z');
    expect(files()).toBe(1);
    expect(runs.filter((name) => name === 'schedules.runNow')).toHaveLength(1);
  });

  it('makes up for what was missed while the computer was off, once and a little after opening', async () => {
    const { timetable, folder, id, pass, settle, files } = await open('2026-12-01T04:50:00Z');
    timetable.stop();
    now += 5 * day;
    await timetable.refresh();
    timetable.tick();
    await settle();
    expect(files()).toBe(0);
    await pass('2026-12-06T05:00:00Z');
    await pass('2026-12-06T06:30:00Z');
    // The one that was missed, made up for at 04:52, and today's own at 05:00.
    expect(files()).toBe(2);
    const { rows } = await school.admin.call('schedules.runs', { id });
    expect(rows.map(({ startedAt }) => new Date(startedAt).toISOString().slice(0, 16))).toEqual(['2026-12-06T05:00', '2026-12-06T04:52']);
    rmSync(folder, { recursive: true });
  });

  it('makes up at once for what the computer slept through while the program was open', async () => {
    const { timetable, pass, settle, files } = await open('2026-12-01T04:30:00Z');
    await pass('2026-12-01T04:40:00Z');
    now = Date.parse('2026-12-01T09:00:00Z');
    timetable.tick();
    await settle();
    expect(files()).toBe(1);
  });

  it('does not try what fails again until its next time', async () => {
    const { folder, runs, pass, id } = await open('2026-12-01T04:50:00Z');
    rmSync(folder, { recursive: true });
    await pass('2026-12-01T05:30:00Z');
    expect(runs.filter((name) => name === 'schedules.runNow')).toHaveLength(1);
    expect((await school.admin.call('schedules.runs', { id })).rows).toMatchObject([{ state: 'failed', failure: { messageKey: 'folderMissing' } }]);
  });

  it('leaves a paused one alone, and one that was changed waits for its new time', async () => {
    const { timetable, folder, id, pass, files } = await open('2026-12-01T04:50:00Z');
    const { user } = await school.admin.call('auth.me', {});
    await school.admin.call('auth.confirm', { password });
    await school.admin.call('schedules.save', { id, rev: 1, schedule: scheduleDraft(user.id, folder, { active: false }) });
    await timetable.refresh();
    await pass('2026-12-01T05:10:00Z');
    expect(files()).toBe(0);
    await school.admin.call('auth.confirm', { password });
    await school.admin.call('schedules.save', { id, rev: 2, schedule: scheduleDraft(user.id, folder, { when: { kind: 'daily', at: '07:20' } }) });
    await timetable.refresh();
    await pass('2026-12-01T05:19:00Z');
    expect(files()).toBe(0);
    await pass('2026-12-01T05:25:00Z');
    expect(files()).toBe(1);
  });

  it('goes by the clocks of its zone over a change of them', async () => {
    const { id, pass, files } = await open('2027-03-27T04:30:00Z');
    await pass('2027-03-28T05:30:00Z');
    expect(files()).toBe(2);
    const { rows } = await school.admin.call('schedules.runs', { id });
    expect(rows.map(({ startedAt }) => new Date(startedAt).toISOString().slice(0, 16))).toEqual(['2027-03-28T04:00', '2027-03-27T05:00']);
  });

  it('backs up every night, makes up for a night that was missed, and turns the day over', async () => {
    const { runs, pass } = await open('2026-12-01T10:00:00Z');
    // A new school has no backup yet: that is missed as well.
    await pass('2026-12-01T10:05:00Z');
    expect(runs).toEqual(['backups.run']);
    await pass('2026-12-03T10:00:00Z');
    expect(runs.filter((name) => name === 'backups.run')).toHaveLength(3);
    expect(runs.filter((name) => name === 'newDay')).toHaveLength(2);
  });
});

describe('a run that the program’s end cut off', () => {
  it('is on record as such, and no hindrance to the next', async () => {
    const { id, files } = await open('2026-12-01T04:50:00Z');
    school.plant((db) => db.run(`INSERT INTO schedule_run (id, scheduleId, startedAt, state) VALUES ('01890000-0000-7000-8000-000000000000', ?, ?, 'running')`, [id, now - hour]));
    await expect(school.admin.job('schedules.runNow', { id })).rejects.toThrow('scheduleRunning');
    interruptRuns(school.environment.connection, now);
    expect(await school.admin.job('schedules.runNow', { id })).toMatchObject({ state: 'done' });
    expect((await school.admin.call('schedules.runs', { id })).rows.map(({ state }) => state)).toEqual(['done', 'interrupted']);
    expect(files()).toBe(1);
  });
});
