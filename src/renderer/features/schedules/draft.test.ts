import { describe, expect, it } from 'vitest';
import { contract, type Input } from '#contract/index.ts';
import { scheduledTables, type ScheduledList, type ScheduledTableName } from '#contract/scheduled-lists.ts';
import type { Schedule } from '#contract/schedules.ts';
import { draftOf, inputOf, type Draft } from './draft.ts';
import { listForms } from './work/list-forms.ts';

const userId = '01890000-0000-7000-8000-000000000001', yearId = '01890000-0000-7000-8000-000000000002', sectionId = '01890000-0000-7000-8000-000000000003';
const usual = { userId, language: 'el' as const, timeZone: 'Europe/Athens' };

/** What the office would read again after this was saved. */
function stored(input: Input<'schedules.save'>): Schedule {
  const { schedule } = contract['schedules.save'].input.parse(input);
  return { id: userId, rev: 1, ...schedule, runAsName: 'Γραμματεία', owner: null, hasPassword: true, nextAt: null, lastRun: null };
}
/** A form as somebody would have filled it in. */
function filled(work: Draft['schedule']['work'], bundle?: Draft['bundle']): Draft {
  const draft = draftOf(null, usual);
  return { ...draft, bundle: bundle ?? draft.bundle, schedule: { ...draft.schedule, name: 'Εξαγωγή', work, target: { ...draft.schedule.target, folder: '/exports' } } };
}
const roundTrip = (draft: Draft): Draft => draftOf(stored(inputOf(draft, null, null)), usual);
/** The list that each form begins with, with what it leaves to be chosen. */
function chosen(table: ScheduledTableName): ScheduledList {
  const { start } = listForms[table];
  if (start.table === 'attendance') return { ...start, target: { kind: 'division', level: 'Α', division: 'Α1' } };
  return start.table === 'classResults' ? { ...start, level: 'Α' } : start;
}

describe('a schedule that is saved and opened again', () => {
  it.each(scheduledTables)('is the same for %s', (table) => {
    const draft = filled({ procedure: 'exports.table', input: { list: chosen(table), columns: null, format: 'pdf' } });
    expect(roundTrip(draft)).toEqual(draft);
  });

  it('is the same for a bundle', () => {
    const draft = filled(draftOf(null, usual).schedule.work, { yearId: null, guardians: false, demographics: false, results: true });
    const bundle = { ...draft, schedule: { ...draft.schedule, work: { ...draft.schedule.work, procedure: 'exports.oneRoster' as const } } };
    expect(roundTrip(bundle)).toEqual(bundle);
  });

  it.each<[string, ScheduledList]>([
    ['a certain year', { table: 'homerooms', yearId }], ['certain days', { table: 'highlights', studentId: null, kind: null, from: '2026-09-11', to: '2026-12-01', days: null }],
    ['one section', { table: 'attendance', from: '2026-09-11', to: '2026-12-01', days: null, target: { kind: 'section', sectionId } }], ['its students', { table: 'roster', id: sectionId, on: null }],
  ])('keeps %s, which this form does not make', (_title, list) => {
    const draft = filled({ procedure: 'exports.table', input: { list, columns: null, format: 'csv' } });
    expect(roundTrip(draft)).toEqual(draft);
  });

  it('keeps the columns of lists of students that were made before', () => {
    const columns = ['studentNo', 'familyEl', 'givenEl', 'level', 'division'];
    const draft = filled({ procedure: 'exports.table', input: { list: chosen('students'), columns, format: 'xlsx' } });
    expect(roundTrip(draft).schedule.work.input.columns).toEqual(columns);
  });
});

describe('a form', () => {
  it.each(scheduledTables.map((table) => [table, listForms[table].filters] as const))('of %s has its filters where the list has them', (table, filters) => {
    const has = (path: string) => path.split('.').reduce<unknown>((part, key) => (typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[key] : undefined), listForms[table].start) !== undefined;
    for (const filter of filters) {
      if (filter.kind === 'choice') expect([filter.path, has(filter.path)]).toEqual([filter.path, true]);
      if (filter.kind === 'days') expect(has('days')).toBe(true);
      if (filter.kind === 'class') expect([has([filter.at, 'level'].filter(Boolean).join('.')), has([filter.at, 'division'].filter(Boolean).join('.'))]).toEqual([true, filter.hasDivision]);
    }
  });

  it('that was told what to make begins with it', () => {
    const wanted = { list: chosen('incidents'), columns: ['date'], format: 'csv' as const };
    expect(draftOf(null, { ...usual, wanted }).schedule.work).toEqual({ procedure: 'exports.table', input: wanted });
  });
});
