import fc from 'fast-check';
import { createTask } from 'node-cron';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readCron } from '#contract/cron.ts';
import type { When } from '#contract/schedules.ts';
import { folderMessage, mailMessage } from './rules-failures.ts';
import { filesToGo } from './rules-keep.ts';
import { nextRun } from './rules-next-run.ts';

const athens = 'Europe/Athens';
const at = (iso: string) => Date.parse(iso);
const next = (when: When, after: string, zone = athens) => {
  const found = nextRun(when, zone, at(after));
  return found === null ? null : new Date(found).toISOString();
};

describe('the next run', () => {
  it.each<[string, When, string, string]>([
    ['daily, later today', { kind: 'daily', at: '07:00' }, '2026-12-01T04:59:00Z', '2026-12-01T05:00:00.000Z'],
    ['daily, tomorrow once it was', { kind: 'daily', at: '07:00' }, '2026-12-01T05:00:00Z', '2026-12-02T05:00:00.000Z'],
    ['weekly, on the next of its days', { kind: 'weekly', days: [1, 5], at: '07:00' }, '2026-12-01T10:00:00Z', '2026-12-04T05:00:00.000Z'],
    ['on Sunday, which is the seventh', { kind: 'weekly', days: [7], at: '07:00' }, '2026-12-01T10:00:00Z', '2026-12-06T05:00:00.000Z'],
    ['monthly, over the year', { kind: 'monthly', day: 15, at: '07:00' }, '2026-12-15T05:00:00Z', '2027-01-15T05:00:00.000Z'],
    ['on the last day of a month that has no 31st', { kind: 'monthly', day: 31, at: '07:00' }, '2027-02-01T00:00:00Z', '2027-02-28T05:00:00.000Z'],
    ['by cron, on working days', { kind: 'cron', expression: '30 6 * * mon-fri' }, '2026-12-04T10:00:00Z', '2026-12-07T04:30:00.000Z'],
    ['by cron, where either day will do', { kind: 'cron', expression: '0 7 13 * 5' }, '2026-12-05T00:00:00Z', '2026-12-11T05:00:00.000Z'],
    ['by cron, on a leap day', { kind: 'cron', expression: '0 7 29 2 *' }, '2026-12-01T00:00:00Z', '2028-02-29T05:00:00.000Z'],
  ])('is %s', (_title, when, after, expected) => expect(next(when, after)).toBe(expected));

  it('is in the time of its zone, wherever the computer stands', () => {
    expect(next({ kind: 'daily', at: '07:00' }, '2026-12-01T00:00:00Z', 'Asia/Nicosia')).toBe('2026-12-01T05:00:00.000Z');
    expect(next({ kind: 'daily', at: '07:00' }, '2026-12-01T00:00:00Z', 'America/New_York')).toBe('2026-12-01T12:00:00.000Z');
    expect(next({ kind: 'daily', at: '00:30' }, '2026-12-01T00:00:00Z', 'Asia/Kolkata')).toBe('2026-12-01T19:00:00.000Z');
  });

  it('never comes for a day that there is not', () => expect(nextRun({ kind: 'cron', expression: '0 7 30 2 *' }, athens, 0)).toBeNull());
});

