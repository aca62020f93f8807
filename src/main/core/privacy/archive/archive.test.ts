import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openPlantedSchool, type PlantedSchool } from '../../../../../tests/security/school.ts';
import type { Caller } from '../../../../../tests/fixtures/core.ts';
import { saveFile } from '../../files/index.ts';
import { attachment } from '../../store/schema/index.ts';
import { createNamer, safeName } from './rules-file-name.ts';
import { escapeHtml } from './rules-html.ts';

const nasty = `<script>alert("x")</script>&'`;
let school: PlantedSchool;
let office: Caller;
beforeAll(async () => {
  school = await openPlantedSchool((field) => `${nasty}${field}`);
  office = school.member('administrator').open({ confirmed: true });
  school.plant((db) => {
    for (const name of ['../../etc/passwd', 'C:\\Windows\\win.ini', 'βεβαίωση.txt', 'ΒΕΒΑΊΩΣΗ.txt']) {
      const fileId = saveFile(db, { name, mime: 'text/plain', content: new TextEncoder().encode(`content of ${name}`), purpose: 'attachment' });
      db.insert(attachment, { studentId: school.inside.studentId, fileId, title: name, fieldClass: 'ordinary' });
    }
    const fileId = saveFile(db, { name: 'γνωμάτευση.txt', mime: 'text/plain', content: new TextEncoder().encode('health'), purpose: 'attachment' });
    db.insert(attachment, { studentId: school.inside.studentId, fileId, title: 'Γνωμάτευση', fieldClass: 'health' });
  });
});
afterAll(() => school.close());

async function open(by: Caller, input: { studentId: string; guardianId?: string; language?: 'el' | 'en' }) {
  const made = await by.job('privacy.archive', { language: 'el', ...input });
  const { content } = await by.call('files.download', { fileId: made.fileId });
  const files = unzipSync(content);
  const text = (path: string) => Buffer.from(files[path] ?? []).toString('utf8');
  const data = z.object({ data: z.record(z.string(), z.record(z.string(), z.array(z.record(z.string(), z.unknown())))), leftOut: z.array(z.string()) }).parse(JSON.parse(text('data.json')));
  return { made, files, page: text('index.html'), ...data };
}

