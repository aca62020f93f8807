import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { openTestCore, studentForm, type TestCore } from '../../../../tests/fixtures/core.ts';
import { greekToLatin } from '../people/index.ts';
import { foldText } from './rules-fold.ts';
import { editDistance, soundOf } from './rules-sound.ts';

let school: TestCore;
beforeAll(async () => {
  school = await openTestCore();
  const names = [
    ['Παπαδόπουλος', 'Γεώργιος', '2001'], ['Παπαδοπούλου', 'Άννα', '2002'], ['Χριστοδούλου', 'Ευάγγελος', '2003'], ['Μπακογιάννη', 'Ψυχή', '2004'],
    ['Ξενάκης', 'Ιάσων', '2005'], ['Ντάλας', 'Θεόφιλος', '2006'], ['Άγγελος', 'Παύλος', '2007'], ["O'Brien-Ηλία", 'Ζωή', '2008'],
  ] as const;
  for (const [familyEl, givenEl, studentNo] of names) {
    await school.admin.call('students.create', { details: studentForm({ familyEl, givenEl, studentNo, familyLatin: null, givenLatin: null, fatherEl: null, email: `s${studentNo}@school.example` }) });
  }
});
afterAll(() => school.close());

const find = async (text: string) => (await school.admin.call('search.students', { text })).hits.map(({ studentNo }) => studentNo);

describe('finding a student', () => {
  it.each([
    ['παπαδ', '2001'], ['ΠΑΠΑΔΟΠΟΥΛΟΣ', '2001'], ['παπαδοπουλος', '2001'], ['papadopoulos', '2001'], ['papadopoylos', '2001'], ['georgios pap', '2001'],
    ['γεωργ παπ', '2001'], ['xristodoulou', '2003'], ['hristodoulou', '2003'], ['christodoulou', '2003'], ['evaggelos', '2003'], ['euaggelos', '2003'],
    ['bakogianni', '2004'], ['mpakogianni', '2004'], ['psyxi', '2004'], ['xenakis', '2005'], ['ksenakis', '2005'], ['ntalas', '2006'], ['dalas', '2006'],
    ['theofilos', '2006'], ['8eofilos', '2006'], ['angelos', '2007'], ['aggelos', '2007'], ['pavlos', '2007'], ['paulos', '2007'], ['brien', '2008'],
    ['2005', '2005'], ['s2006', '2006'], ['παπαδοπυλος', '2001'], ['xenkais', '2005'],
  ])('%s finds %s', async (text, expected) => {
    expect(await find(text)).toContain(expected);
  });

  it('puts the exact word before its beginning', async () => {
    expect((await find('παπαδοπουλου'))[0]).toBe('2002');
  });

  it('answers anything typed, without an error', async () => {
    for (const text of ['', ' ', '"', '*', 'AND OR NOT', 'words:x', '^a', '(', "'; DROP TABLE student", '%', '\u0000', '🎓']) expect(Array.isArray(await find(text))).toBe(true);
  });

  it('follows an edit at once', async () => {
    const [hit] = (await school.admin.call('search.students', { text: '2004' })).hits;
    const { id, rev, details } = await school.admin.call('students.get', { id: hit?.id ?? '' });
    await school.admin.call('students.update', { id, rev, details: { ...details, familyEl: 'Ζαχαριάδη' } });
    expect(await find('zaxariadi')).toEqual(['2004']);
    expect(await find('bakogianni')).toEqual([]);
    await school.admin.call('history.undoOwn', {});
    expect(await find('bakogianni')).toEqual(['2004']);
  });
});

describe('rules', () => {
  it('a name and its official Latin form sound alike', () => {
    const names = ['Παπαδόπουλος', 'Χρήστος', 'Ευάγγελος', 'Αύγουστος', 'Μπότσαρης', 'Ντόρα', 'Ξανθή', 'Ψαρρός', 'Ιωάννης', 'Θεοδώρα', 'Βασίλης', 'Οικονόμου', 'Κωνσταντίνος', 'Φώτης', 'Γκίκας', 'Σπύρος', 'Ηλέκτρα', 'Αικατερίνη', 'Αβραάμ', 'Σάββας', 'Σταύρος', 'Λάμπρος', 'Εβρέογλου', 'Παύλος'];
    for (const name of names) expect([name, soundOf(greekToLatin(name))]).toEqual([name, soundOf(name)]);
  });

  it('a letter that stands twice may be typed once', () => {
    for (const [greek, latin] of [['Σάββας', 'Savas'], ['Ελλάδιος', 'Eladios'], ['Άγγελος', 'Aggelos']] as const) expect([latin, soundOf(latin)]).toEqual([latin, soundOf(greek)]);
  });

  it('folding is settled after one time', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => { expect(foldText(foldText(text))).toBe(foldText(text)); }));
  });

  it('distance is symmetric, zero only for equals, and one for a swap', () => {
    const word = fc.stringMatching(/^[α-δ]{0,6}$/);
    fc.assert(fc.property(word, word, (a, b) => {
      expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9));
      expect(editDistance(a, b, 9) === 0).toBe(a === b);
    }));
    expect(editDistance('γιωργος', 'γιωρογς', 2)).toBe(1);
  });
});
