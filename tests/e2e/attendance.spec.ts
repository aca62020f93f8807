import type { Page } from '@playwright/test';
import { z } from 'zod';
import { expectAccessible, themes } from './axe.ts';
import { call } from './call.ts';
import { expect, test } from './fixture.ts';
import { listStudents } from './records.ts';
import { signIn } from './sign-in.ts';

const choices = z.object({ ok: z.literal(true), value: z.object({ obstacle: z.string().nullable(), divisions: z.array(z.object({ level: z.string(), division: z.string() })) }) });

/** The latest day up to today on which the demonstration school had lessons, and a division that can be taken on it. */
async function findDay(page: Page): Promise<{ date: string; level: string; division: string }> {
  for (let back = 0; back < 30; back += 1) {
    const date = new Date(Date.now() - back * 86_400_000).toLocaleDateString('sv-SE');
    const { value } = choices.parse(await call(page, 'attendance.choices', { date }));
    const [division] = value.divisions;
    if (value.obstacle === null && division) return { date, ...division };
  }
  throw new Error('no school day in the last month');
}

const address = (page: Page, search: Record<string, string>) =>
  `${new URL('/', page.url()).href}attendance?${new URLSearchParams(Object.entries(search).map(([key, value]) => [key, value]))}`;

test('a division is taken with the keyboard, one key for each exception; what was typed is kept when somebody else saves the same register meanwhile', async ({ app: { page, newWindow } }) => {
  await signIn(page, 'registrar');
  await test.step('everybody present, then the exceptions', () => takeByKeyboard(page));
  await test.step('two windows on one register', async () => takeTogether(page, await newWindow()));
});

async function takeByKeyboard(page: Page): Promise<void> {
  const { date, level, division } = await findDay(page);
  await page.getByRole('navigation').getByRole('link', { name: 'Attendance', exact: true }).click();
  await page.goto(address(page, { date, level, division }));
  const register = page.getByRole('list', { name: /^Register of/ });
  const rows = register.locator('[data-row]');
  await rows.nth(1).focus();
  const name = await rows.nth(2).innerText();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(2)).toBeFocused();
  await page.keyboard.press('l');
  await page.keyboard.type('15');
  await expect(rows.nth(2)).toHaveAccessibleName(/: Late$/);
  await expect(register.getByLabel(/^Minutes: /).last()).toHaveValue(/15/);
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Not saved yet')).toBeHidden();
  await expect(page.getByText(/^Taken /)).toBeVisible();
  await page.reload();
  await expect(rows.nth(2)).toHaveAccessibleName(/: Late$/);
  expect(name).not.toBe('');
}

async function takeTogether(page: Page, other: Page): Promise<void> {
  const { date, level, division } = await findDay(page);
  for (const window of [page, other]) await window.goto(address(page, { date, level, division }));
  const row = (window: Page, index: number) => window.getByRole('list', { name: /^Register of/ }).locator('li').nth(index);
  await row(page, 3).getByRole('button', { name: /Unexcused absence: / }).click();
  await row(other, 4).getByRole('button', { name: /Unexcused absence: / }).click();
  await other.getByRole('button', { name: 'Save attendance' }).click();
  await expect(other.getByText('Not saved yet')).toBeHidden();
  await page.getByRole('button', { name: /^Save attendance|^Everybody/ }).click();
  // Either the window heard of it in time, or it is told; in both cases each mark is there.
  await expect(row(page, 4).locator('[data-row]')).toHaveAccessibleName(/Unexcused absence$/);
  await expect(row(page, 3).locator('[data-row]')).toHaveAccessibleName(/Unexcused absence$/);
}

test('from the home screen to who has not taken it, to calling a family, to excusing a day after seeing what changes', async ({ app: { page } }) => {
  await signIn(page, 'registrar');
  await test.step('who has not taken it', () => takeMissing(page));
  await test.step('a family is called: reached, it falls out of the list and stands under those told', () => callHome(page));
  await test.step('the office excuses some days of a student', () => excuse(page));
});

async function takeMissing(page: Page): Promise<void> {
  const { date } = await findDay(page);
  await page.goto(address(page, { view: 'missing', date }));
  const open = page.getByRole('link', { name: /^Take now: / }).first();
  const isAllIn = page.getByRole('heading', { name: 'Everything has been taken' });
  await expect(open.or(isAllIn).first()).toBeVisible();
  if (await isAllIn.isVisible()) return;
  await open.click();
  await expect(page.getByRole('list', { name: /^Register of/ })).toBeVisible();
  await expect(page.getByText('Not taken yet')).toBeVisible();
  await page.getByRole('button', { name: /Everybody is here|Save attendance/ }).click();
  await expect(page.getByText(/^Taken by/)).toBeVisible();
}

