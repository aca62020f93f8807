import type { Input } from '#contract/index.ts';

type Draft = Input<'schedules.save'>['schedule'];

/** A schedule's form: the list of students as CSV, every day at seven in Athens, into a folder. */
export const scheduleDraft = (runAs: string, folder: string, more: Partial<Draft> = {}): Draft => ({
  name: 'Λίστα για τον Δήμο', work: { procedure: 'exports.table', input: { list: { table: 'students' }, format: 'csv', columns: ['studentNo', 'familyEl'], language: 'el' } },
  when: { kind: 'daily', at: '07:00' }, timeZone: 'Europe/Athens', target: { kind: 'folder', folder }, keep: { kind: 'all' },
  language: 'el', encrypt: false, runAs, active: true, notify: null, ...more,
});
