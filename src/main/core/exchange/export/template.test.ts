import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldsOf, templateTargets } from '#contract/import-targets.ts';
import { importWords, targetWords, templateFields } from '#contract/import-words.ts';
import { openOffice, type Office } from '../../../../../tests/fixtures/office.ts';
import { readFile } from '../../readers/index.ts';
import { parseRelation, parseSex } from '../rules/parse-words.ts';
import { choicesOf } from '../rules/template-words.ts';

let office: Office;
beforeAll(async () => { office = await openOffice(); });
afterAll(() => office.close());

async function open(target: (typeof templateTargets)[number], language: 'el' | 'en') {
  const { name, content } = await office.call('exports.template', { target, language });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(content).buffer);
  return { name, content: new Uint8Array(content), book };
}

describe.each(['el', 'en'] as const)('a template in %s', (language) => {
  it.each(templateTargets)('for %s has a heading with a note for every field, marks what is required, and two rows that show how', async (target) => {
    const { name, content, book } = await open(target, language);
    expect(name).toContain(targetWords[target][language]);
    const [sheet, guide] = book.worksheets;
    const fields = templateFields(target);
    expect(fields.length).toBeGreaterThan(5);
    fields.forEach(([field, { required }], i) => {
      const words = importWords[field];
      expect(sheet?.getCell(1, i + 1).text).toBe(`${words[language]}${required ? ' *' : ''}`);
      expect(JSON.stringify(sheet?.getCell(1, i + 1).note)).toContain(language === 'el' ? words.tellEl : words.tellEn);
      expect(guide?.getCell(i + 4, 1).text).toBe(words[language]);
      if (required) for (const row of [2, 3]) expect([field, sheet?.getCell(row, i + 1).text]).not.toEqual([field, '']);
    });
    // Our own importer finds the sheet to read, and dates in it as dates.
    const { grid } = await readFile(content);
    expect(grid.cell(0, 0)).toBe(sheet?.getCell(1, 1).text);
    fields.forEach(([field, { kind }], i) => { if (kind === 'date' && grid.cell(1, i) !== '') expect([field, grid.cell(1, i)]).toEqual([field, expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/)]); });
  });

  it('lets choices be made from lists, in words that the importer knows', async () => {
    const { book } = await open('students', language);
    const sheet = book.worksheets[0], lists = book.worksheets[2];
    const at = templateFields('students').findIndex(([field]) => field === 'sex') + 1;
    const validation = sheet?.getCell(4, at).dataValidation;
    expect(validation).toMatchObject({ type: 'list', showErrorMessage: true });
    const column = /\$([A-Z]+)\$2/.exec(String(validation?.formulae[0]))?.[1] ?? '';
    expect(lists?.getColumn(column).values.slice(2)).toEqual(choicesOf('sex', ['female', 'male', 'other'], language));
    expect(choicesOf('sex', ['female', 'male', 'other'], language).map(parseSex)).toEqual(['female', 'male', 'other']);
    const relations = fieldsOf('students').guardianRelation?.choices ?? [];
    expect(choicesOf('guardianRelation', relations, language).map(parseRelation)).toEqual(relations);
  });

  it('offers the attendance codes of the school', async () => {
    const { book } = await open('attendance', language);
    const { codes } = await office.call('attendance.codes', {});
    expect(JSON.stringify(book.worksheets[2]?.getSheetValues())).toContain(codes[0]?.code ?? 'none');
  });

  it.each(templateTargets)('for %s is matched column by column', async (target) => {
    const { content, name } = await open(target, language);
    const { fileId } = await office.call('files.upload', { name, content });
    const { id } = await office.call('imports.create', { fileId });
    await office.job('imports.preview', { id, target });
    const { mapping } = await office.call('imports.get', { id });
    expect(mapping).toEqual(templateFields(target).map(([field]) => field));
  });

  it('for students is read without a complaint', async () => {
    const { content, name } = await open('students', language);
    const { fileId } = await office.call('files.upload', { name, content });
    const { id } = await office.call('imports.create', { fileId });
    expect((await office.job('imports.preview', { id })).counts).toEqual({ create: 2, change: 0, same: 0, refused: 0 });
  });
});
