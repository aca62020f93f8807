import { describe, expect, it } from 'vitest';
import { suggestUsername } from './rules-username.ts';

describe('a proposed user name', () => {
  it.each([
    ['Παπαδοπούλου Μαρία', true, 'm.papadopoulou'], ['Papadopoulou Maria', true, 'm.papadopoulou'], ['Μαρία Παπαδοπούλου', false, 'm.papadopoulou'],
    ['Άννα Μαρία Ξανθάκη', false, 'a.xanthaki'], ['Χατζή-Ιωάννου Γιώργος', true, 'g.chatziioannou'], ['Müller Jürgen', true, 'j.muller'],
  ] as const)('of %s (family name first: %s) is %s', (name, familyFirst, username) => {
    expect(suggestUsername(name, familyFirst)).toBe(username);
  });
  it('is the one word of a name of one word, and nothing of nothing', () => {
    expect(suggestUsername('Γραμματεία', false)).toBe('grammateia');
    expect(suggestUsername(' - ', true)).toBe('');
  });
});
