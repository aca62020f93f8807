import { describe, expect, it } from 'vitest';
import { schoolDraft } from '#contract/setup.ts';
import { proposeYear } from './rules-year.ts';

const names = { first: { el: 'Α΄ τετράμηνο', en: '1st semester' }, second: { el: 'Β΄ τετράμηνο', en: '2nd semester' } };

describe('the proposed school year', () => {
  it.each([['2026-11-24', '2026-27'], ['2027-06-30', '2026-27'], ['2027-07-01', '2027-28'], ['2099-12-31', '2099-00']])('of %s is %s', (today, label) => {
    expect(proposeYear(today, names).year.label).toBe(label);
  });
  it('is one that the program accepts', () => {
    const admin = { username: 'maria', displayName: 'Μαρία', password: 'rain-table-lemon' };
    const draft = { nameEl: '1ο Γυμνάσιο', nameEn: '1st', language: 'el', admin, ...proposeYear('2026-11-24', names) };
    expect(schoolDraft.safeParse(draft).error?.issues).toBeUndefined();
  });
});
