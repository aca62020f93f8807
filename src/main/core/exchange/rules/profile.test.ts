import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportMapping } from '#contract/exchange.ts';
import { importOptions, noOptions, wideKinds } from '#contract/import-options.ts';
import { fieldsOf, targetNames, type ImportField } from '#contract/import-targets.ts';
import { foldLabel } from './fold-label.ts';
import { areColumnsBy, findHeader, mappingBy, marksBy, missingHeadings } from './profile-columns.ts';
import { freeName, readProfileFile, writeProfileFile } from './profile-file.ts';
import { isReadBy, takeProfile, type Reading } from './take-profile.ts';

const source = { encoding: 'windows-1253', delimiter: ';' } as const;
const tables = targetNames.filter((target) => target !== 'oneRoster');

/** How some file is read: headings of any kind, each other than the others, and a part of the target's fields in any order. */
const readings = fc.constantFrom(...tables).chain((target) => fc.record({
  header: fc.uniqueArray(fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }).map((text) => text.trim()).filter((text) => foldLabel(text) !== ''), { selector: foldLabel, minLength: 1, maxLength: 12 }),
  fields: fc.shuffledSubarray(Object.keys(fieldsOf(target)) as ImportField[], { minLength: 1 }),
  options: fc.record({
    translations: fc.dictionary(fc.constantFrom(...Object.keys(fieldsOf(target))), fc.dictionary(fc.string().filter((text) => text !== '__proto__'), fc.string(), { maxKeys: 4 }), { maxKeys: 4 }),
    defaults: fc.dictionary(fc.constantFrom(...Object.keys(fieldsOf(target))), fc.string(), { maxKeys: 4 }),
    latestYear: fc.option(fc.integer({ min: 2000, max: 2099 })), allOrNothing: fc.boolean(), edits: fc.constant({ '1:2': 'mended' }),
  }),
}).map(({ header, fields, options }): Reading => ({ target, source, header, mapping: header.map((_label, at) => fields[at] ?? null), options: importOptions.parse(options) })));

const profileOf = (reading: Reading) => {
  const content = takeProfile(reading);
  if (!content) throw new Error('nothing to keep');
  return content;
};
const nothing = (header: readonly string[]): ImportMapping => header.map(() => null);

describe('a profile', () => {
  it('is the same after it went out as a file and came in again', () => fc.assert(fc.property(readings, fc.string({ minLength: 1, maxLength: 100 }).filter((name) => name.trim() === name), (reading, name) => {
    const content = profileOf(reading);
    expect(readProfileFile(writeProfileFile({ name, content }))).toEqual({ name, content });
  })));

  it('reads the file that it was made from as that was read', () => fc.assert(fc.property(readings, (reading) => {
    const content = profileOf(reading);
    expect(mappingBy(content.columns, reading.header, nothing(reading.header))).toEqual(reading.mapping);
    expect(isReadBy(content, reading)).toBe(true);
  })));

  it('reads columns in another order, written in another case, as the same fields', () => fc.assert(fc.property(
    readings.chain((reading) => fc.tuple(fc.constant(reading), fc.shuffledSubarray(reading.header.map((_label, at) => at), { minLength: reading.header.length }))), ([reading, order]) => {
      const { columns } = profileOf(reading);
      // Upper case only where it folds back: `ß` and its like become two letters.
      const header = order.map((at) => { const label = reading.header[at] ?? '', upper = label.toUpperCase(); return foldLabel(upper) === foldLabel(label) ? `  ${upper} :` : label; });
      const permuted = order.map((at) => reading.mapping[at] ?? null);
      expect(mappingBy(columns, header, nothing(header))).toEqual(permuted);
      expect(missingHeadings(columns, header)).toEqual([]);
      expect(areColumnsBy(columns, header, permuted, {})).toBe(true);
    })));

  it('keeps nothing of what belongs to one file or one person', () => {
    const options = importOptions.parse({
      edits: { '1:1': 'Άλφα' }, decisions: { 2: 'new' }, match: ['name'], translations: { sex: { 1: 'Κορίτσι' }, familyEl: { Παπαδ: 'Παπαδόπουλος' }, birthDate: { '31/2/2011': '28/2/2011' } }, defaults: { level: 'Β', address: 'Οδός 1' }, allOrNothing: true, latestYear: 2012,
    });
    const content = profileOf({ target: 'students', source, header: ['Κωδ', '', 'Φ'], mapping: ['studentNo', 'familyEl', 'sex'], options });
    expect(content.options).toEqual({ translations: { sex: { 1: 'Κορίτσι' } }, defaults: { level: 'Β' }, allOrNothing: true, latestYear: 2012, match: ['name'] });
    expect(content.columns.map(({ heading, field }) => [heading, field])).toEqual([['Κωδ', 'studentNo'], ['Φ', 'sex']]);
  });

  it('is none where no column with a heading is imported', () => {
    expect(takeProfile({ target: 'students', source, header: ['', 'Σημ'], mapping: ['studentNo', null], options: noOptions })).toBeNull();
    expect(takeProfile({ target: 'oneRoster', source, header: ['sourcedId'], mapping: [null], options: noOptions })).toBeNull();
  });
});

