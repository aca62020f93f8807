import type { Page } from '@playwright/test';
import { z } from 'zod';
import type { Permission } from '#contract/permissions.ts';
import { expectAccessible } from './axe.ts';
import { call } from './call.ts';
import { expect, test } from './fixture.ts';
import { listStudents, openStudent } from './records.ts';
import { signIn, trySignIn } from './sign-in.ts';

const ownPassword = 'three words of mine';
const done = <T extends z.ZodType>(value: T) => z.object({ ok: z.literal(true), value });

/** As the administrator, makes a role with these permissions and an account that has it over the school; signs in with the account. */
async function enterAs(page: Page, permissions: Permission[]): Promise<void> {
  await signIn(page, 'administrator');
  const role = done(z.object({ id: z.string() })).parse(await call(page, 'roles.save', {
    id: null, rev: null, role: { nameEl: 'Βοηθός γραμματείας', nameEn: 'Office assistant', purpose: null, permissions, fieldClasses: ['ordinary', 'contact'], defaultScope: 'school' },
  }));
  const made = done(z.object({ password: z.string() })).parse(await call(page, 'users.create', {
    account: { username: 'assistant', displayName: 'Ζωή Βοηθού', language: 'en' }, grants: [{ role: role.value.id, scope: 'school' }],
  }));
  await call(page, 'auth.signOut', {});
  await page.reload();
  await trySignIn(page, 'assistant', made.value.password);
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByLabel('Password', { exact: true })).toBeHidden();
  done(z.unknown()).parse(await call(page, 'auth.changePassword', { password: ownPassword }));
  await page.reload();
  await expect(page.getByRole('navigation')).toBeVisible();
}

const menuOf = (page: Page) => page.getByRole('navigation', { name: 'Main' }).getByRole('link').allInnerTexts();
const buttonsIn = async (page: Page, panel: string) => (await page.getByRole('tabpanel', { name: panel }).getByRole('button').allInnerTexts()).map((text) => text.trim());

test('who may add notes and print sees the buttons for that, and no others', async ({ app: { page } }) => {
  await enterAs(page, ['students:view', 'guardians:view', 'notes:create', 'documents:print']);
  expect(await menuOf(page)).toEqual(['Home', 'Students', 'Documents', 'Settings']);
  const { rows: [student] } = await listStudents(page, { limit: 1 });

  await test.step('the list can be printed, and neither changed nor taken out', async () => {
    await page.getByRole('navigation').getByRole('link', { name: 'Students' }).click();
    await expect(page.getByText(student!.studentNo).first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'New student' })).toBeHidden();
    await expect(page.locator('.ag-checkbox-input')).toHaveCount(0);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await expect(page.getByRole('menuitem')).toHaveText(['Print a class list']);
    await page.keyboard.press('Escape');
  });

  await openStudent(page, student!.studentNo);
  await expect(page.getByRole('tab')).toHaveText(['Details', 'Enrolments', 'Guardians', 'Notes', 'Documents']);
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Archive' })).toBeHidden();

  await test.step('enrolments, guardians and documents are there to be read', async () => {
    await page.getByRole('tab', { name: 'Enrolments' }).click();
    await expect(page.getByRole('table', { name: 'Enrolments' })).toBeVisible();
    expect(await buttonsIn(page, 'Enrolments')).toEqual([]);
    await page.getByRole('tab', { name: 'Guardians' }).click();
    await expect(page.getByRole('list', { name: 'Guardians' }).getByRole('listitem')).not.toHaveCount(0);
    expect(new Set(await buttonsIn(page, 'Guardians'))).toEqual(new Set(['Earlier contacts']));
    await page.getByRole('tab', { name: 'Documents' }).click();
    await expect(page.getByRole('button', { name: 'Issue a document' })).toBeHidden();
  });

  await test.step('a note is added, taken back at once, added again, and neither changed nor removed', async () => {
    await page.getByRole('tab', { name: 'Notes' }).click();
    const add = async (text: string) => {
      await page.getByLabel('New note').fill(text);
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByRole('article').filter({ hasText: text })).toBeVisible();
    };
    await add('For another student');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('article').filter({ hasText: 'For another student' })).toBeHidden();
    await add('Called about the trip');
    await expectAccessible(page, 'notes');
    await expect(page.getByRole('button', { name: /^(Edit|Remove): note/ })).toHaveCount(0);
    expect(await buttonsIn(page, 'Notes')).toEqual(['Save']);
  });

  await test.step('the palette offers nothing else', async () => {
    await page.keyboard.press('Control+k');
    for (const [typed, hidden] of [['Import', 'Import a file'], ['new st', 'New student'], ['gradeb', 'Gradebook'], ['account', 'New account']] as const) {
      await page.getByRole('dialog').getByRole('combobox').fill(typed);
      await expect(page.getByRole('option', { name: hidden })).toHaveCount(0);
    }
    await page.getByRole('dialog').getByRole('combobox').fill('Print a');
    await expect(page.getByRole('option', { name: 'Print a class list' })).toBeVisible();
  });
});

test('who looks after the structure may add courses without being able to change those that are there', async ({ app: { page } }) => {
  await enterAs(page, ['structure:create']);
  expect(await menuOf(page)).toEqual(['Home', 'Year and courses', 'Settings']);
  await expect(page.getByRole('heading', { name: 'Choose a screen from the menu' })).toBeVisible();
  await page.getByRole('navigation').getByRole('link', { name: 'Year and courses' }).click();
  await expect(page.getByRole('button', { name: 'New year' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^(Edit|Remove): / })).toHaveCount(0);
  await page.getByRole('tab', { name: 'Courses' }).click();
  await expect(page.getByRole('button', { name: /^Edit: / })).toHaveCount(0);
  await page.getByRole('button', { name: 'New course' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Code' }).fill('ROB');
  await dialog.getByRole('textbox', { name: 'Name in Greek' }).fill('Ρομποτική');
  await dialog.getByRole('textbox', { name: 'Name in Latin script' }).fill('Robotics');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('row', { name: /ROB/ })).toBeVisible();
});
