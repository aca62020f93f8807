import fc from 'fast-check';
import { exportTables } from '#contract/export-tables.ts';
import { describe, expect, it } from 'vitest';
import { importFields } from '#contract/import-targets.ts';
import { studentDetails } from '#contract/people.ts';
import { cleanCell } from './clean-cell.ts';
import { detectHeader, type Cells } from './detect-header.ts';
import { guardCell } from './guard-cell.ts';
import { matchColumns } from './match-columns.ts';
import { parseCell } from './parse-cell.ts';
import { parseEmail, parsePhone } from './parse-contact.ts';
import { detectDateOrder, parseDate } from './parse-date.ts';
import { onlyLosesAccents, splitFullName } from './parse-names.ts';
import { parseRelation, parseSex } from './parse-words.ts';
import { RowReader } from './read-rows.ts';

const today = '2026-11-24';
const cellsOf = (rows: string[][]): Cells => ({ rows: rows.length, columns: Math.max(...rows.map((row) => row.length)), cell: (row, column) => rows[row]?.[column] ?? '' });
const readOne = (header: string[], row: string[]) => new RowReader(cellsOf([header, row]), matchColumns(header), { headerRow: 0, today }).read(1);

describe('matching columns', () => {
  it.each([
    [['ΑΜ', 'ΕΠΙΘΕΤΟ', 'ΟΝΟΜΑ', 'ΠΑΤΡΩΝΥΜΟ', 'ΕΠΙΘΕΤΟ-ΚΗΔΕΜΟΝΑ', 'ΟΝΟΜΑ-ΚΗΔΕΜΟΝΑ', 'ΔΙΕΥΘΥΝΣΗ', 'ΤΚ', 'ΤΗΛ1', 'ΤΗΛ2', 'EMAIL', 'ΦΥΛΟ', 'ΤΜΗΜΑ-ΓΕΝ-ΠΑΙΔΕΙΑΣ'],
      ['studentNo', 'familyEl', 'givenEl', 'fatherEl', 'guardianFamily', 'guardianGiven', 'address', null, 'phone', 'mobile', 'email', 'sex', 'division']],
    [['Αριθμός Μητρώου Μαθητή', 'Ονοματεπώνυμο', 'Ημ/νία γέννησης', 'Τάξη Φοίτησης', 'Όνομα μητέρας', 'Κηδεμόνας', 'Τηλ. κηδεμόνα'],
      ['studentNo', 'fullName', 'birthDate', 'level', 'motherEl', 'guardianFamily', 'guardianPhone']],
    [['sourcedId', 'givenName', 'familyName', 'identifier', 'email', 'sms', 'phone', 'grades'], [null, 'givenEl', 'familyEl', 'studentNo', 'email', 'mobile', 'phone', 'level']],
    [['Student ID', 'Last Name', 'First Name', 'DOB', 'Gender', "Father's name", 'Parent e-mail'], ['studentNo', 'familyEl', 'givenEl', 'birthDate', 'sex', 'fatherEl', 'guardianEmail']],
    [['Επώνυμο', 'Όνομα', 'Surname', 'First name'], ['familyEl', 'givenEl', 'familyLatin', 'givenLatin']],
    [['Τηλέφωνο μαθητή', 'Ημερομηνία Γέννησης (ηη/μμ/εεεε)', 'Επώνυμο *'], ['phone', 'birthDate', 'familyEl']],
  ])('%j', (header, mapping) => expect(matchColumns(header)).toEqual(mapping));

  it('knows the labels of our own exports in both languages', () => {
    const columns = Object.entries(exportTables.students.columns).filter(([column]) => column !== 'status');
    for (const language of ['el', 'en'] as const) expect(matchColumns(columns.map(([, column]) => column[language]))).toEqual(columns.map(([column]) => column));
  });

  it('never matches a field twice', () => fc.assert(fc.property(
    fc.array(fc.oneof(fc.constantFrom('Όνομα', 'ΟΝΟΜΑ', 'Name', 'Given name', 'Τηλέφωνο', 'Class', 'ID', 'Surname', 'Κηδεμόνας', 'Parent'), fc.string())), (header) => {
      const matched = matchColumns(header).filter((field) => field !== null);
      expect(new Set(matched).size).toBe(matched.length);
      expect(importFields).toEqual(expect.arrayContaining(matched));
    })));
});

