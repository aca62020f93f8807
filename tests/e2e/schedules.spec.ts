import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { checkBundle } from '../../src/main/core/oneroster/index.ts';
import { account, openMailServer } from '../fixtures/mail-server.ts';
import { expectAccessible } from './axe.ts';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { listStudents } from './records.ts';
import { signIn } from './sign-in.ts';

const open = async (page: Page, name: string) => {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
};

test('a weekly list goes into a folder, opens there, and a folder that is gone is told', async ({ app }) => {
  const { page } = app;
  const root = mkdtempSync(join(tmpdir(), 'rollbook-schedule-'));
  const folder = join(root, 'exports');
  mkdirSync(folder);
  await signIn(page);
  await open(page, 'Schedules');
  await expect(page.getByRole('heading', { name: 'Nothing runs by itself yet' })).toBeVisible();
  await expectAccessible(page, 'empty');
  await page.getByRole('button', { name: 'New schedule' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('This is needed').first()).toBeVisible();
  await expectAccessible(page, 'form');
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('List for the municipality');
  await dialog.getByRole('checkbox', { name: 'Friday' }).check();
  await dialog.getByRole('textbox', { name: 'Folder', exact: true }).fill(folder);
  await dialog.getByRole('checkbox', { name: 'Pack it with a password' }).uncheck();
  await expect(dialog.getByText('The file can be read by anybody who gets at it')).toBeVisible();
  await dialog.getByRole('button', { name: 'Save' }).click();
  const row = page.getByRole('row', { name: /List for the municipality/ });
  await expect(row).toContainText('Every Monday and Friday at 07:00');
  await expect(row).toContainText('Has not run yet');

  await row.getByRole('button', { name: 'Run now: List for the municipality' }).click();
  await expect(row.getByText('Done', { exact: true })).toBeVisible();
  const [file = ''] = readdirSync(folder);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(join(folder, file));
  const { total } = await listStudents(page, { filter: { status: 'enrolled' } });
  expect(book.worksheets[0]!.rowCount).toBe(total + 1);

  rmSync(root, { recursive: true });
  await row.getByRole('button', { name: 'Run now: List for the municipality' }).click();
  await expect(row).toContainText('The folder is not there. Is the drive plugged in, or the network connected?');
  await row.getByRole('button', { name: 'Runs: List for the municipality' }).click();
  const runs = page.getByRole('dialog').getByRole('row');
  await expect(runs).toHaveCount(3);
  await expect(runs.nth(1)).toContainText('Failed');
  await expect(runs.nth(2)).toContainText(file);
  await expectAccessible(page, 'runs');
  await page.keyboard.press('Escape');
  await open(page, 'Home');
  await page.getByText('1 scheduled export failed the last time').waitFor();
  await page.getByRole('link', { name: 'See why' }).click();

  await row.getByRole('button', { name: 'Remove: List for the municipality' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing runs by itself yet' })).toBeVisible();
});

test('any list is planned from its own screen, of days that are counted from the run, and the OneRoster bundle beside it', async ({ app }) => {
  test.setTimeout(180_000);
  const { page } = app;
  const [lists, bundles] = [mkdtempSync(join(tmpdir(), 'rollbook-lists-')), mkdtempSync(join(tmpdir(), 'rollbook-bundles-'))];
  await signIn(page);
  await open(page, 'Conduct');
  await page.getByRole('tab', { name: 'Incidents' }).click();
  await page.getByRole('combobox', { name: 'State' }).click();
  await page.getByRole('option', { name: 'All', exact: true }).click();
  await page.getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Schedule this…' }).click();
  const dialog = page.getByRole('dialog', { name: 'New schedule' });
  const choose = async (label: string, option: string) => {
    await dialog.getByRole('combobox', { name: label, exact: true }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  const what = dialog.getByRole('combobox', { name: 'What is exported' });
  await expect(what).toHaveValue('Incidents');
  await expect(dialog.getByRole('combobox', { name: 'State' })).toHaveValue('All');

  // What a list needs is said in its place, and what another was filled in with comes back with it.
  await choose('What is exported', 'Attendance sheet');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('combobox', { name: 'Level' })).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page, 'attendance by schedule');
  await choose('What is exported', 'Incidents');
  await expect(dialog.getByRole('combobox', { name: 'State' })).toHaveValue('All');
  await choose('Period', 'The school year so far');
  await dialog.getByRole('checkbox', { name: 'The usual columns' }).uncheck();
  await dialog.getByRole('button', { name: 'None', exact: true }).click();
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('For the council');
  await dialog.getByRole('textbox', { name: 'Folder', exact: true }).fill(lists);
  await dialog.getByRole('checkbox', { name: 'Pack it with a password' }).uncheck();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Choose at least one column')).toBeVisible();
  await expectAccessible(page, 'columns of a schedule');
  for (const column of ['What happened', 'Date']) await dialog.getByRole('checkbox', { name: column, exact: true }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  const row = page.getByRole('row', { name: /For the council/ });
  await expect(row).toContainText('Incidents');
  await row.getByRole('button', { name: 'Run now: For the council' }).click();
  await expect(row.getByText('Done', { exact: true })).toBeVisible();
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(join(lists, readdirSync(lists)[0] ?? ''));
  expect(book.worksheets[0]!.getRow(1).values).toEqual([undefined, 'Date', 'What happened']);
  expect(book.worksheets[0]!.rowCount).toBeGreaterThan(1);

  await row.getByRole('button', { name: 'Edit: For the council' }).click();
  const edited = page.getByRole('dialog', { name: 'Schedule' });
  await expect(edited.getByRole('combobox', { name: 'What is exported' })).toHaveValue('Incidents');
  await expect(edited.getByRole('combobox', { name: 'Period' })).toHaveValue('The school year so far');
  await expect(edited.getByRole('checkbox', { name: 'Kind', exact: true })).not.toBeChecked();
  await edited.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'New schedule' }).click();
  await choose('What is exported', 'OneRoster bundle');
  await dialog.getByRole('checkbox', { name: 'Dates of birth and sexes' }).uncheck();
  await expectAccessible(page, 'bundle by schedule');
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('For the platform');
  await dialog.getByRole('textbox', { name: 'Folder', exact: true }).fill(bundles);
  await dialog.getByRole('checkbox', { name: 'Pack it with a password' }).uncheck();
  await dialog.getByRole('button', { name: 'Save' }).click();
  const bundle = page.getByRole('row', { name: /For the platform/ });
  await expect(bundle).toContainText('OneRoster bundle');
  await bundle.getByRole('button', { name: 'Run now: For the platform' }).click();
  await expect(bundle.getByText('Done', { exact: true })).toBeVisible({ timeout: 90_000 });
  expect(await checkBundle(readFileSync(join(bundles, readdirSync(bundles)[0] ?? '')))).toEqual([]);
});

test('a list goes out by e-mail through the school’s server, packed with a password', async ({ app }) => {
  const { page } = app;
  const server = await openMailServer('starttls');
  await signIn(page, 'administrator');
  await open(page, 'Settings');
  const mail = page.getByRole('region', { name: 'Sending e-mail' });
  await mail.getByRole('textbox', { name: 'Server', exact: true }).fill('localhost');
  await mail.getByRole('combobox', { name: 'Connection' }).click();
  await page.getByRole('option', { name: 'Encrypted after the greeting (STARTTLS)' }).click();
  await mail.getByRole('textbox', { name: 'Port' }).fill(String(server.settings.port));
  await mail.getByRole('textbox', { name: 'User name', exact: true }).fill(account.user);
  await mail.locator('input[type=password]').fill('not the right one');
  await mail.getByRole('textbox', { name: 'Sender', exact: true }).fill('office@school.example');
  await mail.getByRole('textbox', { name: 'Certificate of the server' }).fill(server.settings.certificate ?? '');
  await mail.getByRole('button', { name: 'Save' }).click();
  await mail.getByLabel('Test message to').fill('it@school.example');
  await mail.getByRole('button', { name: 'Send a test message' }).click();
  await expect(page.getByText('The mail server does not take the user name or password.')).toBeVisible();
  await mail.locator('input[type=password]').fill(account.password);
  await mail.getByRole('button', { name: 'Save' }).click();
  await mail.getByLabel('Test message to').fill('it@school.example');
  await mail.getByRole('button', { name: 'Send a test message' }).click();
  await expect.poll(() => server.received.map(({ to }) => to)).toEqual([['it@school.example']]);
  await expectAccessible(page, 'mail settings');

  await open(page, 'Schedules');
  await page.getByRole('button', { name: 'New schedule' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Emergency list');
  await dialog.getByRole('combobox', { name: 'Put it' }).click();
  await page.getByRole('option', { name: 'By e-mail' }).click();
  await dialog.getByRole('combobox', { name: 'Addresses' }).fill('city@municipality.example');
  await page.keyboard.press('Enter');
  await dialog.locator('input[type=password]').fill('a password for the list');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Run now: Emergency list' }).click();
  await expect.poll(() => server.received.length).toBe(2);
  expect(server.received[1]).toMatchObject({ to: ['city@municipality.example'], encrypted: true });
  expect(server.received[1]!.raw).toMatch(/filename\*?0?\*?=.*zip/);
  await server.close();
});
