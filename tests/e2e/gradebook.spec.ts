import type { Page } from '@playwright/test';
import { z } from 'zod';
import { expectAccessible } from './axe.ts';
import { call } from './call.ts';
import { expect, test } from './fixture.ts';
import { settle } from './settle.ts';
import { signIn } from './sign-in.ts';

const cell = (page: Page, row: number, column: number) => page.locator(`td[data-row="${row}"][data-column="${column}"]`);

/** Opens the first of the teacher's own sections, as a teacher would: by the menu, then by Enter. */
async function openOwn(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Gradebook', exact: true }).click();
  await page.getByRole('link', { name: 'Algebra' }).first().click();
  await expect(page.getByRole('grid')).toBeVisible();
  await settle(page);
}

/** A cell's text once it is in the records: what is on its way is in italics. */
/** A mark by itself: the demonstration has a comment on some, which ones depends on the day on which it is made. */
const withoutComment = (text: string) => text.replace(/\s*Comment\s*$/, '').trim();

async function expectSaved(page: Page, row: number, column: number, text: string): Promise<void> {
  await expect(async () => expect(withoutComment(await cell(page, row, column).innerText())).toBe(text)).toPass();
  await expect(cell(page, row, column)).not.toHaveAttribute('data-draft', /.+/);
}

const years = z.object({ value: z.object({ years: z.array(z.object({ terms: z.array(z.object({
  id: z.string(), rev: z.number(), yearId: z.string(), parentId: z.string().nullable(), type: z.string(), nameEl: z.string(), nameEn: z.string(),
  startDate: z.string(), endDate: z.string(), weight: z.number(),
})) })) }) });

/** The office lets grades be posted for the whole of the term under way, whatever the day of the test. */
async function openPosting(page: Page): Promise<void> {
  const { value } = years.parse(await call(page, 'years.list', {}));
  const today = new Date().toLocaleDateString('sv-SE');
  const term = value.years.flatMap(({ terms }) => terms).find(({ nameEn, startDate, endDate, type }) => type !== 'year' && startDate <= today && today <= endDate && nameEn !== '');
  if (!term) throw new Error('no term is under way');
  const { id, rev, ...details } = term;
  expect(await call(page, 'terms.save', { id, rev, reason: 'Grades are wanted early', term: { ...details, postingOpens: term.startDate, postingCloses: null } })).toMatchObject({ ok: true });
}

test('a teacher types down a column as in a spreadsheet, pastes from Excel, fills down, and takes things back', async ({ app: { page, kind } }) => {
  await signIn(page, 'teacher');
  if (kind === 'headless') await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openOwn(page);
  await test.step('types marks and states', () => typeMarks(page));
  await test.step('what cannot be a mark is kept and shown, and Esc brings back what stood there', () => typeNonsense(page));
  await test.step('a column comes from Excel, is filled down, and one undo takes a whole block', () => pasteColumn(page));
});

