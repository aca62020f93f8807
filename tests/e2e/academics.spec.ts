import { expectAccessible, themes } from './axe.ts';
import { call } from './call.ts';
import { expect, test } from './fixture.ts';
import { listStudents } from './records.ts';
import { signIn } from './sign-in.ts';

const go = (path: string, url: string) => new URL(path, new URL('/', url)).href;

test('a lesson is taken out of the timetable, placed again by keyboard, and a clash is asked about', async ({ app: { page } }) => {
  test.setTimeout(120_000);
  await signIn(page);
  await page.getByRole('navigation').getByRole('link', { name: 'Timetable', exact: true }).click();
  const week = page.getByRole('table', { name: /^Timetable: Α1/ });
  await expect(week).toBeVisible();
  const lesson = week.locator('button[data-at="0 0"]');
  const name = await lesson.innerText();
  await lesson.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  const due = page.getByRole('region', { name: 'To be placed' }).getByRole('button');
  await expect(due).toHaveCount(1);
  await due.focus();
  await page.keyboard.press('Enter');
  // The hour that became free has the focus at once; to its right is another lesson.
  await expect(week.locator('button[data-at="0 0"]')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('status').filter({ hasText: 'students are in' })).toBeVisible();
  await page.keyboard.press('Enter');
  const asked = page.getByRole('dialog', { name: 'This clashes' });
  await expect(asked).toContainText('students are in');
  await asked.getByRole('button', { name: 'Cancel' }).click();
  await week.locator('button[data-at="0 0"]').click();
  // A lesson placed anew is in the section's own room until somebody says otherwise.
  await expect(week.locator('button[data-at="0 0"]')).toContainText(name.split('\n')[0] ?? '');
  await expect(page.getByText('Every lesson of this week is placed.')).toBeVisible();
});

test('a day is marked in the calendar, and the section of a division says who is in it', async ({ app: { page } }) => {
  test.setTimeout(120_000);
  await signIn(page);
  await page.goto(go('structure?tab=calendar', page.url()));
  const total = page.getByRole('table', { name: 'School days' }).getByRole('row').last();
  await expect(total).toContainText('173');
  // The calendar opens at the month of today, whichever that is: from the first month of the year it is two to November.
  const earlier = page.getByRole('button', { name: 'Previous month' }), later = page.getByRole('button', { name: 'Next month' });
  while (await earlier.isEnabled()) await earlier.click();
  await later.click();
  await later.click();
  await page.getByRole('group', { name: /^November/ }).getByRole('button', { name: /25 November/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Mark days' });
  await dialog.getByLabel('Called in English').fill('Excursion');
  await dialog.getByRole('button', { name: /^Save/ }).click();
  await expect(total).toContainText('172');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(total).toContainText('173');
  await page.getByRole('navigation').getByRole('link', { name: 'Sections', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: '336 sections' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Search sections' }).fill('algebra');
  await expect(page.getByRole('status').filter({ hasText: /^18 sections/ })).toBeVisible();
  await page.locator('.ag-row [col-id="code"] a').first().click();
  await expect(page.getByRole('table', { name: 'Students' })).toBeVisible();
});

test('the page of a class moves a student to another class of the course, and says why one who is there already is not added', async ({ app: { page } }) => {
  await signIn(page);
  const { rows: [other] } = await listStudents(page, { filter: { division: 'Α2' }, limit: 1 });
  await page.goto(go('sections?division=Α1', page.url()));
  await page.locator('.ag-row [col-id="code"] a').first().click();
  await page.getByRole('button', { name: 'Add students' }).click();
  const adding = page.getByRole('dialog', { name: 'Add students to the class' });
  await adding.getByRole('textbox', { name: 'Find students by name or number' }).fill(other!.studentNo);
  await page.getByRole('option', { name: new RegExp(other!.studentNo) }).click();
  await page.keyboard.press('Control+s');
  await expect(adding.getByText(/of the same course: move, instead of adding/)).toBeVisible();
  await adding.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Leave without saving' }).click();
  await expect(adding).toBeHidden();

  const lines = page.getByRole('table', { name: 'Students' }).getByRole('row');
  const count = await lines.count();
  await page.getByRole('button', { name: 'Move to another class' }).click();
  const moving = page.getByRole('dialog', { name: 'Move to another class of the course' });
  await moving.getByRole('combobox', { name: 'Student' }).click();
  await page.getByRole('option').first().click();
  await moving.getByRole('combobox', { name: 'Class' }).click();
  await page.getByRole('option').first().click();
  await page.keyboard.press('Control+s');
  // A class that is full says so, and takes one more if that is meant.
  const full = moving.getByRole('checkbox');
  await expect(async () => {
    if (await full.isVisible()) {
      await full.check();
      await page.keyboard.press('Control+s');
    }
    await expect(moving).toBeHidden({ timeout: 1000 });
  }).toPass();
  await expect(lines).toHaveCount(count - 1);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(lines).toHaveCount(count);
});

test('the structure, sections and timetable pass axe in either theme', async ({ app: { page } }) => {
  test.setTimeout(240_000);
  await signIn(page);
  const tabs = ['years', 'calendar', 'courses', 'departments', 'staff', 'homerooms', 'hours'].map((tab) => `structure?tab=${tab}`);
  for (const theme of themes) {
    await call(page, 'preferences.update', { language: 'en', theme, idleMinutes: 0 });
    for (const path of [...tabs, 'sections', 'timetable']) {
      await page.goto(go(path, page.url()));
      await page.waitForLoadState('networkidle');
      await expectAccessible(page, `${path}, ${theme}`);
    }
  }
});