describe('a student’s whole file', () => {
  it('has every area, as a page to read and as data', async () => {
    const { page, data, made, files, leftOut } = await open(office, { studentId: school.inside.studentId });
    expect(Object.keys(data)).toEqual(['person', 'contacts', 'family', 'stays', 'classes', 'grades', 'transcript', 'attendance', 'conduct', 'interventions', 'health', 'consents', 'notes', 'documents', 'ownFields', 'disclosures', 'history']);
    for (const word of ['StudentFamilyEl', 'StudentNational', 'Studentphone', 'Home', 'GuardianGivenEl', 'Guardianmobile', 'NextSchool', 'GradeReason', 'LineTitle', 'ScoreNote', 'Highlight', 'Incident', 'FollowUp', 'Goal', 'PlanFollowUp', 'Alert', 'ConsentNote', 'Note', 'Attachment', 'CustomValue', 'Recipient', 'Serial']) {
      expect([word, page.includes(`Εντός ${word}`)]).toEqual([word, true]);
      expect([word, JSON.stringify(data).includes(`Εντός ${word}`)]).toEqual([word, true]);
    }
    expect(data.family?.guardians?.[0]).toMatchObject({ custody: true, noContact: false });
    expect(made).toMatchObject({ files: Object.keys(files).length, leftOut: [] });
    expect(leftOut).toEqual([]);
    expect(made.name).toMatch(/^Φάκελος Εντός StudentFamilyEl .*\.zip$/);
  });

  it('speaks the language that was asked for', async () => {
    const { page, made } = await open(office, { studentId: school.inside.studentId, language: 'en' });
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('Date of birth');
    expect(page).toContain('Whoever made this file sees every class of data');
    expect(made.name).toMatch(/^File /);
  });

  it('encloses documents under names that lead nowhere', async () => {
    const { files } = await open(office, { studentId: school.inside.studentId });
    const paths = Object.keys(files);
    expect(paths.filter((path) => !/^(index\.html|data\.json|(συνημμένα|έγγραφα)\/[^/\\]+)$/.test(path) || path.includes('..'))).toEqual([]);
    expect(paths).toEqual(expect.arrayContaining(['συνημμένα/passwd', 'συνημμένα/win.ini', 'συνημμένα/βεβαίωση.txt', 'συνημμένα/ΒΕΒΑΊΩΣΗ (2).txt']));
    expect(Buffer.from(files['συνημμένα/passwd'] ?? []).toString()).toBe('content of ../../etc/passwd');
    expect(paths.some((path) => path.startsWith('έγγραφα/'))).toBe(true);
  });

  it('is a page that no record can break out of', async () => {
    const { page } = await open(office, { studentId: school.outside.studentId });
    expect(page).toContain(escapeHtml(nasty));
    expect(page).not.toContain('<script');
    expect([...page.matchAll(/(?:src|href)\s*=\s*"([^"]*)"/g)].filter(([, target]) => !target?.startsWith('#'))).toEqual([]);
  });

  it('holds what the caller’s field classes show, and says what they do not', async () => {
    const registrar = school.member('registrar').open({ confirmed: true });
    const { page, data, leftOut } = await open(registrar, { studentId: school.inside.studentId });
    expect(leftOut).toEqual(['safeguarding']);
    expect(data.interventions).toBeUndefined();
    expect(page).not.toContain('Εντός Goal');
    expect(page).toContain('προστασία ανηλίκων');
    expect(data.health).toBeDefined();
  });

  it('is refused out of reach, and never tells of students out of reach', async () => {
    const narrow = school.member('registrar', 'sections').open({ confirmed: true });
    expect(await narrow.answer('privacy.archive', { studentId: school.outside.studentId, language: 'el' })).toMatchObject({ ok: true });
    await expect(narrow.job('privacy.archive', { studentId: school.outside.studentId, language: 'el' })).rejects.toMatchObject({ failure: { code: 'notFound' } });
    const { page } = await open(narrow, { studentId: school.inside.studentId });
    expect(page).not.toContain(escapeHtml(nasty));
  });
});

describe('a guardian’s whole file', () => {
  it('has the contacts, the children within reach, consents and nothing of the children’s own records', async () => {
    const { page, data } = await open(office, { studentId: school.inside.studentId, guardianId: school.inside.guardianId });
    expect(Object.keys(data)).toEqual(['person', 'contacts', 'consents', 'children']);
    expect(page).toContain('Εντός Guardianphone');
    expect(page).not.toContain('Εντός Alert');
    await expect(office.job('privacy.archive', { studentId: school.inside.studentId, guardianId: school.outside.guardianId, language: 'el' })).rejects.toMatchObject({ failure: { code: 'notFound' } });
  });
});

describe('names of files', () => {
  it('are safe on every system, whatever the file was called', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
      const safe = safeName(name);
      expect(safe).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}]|^[.\s]|[.\s]$|^(con|nul|aux|prn)(\.|$)/iu);
      expect(safe.length).toBeGreaterThan(0);
      expect([...safe].length).toBeLessThanOrEqual(92);
    }), { numRuns: 500 });
    expect(['CON', 'nul.txt', '', '..', 'a/../b.pdf', '\u202Efdp.exe'].map(safeName)).toEqual(['_CON', '_nul.txt', '_', '_', 'b.pdf', '_fdp.exe']);
  });

  it('are each given once', () => {
    const nameFile = createNamer();
    expect(['a.pdf', 'A.pdf', 'a.pdf', 'b'].map(nameFile)).toEqual(['a.pdf', 'A (2).pdf', 'a (3).pdf', 'b']);
  });
});
