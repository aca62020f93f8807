import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { expect, test } from './fixture.ts';
import { field, listStudents, openScreen, openStudent } from './records.ts';
import { signIn } from './sign-in.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollbook-files-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file as Greek offices have them: Windows-1253, semicolons, Greek headings. */
function writeGreekFile(name: string, lines: string[][]): string {
  const path = join(folder, name);
  writeFileSync(path, iconv.encode(lines.map((cells) => cells.join(';')).join('\r\n'), 'windows-1253'));
  return path;
}

const heading = ['Αρ. Μητρώου', 'Επώνυμο', 'Όνομα', 'Ημ/νία γέννησης', 'Τάξη', 'Τμήμα', 'Παρατηρήσεις'];

test('a file in Windows-1253: dropped, previewed, committed and taken back, without what was edited since', async ({ app }) => {
  const { page } = app;
  await signIn(page);
  const { rows: [known], total } = await listStudents(page, { limit: 1 });
  await expect(page.getByText('Enrolment by level').first()).toBeVisible();
  const file = writeGreekFile('μαθητές.csv', [
    heading,
    ['E2E-100', 'Ζαχαρίου', 'Ευρυδίκη', '05/09/2011', 'Α', 'Α1', ''],
    ['E2E-101', 'Ζαχαρίου', 'Ορφέας', '06/10/2011', 'Α', 'Α1', ''],
    ['E2E-102', 'Ζαχαρίου', 'Λίνος', '31/02/2011', 'Α', 'Α1', ''],
    [known!.studentNo, known!.familyEl, known!.givenEl, '01/02/2010', '', '', ''],
  ]);
  await app.dropFile(file);
  await expect(page.getByRole('heading', { level: 1, name: 'Import of μαθητές.csv' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Encoding' })).toHaveValue('Greek (Windows-1253)');
  await expect(page.getByRole('combobox', { name: /Field for the column: Επώνυμο/ })).toHaveValue('Surname');
  await expect(page.getByRole('combobox', { name: /Field for the column: Παρατηρήσεις/ })).toHaveValue('Not imported');
  await expect(page.getByRole('table', { name: 'What would happen' })).toContainText('Ζαχαρίου Ευρυδίκη');
  await page.getByText('Refused (1)', { exact: true }).click();
  await expect(page.getByRole('table', { name: 'What would happen' })).toContainText('is not a date');
  await page.getByText('Changed (1)', { exact: true }).click();
  await expect(page.getByRole('table', { name: 'What would happen' })).toContainText('01/02/2010');
  await page.getByRole('button', { name: 'Create 2 students, change 1' }).click();
  await expect(page.getByText('The file is in the records')).toBeVisible();
  expect((await listStudents(page)).total).toBe(total + 2);

  await openStudent(page, 'E2E-101');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await field(page, 'Mobile').fill('697 333 4444');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('697 333 4444')).toBeVisible();

  await openScreen(page, 'Imports');
  await page.getByRole('link', { name: 'μαθητές.csv' }).click();
  await page.getByRole('button', { name: 'Take this import back' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take this import back' }).click();
  await expect(page.getByText('This import was taken back')).toBeVisible();
  await expect(page.getByText(/edited since and stay/)).toBeVisible();
  await expect(page.getByText(/Ζαχαρίου Ορφέας/).first()).toBeVisible();
  expect((await listStudents(page, { filter: { text: 'Ζαχαρίου' } })).rows.map(({ studentNo }) => studentNo)).toEqual(['E2E-101']);
});

test('one row of an import is taken back by itself, and the rows that stand can be fetched again', async ({ app }) => {
  const { page } = app;
  await signIn(page);
  await openScreen(page, 'Imports');
  await app.dropFile(writeGreekFile('δύο.csv', [heading, ['E2E-300', 'Ηλίου', 'Θάλεια', '', 'Α', 'Α1', ''], ['E2E-301', 'Ηλίου', 'Ερατώ', '', 'Α', 'Α1', '']]));
  await page.getByRole('button', { name: 'Create 2 students' }).click();
  const written = page.getByRole('table', { name: 'Rows in the records' });
  await expect(written).toContainText('Ερατώ');
  await page.getByRole('button', { name: 'Take line 2 back' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take the line back' }).click();
  await expect(written.getByText('Taken back')).toBeVisible();
  expect((await listStudents(page, { filter: { text: 'Ηλίου' } })).rows.map(({ studentNo }) => studentNo)).toEqual(['E2E-301']);
  await expect(page.getByRole('button', { name: 'Take line 2 back' })).toHaveCount(0);
  expect(basename(await app.download(() => page.getByRole('button', { name: 'The rows written' }).click()))).toBe('Written δύο.xlsx');
});

test('the matching can be corrected, and the preview follows; a file that is no list says so, and what to do', async ({ app }) => {
  const { page } = app;
  await signIn(page);
  await openScreen(page, 'Imports');
  await app.dropFile(writeGreekFile('swapped.csv', [heading, ['E2E-200', 'Ορφέας', 'Ζαχαρίου', '', 'Α', 'Α1', '']]));
  await expect(page.getByRole('table', { name: 'What would happen' })).toContainText('Ορφέας Ζαχαρίου');
  const choose = async (column: string, option: string) => {
    const select = page.getByRole('combobox', { name: `Field for the column: ${column}` });
    await select.click();
    await page.getByRole('option', { name: option, exact: true }).click();
    await expect(select).toHaveValue(option);
  };
  await choose('Επώνυμο', 'Not imported');
  await choose('Όνομα', 'Surname');
  await choose('Επώνυμο', 'Name');
  await expect(page.getByRole('table', { name: 'What would happen' })).toContainText('Ζαχαρίου Ορφέας');
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Imports' })).toBeVisible();

  const path = join(folder, 'broken.xlsx');
  writeFileSync(path, Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(400, 7)]));
  await app.dropFile(path);
  await expect(page.getByRole('alert').filter({ hasText: 'This file cannot be read' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Another file' })).toBeVisible();
});

test('a zip of documents goes to the students whom the names of its files say', async ({ app }) => {
  const { page } = app;
  await signIn(page);
  const { rows: [known] } = await listStudents(page, { limit: 1 });
  const path = join(folder, 'έγγραφα.zip'), paper = (text: string) => new TextEncoder().encode(`%PDF-1.7 ${text}`);
  writeFileSync(path, zipSync({ [`${known!.studentNo}_ιατρική βεβαίωση.pdf`]: paper('1'), 'Κανένας Άγνωστος - αίτηση.pdf': paper('2') }));
  await app.dropFile(path);
  const table = page.getByRole('table', { name: 'What would happen' });
  await expect(table).toContainText('Who sees it: Who may see health');
  await page.getByText('Refused (1)', { exact: true }).click();
  await expect(table).toContainText('no student of the school is “Κανένας Άγνωστος”');
  await page.getByRole('button', { name: 'Create 1 record' }).click();
  await expect(page.getByText('1 record created')).toBeVisible();
  await page.getByRole('button', { name: 'Take this import back' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take this import back' }).click();
  await expect(page.getByText('This import was taken back').first()).toBeVisible();
});
