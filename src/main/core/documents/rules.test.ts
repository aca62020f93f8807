import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absenceHours, limitFor, usualLessons, type AbsenceMark } from './rules-absences.ts';
import { fromBase32, toBase32 } from './rules-base32.ts';
import { createDocumentKey, documentKeyFromSeed, openSigner, readCode, writeCode, type Claim } from './rules-code.ts';
import { bandWord, initialsOf, meanOf, ranksOf, roundHalfUp, writeNumber } from './rules-figures.ts';
import { imageType } from './rules-image.ts';
import { certifyEnrolment, greet } from './rules-prose.ts';
import { checkWords, encodeQr, qrCapacity } from './rules-qr.ts';
import { recipientsOf, type LetterGuardian } from './rules-recipients.ts';
import { yearGrades, type PostedGrade, type WrittenLine } from './rules-transcript.ts';

const key = documentKeyFromSeed('test');
const signer = openSigner(key);
const claim: Claim = { kind: 'reportCard', serial: '2026-27/000123', studentNo: '1001', initials: 'Ε.Π.', issuedOn: '2026-11-24', facts: ['17,4'] };
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

describe('the code of a document', () => {
  it('says what was signed, however it was typed', () => {
    const code = writeCode(signer, claim);
    expect(readCode(code, key)).toEqual({ verdict: 'signed', claim, code });
    expect(readCode(` ${code.toLowerCase().replaceAll(/(.{20})/g, '$1\n ')}`, key)).toMatchObject({ verdict: 'signed' });
  });

  it('is no longer accepted with any one letter changed, left out or added', () => {
    const code = writeCode(signer, claim);
    fc.assert(fc.property(fc.integer({ min: 3, max: code.length - 1 }), fc.constantFrom(...letters), fc.constantFrom('change', 'drop', 'add'), (at, letter, how) => {
      const changed = how === 'change' ? code.slice(0, at) + letter + code.slice(at + 1) : how === 'drop' ? code.slice(0, at) + code.slice(at + 1) : code.slice(0, at) + letter + code.slice(at);
      fc.pre(changed !== code);
      expect(readCode(changed, key).verdict).not.toBe('signed');
    }), { numRuns: 400 });
  });

  it('with any byte of what it says flipped does not verify', () => {
    const bytes = fromBase32(writeCode(signer, claim).slice(3)) ?? new Uint8Array();
    fc.assert(fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ mask;
      expect(['altered', 'foreign']).toContain(readCode(`RB1${toBase32(changed)}`, key).verdict);
    }), { numRuns: 400 });
  });

  it('of another school is foreign, and text without a code unreadable', () => {
    expect(readCode(writeCode(openSigner(createDocumentKey()), claim), key).verdict).toBe('foreign');
    expect(readCode(writeCode(signer, claim), null).verdict).toBe('foreign');
    expect(['hello', '', 'https://example.org'].map((text) => readCode(text, key).verdict)).toEqual(['unreadable', 'unreadable', 'unreadable']);
    expect(readCode('RB1', key).verdict).toBe('altered');
  });

  it('names no student', () => {
    const text = Buffer.from(fromBase32(writeCode(signer, claim).slice(3)) ?? []).toString('utf8');
    expect(text).toContain('1001');
    expect(text).not.toContain('Παπαδοπούλου');
  });
});

describe('base 32', () => {
  it('comes back as it was, and no other text means the same', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => { expect(fromBase32(toBase32(bytes))).toEqual(bytes); }));
    expect(fromBase32('AA')).not.toBeNull();
    expect(fromBase32('AB')).toBeNull();
  });
});

describe('a QR code', () => {
  it('holds what the standard says each size holds', () => {
    // ISO/IEC 18004, table 7: alphanumeric characters at level M.
    expect(Array.from({ length: 20 }, (_, i) => qrCapacity(i + 1))).toEqual([20, 38, 61, 90, 122, 154, 178, 221, 262, 311, 366, 419, 483, 528, 600, 656, 734, 816, 909, 970]);
  });
  it('corrects by the published remainder of a known block', () => {
    // "HELLO WORLD", 1-M: the worked example of ISO/IEC 18004 tutorials.
    const data = Uint8Array.from([32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17]);
    expect([...checkWords(data, 10)]).toEqual([196, 35, 39, 119, 235, 215, 231, 226, 93, 23]);
  });
  it('has its corner marks, and refuses what does not fit', () => {
    const { size, modules } = encodeQr('RB1'.padEnd(300, 'A'));
    expect(size).toBe(57);
    expect(Array.from(modules.slice(0, 8))).toEqual([1, 1, 1, 1, 1, 1, 1, 0]);
    expect(() => encodeQr('A'.repeat(971))).toThrow(/too long/);
  });
});

