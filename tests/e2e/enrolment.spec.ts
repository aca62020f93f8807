import { expectAccessible, themes } from './axe.ts';
import { call } from './call.ts';
import { expect, test } from './fixture.ts';
import { chooseFirst, listStudents, openScreen, openStudent } from './records.ts';
import { signIn } from './sign-in.ts';

test('a registrar moves a student to another division, lets another leave, and takes both back', async ({ app: { page } }) => {
  await signIn(page);
  await openScreen(page, 'Students');
  const { rows: [student] } = await listStudents(page, { filter: { division: 'Α1' }, limit: 1 });
  await openStudent(page, student!.studentNo);
  await page.getByRole('tab', { name: 'Enrolments' }).click();
  await page.getByRole('button', { name: 'Change division' }).click();
  const move = page.getByRole('dialog', { name: 'Move to another division' });
  await move.getByRole('combobox', { name: 'New division' }).fill('Α2');
  await page.getByRole('option', { name: 'Α2', exact: true }).click();
  await expect(move.getByRole('status', { name: 'What happens' })).toContainText('ΑΛΓ-Α2');
  await move.getByLabel('Go ahead all the same').check({ timeout: 1500 }).catch(() => undefined);
  await move.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByText(`Α · Α2`)).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText(`Α · Α1`)).toBeVisible();

  await page.getByRole('button', { name: 'Leaves', exact: true }).click();
  const leave = page.getByRole('dialog', { name: 'The student leaves the school' });
  await leave.getByRole('combobox', { name: 'Exit reason' }).click();
  await page.getByRole('option', { name: 'Transferred to another school' }).click();
  await expect(leave.getByRole('status', { name: 'What happens' })).toContainText('ΑΛΓ-Α1');
  await leave.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByRole('table', { name: 'Enrolments' })).toContainText('Transferred to another school');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Enrolments' })).not.toContainText('Transferred to another school');
});

test('many are withdrawn at once after a look at each, and one undo brings all of them back', async ({ app: { page } }) => {
  await signIn(page);
  await openScreen(page, 'Students');
  const { total } = await listStudents(page, { limit: 1 });
  await chooseFirst(page, 2);
  await page.getByRole('button', { name: 'Change…' }).click();
  await page.getByRole('menuitem', { name: 'Withdraw' }).click();
  const dialog = page.getByRole('dialog', { name: 'Withdraw' });
  const yesterday = new Date(Date.now() - 86_400_000).toLocaleDateString('en-GB');
  await dialog.getByRole('textbox', { name: 'Last attended', exact: true }).fill(yesterday);
  await dialog.getByRole('combobox', { name: 'Exit reason' }).click();
  await page.getByRole('option', { name: 'Withdrawn' }).click();
  await dialog.getByRole('button', { name: 'Show what would change' }).click();
  await expect(dialog.getByRole('table')).toContainText('Exit reason: Withdrawn');
  await expectAccessible(page, 'mass preview');
  await dialog.getByRole('button', { name: 'Change 2 students' }).click();
  await expect(page.getByRole('status').filter({ hasText: `${total - 2} students` })).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: `${total} students` })).toBeVisible();
});

test('the list and a record as of a day say so, are read only, and lead back', async ({ app: { page } }) => {
  await signIn(page);
  const base = new URL('/', page.url()).href;
  const asOf = '2026-09-20';
  for (const theme of themes) {
    await call(page, 'preferences.update', { language: 'en', theme, idleMinutes: 0 });
    await page.goto(`${base}students?asOf=${asOf}`);
    await expect(page.getByText('Read only').first()).toBeVisible();
    await expect(page.locator('.ag-row').first()).toBeVisible();
    await expectAccessible(page, `list as of, ${theme}`);
    const { rows: [student] } = await listStudents(page, { filter: { asOf }, limit: 1 });
    await page.goto(`${base}students/${student!.id}?asOf=${asOf}`);
    await expect(page.getByRole('heading', { name: 'Guardians' })).toBeVisible();
    await expectAccessible(page, `record as of, ${theme}`);
    await page.getByRole('button', { name: 'Back to today' }).click();
    await page.getByRole('tab', { name: 'Enrolments' }).click();
    await expect(page.getByRole('heading', { name: 'Classes' })).toBeVisible();
    await expectAccessible(page, `enrolments, ${theme}`);
  }
});
