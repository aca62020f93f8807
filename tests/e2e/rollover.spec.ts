import { expectAccessible } from './axe.ts';
import { call } from './call.ts';
import { expect, test } from './fixture.ts';
import { listStudents } from './records.ts';
import { signIn } from './sign-in.ts';


test('the year under way cannot be decided; who is decided by hand moves with one command, and comes back with one undo', async ({ app: { page } }) => {
  await signIn(page, 'principal');
  const { total } = await listStudents(page, { limit: 1 });
  await page.getByRole('navigation').getByRole('link', { name: 'New year', exact: true }).click();
  await page.getByRole('button', { name: 'Show what would happen' }).click();
  const table = page.getByRole('table', { name: 'Students and what becomes of them' });
  await expect(table).toBeVisible();
  await page.getByRole('button', { name: /Cannot decide/ }).click();
  await expect(table.getByText(/the year ends on/).first()).toBeVisible();
  await expect(page.getByText('There is nothing to write')).toBeVisible();
  await table.getByRole('button', { name: /^Decide for/ }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('Decision of the assembly');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await page.getByLabel('Only those I decided').check();
  await page.getByRole('button', { name: /^\d+\s*All|All$/ }).first().click();
  await expect(table.getByText('your decision: Decision of the assembly')).toBeVisible();
  await page.getByRole('button', { name: 'Write the new year' }).click();
  await expect(page.getByText('The new year is written')).toBeVisible();
  await expect(page.getByText('1 student is enrolled in the new year.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo all of it' }).click();
  await expect(page.getByText('Everything was taken back').first()).toBeVisible();
  expect((await listStudents(page, { limit: 1 })).total).toBe(total);
});

for (const [theme, language] of [['light', 'en'], ['dark', 'el']] as const) {
  test(`the screens of the new year pass axe: ${theme}, ${language}`, async ({ app: { page } }) => {
    await signIn(page, 'principal');
    await call(page, 'preferences.update', { language, theme, idleMinutes: 0 });
    await page.goto(`${new URL('/', page.url()).href}rollover`);
    await expect(page.getByRole('button', { name: /Show what would happen|Τι θα συμβεί/ })).toBeVisible();
    await expectAccessible(page, 'choose');
    await page.getByRole('button', { name: /Change the rules|Αλλαγή κανόνων/ }).click();
    await expectAccessible(page, 'rules');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Show what would happen|Τι θα συμβεί/ }).click();
    await expect(page.getByRole('table')).toBeVisible();
    await expectAccessible(page, 'simulation');
  });
}
