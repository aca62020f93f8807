import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { call } from './call.ts';
import { expect, test } from './fixture.ts';
import { field, listStudents, openStudent } from './records.ts';
import { signIn } from './sign-in.ts';

const folder = mkdtempSync(join(tmpdir(), 'rollbook-family-'));
const fileOf = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

test('health: an emergency stands above everything for the office, and a viewer sees nothing of it', async ({ app: { page } }) => {
  await signIn(page);
  const { rows: [student] } = await listStudents(page, { limit: 1 });
  await openStudent(page, student!.studentNo);
  await page.getByRole('tab', { name: 'Health and consents' }).click();
  await page.getByRole('button', { name: 'Add a health alert' }).click();
  await field(page, 'Title').fill('Bee stings');
  await page.getByRole('combobox', { name: 'Severity' }).click();
  await page.getByRole('option', { name: 'Can be an emergency' }).click();
  await field(page, 'What to do').fill('Adrenaline pen in the office');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('alert').filter({ hasText: 'Medical emergency' })).toContainText('Bee stings (Allergy): Adrenaline pen in the office');
  await page.getByRole('button', { name: 'Record a consent' }).click();
  await page.getByRole('radio', { name: 'Refused' }).check();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('row', { name: /Photographs Refused/ }).first()).toBeVisible();
  await call(page, 'auth.signOut', {});
  await page.reload();
  await signIn(page, 'viewer');
  await openStudent(page, student!.studentNo);
  await expect(page.getByRole('tab', { name: 'Enrolments' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Health and consents' })).toBeHidden();
  await expect(page.getByText('Bee stings')).toBeHidden();
});

test('a document is attached by dropping it, comes back as it was; a renamed program is refused in words', async ({ app }) => {
  const { page } = app;
  await signIn(page);
  const { rows: [, student] } = await listStudents(page, { limit: 2 });
  await openStudent(page, student!.studentNo);
  await page.getByRole('tab', { name: 'Attached files' }).click();
  await expect(page.getByRole('button', { name: 'Attach a document' })).toBeVisible();
  const pdf = '%PDF-1.4 a certificate';
  await app.dropFile(fileOf('certificate.pdf', pdf));
  const dialog = page.getByRole('dialog', { name: 'Attach a document' });
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue('certificate');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('row', { name: /certificate/ })).toBeVisible();
  const path = await app.download(() => page.getByRole('button', { name: 'Save certificate' }).click());
  expect(readFileSync(path, 'utf8')).toBe(pdf);
  await app.dropFile(fileOf('letter.pdf', Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])));
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toContainText('By its content this is not a document');
});

test('siblings: the guardian is linked, a household made, and the address changed once for both', async ({ app: { page } }) => {
  await signIn(page);
  const { rows } = await listStudents(page, { limit: 400 });
  const { elder, younger } = await findStrangers(page, rows.map(({ id, studentNo }) => ({ id, studentNo })));
  await openStudent(page, younger.studentNo);
  await page.getByRole('tab', { name: 'Guardians' }).click();
  await page.getByRole('button', { name: 'Link an existing guardian' }).click();
  await page.getByRole('textbox', { name: /Name of the guardian/ }).fill(elder.guardian);
  await page.getByRole('radio').first().check();
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Also guardian of').first()).toBeVisible();
  await page.getByRole('button', { name: 'Make a household' }).click();
  await field(page, 'Address').fill('Kanari 5');
  await field(page, 'City').fill('Anatoli');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('list', { name: 'Members' }).getByRole('listitem')).not.toHaveCount(0);
  await page.getByRole('button', { name: 'Change the household' }).click();
  await field(page, 'Address').fill('Solomou 9');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Solomou 9').first()).toBeVisible();
  await page.getByRole('tab', { name: 'Details' }).click();
  await expect(page.getByText('Solomou 9', { exact: false }).first()).toBeVisible();
});