describe('a file that a profile does not know in full', () => {
  const columns = [
    { heading: 'Κωδ. μαθητή', field: 'studentNo', marks: null }, { heading: 'Τηλ', field: 'phone', marks: null }, { heading: 'Τηλ', field: 'mobile', marks: null },
    { heading: 'Μέσος', field: null, marks: null }, { heading: 'Τεστ', field: null, marks: 'assessment' },
  ] as const;

  it('names what is missing, as often as it is, and leaves other columns as they were detected', () => {
    const header = ['ΤΗΛ.', 'Επώνυμο', 'Κινητό', 'ΜΕΣΟΣ', 'Α.Μ.'];
    expect(missingHeadings(columns, header)).toEqual(['Κωδ. μαθητή', 'Τηλ', 'Τεστ']);
    // A field that the profile gave to another column is not taken twice.
    expect(mappingBy(columns, header, ['phone', 'familyEl', 'phone', 'email', 'studentNo'])).toEqual(['phone', 'familyEl', null, null, 'studentNo']);
    expect(marksBy(columns, ['Τεστ', 'Τεστ 2', 'Μέσος'], { 0: 'course', 1: 'course', 2: 'course' })).toEqual({ 0: 'assessment', 1: 'course' });
  });

  it('has its headings in whichever of the first rows has most of them', () => {
    const cellsOf = (rows: string[][]) => ({ rows: rows.length, columns: 5, cell: (row: number, column: number) => rows[row]?.[column] ?? '' });
    expect(findHeader(columns, cellsOf([['Κατάσταση', 'Τηλ'], [], ['Κωδ. μαθητή', 'Τηλ', 'ΤΗΛ', 'τεστ'], ['Κωδ. μαθητή']]))).toEqual({ row: 2, missing: 0 });
    expect(findHeader(columns, cellsOf([['Επώνυμο', 'Μέσος']]))).toBeNull();
  });
});

describe('the file of a profile', () => {
  const refused = (content: unknown) => { try { readProfileFile(content instanceof Uint8Array ? content : new TextEncoder().encode(JSON.stringify(content))); return ''; } catch (error) { return error instanceof Error ? error.message : ''; } };
  const whole = { kind: 'rollbook-import-profile', version: 1, name: 'Π', target: 'students', columns: [{ heading: 'Α', field: 'studentNo', marks: null }], options: {}, source: { encoding: null, delimiter: null } };
  it.each([
    ['importProfile.notAProfile', 'text'], ['importProfile.notAProfile', []], ['importProfile.notAProfile', { ...whole, kind: 'other' }], ['importProfile.notAProfile', new Uint8Array([0xff, 0xfe, 0])],
    ['importProfile.notAProfile', new Uint8Array(2_000_000).fill(32)], ['importProfile.newerVersion', { kind: whole.kind, version: 2, sheets: [] }],
    ['importProfile.damaged', { ...whole, name: ' ' }], ['importProfile.damaged', { ...whole, target: 'oneRoster' }], ['importProfile.damaged', { ...whole, columns: [] }],
    ['importProfile.damaged', { ...whole, columns: [...whole.columns, { heading: 'Β', field: 'studentNo', marks: null }] }], ['importProfile.damaged', { ...whole, columns: [{ heading: 'Α', field: 'score', marks: null }] }],
    ['importProfile.damaged', { ...whole, options: { latestYear: 1 } }], ['', whole],
  ])('is refused with %s where it must be', (message, content) => expect(refused(content)).toBe(message));

  it('gets a number where its name is taken, within what a name may be', () => {
    const taken = new Set(['Α', 'Α (2)', 'Β'.repeat(100)]);
    const isTaken = (name: string) => taken.has(name);
    expect([freeName('Γ', isTaken), freeName('Α', isTaken), freeName('Β'.repeat(100), isTaken)]).toEqual(['Γ', 'Α (3)', `${'Β'.repeat(96)} (2)`]);
  });

  it('knows every kind of column of marks', () => {
    const columns = wideKinds.map((marks) => ({ heading: marks, field: null, marks }));
    expect(readProfileFile(new TextEncoder().encode(`\uFEFF${JSON.stringify({ ...whole, target: 'scores', columns })}`)).content.columns).toEqual(columns);
  });
});
