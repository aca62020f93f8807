import type { Page } from '@playwright/test';
import { expectAccessible, themes } from './axe.ts';
import { call } from './call.ts';
import { expect, test } from './fixture.ts';
import { openScreen, openStudent } from './records.ts';
import { signIn } from './sign-in.ts';

const tabs = ['Class', 'Level', 'Missing grades', 'Honour roll', 'Transcripts', 'Scales', 'Rules'] as const;
const openTab = (page: Page, name: (typeof tabs)[number]) => page.getByRole('tab', { name, exact: true }).click();

test('the results of a class: read, narrowed, sorted, and opened at the student', async ({ app: { page } }) => {
  await signIn(page);
  await openScreen(page, 'Results');
  const table = page.getByRole('region', { name: /^Grades of/ });
  await expect(table.getByRole('row').nth(5)).toBeVisible();
  const filter = page.getByRole('radio', { name: /^Failing \(\d+\)/ });
  const failing = Number(/\((\d+)\)/.exec(await filter.evaluate((input) => input.nextElementSibling?.textContent ?? ''))?.[1]);
  await page.getByText(/^Failing \(\d+\)$/).click();
  await expect(table.getByRole('row')).toHaveCount(failing + 1);
  await page.getByText(/^All \(\d+\)$/).click();
  await table.getByRole('button', { name: 'Rank' }).click();
  await expect(table.getByRole('columnheader', { name: 'Rank' })).toHaveAttribute('aria-sort', 'ascending');
  const best = table.getByRole('row').nth(1).getByRole('link');
  const name = await best.textContent() ?? '';
  await best.click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Grades' })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('button', { name: /^Why/ }).first().click();
  const why = page.getByRole('dialog', { name: 'Why this grade' });
  await expect(why).toContainText('Greek scale 0-20');
  await expect(why).toContainText('Nothing was stored with this grade');
});

test('transferred work is added to a transcript, refused where it is incomplete, and taken back', async ({ app: { page } }) => {
  await signIn(page);
  await openStudent(page, '250020');
  await page.getByRole('tab', { name: 'Grades' }).click();
  await page.getByRole('button', { name: 'Add a transferred course' }).click();
  const dialog = page.getByRole('dialog');
  const fill = (label: string, value: string) => dialog.getByRole('textbox', { name: label, exact: true }).fill(value);
  await fill('School', '2nd Lyceum');
  await fill('School year', '2024-25');
  await fill('Title in English', 'Astronomy of the seas');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('This is needed').first()).toBeVisible();
  await fill('Title in Greek', 'Ναυτική αστρονομία');
  await fill('Grade in Greek', 'Άριστα');
  await fill('Grade in English', 'Excellent');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const line = page.getByRole('row', { name: /Astronomy of the seas/ });
  await expect(line).toContainText('From another school: 2nd Lyceum');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(line).toBeHidden();
});

test('the bands of a scale in use become a new version, and the transcripts of an ended year are written once', async ({ app: { page } }) => {
  await signIn(page);
  await openScreen(page, 'Results');
  await openTab(page, 'Scales');
  await page.getByRole('button', { name: 'Edit: Greek scale 0-20' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit the scale' });
  await dialog.getByRole('textbox', { name: 'Pass mark' }).fill('25');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('This lies outside the scale')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Pass mark' }).fill('10');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('1 earlier version')).toBeVisible();
  await openTab(page, 'Transcripts');
  await page.getByRole('button', { name: 'Write the transcripts' }).click();
  await expect(page.getByText(/\d+ lines? w(as|ere) written/)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('Everything is written already.')).toBeVisible();
});

for (const theme of themes) {
  test(`the results pass axe in the ${theme} theme`, async ({ app: { page } }) => {
    await signIn(page);
    await call(page, 'preferences.update', { language: 'en', theme, idleMinutes: 0 });
    await openScreen(page, 'Results');
    for (const tab of tabs) {
      await openTab(page, tab);
      await page.waitForLoadState('networkidle');
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0, { timeout: 15_000 });
      await expectAccessible(page, tab);
    }
    await openTab(page, 'Scales');
    await page.getByRole('button', { name: 'Edit: Percent' }).click();
    await expectAccessible(page, 'scale');
    await page.keyboard.press('Escape');
    await openStudent(page, '250020');
    await page.getByRole('tab', { name: 'Grades' }).click();
    await expect(page.getByRole('heading', { name: 'Transcript' })).toBeVisible();
    await expectAccessible(page, 'grades');
  });
}
