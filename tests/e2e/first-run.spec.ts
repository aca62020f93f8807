import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { call } from './call.ts';
import { launch } from './driver.ts';
import { expect, test } from './fixture.ts';
import { choose } from './sign-in.ts';

test.use({ start: { demo: false } });

const passphrase = 'seven quiet boats at noon';
const password = 'a long password 42';

const next = (page: Page) => page.getByRole('button', { name: 'Next', exact: true }).click();

/** Goes through the wizard up to the recovery code, and returns the code. */
async function setUp(page: Page): Promise<string> {
  await choose(page, 'en');
  await page.getByRole('button', { name: /Set up our school/ }).click();
  await page.getByLabel('Name in Greek').fill('3ο Γυμνάσιο Νάξου');
  await page.getByLabel('Name in Latin script').fill('3rd Gymnasium of Naxos');
  await next(page);
  await expect(page.getByRole('textbox', { name: 'School year', exact: true })).toHaveValue(/^20\d\d-\d\d$/);
  await next(page);
  await page.getByLabel('Your name').fill('Μαρία Γραμματέα');
  await page.getByLabel('User name').fill('maria');
  await page.getByLabel(/^Password/).fill(password);
  await page.getByLabel(/password again/i).fill(password);
  await next(page);
  if (await page.getByRole('heading', { name: 'Passphrase of this computer' }).isVisible()) {
    await page.getByLabel(/^Passphrase/).fill(passphrase);
    await page.getByLabel(/passphrase again/i).fill(passphrase);
    await next(page);
  }
  await page.getByRole('button', { name: 'Create the school' }).click();
  const shown = page.getByRole('status', { name: /^Recovery code: ([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/ });
  await expect(shown).toBeVisible();
  return (await shown.getAttribute('aria-label') ?? '').replace('Recovery code: ', '');
}

test('from nothing to an empty school that says what to do next, and back in after a restart', async ({ app }) => {
  const { page } = app;
  const code = await setUp(page);
  const goOn = page.getByRole('button', { name: 'I have put it in a safe place' });
  await expect(goOn).toBeDisabled();
  const file = await app.download(() => page.getByRole('button', { name: 'Save as a file' }).click());
  expect(readFileSync(file, 'utf8')).toContain(code);
  await goOn.click();
  await expect(page.getByRole('navigation')).toBeVisible();
  await expect(page.getByText('3rd Gymnasium of Naxos')).toBeVisible();
  await expect(page.getByRole('button', { name: /file/i }).first()).toBeVisible();

  const again = await app.restart();
  await choose(again, 'en');
  await expect(again.getByRole('heading', { name: /file is locked/ })).toBeVisible();
  await again.getByLabel(/^Passphrase/).fill('not the passphrase at all');
  await again.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(again.getByRole('alert')).toBeVisible();
  await again.getByLabel(/^Passphrase/).fill(passphrase);
  await again.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(again.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('the demonstration opens from the first page, and leaves no school behind', async ({ app }) => {
  await choose(app.page, 'en');
  await app.page.getByRole('button', { name: /Open the demonstration/ }).click();
  await expect(app.page.getByRole('heading', { name: 'Sign in' })).toBeVisible({ timeout: 60_000 });
  const page = await app.restart();
  await choose(page, 'en');
  await expect(page.getByRole('button', { name: /Set up our school/ })).toBeVisible();
});

test('a backup opens on another computer with nothing but the recovery code, typed as people type', async ({ app, kind }) => {
  const code = await setUp(app.page);
  await app.download(() => app.page.getByRole('button', { name: 'Save as a file' }).click());
  await app.page.getByRole('button', { name: 'I have put it in a safe place' }).click();
  await expect(app.page.getByRole('navigation')).toBeVisible();
  const student = { studentNo: '77', familyEl: 'Νικολάου', givenEl: 'Δάφνη' };
  expect(await call(app.page, 'students.create', { details: student })).toMatchObject({ ok: true });
  await app.page.getByRole('link', { name: 'Settings' }).click();
  await app.page.getByRole('button', { name: 'Back up now' }).click();
  await expect(app.page.getByText('By hand')).toBeVisible();
  const backups = `${app.data}/backups`;
  const [name = ''] = readdirSync(backups);

  const other = await launch(kind);
  try {
    await choose(other.page, 'en');
    await other.page.getByRole('button', { name: /Restore a backup/ }).click();
    await other.page.locator('input[type=file]').setInputFiles(`${backups}/${name}`);
    await other.page.getByLabel('Recovery code').fill(code.toLowerCase().replaceAll('-', ' '));
    const secret = other.page.getByLabel(/passphrase/i);
    for (let i = 0; i < await secret.count(); i += 1) await secret.nth(i).fill(passphrase);
    await other.page.getByRole('button', { name: /^Restore/ }).last().click();
    await expect(other.page.getByRole('heading', { name: 'Sign in' })).toBeVisible({ timeout: 30_000 });
    await other.page.getByLabel('User name').fill('maria');
    await other.page.getByLabel('Password', { exact: true }).fill(password);
    await other.page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(other.page.getByRole('navigation')).toBeVisible();
    await other.page.keyboard.press('Control+k');
    await other.page.keyboard.type('nikolaou');
    await expect(other.page.getByRole('option', { name: /Νικολάου Δάφνη/ })).toBeVisible();
  } finally {
    await other.close();
  }
});
