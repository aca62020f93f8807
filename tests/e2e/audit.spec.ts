import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible, themes } from './axe.ts';
import { call } from './call.ts';
import { expect, test } from './fixture.ts';
import { listStudents, type ListedStudent } from './records.ts';
import { choose, signIn, trySignIn } from './sign-in.ts';

/** A morning: somebody mistypes, a teacher asks for what is not theirs, the principal reads health and writes a note. Ends as the administrator on the audit. */
async function spendMorning(page: Page): Promise<ListedStudent> {
  await trySignIn(page, 'registrar', 'not the password');
  await expect(page.getByRole('alert')).toBeVisible();
  await signIn(page, 'teacher');
  await call(page, 'users.list', {});
  await call(page, 'auth.signOut', {});
  await page.reload();
  await choose(page, 'en');
  await signIn(page, 'administrator');
  const { rows: [student] } = await listStudents(page, { limit: 1 });
  await call(page, 'health.list', { studentId: student!.id });
  await call(page, 'notes.save', { studentId: student!.id, text: 'Asked for a certificate' });
  await page.getByRole('navigation').getByRole('link', { name: 'Audit', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Audit' })).toBeVisible();
  return student!;
}
const lines = (page: Page) => page.getByRole('table', { name: 'Entries' }).locator('tbody').getByRole('row');
const pick = async (page: Page, label: string, option: string) => {
  await page.getByRole('search').getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
};

test('the audit tells who changed, was refused, read and came in; it is narrowed, opened, checked and taken out', async ({ app }) => {
  const { page } = app;
  const student = await spendMorning(page);
  const name = `${student.familyEl} ${student.givenEl}`;

  await expect(lines(page).filter({ hasText: 'Note saved' })).toContainText(name);
  await expect(lines(page).filter({ hasText: 'Read: Health information' })).toContainText(name);
  await expect(lines(page).filter({ hasText: 'Refused: Accounts' })).toContainText('no role of theirs allows it');
  await expect(lines(page).filter({ hasText: 'Signed in' }).first()).toBeVisible();
  await expect(lines(page).filter({ hasText: 'Wrong password or code' })).toHaveCount(1);

  // The filter stands in the address: a link shows the same, and Back and reload keep it.
  await pick(page, 'Kind', 'Refused');
  await expect(lines(page)).toHaveCount(1);
  await page.reload();
  await expect(lines(page)).toHaveCount(1);
  await expect(lines(page).first()).toContainText('Refused: Accounts');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await pick(page, 'About what', 'Notes');
  await expect(lines(page)).toHaveCount(1);

  // Before and after, by the keyboard, and from there all that concerns the student.
  await page.getByRole('link', { name: /^Open entry no/ }).focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByRole('row', { name: /Text/ })).toContainText('Asked for a certificate');
  await drawer.getByRole('link', { name: `Show all that concerns ${name}` }).click();
  await expect(drawer).toBeHidden();
  await expect(page.getByRole('search').getByText(name)).toBeVisible();
  await expect(lines(page).filter({ hasText: 'Read: Health information' })).toHaveCount(1);
  await expect(lines(page).filter({ hasText: 'Refused' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Show what concerns others too' }).click();
  await expect(lines(page).filter({ hasText: 'Refused' })).toHaveCount(1);

  const whole = page.getByRole('region', { name: 'Is the record whole?' });
  await whole.getByRole('button', { name: 'Check now' }).click();
  await expect(whole).toContainText(/The record is whole\. Checked today at .*nothing was changed by hand/);

  await pick(page, 'Kind', 'Sensitive reading');
  await expect(lines(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const csv = await app.download(async () => {
    await page.getByRole('dialog').getByText('CSV', { exact: true }).click();
    await page.getByRole('button', { name: 'Export and save' }).click();
  });
  const [header, line, end] = readFileSync(csv, 'utf8').replace(/^\uFEFF/, '').split('\r\n');
  expect(header).toContain('No.,Time,Who,Kind,');
  expect(line).toContain(`,Sensitive reading,Health,`);
  expect(line).toContain(name);
  expect(end).toBe('');
  await pick(page, 'Kind', 'Export');
  await expect(lines(page).filter({ hasText: 'Audit record exported' })).toHaveCount(1);
});

test('whoever may not see the audit has no such screen, and asking for it stands in it', async ({ app }) => {
  const { page } = app;
  await signIn(page, 'registrar');
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Audit' })).toHaveCount(0);
  expect(await call(page, 'audit.list', { filter: {} })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
});

for (const theme of themes) {
  test(`the audit passes axe in the ${theme} theme`, async ({ app, kind }) => {
    const { page } = app;
    const { id } = await spendMorning(page);
    await call(page, 'preferences.update', { language: 'en', theme, idleMinutes: 0 });
    const base = new URL('/', page.url()).href;
    const open = async (address: string) => {
      await page.goto(`${base}audit${address}`);
      await expect(page.getByRole('status').filter({ hasText: /entr/ }).or(page.getByText('No entry matches'))).toBeVisible();
    };
    await open('');
    await expectAccessible(page, 'list');
    await open(`?targetId=${id}`);
    await lines(page).first().getByRole('link').first().click();
    await expect(page.getByRole('dialog').getByText('Before and after')).toBeVisible();
    await expectAccessible(page, 'entry');
    await open('?dialog=export');
    await expectAccessible(page, 'export');
    await open('?kind=recovery');
    await expectAccessible(page, 'nothing');
    // A broken chain is told by the door; only the one over the network can be made to say so here.
    if (kind !== 'headless') return;
    await page.route('**/rpc/audit.chain', (route) => route.fulfill({ json: { ok: true, value: { check: { at: 1_790_000_000_000, checked: 16, brokenAt: 17 }, length: 30 } } }));
    await open('');
    await expect(page.getByRole('alert')).toContainText('From entry no. 17 on it does not fit');
    await expectAccessible(page, 'broken');
  });
}