const scale = { id: 's', kind: 'greek20', step: 0.1, max: 20, passMark: 9.5, bands: [
  { labelEl: 'Καλώς', labelEn: 'Good', threshold: 0, gradePoints: 2 }, { labelEl: 'Λίαν Καλώς', labelEn: 'Very good', threshold: 16.1, gradePoints: 3 },
] };

describe('figures', () => {
  it('round half up once and are written as the language does', () => {
    expect([roundHalfUp(9.45, 1), roundHalfUp(17.25, 1), roundHalfUp(0.05, 1)]).toEqual([9.5, 17.3, 0.1]);
    expect([writeNumber(17.45, 'el'), writeNumber(17, 'el'), writeNumber(17.4, 'en')]).toEqual(['17,5', '17', '17.4']);
  });
  it('are judged by the band of what is printed', () => {
    expect([bandWord(scale, 16.05, 'el'), bandWord(scale, 16.04, 'en')]).toEqual(['Λίαν Καλώς', 'Good']);
  });
  it('have a mean on one scale only', () => {
    expect(meanOf([{ value: 10, scaleId: 's', credits: 9 }, { value: 20, scaleId: 's', credits: 1 }])).toEqual({ value: 15, scaleId: 's' });
    expect(meanOf([{ value: 10, scaleId: 's', credits: 1 }, { value: 80, scaleId: 'percent', credits: 1 }])).toBeNull();
  });
  it('rank with ties: equal means share a rank, and the next one counts them', () => {
    expect([...ranksOf(new Map([['a', 17.04], ['b', 18], ['c', 17], ['d', 12]]))]).toEqual([['b', 1], ['a', 2], ['c', 2], ['d', 4]]);
  });
  it('and initials have no accents', () => expect(initialsOf('Άννα', 'Όθωνος')).toBe('Α.Ο.'));
});

const mark = (more: Partial<AbsenceMark>): AbsenceMark => ({ date: '2026-10-06', sectionId: 'm', period: 1, source: 'teacher', presence: 'absent', excused: false, fraction: 0, ...more });

describe('hours of absence', () => {
  const seven = () => usualLessons;
  it('count each lesson once, by the office where it has said something', () => {
    expect(absenceHours([mark({}), mark({ period: 2 })], seven)).toEqual({ excused: 0, unexcused: 2 });
    expect(absenceHours([mark({}), mark({ source: 'office', excused: true })], seven)).toEqual({ excused: 1, unexcused: 0 });
    expect(absenceHours([mark({ source: 'office', presence: 'present', fraction: 1 }), mark({})], seven)).toEqual({ excused: 0, unexcused: 0 });
  });
  it('count a day by its timetable, and not twice', () => {
    const day = { sectionId: null, period: null };
    expect(absenceHours([mark(day)], () => 6)).toEqual({ excused: 0, unexcused: 6 });
    expect(absenceHours([mark(day), mark({})], seven)).toEqual({ excused: 0, unexcused: 1 });
    expect(absenceHours([mark({ ...day, source: 'office', excused: true }), mark({})], seven)).toEqual({ excused: 7, unexcused: 0 });
  });
  it('do not depend on the order in which marks were made', () => {
    const any = fc.record({ period: fc.constantFrom(1, 2, null), source: fc.constantFrom('teacher' as const, 'office' as const), excused: fc.boolean() });
    const distinct = fc.uniqueArray(any, { selector: ({ period, source }) => `${period}${source}`, maxLength: 6 });
    fc.assert(fc.property(distinct, fc.integer(), (rows, seed) => {
      const marks = rows.map((row) => mark({ ...row, sectionId: row.period === null ? null : 'm' }));
      const other = marks.toSorted((a, b) => ((a.period ?? 9) * seed) % 7 - ((b.period ?? 9) * seed) % 7).toReversed();
      expect(absenceHours(other, seven)).toEqual(absenceHours(marks, seven));
    }));
  });
  it('are held against the level\'s own limit before the school\'s', () => {
    const limits = [{ level: null, hours: 114, counts: 'all' as const }, { level: 'Γ', hours: 130, counts: 'all' as const }];
    expect([limitFor(limits, 'Γ')?.hours, limitFor(limits, 'Α')?.hours, limitFor([], 'Α')]).toEqual([130, 114, null]);
  });
});

const guardian = (more: Partial<LetterGuardian>): LetterGuardian => ({
  familyEl: 'Παππά', givenEl: 'Μαρία', familyLatin: null, givenLatin: null, sex: null, relation: 'mother', priority: 1, noContact: false, receivesReports: true, address: 'Ηρώων 1', ...more,
});