async function callHome(page: Page): Promise<void> {
  const { date } = await findDay(page);
  const { rows: [student] } = await listStudents(page, { filter: { status: 'enrolled' }, limit: 1 });
  const codes = z.object({ value: z.object({ codes: z.array(z.object({ id: z.string(), code: z.string() })) }) }).parse(await call(page, 'attendance.codes', {}));
  await call(page, 'attendance.correct', { studentId: student!.id, date, codeId: codes.value.codes.find(({ code }) => code === 'AU')!.id });
  await page.goto(address(page, { view: 'calls', date }));
  const list = page.getByRole('list', { name: 'Calls home' });
  const card = list.locator(':scope > li').filter({ has: page.getByRole('link') }).filter({ has: page.getByRole('button', { name: /^Reached: / }) }).first();
  const who = await card.getByRole('link').innerText();
  await card.getByRole('button', { name: /^Reached: / }).first().click();
  await expect(list.getByRole('link', { name: who })).toBeHidden();
  await page.getByText(/^Told \(/).click();
  await expect(list.getByRole('link', { name: who })).toBeVisible();
}

async function excuse(page: Page): Promise<void> {
  const { date } = await findDay(page);
  const { rows: [student] } = await listStudents(page, { filter: { status: 'enrolled' }, limit: 1 });
  const codes = z.object({ value: z.object({ codes: z.array(z.object({ id: z.string(), code: z.string() })) }) }).parse(await call(page, 'attendance.codes', {}));
  await call(page, 'attendance.correct', { studentId: student!.id, date, codeId: codes.value.codes.find(({ code }) => code === 'AU')!.id });
  await page.goto(`${new URL('/', page.url()).href}students/${student!.id}`);
  await page.getByRole('tab', { name: 'Attendance' }).click();
  await expect(page.getByText('Limit of the general lyceum')).toBeVisible();
  await page.getByRole('button', { name: 'Excuse some days' }).click();
  const dialog = page.getByRole('dialog', { name: 'Excuse some days' });
  const typed = date.split('-').toReversed().join('/');
  await dialog.getByRole('textbox', { name: 'From' }).fill(typed);
  await dialog.getByRole('textbox', { name: 'To' }).fill(typed);
  const changes = dialog.getByRole('region', { name: 'What changes' });
  await expect(changes.getByText('What changes: 1 mark')).toBeVisible();
  await expect(changes.getByRole('listitem')).toContainText('now: AU');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
}

for (const theme of themes) {
  test(`the screens of attendance pass axe in the ${theme} theme`, async ({ app: { page } }) => {
    await signIn(page, 'registrar');
    await call(page, 'preferences.update', { language: 'en', theme, idleMinutes: 0 });
    const { date, level, division } = await findDay(page);
    await page.goto(address(page, { date, level, division }));
    await expect(page.getByRole('list', { name: /^Register of/ })).toBeVisible();
    await page.getByRole('list', { name: /^Register of/ }).getByRole('button', { name: /Late: / }).first().click();
    await expectAccessible(page, 'register');
    // A register with unsaved marks holds on to its window.
    await page.keyboard.press('Control+s');
    await expect(page.getByText('Not saved yet')).toBeHidden();
    for (const [view, ready] of [['missing', 'Not taken'], ['calls', 'Log a call'], ['setup', 'Measures']] as const) {
      await page.goto(address(page, { view, date }));
      await expect(page.getByText(ready).first()).toBeVisible();
      await expectAccessible(page, view);
    }
    await page.goto(address(page, { view: 'summary', level, division }));
    await expect(page.getByRole('region', { name: division })).toBeVisible();
    await expectAccessible(page, 'summary');
    const { rows: [student] } = await listStudents(page, { limit: 1 });
    await page.goto(`${new URL('/', page.url()).href}students/${student!.id}`);
    await page.getByRole('tab', { name: 'Attendance' }).click();
    await expect(page.getByRole('heading', { name: 'The year, day by day' })).toBeVisible();
    await expectAccessible(page, 'profile');
    await page.getByRole('button', { name: 'Add a mark' }).click();
    await expectAccessible(page, 'mark');
  });
}
