import { readFileSync } from 'node:fs';
import { checkBundle } from '../../src/main/core/oneroster/index.ts';
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixture.ts';
import { openScreen } from './records.ts';
import { signIn } from './sign-in.ts';

test('a year goes out as OneRoster, holds to the format, and comes in again without changing anything', async ({ app }) => {
  const { page } = app;
  await signIn(page);
  await openScreen(page, 'Imports');
  await page.getByRole('button', { name: 'Export OneRoster' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export a year as OneRoster' });
  await dialog.getByRole('checkbox', { name: /Pieces of work and marks/ }).check();
  await expectAccessible(page, 'export of a year');
  const path = await app.download(() => dialog.getByRole('button', { name: 'Write the zip' }).click());
  expect(await checkBundle(readFileSync(path))).toEqual([]);
  await expect(dialog).toBeHidden();

  await app.dropFile(path);
  const bundle = page.getByRole('region', { name: 'The OneRoster bundle' });
  await expect(bundle.getByText('Nothing in it departs from the format.')).toBeVisible({ timeout: 60_000 });
  for (const fate of ['New', 'Changed', 'Refused']) await expect(page.getByText(`${fate} (0)`, { exact: true })).toBeVisible();
  await expectAccessible(page, 'a bundle');
});