describe('a letter goes', () => {
  it('to the first in the order of contact who may have it, and to who lives there too', () => {
    const father = guardian({ relation: 'father', priority: 2 });
    expect(recipientsOf([father, guardian({})])?.guardians.map(({ relation }) => relation)).toEqual(['mother', 'father']);
    expect(recipientsOf([guardian({}), { ...father, address: 'Αλλού 2' }])?.guardians).toHaveLength(1);
  });
  it('never to somebody under a no-contact order or without reports, nor to such an address', () => {
    fc.assert(fc.property(fc.array(fc.record({ priority: fc.integer({ min: 1, max: 9 }), noContact: fc.boolean(), receivesReports: fc.boolean(), address: fc.constantFrom('Α 1', 'Β 2', null) }), { maxLength: 5 }), (rows) => {
      const all = rows.map((row) => guardian(row));
      const made = recipientsOf(all);
      expect(made?.guardians.every(({ noContact, receivesReports }) => !noContact && receivesReports) ?? true).toBe(true);
      expect(made?.address == null || !all.some(({ noContact, address }) => noContact && address === made.address)).toBe(true);
      expect(made === null).toBe(!all.some(({ noContact, receivesReports }) => !noContact && receivesReports));
    }));
  });
});

describe('a transcript', () => {
  const posted = (more: Partial<PostedGrade>): PostedGrade => ({
    yearLabel: '2025-26', yearStatus: 'closed', termId: 'a', termType: 'term', weight: 1, courseId: 'm', titleEl: 'Άλγεβρα', titleEn: 'Algebra', credits: 3, scaleId: 's', value: 17, ...more,
  });
  const scales = new Map([['s', scale]]);
  it('has the mean of the terms by their weights unless a grade was posted for the year', () => {
    expect(yearGrades([posted({}), posted({ termId: 'b', value: 18, weight: 3 })], [], scales)[0]).toMatchObject({ value: 17.8, passed: true, underWay: false });
    expect(yearGrades([posted({}), posted({ termId: 'y', termType: 'year', value: 12 })], [], scales)[0]?.value).toBe(12);
    expect(yearGrades([posted({ yearStatus: 'open' })], [], scales)[0]).toMatchObject({ underWay: true, passed: false });
  });
  it('stands as it was written where lines were written, and keeps transferred work apart', () => {
    const line: WrittenLine = { yearLabel: '2025-26', titleEl: 'Άλγεβρα', titleEn: 'Algebra', credits: 3, value: 19, gradeEl: '19', gradeEn: '19', passed: 1, scaleId: 's', isExternal: 0, schoolName: null };
    expect(yearGrades([posted({})], [line], scales).map(({ value }) => value)).toEqual([19]);
    expect(yearGrades([posted({})], [{ ...line, isExternal: 1, schoolName: '1ο Λύκειο' }], scales).map(({ value, isExternal }) => [value, isExternal])).toEqual([[19, true], [17, false]]);
  });
});

describe('prose', () => {
  const subject = { studentId: '', studentNo: '7', familyEl: 'Ζώης', givenEl: 'Άρης', familyLatin: null, givenLatin: null, fatherEl: 'Ηλίας', motherEl: null, birthDate: '2010-05-01', sex: 'male' };
  const stay = { level: 'Β', division: 'Β2', yearLabel: '2026-27', entryDate: '2026-09-11', leftOn: null };
  it('certifies in each language, in the present while the student attends', () => {
    expect(certifyEnrolment('el', subject, stay)).toBe('Βεβαιώνεται ότι ο μαθητής Ζώης Άρης, με όνομα πατρός Ηλίας, με ημερομηνία γέννησης 1 Μαΐου 2010 και αριθμό μητρώου 7, είναι εγγεγραμμένος και φοιτά στη Β΄ τάξη, στο τμήμα Β2, του σχολείου μας κατά το σχολικό έτος 2026-27.');
    expect(certifyEnrolment('en', subject, { ...stay, leftOn: '2027-01-12' })).toBe('This is to certify that Aris Zois (father\'s name: Ilias), born on 1 May 2010, register number 7, attended level Β, class Β2, of our school in the school year 2026-27, from 11 September 2026 to 12 January 2027.');
  });
  it('greets by who is written to', () => {
    expect([greet('el', [guardian({})]), greet('el', [guardian({}), guardian({ relation: 'father' })]), greet('en', [guardian({ familyLatin: 'Pappa' })])]).toEqual(['Αγαπητή κυρία,', 'Αγαπητοί γονείς και κηδεμόνες,', 'Dear Ms Pappa,']);
  });
});

describe('an image', () => {
  it('is known by its content', () => {
    expect(imageType(new TextEncoder().encode('<svg onload="alert(1)"/>'))).toBeNull();
    expect(imageType(Uint8Array.from([0x89, 0x50, 0x4e, 0x47]))).toBeNull();
    const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 40, 0, 60, 1, 0, 0, 0, 0]);
    expect(imageType(jpeg)).toBe('image/jpeg');
  });
});