async function typeMarks(page: Page): Promise<void> {
  await cell(page, 0, 0).click();
  await page.keyboard.type('14,5');
  await page.keyboard.press('Enter');
  // In the open cell: the driver has no key for a Greek letter, it only inserts it.
  await page.keyboard.press('F2');
  await page.keyboard.type('χ');
  await page.keyboard.press('Enter');
  await page.keyboard.type('15l');
  await page.keyboard.press('Tab');
  await expectSaved(page, 0, 0, '14.5');
  await expectSaved(page, 1, 0, 'X');
  await expectSaved(page, 2, 0, '15L');
  await expect(cell(page, 2, 1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Home');
  await page.keyboard.press('F2');
  await page.keyboard.type('7');
  await page.keyboard.press('Escape');
  await expectSaved(page, 1, 0, 'X');
  await page.keyboard.press('Delete');
  await expectSaved(page, 1, 0, '');
  await page.keyboard.press('Control+z');
  await expectSaved(page, 1, 0, 'X');
}

async function typeNonsense(page: Page): Promise<void> {
  const before = withoutComment(await cell(page, 3, 0).innerText());
  await cell(page, 3, 0).click();
  await page.keyboard.type('25');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await expect(cell(page, 3, 0)).toHaveAttribute('aria-invalid', 'true');
  await expect(cell(page, 3, 0)).toContainText('25');
  await expect(page.getByText('More than the work is out of')).toBeVisible();
  await page.keyboard.press('Escape');
  await expectSaved(page, 3, 0, before);
}

async function pasteColumn(page: Page): Promise<void> {
  const before = withoutComment(await cell(page, 2, 0).innerText());
  await cell(page, 0, 0).click();
  await page.evaluate(() => navigator.clipboard.writeText('11\r\n12,5\r\nm\r\n'));
  await page.keyboard.press('Control+v');
  await expectSaved(page, 0, 0, '11');
  await expectSaved(page, 1, 0, '12.5');
  await expectSaved(page, 2, 0, 'M');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+c');
  const below = withoutComment(await cell(page, 5, 0).innerText());
  await cell(page, 4, 0).click();
  await page.keyboard.press('Control+v');
  await expectSaved(page, 4, 0, '11');
  await expectSaved(page, 5, 0, '12.5');
  await page.keyboard.press('Control+z');
  await expectSaved(page, 5, 0, below);
  await cell(page, 0, 0).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+d');
  await expectSaved(page, 1, 0, '11');
  await page.keyboard.press('Control+z');
  await expectSaved(page, 1, 0, '12.5');
  await page.keyboard.press('Control+z');
  await expectSaved(page, 2, 0, before);
}

test('two teachers see each other at once, and nobody overwrites what they have not seen', async ({ app }) => {
  const { page } = app;
  await signIn(page, 'teacher');
  await openOwn(page);
  const other = await app.newWindow();
  await other.goto(page.url());
  await expect(other.getByRole('grid')).toBeVisible();
  await cell(page, 4, 0).click();
  await page.keyboard.type('9');
  // While it is being written here, the other window enters something.
  await cell(other, 4, 0).click();
  await other.keyboard.type('16');
  await other.keyboard.press('Enter');
  await expectSaved(other, 4, 0, '16');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByText('Somebody else entered 16 in the meantime.')).toBeVisible();
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await expectSaved(page, 4, 0, '9');
  await expectSaved(other, 4, 0, '9');
});

test('"so far" opens to its reasons; grades are posted, stay when marks change, and the office corrects them', async ({ app: { page } }) => {
  await signIn(page, 'registrar');
  await openPosting(page);
  await call(page, 'auth.signOut', {});
  await page.reload();
  await signIn(page, 'teacher');
  await openOwn(page);
  const last = await page.locator('th[data-row="-1"]').count();
  const soFar = cell(page, 5, last - 2), grade = cell(page, 5, last - 1);
  await soFar.click();
  const why = page.getByRole('dialog', { name: 'Why this number' });
  await expect(why.getByText(/of what is graded is/)).toBeVisible();
  await expect(why.getByText('counts', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Post grades' }).click();
  const posting = page.getByRole('dialog');
  await posting.getByRole('textbox', { name: /^Grade of/ }).nth(5).fill('20');
  await posting.getByRole('button', { name: /^Post \d+/ }).click();
  await expect(posting.getByText('Write why it differs from the computed grade')).toBeVisible();
  await posting.getByRole('textbox', { name: /^Reason for/ }).fill('Oral examination');
  await posting.getByRole('button', { name: /^Post \d+/ }).click();
  await expect(posting).toBeHidden();
  await expect(grade).toContainText('20');
  await cell(page, 5, 0).click();
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await expectSaved(page, 5, 0, '1');
  await expect(grade).toContainText('20');
  await grade.click();
  await expect(page.getByText('A posted grade is corrected by the office.')).toBeVisible();
  await page.keyboard.press('Escape');
  const url = page.url();
  await call(page, 'auth.signOut', {});
  await page.reload();
  await signIn(page, 'registrar');
  await page.goto(url);
  await grade.click();
  await page.getByRole('button', { name: 'Correct the grade' }).click();
  await page.getByRole('textbox', { name: 'New grade' }).fill('18');
  await page.getByRole('textbox', { name: 'Why' }).fill('Second marking');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(grade).toContainText('18');
  await grade.click();
  await expect(page.getByRole('dialog').getByText('Second marking')).toBeVisible();
  await expect(page.getByRole('dialog').getByText('Oral examination')).toBeVisible();
});

for (const [theme, language] of [['light', 'en'], ['dark', 'el']] as const) {
  test(`the gradebook and its dialogs pass axe: ${theme}, ${language}`, async ({ app: { page } }) => {
    await signIn(page, 'teacher');
    await call(page, 'preferences.update', { language, theme, idleMinutes: 0 });
    await page.goto(new URL('/gradebook', page.url()).href);
    const own = page.getByRole('link', { name: /Algebra|Άλγεβρα/ }).first();
    await expect(own).toBeVisible();
    await expectAccessible(page, 'sections');
    await own.click();
    await expect(page.getByRole('grid')).toBeVisible();
    await cell(page, 0, 0).click();
    await page.keyboard.type('99');
    await page.keyboard.press('Enter');
    await expectAccessible(page, 'grid');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Escape');
    const why = page.getByRole('dialog');
    await page.locator('td[class*=soFar]').first().click();
    await expect(why).toBeVisible();
    await expectAccessible(page, 'why');
    await page.keyboard.press('Escape');
    for (const name of [/New assessment|Νέα αξιολόγηση/, /Categories and weights|Κατηγορίες/, /Post grades|Οριστικοποίηση/, /Keys and letters|Πλήκτρα/]) {
      await page.getByRole('button', { name }).click();
      await expect(why).toBeVisible();
      await expectAccessible(page, name.source.split('|')[0] ?? '');
      await page.keyboard.press('Escape');
      await expect(why).toBeHidden();
    }
  });
}
