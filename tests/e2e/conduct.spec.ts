import { z } from 'zod';
import { expectAccessible } from './axe.ts';
import { call } from './call.ts';
import { expect, test } from './fixture.ts';
import { listStudents, openStudent } from './records.ts';
import { signIn } from './sign-in.ts';

const total = z.object({ value: z.object({ total: z.number() }) });

test('a teacher gives scores with the keyboard alone, and takes them back', async ({ app: { page } }) => {
  await signIn(page, 'teacher');
  await page.getByRole('navigation').getByRole('link', { name: 'Conduct', exact: true }).click();
  await page.getByRole('button', { name: 'School day before' }).click();
  const cells = page.locator('input[data-cell]');
  await expect(cells.first()).toBeVisible();
  const first = page.locator('input[data-cell="0 0"]');
  const before = await first.inputValue();
  const score = before === '4' ? '5' : '4';
  await first.focus();
  await page.keyboard.type(score);
  await page.keyboard.press('Enter');
  await expect(page.locator('input[data-cell="1 0"]')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('button', { name: 'Everything is saved' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(first).toHaveValue(before);
});

test('an incident is written down with those involved, followed up, closed, and removed after a question', async ({ app: { page } }) => {
  await signIn(page, 'principal');
  const { rows: [student] } = await listStudents(page, { limit: 1 });
  await openStudent(page, student!.studentNo);
  await page.getByRole('tab', { name: 'Conduct' }).click();
  await page.getByRole('button', { name: 'Incident', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'New incident' });
  await form.getByLabel('What happened').fill('A window was broken with a ball');
  await form.getByLabel('Place', { exact: true }).fill('Yard');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  await expect(page.getByText('A window was broken with a ball')).toBeVisible();
  await page.getByRole('listitem').filter({ hasText: 'A window was broken' }).getByRole('button', { name: /Incident/ }).click();
  const view = page.getByRole('dialog', { name: 'Incident' });
  await view.getByLabel('Next step').fill('The parents were told');
  await view.getByRole('button', { name: 'Save' }).click();
  await expect(view.getByText('The parents were told')).toBeVisible();
  await view.getByRole('button', { name: 'Edit', exact: true }).click();
  const edit = page.getByRole('dialog', { name: 'Edit the incident' });
  await edit.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'Closed' }).click();
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(view.getByText('Closed')).toBeVisible();
  await view.getByRole('button', { name: 'Remove', exact: true }).click();
  const question = page.getByRole('dialog', { name: 'Remove this incident?' });
  await expect(question).toContainText('Follow-up: 1');
  await question.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('A window was broken with a ball')).toBeHidden();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(page.getByText('A window was broken with a ball')).toBeVisible();
});

test('a highlight goes to several students; incidents of safeguarding are not there for the registrar', async ({ app: { page } }) => {
  await signIn(page, 'registrar');
  const { rows } = await listStudents(page, { limit: 2 });
  await page.getByRole('navigation').getByRole('link', { name: 'Conduct', exact: true }).click();
  await page.getByRole('tab', { name: 'Highlights' }).click();
  await page.getByRole('button', { name: 'New highlight' }).click();
  const form = page.getByRole('dialog', { name: 'New highlight' });
  for (const { studentNo } of rows) {
    await form.getByRole('combobox', { name: 'Students' }).fill(studentNo);
    await page.getByRole('option', { name: new RegExp(studentNo) }).click();
  }
  await form.getByLabel('Text').fill('Won the debate together');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Won the debate together')).toHaveCount(2);
  const seen = async () => total.parse(await call(page, 'incidents.list', { status: 'all' })).value.total;
  const asRegistrar = await seen();
  await call(page, 'auth.signOut', {});
  await page.reload();
  await signIn(page, 'principal');
  expect(await seen()).toBe(asRegistrar + 2);
});

for (const [theme, language] of [['light', 'en'], ['dark', 'el']] as const) {
  test(`the screens of conduct pass axe: ${theme}, ${language}`, async ({ app: { page } }) => {
    await signIn(page, 'principal');
    await call(page, 'preferences.update', { language, theme, idleMinutes: 0 });
    const base = new URL('/', page.url()).href;
    for (const tab of ['performance', 'highlights', 'incidents', 'interventions']) {
      await page.goto(`${base}conduct?tab=${tab}`);
      await expect(page.getByRole('table').or(page.getByRole('list')).last()).toBeVisible();
      await expectAccessible(page, tab);
    }
    await page.goto(`${base}conduct?tab=incidents&status=all`);
    await page.locator('tbody button').first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page, 'incident');
    await page.goto(`${base}conduct?tab=performance`);
    await page.getByRole('button', { name: /Categories|Κατηγορίες/ }).click();
    await expectAccessible(page, 'categories');
  });
}