describe('finding the header', () => {
  const header = ['Α.Μ.', 'Επώνυμο', 'Όνομα'];
  it.each([
    [[header, ['1', 'Α', 'Β']], 0],
    [[['Γυμνάσιο Δοκιμής'], ['Κατάλογος μαθητών', '', '2026-27'], [], header, ['1', 'Α', 'Β']], 3],
    [[['code', 'colour', 'size'], ['1', 'red', '5']], 0],
    [[['1', 'Παπαδόπουλος', '3/5/2011'], ['2', 'Γεωργίου', '1/1/2010']], -1],
    [[['Παπαδόπουλος', 'Γιώργος'], ['Γεωργίου', 'Άννα']], -1],
  ])('%j', (rows, row) => expect(detectHeader(cellsOf(rows))).toBe(row));
});

describe('reading values', () => {
  it.each([
    ['3/5/2011', '2011-05-03'], ['03-05-2011', '2011-05-03'], ['3.5.11', '2011-05-03'], ['2011-05-03', '2011-05-03'], ['2011-05-03T00:00:00', '2011-05-03'],
    ['2011/5/3', '2011-05-03'], ['20110503', '2011-05-03'], ['40666', '2011-05-03'], ['3 Μαΐου 2011', '2011-05-03'], ['3 ΜΑΪ 2011', '2011-05-03'],
    ['11 Σεπτεμβρίου 2010', '2010-09-11'], ['May 3, 2011', '2011-05-03'], ['3/5/2011 00:00', '2011-05-03'], ['29/2/2012', '2012-02-29'],
    ['31/2/2010', null], ['29/2/2011', null], ['15', null], ['σήμερα', null], ['13/13/2011', null],
  ])('the date %s', (text, iso) => expect(parseDate(text)).toBe(iso));

  it('every day in every form', () => fc.assert(fc.property(fc.date({ min: new Date('1930-01-01'), max: new Date('2029-12-31'), noInvalidDate: true }), (date) => {
    const iso = date.toISOString().slice(0, 10);
    const [year = '', month = '', day = ''] = iso.split('-');
    for (const form of [iso, `${Number(day)}/${Number(month)}/${year}`, `${day}.${month}.${year}`, `${year}${month}${day}`]) expect(parseDate(form)).toBe(iso);
    expect(parseDate(`${month}/${day}/${year}`, 'monthFirst')).toBe(iso);
  })));

  it('takes the month first only where a column leaves no other reading', () => {
    expect(detectDateOrder(['5/3/2011', '5/23/2011'])).toBe('monthFirst');
    expect(detectDateOrder(['5/23/2011', '23/5/2011'])).toBe('dayFirst');
    expect(detectDateOrder(['5/3/2011'])).toBe('dayFirst');
  });

  it.each([['Α', 'male'], ['Θ', 'female'], ['Κ', 'female'], ['Αγόρι', 'male'], ['ΚΟΡΙΤΣΙ', 'female'], ['Άρρεν', 'male'], ['Θήλυ', 'female'], ['M', 'male'], ['f', 'female'], ['girl', 'female'], ['?', null]])(
    'the sex %s', (text, sex) => expect(parseSex(text)).toBe(sex));
  it.each([['Μητέρα', 'mother'], ['ΠΑΤΕΡΑΣ', 'father'], ['Dad', 'father'], ['θείος', 'other']])('the relation %s', (text, relation) => expect(parseRelation(text)).toBe(relation));
  it.each([['210 123-4567', '2101234567'], ['+30 694 123 4567', '+306941234567'], ['2101234567 / 6941234567', '2101234567 / 6941234567'], ['όχι', null], ['12', null]])(
    'the telephone number %s', (text, phone) => expect(parsePhone(text)).toBe(phone));
  it.each([['a@sch.gr', 'a@sch.gr'], ['mailto:a@sch.gr', 'a@sch.gr'], ['a@', null], ['δεν έχει', null]])('the e-mail %s', (text, email) => expect(parseEmail(text)).toBe(email));
  it.each([['Παπαδόπουλος Γιώργος', 'Παπαδόπουλος', 'Γιώργος'], ['de la Cruz, Ana Maria', 'de la Cruz', 'Ana Maria'], ['van der Berg Jan', 'van der Berg', 'Jan'], ['Πλάτων', 'Πλάτων', '']])(
    'the name %s', (text, family, given) => expect(splitFullName(text)).toEqual({ family, given }));
  it.each([['="00123"', '00123'], ["'=1+1", '=1+1'], [' α\u00a0 β\r\nγ ', 'α β γ'], ['\u200b', ''], ["'t Hooft", "'t Hooft"]])('the cell %j', (raw, text) => expect(cleanCell(raw)).toBe(text));

  it('a guarded cell comes back as it was, and no spreadsheet computes it', () => fc.assert(fc.property(fc.string(), (text) => {
    const tidy = cleanCell(text);
    expect(guardCell(tidy)).not.toMatch(/^[=+\-@\t\r]/);
    if (!tidy.startsWith("'") && !tidy.startsWith('="')) expect(cleanCell(guardCell(tidy))).toBe(tidy);
  })));

  it('knows when a name in capitals says nothing new', () => {
    expect(onlyLosesAccents('Παπαδόπουλος', 'ΠΑΠΑΔΟΠΟΥΛΟΣ')).toBe(true);
    expect(onlyLosesAccents('ΠΑΠΑΔΟΠΟΥΛΟΣ', 'Παπαδόπουλος')).toBe(false);
    expect(onlyLosesAccents('Παπαδόπουλος', 'ΠΑΠΑΔΑΚΗΣ')).toBe(false);
  });
});

