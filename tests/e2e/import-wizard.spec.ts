import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { expectAccessible, themes } from './axe.ts';
import { call } from './call.ts';
import { expect, test } from './fixture.ts';
import { signIn } from './sign-in.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollbook-marks-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sectionsForm = z.object({ value: z.object({ rows: z.array(z.object({ id: z.string(), code: z.string(), students: z.number() })) }) });
const rosterForm = z.object({ value: z.object({ students: z.array(z.object({ studentNo: z.string(), familyEl: z.string(), givenEl: z.string() })) }) });

/** A class of the school with enough students for a sheet. */
async function findClass(page: Page) {
  const { rows } = sectionsForm.parse(await call(page, 'sections.list', { limit: 200 })).value;
  const section = rows.find(({ students }) => students >= 4)!;
  return { code: section.code, students: rosterForm.parse(await call(page, 'sections.roster', { id: section.id, on: new Date().toISOString().slice(0, 10) })).value.students };
}

/** A teacher's own sheet: one line a student, one column a test, commas for points, and two slips. */
function writeSheet(name: string, students: { studentNo: string; familyEl: string; givenEl: string }[]): string {
  const path = join(folder, name);
  const marks = [['17,5', '18'], ['1x', '12,5'], ['14', '25'], ['', 'απών']];
  const lines = students.slice(0, 4).map(({ studentNo, familyEl, givenEl }, i) => [studentNo, `${familyEl} ${givenEl}`, ...(marks[i] ?? [])]);
  writeFileSync(path, [['Α.Μ.', 'Ονοματεπώνυμο', 'Τεστ Χημείας 1', 'Τεστ Χημείας 2'], ...lines].map((cells) => cells.join(';')).join('\r\n'));
  return path;
}

async function sayForAll(page: Page, field: string, text: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Add a field…' }).click();
  await page.getByRole('option', { name: field, exact: true }).click();
  await page.getByRole('textbox', { name: `${field} of all rows` }).fill(text);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: `Take away: ${field}` })).toBeVisible();
}

