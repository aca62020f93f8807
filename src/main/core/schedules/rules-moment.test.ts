import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { work } from '#contract/schedulable.ts';
import { relativeDays, type RelativeDays } from '#contract/scheduled-lists.ts';
import { resolveDays, resolveWork, type Moment } from './rules-moment.ts';

const yearId = '01890000-0000-7000-8000-000000000001', termId = '01890000-0000-7000-8000-000000000002', oldId = '01890000-0000-7000-8000-000000000003';
const year = { id: yearId, startDate: '2026-09-11', endDate: '2027-06-15' };
const on = (today: string, more: Partial<Moment> = {}): Moment => ({ today, year, latestTermId: null, ...more });
/** The list that is asked for, of what was saved. */
const listOf = (list: Record<string, unknown>, moment: Moment) => {
  const resolved = resolveWork(work.parse({ procedure: 'exports.table', input: { list, format: 'csv', language: 'el' } }), moment);
  if (resolved.procedure !== 'exports.table') throw new Error('not a table');
  return resolved.input.list;
};
const attendance = { table: 'attendance', target: { kind: 'division', level: 'Α', division: 'Α1' } };

describe('relative days', () => {
  it.each<[RelativeDays, string, string, string]>([
    ['today', '2026-12-01', '2026-12-01', '2026-12-01'], ['yesterday', '2027-01-01', '2026-12-31', '2026-12-31'],
    ['last7Days', '2026-12-01', '2026-11-25', '2026-12-01'], ['last30Days', '2027-03-01', '2027-01-31', '2027-03-01'],
    ['lastWeek', '2026-12-01', '2026-11-23', '2026-11-29'], ['lastWeek', '2026-11-30', '2026-11-23', '2026-11-29'], ['lastWeek', '2026-11-29', '2026-11-16', '2026-11-22'],
    ['thisMonth', '2026-12-01', '2026-12-01', '2026-12-01'], ['lastMonth', '2027-03-31', '2027-02-01', '2027-02-28'], ['lastMonth', '2027-01-05', '2026-12-01', '2026-12-31'],
    ['thisYear', '2026-12-01', '2026-09-11', '2026-12-01'], ['thisYear', '2027-07-01', '2026-09-11', '2027-06-15'], ['thisYear', '2026-09-01', '2026-09-11', '2026-09-11'],
  ])('%s on %s are %s to %s', (days, today, from, to) => expect(resolveDays(days, on(today))).toEqual({ from, to }));

  it('never end before they begin, and none but those of the year reaches past the day of the run', () => {
    const someDay = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    fc.assert(fc.property(fc.constantFrom(...relativeDays), someDay, (days, today) => {
      const { from, to } = resolveDays(days, on(today));
      expect(from <= to).toBe(true);
      if (days !== 'thisYear') expect(to <= today).toBe(true);
    }));
  });

  it('since the year began need an open year', () => expect(() => resolveDays('thisYear', on('2026-12-01', { year: null }))).toThrow('noOpenYear'));
});

describe('what is left open', () => {
  it.each(['homerooms', 'results', 'missingGrades'])('%s are of the open year', (table) => {
    expect(listOf({ table }, on('2026-12-01'))).toMatchObject({ yearId });
    expect(() => listOf({ table }, on('2026-12-01', { year: null }))).toThrow('noOpenYear');
    expect(listOf({ table, yearId: oldId }, on('2026-12-01', { year: null }))).toMatchObject({ yearId: oldId });
  });

  it('the latest term is the whole year before there is one', () => {
    const list = { table: 'classResults', level: 'Α', division: null, termId: 'latest' };
    expect(listOf(list, on('2027-02-01', { latestTermId: termId }))).toMatchObject({ yearId, termId });
    expect(listOf(list, on('2026-10-01'))).toMatchObject({ yearId, termId: null });
  });

  it.each(['incidents', 'highlights'])('%s are of relative days, of certain ones or of all', (table) => {
    expect(listOf({ table, days: 'yesterday' }, on('2026-12-01'))).toMatchObject({ from: '2026-11-30', to: '2026-11-30' });
    expect(listOf({ table, from: '2026-09-20' }, on('2026-12-01'))).toMatchObject({ from: '2026-09-20', to: null });
    expect(listOf({ table }, on('2026-12-01', { year: null }))).toMatchObject({ from: null, to: null });
  });

  it('attendance is of the days within the open year', () => {
    expect(listOf({ ...attendance, days: 'lastMonth' }, on('2026-10-05'))).toMatchObject({ from: '2026-09-11', to: '2026-09-30' });
    expect(listOf({ ...attendance, days: 'last7Days' }, on('2027-06-18'))).toMatchObject({ from: '2027-06-12', to: '2027-06-15' });
    expect(listOf({ ...attendance, from: '2025-10-01', to: '2025-10-31' }, on('2026-12-01', { year: null }))).toMatchObject({ from: '2025-10-01', to: '2025-10-31' });
    expect(() => listOf({ ...attendance, days: 'lastWeek' }, on('2027-08-01'))).toThrow('daysOutsideYear');
  });

  it('a bundle is as it was saved: its export knows the open year itself', () => {
    const bundle = work.parse({ procedure: 'exports.oneRoster', input: { language: 'el' } });
    expect(resolveWork(bundle, on('2026-12-01', { year: null }))).toEqual(bundle);
  });
});

describe('a form', () => {
  it.each<[string, Record<string, unknown>]>([
    ['list.days', attendance], ['list.target.level', { ...attendance, days: 'today', target: { kind: 'division', level: '', division: '' } }],
    ['list.target.division', { ...attendance, days: 'today', target: { kind: 'division', level: 'Α', division: '' } }], ['list.level', { table: 'classResults', level: '', division: null }],
  ])('without its %s is told so', (path, list) => {
    const { error } = work.safeParse({ procedure: 'exports.table', input: { list, format: 'csv', language: 'el' } });
    expect(error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toContainEqual([`input.${path}`, 'required']);
  });

  it('cannot name a certain term of whichever year is open', () => {
    const { error } = work.safeParse({ procedure: 'exports.table', input: { list: { table: 'results', termId }, format: 'csv', language: 'el' } });
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['input.list.termId']);
  });
});