describe('reading rows', () => {
  it('keeps a Latin name in both scripts', () => {
    expect(readOne(['Last name', 'First name'], ['Greenfelder', 'Marge'])?.values).toMatchObject({ familyEl: 'Greenfelder', familyLatin: 'Greenfelder', givenLatin: 'Marge' });
    expect(readOne(['Last name', 'First name'], ['Παππάς', 'Άρης'])?.values).toMatchObject({ familyEl: 'Παππάς', familyLatin: '' });
  });

  it('splits a guardian who stands in one cell, and says when it had to assume the family name', () => {
    expect(readOne(['Επώνυμο', 'Όνομα', 'Κηδεμόνας'], ['Α', 'Β', 'Γεωργίου Πέτρος'])?.values).toMatchObject({ guardianFamily: 'Γεωργίου', guardianGiven: 'Πέτρος' });
    const row = readOne(['Επώνυμο', 'Όνομα', 'Όνομα κηδεμόνα'], ['Παππάς', 'Άρης', 'Πέτρος']);
    expect(row?.values.guardianFamily).toBe('Παππάς');
    expect(row?.notes[0]?.messageKey).toBe('import.guardianFamilyAssumed');
  });

  it('lets parents and teachers of a user list stay outside', () => {
    const header = ['familyName', 'givenName', 'role'];
    const reader = new RowReader(cellsOf([header, ['A', 'B', 'parent'], ['C', 'D', 'student']]), matchColumns(header), { headerRow: 0, today, roleColumn: 2 });
    expect(reader.read(1)?.problems[0]?.messageKey).toBe('import.notStudent');
    expect(reader.read(2)?.problems).toEqual([]);
  });

  it('gives only values that the student form would take, whatever stands in the cells', () => {
    const fields = ['studentNo', 'familyEl', 'givenEl', 'fatherEl', 'birthDate', 'sex', 'nationalId', 'email', 'phone', 'mobile', 'address'] as const;
    const cell = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('Άννα', '3/5/2011', '1/1/1850', 'a@b.gr', 'Α', '210 1234567', '#N/A', '99999', 'x'.repeat(400)));
    fc.assert(fc.property(fc.tuple(...fields.map(() => cell)), (cells) => {
      const details: Record<string, string | null> = {};
      let isRefused = false;
      fields.forEach((field, i) => {
        const value = parseCell(field, cells[i] ?? '', { dateOrder: 'dayFirst', today });
        if (typeof value === 'string') details[field] = value || null;
        else isRefused = true;
      });
      if (isRefused || !details.familyEl || !details.givenEl || !details.studentNo) return;
      expect(studentDetails.safeParse(details).error?.issues ?? []).toEqual([]);
    }), { numRuns: 500 });
  });
});