test('a messy sheet of marks: told the class once, mended in place, the rest taken away, mended, dropped again and read as the first time', async ({ app }) => {
  const { page } = app;
  await signIn(page);
  const { code, students } = await findClass(page);
  await app.dropFile(writeSheet('marks.csv', students));
  await expect(page.getByRole('combobox', { name: 'Field for the column: Τεστ Χημείας 1' })).toHaveValue('Marks of one assessment');
  await sayForAll(page, 'Class code', code);
  await expect(page.getByText('Refused (2)', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create 5 records' })).toBeEnabled();

  await page.getByText('All rows or none', { exact: true }).click();
  await expect(page.getByText('2 refused rows keep out all the others.')).toBeVisible();
  await page.getByText('All rows or none', { exact: true }).click();
  await expect(page.getByRole('button', { name: 'Create 5 records' })).toBeEnabled();

  await page.getByText('Refused (2)', { exact: true }).click();
  const table = page.getByRole('table', { name: 'What would happen' });
  await expect(table).toContainText('“1x” is not a score');
  await table.getByRole('button', { name: 'Mend line 3' }).click();
  await page.getByRole('textbox', { name: 'Τεστ Χημείας 1' }).fill('11,5');
  await page.keyboard.press('Escape');
  await expect(table.getByRole('button', { name: 'Mend line 3' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Τεστ Χημείας 1' }).fill('11,5');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Refused (1)', { exact: true })).toBeVisible();
  await expect(table).toContainText('25 is more than 20');

  const path = await app.download(async () => {
    await page.getByRole('button', { name: 'Download the refused rows' }).click();
    await page.getByRole('menuitem', { name: 'CSV (text)' }).click();
  });
  const lines = readFileSync(path, 'utf8').replace(/^\uFEFF/, '').trim().split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toBe('Α.Μ.,Ονοματεπώνυμο,Τεστ Χημείας 1,Τεστ Χημείας 2,What to mend');
  expect(lines[1]).toContain('25 is more than 20');
  await page.getByRole('button', { name: 'Create 6 records' }).click();
  await expect(page.getByText('The file is in the records')).toBeVisible();

  const mended = join(folder, 'mended.csv');
  writeFileSync(mended, readFileSync(path, 'utf8').replace(',25,', ',15,'));
  await app.dropFile(mended);
  await expect(page.getByRole('heading', { level: 1, name: 'Import of mended.csv' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Field for the column: What to mend' })).toHaveValue('Not imported');
  await expect(page.getByText('Same headings as “marks.csv”')).toBeVisible();
  await page.getByRole('button', { name: 'Read it as last time' }).click();
  await expect(page.getByRole('button', { name: 'Create 1 record' })).toBeEnabled();
  await expect(page.getByText('Unchanged (1)', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Create 1 record' }).click();
  await expect(page.getByText('The file is in the records')).toBeVisible();
});

test('codes of another program are read as what they mean, said once', async ({ app }) => {
  const { page } = app;
  await signIn(page);
  await expect(page.getByText('Enrolment by level').first()).toBeVisible();
  const path = join(folder, 'codes.csv');
  writeFileSync(path, 'Α.Μ.;Επώνυμο;Όνομα;Φύλο\r\nE2E-700;Ζαχαρίου;Άννα;2\r\nE2E-701;Ζαχαρίου;Λίνος;1');
  await app.dropFile(path);
  await expect(page.getByText('Refused (2)', { exact: true })).toBeVisible();
  for (const [text, meaning] of [['1', 'Male'], ['2', 'Female']] as const) {
    await page.getByRole('combobox', { name: `Read “${text}” as (Sex)` }).click();
    await page.getByRole('option', { name: meaning, exact: true }).click();
    await expect(page.getByRole('combobox', { name: `Read “${text}” as (Sex)` })).toHaveValue(meaning);
  }
  await expect(page.getByText('Refused (0)', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create 2 students' })).toBeEnabled();
  await page.getByRole('textbox', { name: 'Search in the rows' }).fill('λινος');
  await expect(page.getByRole('table', { name: 'What would happen' }).getByRole('row')).toHaveCount(2);
});

/** A file of a program whose headings say nothing to anybody else. */
function writeCodes(name: string, lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\r\n'));
  return path;
}
async function chooseField(page: Page, column: string, field: string): Promise<void> {
  const box = page.getByRole('combobox', { name: `Field for the column: ${column}`, exact: true });
  await box.click();
  await page.getByRole('option', { name: field, exact: true }).click();
  await expect(box).toHaveValue(field);
}

test('a profile: kept of one file, offered for the next, noted with it, and handed on as a file', async ({ app }) => {
  const { page } = app;
  await signIn(page);
  await expect(page.getByText('Enrolment by level').first()).toBeVisible();
  await app.dropFile(writeCodes('september.csv', ['K1;K2;K3;K4', 'E2E-710;Ζαχαρίου;Άννα;2', 'E2E-711;Ζαχαρίου;Λίνος;1']));
  for (const [column, field] of [['K1', 'Register no.'], ['K2', 'Surname'], ['K3', 'Name'], ['K4', 'Sex']] as const) await chooseField(page, column, field);
  for (const [text, meaning] of [['1', 'Male'], ['2', 'Female']] as const) {
    await page.getByRole('combobox', { name: `Read “${text}” as (Sex)` }).click();
    await page.getByRole('option', { name: meaning, exact: true }).click();
    await expect(page.getByRole('combobox', { name: `Read “${text}” as (Sex)` })).toHaveValue(meaning);
  }
  await page.getByRole('button', { name: 'Profile', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save as profile…' }).click();
  await page.getByRole('textbox', { name: 'Name of the profile' }).fill('Old program');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Profile: Old program' })).toBeVisible();

  await app.dropFile(writeCodes('october.csv', ['Students of October', 'k4;k9;K3;K1;K2', '1;x;Μάρκος;E2E-712;Ζαχαρίου', '2;x;Νίκη;E2E-713;Ζαχαρίου']));
  await expect(page.getByRole('heading', { level: 1, name: 'Import of october.csv' })).toBeVisible();
  await page.getByRole('button', { name: 'Profile', exact: true }).click();
  await page.getByRole('menuitemradio', { name: 'Old program' }).click();
  await expect(page.getByRole('combobox', { name: 'Field for the column: k4' })).toHaveValue('Sex');
  await expect(page.getByRole('combobox', { name: 'Field for the column: k9' })).toHaveValue('Not imported');
  await page.getByRole('button', { name: 'Create 2 students' }).click();
  await expect(page.getByText('The file is in the records')).toBeVisible();
  await expect(page.getByText('Profile: Old program')).toBeVisible();

  await app.dropFile(writeCodes('november.csv', ['K2;K1;K3;K4', 'Ζαχαρίου;E2E-714;Ξένια;2']));
  await expect(page.getByText('The profile “Old program” fits this file')).toBeVisible();
  await page.getByRole('button', { name: 'Read it by this profile' }).click();
  await expect(page.getByRole('button', { name: 'Create 1 student' })).toBeEnabled();
  await expect(page.getByText('The profile “Old program” fits this file')).toBeHidden();
  await chooseField(page, 'K3', 'Preferred name');
  await page.getByRole('button', { name: 'Profile: Old program' }).click();
  await page.getByRole('menuitem', { name: 'Update “Old program”' }).click();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByRole('button', { name: 'Profile: Old program' }).click();
  await expect(page.getByRole('menuitem', { name: 'Update “Old program”' })).toBeEnabled();
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'All imports' }).click();
  await expect(page.getByRole('row', { name: /october\.csv/ })).toContainText('Profile: Old program');
  await page.getByRole('button', { name: 'Import profiles' }).click();
  const path = await app.download(async () => { await page.getByRole('button', { name: 'Export to a file: Old program' }).click(); });
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ kind: 'rollbook-import-profile', version: 1, name: 'Old program', target: 'students', options: { translations: { sex: { 1: 'male', 2: 'female' } } } });
  await page.getByRole('button', { name: 'Rename: Old program' }).click();
  await page.getByRole('textbox', { name: 'Name of the profile' }).fill('Older program');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Remove: Older program' }).click();
  await expect(page.getByRole('heading', { name: 'No profiles yet' })).toBeVisible();
  await page.locator('input[type=file][accept=".json,application/json"]').setInputFiles(writeCodes('no-profile.json', ['{"students": []}']));
  await expect(page.getByText('This is not a file with an import profile.')).toBeVisible();
  await page.locator('input[type=file][accept=".json,application/json"]').setInputFiles(path);
  await expect(page.getByText('“Old program” was added.')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Import profiles' })).toContainText('Old program');
});

const looks = [['en', 'light'], ['el', 'dark']] as const;
for (const [language, theme] of looks.filter(([, each]) => themes.includes(each))) {
  test(`the wizard passes axe: ${language}, ${theme}`, async ({ app }) => {
    const { page } = app;
    await signIn(page);
    await call(page, 'preferences.update', { language, theme, idleMinutes: 0 });
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    const { students } = await findClass(page);
    await app.dropFile(writeSheet(`axe-${language}.csv`, students));
    await page.getByRole('button', { name: /^(Mend line 3|Διόρθωση της γραμμής 3)$/ }).first().click();
    await expect(page.getByRole('textbox', { name: 'Τεστ Χημείας 2' })).toBeVisible();
    await expectAccessible(page, `import wizard ${language} ${theme}`);
  });
}

for (const [language, theme] of looks.filter(([, each]) => themes.includes(each))) {
  test(`profiles pass axe: ${language}, ${theme}`, async ({ app }) => {
    const { page } = app;
    await signIn(page);
    await call(page, 'preferences.update', { language, theme, idleMinutes: 0 });
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const words = language === 'en' ? { menu: 'Profile', save: 'Save as profile…', manage: 'Manage profiles…' } : { menu: 'Προφίλ', save: 'Αποθήκευση ως προφίλ…', manage: 'Διαχείριση προφίλ…' };
    await app.dropFile(writeCodes('first.csv', ['Α.Μ.;Επώνυμο;Όνομα', 'E2E-720;Ζαχαρίου;Άννα']));
    await page.getByRole('button', { name: words.menu, exact: true }).click();
    await page.getByRole('menuitem', { name: words.manage }).click();
    await expect(page.getByRole('dialog').getByRole('heading', { level: 2 }).last()).toBeVisible();
    await expectAccessible(page, `no profiles ${language} ${theme}`);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: words.menu, exact: true }).click();
    await page.getByRole('menuitem', { name: words.save }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('A');
    await expectAccessible(page, `save as profile ${language} ${theme}`);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: `${words.menu}: A` })).toBeVisible();
    await app.dropFile(writeCodes('second.csv', ['Α.Μ.;Επώνυμο', 'E2E-720;Ζαχαρίου']));
    await expect(page.getByRole('heading', { level: 1, name: /second\.csv/ })).toBeVisible();
    await page.getByRole('button', { name: words.menu, exact: true }).click();
    await page.getByRole('menuitemradio', { name: 'A' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Όνομα' })).toBeVisible();
    await page.getByRole('button', { name: `${words.menu}: A` }).click();
    await expect(page.getByRole('menuitemradio', { name: 'A' })).toBeVisible();
    await expectAccessible(page, `profile menu ${language} ${theme}`);
    await page.getByRole('menuitem', { name: words.manage }).click();
    await expect(page.getByRole('dialog').getByRole('table')).toBeVisible();
    await expectAccessible(page, `profiles ${language} ${theme}`);
  });
}
