import { expectAccessible, themes } from './axe.ts';
import { call } from './call.ts';
import { expect, test } from './fixture.ts';
import { listStudents } from './records.ts';
import { signIn } from './sign-in.ts';

for (const theme of themes) {
  test(`the screens of the records pass axe in the ${theme} theme`, async ({ app }) => {
    const { page } = app;
    await signIn(page);
    await call(page, 'preferences.update', { language: 'en', theme, idleMinutes: 0 });
    const { rows: [student] } = await listStudents(page, { limit: 1 });
    const base = new URL('/', page.url()).href;
    const open = async (path: string, ready: string) => {
      await page.goto(`${base}${path}`);
      await expect(page.getByText(ready).first()).toBeVisible();
    };
    await open('students', student!.studentNo);
    await expectAccessible(page, 'list');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Export…' }).click();
    await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeVisible();
    await expectAccessible(page, 'export');
    await open(`students/${student!.id}`, student!.studentNo);
    await expectAccessible(page, 'profile');
    for (const tab of ['Enrolments', 'Guardians', 'Notes', 'History']) {
      await page.getByRole('tab', { name: tab }).click();
      await expectAccessible(page, tab);
    }
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await expectAccessible(page, 'form');
    await open('students/new', 'New student');
    await expectAccessible(page, 'new student');
    await open('imports', 'Imports so far');
    await expectAccessible(page, 'imports');
    await open('history', 'Preferences saved');
    await expectAccessible(page, 'history');
  });
}
