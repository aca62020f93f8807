import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greekToLatin } from '#contract/transliterate.ts';
import { blocksOf, comparePairs } from './rules-blocks.ts';
import { isNearDate, leastScore, prepare, scorePair, type Candidate } from './rules-similarity.ts';

let count = 0;
const person = (more: Partial<Candidate> = {}): Candidate => ({
  personId: `p${(count += 1)}`, familyEl: 'Παπαδοπούλου', givenEl: 'Ελένη', familyLatin: null, givenLatin: null, fatherEl: 'Γεώργιος', motherEl: 'Μαρία',
  birthDate: '2011-03-04', nationalId: null, emails: [], phones: [], ...more,
});
const score = (a: Partial<Candidate>, b: Partial<Candidate>) => scorePair(prepare(person(a)), prepare(person(b)));

describe('two records look like one person', () => {
  it.each([
    ['with the same name, whatever the script', {}, { familyEl: 'PAPADOPOULOU', givenEl: 'Eleni', fatherEl: 'Georgios', motherEl: 'Maria' }, 'sameNameOtherScript'],
    ['in Greeklish', {}, { familyEl: 'Papadopoyloy', givenEl: 'Elenh', fatherEl: null, motherEl: null }, 'sameBirthDate'],
    ['with a letter mistyped', {}, { familyEl: 'Παπαδοπούλο' }, 'similarName'],
    ['with the names exchanged', {}, { familyEl: 'Ελένη', givenEl: 'Παπαδοπούλου' }, 'swappedNames'],
    ['with day and month exchanged', {}, { birthDate: '2011-04-03' }, 'nearBirthDate'],
    ['with the same identity number, whatever else', { nationalId: 'ΑΒ 123456' }, { nationalId: 'αβ123456', familyEl: 'Άλλη', givenEl: 'Άννα', birthDate: '2001-01-01' }, 'sameNationalId'],
    ['without a day of birth but with the same telephone', { birthDate: null, phones: ['6900000001'] }, { birthDate: null, phones: ['6900000001'] }, 'samePhone'],
  ] as const)('%s', (_name, a, b, reason) => {
    const found = score(a, b);
    expect(found?.reasons).toContain(reason);
    expect(found?.score).toBeGreaterThanOrEqual(leastScore);
  });

  it.each([
    ['twins', {}, { givenEl: 'Νικόλαος', phones: ['6900000001'] }],
    ['namesakes of another year', {}, { birthDate: '2009-11-20' }],
    ['namesakes born on the same day of other parents', {}, { fatherEl: 'Δημήτριος', motherEl: 'Άννα' }],
    ['the same name alone', { birthDate: null, fatherEl: null, motherEl: null }, { birthDate: null, fatherEl: null, motherEl: null }],
    ['two identity numbers', { nationalId: 'ΑΒ1' }, { nationalId: 'ΑΒ2' }],
  ] as const)('but not %s', (_name, a, b) => expect(score(a, b)).toBeNull());
});

describe('the comparison', () => {
  // Syllables as Greek names have them: strings of any letters hold pairs (αη, κσ) that ISO 843 writes like another sound.
  const syllable = fc.tuple(
    fc.constantFrom('β', 'γ', 'δ', 'ζ', 'θ', 'κ', 'λ', 'μ', 'ν', 'ξ', 'π', 'ρ', 'σ', 'τ', 'φ', 'χ', 'ψ', 'στ', 'πρ', 'κρ', 'τρ', 'μπ', 'ντ', 'γκ'), fc.constantFrom('α', 'ε', 'η', 'ι', 'ο', 'υ', 'ω', 'ου', 'ει', 'οι', 'αι'));
  const name = fc.tuple(fc.array(syllable, { minLength: 2, maxLength: 4 }), fc.constantFrom('', 'ς')).map(([parts, end]) => {
    const text = parts.flat().join('') + end;
    return text.charAt(0).toUpperCase() + text.slice(1);
  });
  const anyone = fc.record({
    familyEl: name, givenEl: name, fatherEl: fc.option(name), birthDate: fc.option(fc.constantFrom('2011-03-04', '2011-04-03', '2010-01-01')),
    nationalId: fc.option(fc.constantFrom('ΑΒ1', 'ΑΒ2')), phones: fc.subarray(['6900000001', '6900000002']),
  });

  it('does not depend on the order of the two', () => {
    fc.assert(fc.property(anyone, anyone, (a, b) => {
      const [one, two] = [prepare(person(a)), prepare(person(b))];
      expect(scorePair(one, two)?.score).toEqual(scorePair(two, one)?.score);
    }));
  });

  it('finds the copy of anybody who was typed again in Latin letters, by the shared keys alone', () => {
    fc.assert(fc.property(fc.array(anyone, { minLength: 1, maxLength: 12 }), (people) => {
      const original = person({ ...people[0], birthDate: '2011-03-04' });
      const copy = person({ ...original, personId: 'copy', familyEl: greekToLatin(original.familyEl), givenEl: greekToLatin(original.givenEl) });
      const all = [...people.slice(1).map((more) => person(more)), original, copy].map((person) => prepare(person));
      const seen = new Set<number>();
      const pairs = blocksOf(all).flatMap((block) => comparePairs(all, block, seen));
      expect(pairs.some(({ a, b }) => a === all.length - 2 && b === all.length - 1)).toBe(true);
      expect(new Set(pairs.map(({ a, b }) => `${a} ${b}`)).size).toBe(pairs.length);
    }), { numRuns: 200 });
  });

  it('calls dates near that differ by one digit, and no others', () => {
    expect([isNearDate('2011-03-04', '2011-03-05'), isNearDate('2011-03-04', '2010-03-05'), isNearDate('2011-03-14', '2011-04-13')]).toEqual([true, false, false]);
  });
});