/** Two students, of whom one has a guardian whom the other lacks, and neither has a household. */
async function findStrangers(page: Page, students: { id: string; studentNo: string }[]) {
  const without: { id: string; studentNo: string; guardian: string }[] = [];
  for (const student of students) {
    const home = await call(page, 'households.get', { studentId: student.id });
    const list = await call(page, 'guardians.list', { studentId: student.id });
    const known = JSON.stringify(home).includes('"household":null');
    const surname = /"familyEl":"([^"]+)"/.exec(JSON.stringify(list))?.[1];
    if (known && surname) without.push({ ...student, guardian: surname });
    if (without.length === 2) break;
  }
  return { elder: without[0]!, younger: without[1]! };
}

test("a field of the school's own is defined and filled in", async ({ app: { page } }) => {
  await signIn(page);
  await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Add a field' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Label in Greek' }).fill('Αριθμός κάρτας');
  await field(page, 'Label in English').fill('Card number');
  await page.getByRole('dialog').getByRole('combobox', { name: 'Type' }).click();
  await page.getByRole('option', { name: 'Number' }).click();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('row', { name: /Card number/ })).toBeVisible();
  const { rows: [student] } = await listStudents(page, { limit: 1 });
  await openStudent(page, student!.studentNo);
  await page.getByRole('button', { name: 'Fill in' }).click();
  await field(page, 'Card number').fill('twelve');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Write a number')).toBeVisible();
  await field(page, 'Card number').fill('12,5');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('definition').filter({ hasText: '12.5' })).toBeVisible();
});

test('duplicates are found, compared side by side, merged, and taken apart again', async ({ app: { page } }) => {
  await signIn(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('duplicates');
  await page.getByRole('option', { name: 'Find duplicates' }).click();
  await page.getByRole('button', { name: 'Search for duplicates' }).click();
  const pairs = page.getByRole('list', { name: 'Pairs' }).getByRole('listitem');
  await expect(pairs.first()).toBeVisible();
  const { total } = await countPairs(page);
  await expect(page.getByRole('region', { name: 'Side by side' }).getByRole('radio').first()).toBeVisible();
  await page.getByRole('button', { name: 'Merge into one' }).click();
  await expect.poll(async () => (await countPairs(page)).total).toBeLessThan(total);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(async () => (await countPairs(page)).total).toBe(total);
  await page.getByRole('button', { name: 'These are two people' }).click();
  await expect.poll(async () => (await countPairs(page)).total).toBe(total - 1);
});

async function countPairs(page: Page): Promise<{ total: number }> {
  return (await call(page, 'duplicates.list', {}) as unknown as { value: { total: number } }).value;
}

for (const [language, theme] of [['en', 'light'], ['el', 'dark']] as const) {
  test(`the screens of the family pass axe: ${language}, ${theme}`, async ({ app: { page } }) => {
    await signIn(page);
    await call(page, 'duplicates.find', {});
    await call(page, 'preferences.update', { language, theme, idleMinutes: 0 });
    const base = new URL('/', page.url()).href;
    const { rows } = await listStudents(page, { limit: 500 });
    let studentId = rows[0]!.id;
    for (const { id } of rows) {
      if (JSON.stringify(await call(page, 'health.list', { studentId: id })).includes('emergency')) {
        studentId = id;
        break;
      }
    }
    await page.goto(`${base}students/${studentId}`);
    await expect(page.getByRole('tab').first()).toBeVisible();
    const tabs = language === 'en' ? ['Details', 'Guardians', 'Health and consents', 'Attached files'] : ['Στοιχεία', 'Κηδεμόνες', 'Υγεία και συγκαταθέσεις', 'Συνημμένα'];
    for (const name of tabs) {
      await page.getByRole('tab', { name, exact: true }).click();
      await page.waitForLoadState('networkidle');
      await expectAccessible(page, name);
    }
    await page.goto(`${base}duplicates`);
    await expect(page.locator('section table').first()).toBeVisible();
    await expectAccessible(page, 'duplicates');
    await page.goto(`${base}settings#custom-fields`);
    await expect(page.locator('#custom-fields table')).toBeVisible();
    await expectAccessible(page, 'settings');
  });
}
