import { describe, expect, it } from 'vitest';
import type { HeldList } from '../../ui/export/index.ts';
import { wantedOf } from './wanted.ts';

const id = '01890000-0000-7000-8000-000000000001';
const listOf = (list: HeldList['list']) => wantedOf({ list, columns: ['level'], format: 'csv' }).list;

describe('a list of another screen, for a schedule', () => {
  it('is narrowed as the form shows it, and by nothing that the form does not show', () => {
    expect(listOf({ table: 'students', filter: { status: 'left', level: 'Α', division: 'Α1', text: 'παπα', markBand: id } }))
      .toMatchObject({ filter: { status: 'left', level: 'Α', division: 'Α1', text: '', markBand: null } });
    expect(listOf({ table: 'interventions', state: 'due', kind: 'plan' })).toMatchObject({ state: 'due', kind: 'plan' });
    expect(listOf({ table: 'sections', filter: { yearId: id, level: 'Β', courseId: id } })).toMatchObject({ filter: { yearId: null, level: 'Β', courseId: null } });
  });

  it('is of the open year and of its latest term, whichever was shown', () => {
    expect(listOf({ table: 'homerooms', yearId: id })).toEqual({ table: 'homerooms', yearId: null });
    expect(listOf({ table: 'classResults', yearId: id, termId: id, level: 'Α', division: 'Α1', only: 'failing' })).toMatchObject({ yearId: null, termId: 'latest', level: 'Α', division: 'Α1', only: 'failing' });
    expect(listOf({ table: 'results', yearId: id, termId: null })).toMatchObject({ yearId: null, termId: null });
  });

  it('is of days that are counted from the run', () => {
    expect(listOf({ table: 'incidents', from: '2026-11-01' })).toMatchObject({ days: 'last30Days', from: null, to: null });
    expect(listOf({ table: 'incidents' })).toMatchObject({ days: null });
    expect(listOf({ table: 'attendance', from: '2026-11-01', to: '2026-11-30', target: { kind: 'division', level: 'Α', division: 'Α1' } }))
      .toEqual({ table: 'attendance', days: 'lastWeek', from: null, to: null, target: { kind: 'division', level: 'Α', division: 'Α1' } });
  });

  it('of one section leaves the class to be chosen', () => {
    expect(listOf({ table: 'attendance', from: '2026-11-01', to: '2026-11-30', target: { kind: 'section', sectionId: id } })).toMatchObject({ target: { kind: 'division', level: '', division: '' } });
  });

  it('keeps the usual columns as such, and others as they were chosen', () => {
    const columnsOf = (columns: string[]) => wantedOf({ list: { table: 'homerooms', yearId: id }, columns, format: 'pdf' }).columns;
    expect(columnsOf(['level', 'division', 'room', 'students', 'capacity', 'teacher'])).toBeNull();
    expect(columnsOf(['division', 'level'])).toEqual(['division', 'level']);
  });
});
