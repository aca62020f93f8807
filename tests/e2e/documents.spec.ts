import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible, themes } from './axe.ts';
import { call } from './call.ts';
import { expect, test } from './fixture.ts';
import { signIn } from './sign-in.ts';

const openDocuments = async (page: Page) => {
  await page.getByRole('navigation').getByRole('link', { name: 'Documents', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Documents' })).toBeVisible();
};
const firstSerial = (page: Page) => page.locator('.ag-row[row-index="0"] [col-id="serial"]');

test('a class gets its report cards under numbers of their own; one is declared void, and its PDF then says so', async ({ app }) => {
  const { page } = app;
  await signIn(page);
  await openDocuments(page);
  await expect(firstSerial(page)).toContainText('/');
  const before = await firstSerial(page).textContent();
  await page.getByRole('button', { name: 'Issue documents' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Division' }).click();
  await page.getByRole('option', { name: 'Β2', exact: true }).click();
  const pdf = await app.download(() => dialog.getByRole('button', { name: 'Issue', exact: true }).click());
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  await expect(dialog.getByText(/\d+ documents issued/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(firstSerial(page)).not.toHaveText(before ?? '');

  await firstSerial(page).dblclick();
  const one = await app.download(() => page.getByRole('button', { name: 'Get the PDF' }).click());
  await page.getByRole('button', { name: 'Declare void' }).click();
  await page.getByRole('textbox', { name: 'Reason' }).fill('Printed with the wrong date');
  await page.getByRole('button', { name: 'Declare void' }).click();
  await expect(page.locator('.ag-row[row-index="0"]')).toContainText('Void');

  await page.getByRole('tab', { name: 'Check a document' }).click();
  await app.dropFile(one);
  await expect(page.getByText('This school issued it and later declared it void.')).toBeVisible();
  await expect(page.getByText('The file is byte for byte the one that was issued.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Text of the code' }).fill('RB1NOTACODE');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Altered', { exact: true })).toBeVisible();
  await test.step('the page of a template shows what is typed before it is saved', () => changeLetterhead(page));
});

async function changeLetterhead(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'How they look' }).click();
  const sample = page.getByRole('img', { name: /Sample page/ });
  await expect(sample).toBeVisible();
  const before = await sample.getAttribute('src');
  await page.getByRole('textbox', { name: 'Place, English' }).fill('Heraklion');
  await expect(sample).not.toHaveAttribute('src', before ?? '');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Letterhead saved').first()).toBeVisible();
}

for (const theme of themes) {
  test(`its screens pass axe in the ${theme} theme`, async ({ app: { page } }) => {
    await signIn(page);
    await call(page, 'preferences.update', { language: theme === 'light' ? 'en' : 'el', theme, idleMinutes: 0 });
    await page.goto(new URL('/documents', page.url()).href);
    await expect(firstSerial(page)).toContainText('/');
    await expectAccessible(page, 'register');
    await firstSerial(page).dblclick();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page, 'document');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^(Issue documents|Έκδοση εγγράφων)$/ }).click();
    await expect(page.getByRole('combobox').nth(2)).toBeVisible();
    await expectAccessible(page, 'issue');
    await page.keyboard.press('Escape');
    await page.getByRole('tab').nth(1).click();
    await expectAccessible(page, 'check');
    await page.getByRole('tab').nth(2).click();
    await expect(page.getByRole('img', { name: /Sample page|Δείγμα σελίδας/ })).toBeVisible();
    await expectAccessible(page, 'templates');
  });
}
