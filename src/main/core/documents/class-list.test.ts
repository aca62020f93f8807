import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestCore, studentForm, type TestCore } from '../../../../tests/fixtures/core.ts';
import { listClass, listDate, listName, titleOf } from './rules-class-list.ts';

let school: TestCore;
beforeAll(async () => {
  school = await openTestCore();
  const yearId = (await school.admin.call('students.facets', {})).years[0]?.id ?? '';
  for (let i = 0; i < 60; i += 1) {
    await school.admin.call('students.create', {
      details: studentForm({ studentNo: String(3000 + i), givenEl: `Ελένη ${i}` }), enrolment: { level: 'Β', division: i < 40 ? 'Β1' : 'Β2', yearId, entryDate: '2026-09-11' },
    });
  }
});
afterAll(() => school.close());

const hasPdfToText = spawnSync('pdftotext', ['-v']).error === undefined;

async function print(filter: object, language: 'el' | 'en') {
  const made = await school.admin.job('documents.classList', { filter, language });
  const file = await school.admin.call('files.download', { fileId: made.fileId });
  const path = join(school.folder, 'list.pdf');
  writeFileSync(path, file.content);
  return { made, file, text: hasPdfToText ? execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }) : null };
}

describe('a class list', () => {
  it('is a PDF with embedded fonts and as many pages as it needs', async () => {
    const { made, file } = await print({}, 'el');
    expect(made).toMatchObject({ rows: 60, pages: 2 });
    expect(file.mime).toBe('application/pdf');
    const raw = Buffer.from(file.content).toString('latin1');
    expect(raw.startsWith('%PDF-1.7')).toBe(true);
    expect(raw).toContain('NotoSans');
    expect(raw).toContain('/Lang (el)');
  });

  it.skipIf(!hasPdfToText)('has the school, the division, Greek names that can be copied, and numbered pages', async () => {
    const { text } = await print({ division: 'Β1' }, 'el');
    expect(text).toContain('Γυμνάσιο Δοκιμών');
    expect(text).toContain('Κατάσταση μαθητών · Τμήμα Β1');
    expect(text).toContain('Παπαδοπούλου Ελένη 39');
    expect(text).not.toContain('Ελένη 40');
    expect(text).toContain('Σελίδα 2 από 2');
    expect(text?.match(/Αρ\. μητρώου/g)).toHaveLength(2);
  });

  it.skipIf(!hasPdfToText)('is in English for English, by the Latin names', async () => {
    const { text } = await print({ division: 'Β2' }, 'en');
    expect(text).toContain('Test Gymnasium');
    expect(text).toContain('Papadopoulou Eleni');
  });

  it.skipIf(!hasPdfToText)('says so when it is empty', async () => {
    expect((await print({ level: 'Ω' }, 'el')).text).toContain('Δεν υπάρχουν μαθητές');
  });
});

describe('its words', () => {
  it('fall back to the Greek name where there is no Latin one', () => {
    expect(listName({ familyEl: 'Ζώης', givenEl: 'Άρης', familyLatin: null, givenLatin: null }, 'en')).toBe('Ζώης Άρης');
  });
  it('write dates and classes as people do', () => {
    expect([listDate('2010-03-05', 'el'), listDate('2010-03-05', 'en'), listDate(null, 'el')]).toEqual(['5/3/2010', '05/03/2010', '']);
    expect([listClass({ level: 'Β', division: 'Β2' }), listClass({ level: 'Β', division: '2' }), listClass({ level: 'Β', division: null })]).toEqual(['Β2', 'Β · 2', 'Β']);
    expect(titleOf('en', { level: 'Β', division: null })).toBe('Class list · Level Β');
  });
});