describe('when clocks change', () => {
  it('stays at its hour of the day', () => {
    expect(next({ kind: 'daily', at: '07:00' }, '2027-03-27T06:00:00Z')).toBe('2027-03-28T04:00:00.000Z');
    expect(next({ kind: 'daily', at: '07:00' }, '2027-10-30T06:00:00Z')).toBe('2027-10-31T05:00:00.000Z');
  });

  it('an hour that is left out is made up for, once', () => {
    const nightly: When = { kind: 'daily', at: '03:30' };
    expect(next(nightly, '2027-03-27T12:00:00Z')).toBe('2027-03-28T01:30:00.000Z');
    expect(next(nightly, '2027-03-28T01:30:00Z')).toBe('2027-03-29T00:30:00.000Z');
  });

  it('an hour that comes twice counts the first time only', () => {
    const nightly: When = { kind: 'daily', at: '03:30' };
    expect(next(nightly, '2027-10-30T12:00:00Z')).toBe('2027-10-31T00:30:00.000Z');
    expect(next(nightly, '2027-10-31T00:30:00Z')).toBe('2027-11-01T01:30:00.000Z');
  });

  it('no run is lost or doubled over a year of any zone', () => {
    fc.assert(fc.property(fc.constantFrom(athens, 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (zone, hour, minute) => {
      const when: When = { kind: 'daily', at: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` };
      let last = at('2027-01-01T00:00:00Z'), runs = 0;
      for (; last < at('2028-01-01T00:00:00Z'); runs += 1) {
        const found = nextRun(when, zone, last);
        expect(found).not.toBeNull();
        expect((found ?? 0) - last).toBeLessThanOrEqual(25 * 60 * 60_000);
        last = found ?? Infinity;
      }
      expect(runs).toBeGreaterThanOrEqual(365);
      expect(runs).toBeLessThanOrEqual(367);
    }), { numRuns: 12 });
  });
});

describe('cron lines', () => {
  const none = ['', '* * * *', '* * * * * *', '60 * * * *', '* 24 * * *', '* * 0 * *', '* * * 13 *', '* * * * 8', '*/0 * * * *', '5-1 * * * *', 'a * * * *', '1,,2 * * * *', '1-2-3 * * * *', '*/5/5 * * * *', '-1 * * * *'];
  it.each(none)('%j is none', (line) => expect(readCron(line)).toBeNull());

  afterEach(() => { vi.useRealTimers(); });
  it('mean what node-cron takes them for', () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const field = (from: number, to: number) => fc.oneof(
      fc.constant('*'), fc.integer({ min: from, max: to }).map(String), fc.integer({ min: 2, max: 9 }).map((step) => `*/${step}`),
      fc.tuple(fc.integer({ min: from, max: to }), fc.integer({ min: from, max: to })).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
      fc.array(fc.integer({ min: from, max: to }), { minLength: 2, maxLength: 3 }).map((list) => list.join(',')));
    // Either the day or the weekday: where both are narrowed, cron and node-cron part ways.
    const days = fc.oneof(fc.tuple(field(1, 28), field(1, 12), fc.constant('*')), fc.tuple(fc.constant('*'), field(1, 12), field(0, 6)));
    fc.assert(fc.property(field(0, 59), field(0, 23), days, fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }), (minute, hour, [day, month, weekday], now) => {
      const expression = [minute, hour, day, month, weekday].join(' ');
      vi.setSystemTime(now);
      const task = createTask(expression, () => undefined, { timezone: 'UTC' });
      const theirs = task.getNextRuns(2)[0]?.getTime() ?? null;
      void task.destroy();
      expect([expression, now, nextRun({ kind: 'cron', expression }, 'UTC', now.getTime())]).toEqual([expression, now, theirs]);
    }), { numRuns: 150 });
  });
});

describe('files that are kept', () => {
  const day = 24 * 60 * 60_000, now = 100 * day;
  const files = [0, 1, 5, 40].map((age) => ({ id: String(age), folder: '/f', fileName: `${age}.csv`, size: 1, startedAt: now - age * day }));
  it.each([[{ kind: 'all' }, []], [{ kind: 'count', count: 2 }, ['5', '40']], [{ kind: 'count', count: 1 }, ['1', '5', '40']], [{ kind: 'days', days: 5 }, ['40']]] as const)(
    'by %j', (keep, gone) => expect(filesToGo(files, keep, now).map(({ id }) => id)).toEqual(gone));
  it('always include the latest, however old', () => expect(filesToGo(files, { kind: 'days', days: 1 }, now * 2).map(({ id }) => id)).toEqual(['1', '5', '40']));
});

describe('what goes wrong', () => {
  it.each([['ENOENT', 'folderMissing'], ['ENOTDIR', 'folderMissing'], ['EACCES', 'folderReadOnly'], ['EROFS', 'folderReadOnly'], ['ENOSPC', 'folderFull'], ['EIO', 'folderFailed']])(
    'with a folder: %s is %s', (code, message) => expect(folderMessage(code)).toBe(message));
  it.each([
    [{ code: 'EAUTH' }, 'mailAuth'], [{ code: 'ESOCKET', cause: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'mailCertificate'], [{ code: 'ETIMEDOUT' }, 'mailTimeout'],
    [{ code: 'EMESSAGE', response: 552 }, 'mailTooLarge'], [{ code: 'EENVELOPE', response: 550 }, 'mailRefused'], [{ code: 'ESOCKET', cause: 'ECONNREFUSED' }, 'mailUnreachable'], [{}, 'mailFailed'],
  ])('with e-mail: %j is %s', (facts, message) => expect(mailMessage(facts)).toBe(message));
});
