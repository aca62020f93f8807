import type { Page } from '@playwright/test';
import { expectAccessible, themes } from './axe.ts';
import { call } from './call.ts';
import { expect, test } from './fixture.ts';
import { listStudents } from './records.ts';
import { demoPassword, signIn } from './sign-in.ts';

const go = (page: Page, path: string) => page.goto(new URL(path, new URL('/', page.url())).href);
const open = (page: Page) => page.getByRole('navigation').getByRole('link', { name: 'Roles and access', exact: true }).click();
/** A tick of the matrix, by the sentence that it stands for. */
const box = (page: Page, sentence: string | RegExp) => page.getByRole('table', { name: 'What it may do' }).getByRole('checkbox', { name: sentence });
/** The choice of an open list. */
const choose = async (page: Page, label: string | RegExp, text: string, option: string | RegExp) => {
  const field = page.getByRole('combobox', { name: label });
  await field.fill(text);
  await page.getByRole('option', { name: option }).first().click();
};

async function start(page: Page): Promise<void> {
  await signIn(page, 'administrator');
  await call(page, 'auth.confirm', { password: demoPassword });
}

test('a role is copied, brings along what it needs, is saved, compared, and taken back', async ({ app: { page } }) => {
  await start(page);
  await open(page);
  await page.getByRole('link', { name: 'Viewer', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Viewer' })).toBeVisible();
  await page.getByRole('link', { name: 'Copy as a new role' }).click();
  await expect(page.getByText('Same as Viewer')).toBeVisible();
  await page.getByLabel('Name in English').fill('Exam office');
  await page.getByLabel('Name in Greek').fill('Γραφείο εξετάσεων');
  await page.getByRole('textbox', { name: 'Search: grades' }).fill('οριστικοποιει');
  await expect(page.getByText('1 kind of record')).toBeVisible();
  await box(page, 'Post the grades of a term').check();
  await expect(page.getByRole('status').filter({ hasText: 'Ticked along, because it is needed' })).toContainText('See the gradebook');
  await expect(page.getByText('Compared with Viewer: 2 more, 0 less')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 1, name: 'Exam office' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'What does this allow?' }).first()).toContainText('Post the grades of a term.');

  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  await choose(page, 'Second role', 'View', 'Viewer');
  const table = page.getByRole('table', { name: 'Exam office and Viewer side by side' });
  await expect(table.getByRole('row', { name: /Post the grades of a term/ })).toContainText(/Yes.*No/);
  await expect(table.getByRole('row', { name: /See posted grades/ })).toHaveCount(0);
  await page.getByRole('switch', { name: 'Show what is the same too' }).check();
  await expect(table.getByRole('row', { name: /See posted grades/ })).toContainText(/Yes.*Yes/);

  await page.getByRole('tab', { name: 'Roles', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Exam office' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(page.getByRole('link', { name: 'Exam office' })).toHaveCount(0);
});

test('a changed role warns of what people lose, asks before it is left, and a role in use stays', async ({ app: { page } }) => {
  await start(page);
  const role = { nameEl: 'Γραφείο εξετάσεων', nameEn: 'Exam office', purpose: '', permissions: ['students:view', 'grades:view', 'attendance:view'], fieldClasses: ['ordinary'], defaultScope: 'school' };
  const made = await call(page, 'roles.save', { id: null, rev: null, role });
  const key = made.ok ? (made.value as { id: string }).id : '';
  const accounts = await call(page, 'users.list', { text: 'viewer' });
  const userId = accounts.ok ? (accounts.value as { rows: { id: string }[] }).rows[0]?.id : '';
  await call(page, 'grants.add', { userId, grant: { role: key, scope: 'school' } });
  await go(page, `roles/of/${key}`);
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByRole('dialog', { name: /is still in use/ })).toContainText('1 person has it');
  await page.getByRole('button', { name: 'All right' }).click();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await box(page, 'View, Students: See students').uncheck();
  await expect(page.getByRole('status').filter({ hasText: 'Cleared along' })).toContainText('See posted grades');
  await expect(page.getByRole('status').filter({ hasText: '1 person loses:' })).toContainText('See attendance and absences');
  await page.getByRole('navigation').getByRole('link', { name: 'Home', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Leave without saving?' })).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await box(page, 'View, Attendance: See attendance').check();
  await page.getByRole('button', { name: 'Save', exact: false }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Exam office' })).toBeVisible();
});

test('a visibility rule is tried on somebody before it is saved, and explains itself afterwards', async ({ app: { page } }) => {
  await start(page);
  const accounts = await call(page, 'users.list', { text: 'head' });
  const head = accounts.ok ? (accounts.value as { rows: { id: string; displayName: string; grants: { department: { id: string } | null }[] }[] }).rows[0] : undefined;
  const listed = await call(page, 'visibility.list', {});
  const others = listed.ok ? (listed.value as { departments: { id: string; nameEn: string }[] }).departments : [];
  const target = others.find(({ id }) => id !== head?.grants[0]?.department?.id);
  const { rows: [student] } = await listStudents(page, { limit: 1 });
  await go(page, 'roles/visibility');
  await page.getByRole('button', { name: 'New rule' }).click();
  const dialog = page.getByRole('dialog', { name: 'New rule' });
  await dialog.getByRole('combobox', { name: 'Sees the students of' }).fill(target?.nameEn ?? '');
  await page.getByRole('option', { name: target?.nameEn ?? '' }).first().click();
  await expect(dialog.getByText(`Department head in any department sees the students of ${target?.nameEn ?? ''} who are there now.`)).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Person' }).fill('head');
  await page.getByRole('option', { name: /\(head\)/ }).click();
  await expect(dialog.getByText(/With this rule .* would/)).toBeVisible();
  await dialog.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByRole('table', { name: 'Rules' })).toContainText('1 person');

  await go(page, `roles/visibility?userId=${head?.id ?? ''}&studentId=${student?.id ?? ''}`);
  const tried = page.getByRole('region', { name: 'Try it' });
  await expect(tried.getByText(/ sees .*because:/)).toBeVisible();
  await expect(tried.getByText(/By a rule: Department head in any department/)).toBeVisible();
  await expect(tried.getByText(/ sees [\d,]+ students in all/)).toBeVisible();
  await tried.getByRole('button', { name: /^See the program as / }).click();
  const banner = page.getByRole('region', { name: 'You see the program with other eyes' });
  await expect(banner).toContainText(head?.displayName ?? '');
  await banner.getByRole('button', { name: 'Back to myself' }).click();
  await expect(page.getByRole('region', { name: 'Try it' }).getByText(/ sees .*because:/)).toBeVisible();
});

test('the program is seen as a teacher: the menu shrinks, nothing can be changed, and one comes back to where one was', async ({ app: { page } }) => {
  await start(page);
  await go(page, 'roles/of/teacher');
  const menu = page.getByRole('navigation').getByRole('link');
  await expect(menu.filter({ hasText: 'Imports' })).toBeVisible();
  const before = await menu.count();
  await page.getByRole('button', { name: 'See the program as this role' }).click();
  // One's own sections are whose? The dialog proposes somebody who has the role.
  await page.getByText('As the role', { exact: true }).click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'Given' }).click();
  await page.getByRole('option', { name: 'for the whole school' }).click();
  await page.getByRole('button', { name: 'See the program', exact: true }).click();
  const banner = page.getByRole('region', { name: 'You see the program with other eyes' });
  await expect(banner).toContainText('You see the program as Teacher. Nothing can be changed.');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await menu.count()).toBeLessThan(before);
  await expect(menu.filter({ hasText: 'Settings' })).toBeVisible();
  await expect(menu.filter({ hasText: 'Roles and access' })).toHaveCount(0);
  // A reload does not end it.
  await page.reload();
  await expect(banner).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('dark theme');
  await page.getByRole('option', { name: 'Dark theme' }).click();
  await expect(page.getByText('nothing can be changed', { exact: false }).last()).toBeVisible();
  expect(await call(page, 'preferences.update', { language: 'en', theme: 'dark', idleMinutes: 0 })).toMatchObject({ ok: false, error: { code: 'previewing' } });
  await expectAccessible(page, 'preview');
  await banner.getByRole('button', { name: 'Back to myself' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Teacher' })).toBeVisible();
  await expect(banner).toHaveCount(0);
  await expect(menu).toHaveCount(before);
});

test('nobody gives what they do not have: those ticks say why and stay as they are, and arrows go from box to box', async ({ app: { page } }) => {
  await start(page);
  const role = { nameEl: 'Βοηθός', nameEn: 'Helper', purpose: '', permissions: ['roles:view', 'roles:create', 'roles:edit', 'students:edit'], fieldClasses: ['ordinary'], defaultScope: 'school' };
  const made = await call(page, 'roles.save', { id: null, rev: null, role });
  const accounts = await call(page, 'users.list', { text: 'viewer' });
  const userId = accounts.ok ? (accounts.value as { rows: { id: string }[] }).rows[0]?.id : '';
  await call(page, 'grants.add', { userId, grant: { role: made.ok ? (made.value as { id: string }).id : '', scope: 'school' } });
  await call(page, 'auth.signOut', {});
  await page.reload();
  await signIn(page, 'viewer');
  await go(page, 'roles/new?from=teacher');
  await expect(page.getByText(/\d+ things were not copied, because you may not do them yourself/)).toBeVisible();
  const beyond = box(page, 'Add, Students: Add new students.');
  await expect(beyond).toHaveAttribute('aria-disabled', 'true');
  await beyond.focus();
  await page.keyboard.press('Space');
  await expect(beyond).not.toBeChecked();
  await expect(page.getByRole('tooltip').filter({ hasText: 'cannot give it to others' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  const own = box(page, 'Change, Students: Change the details of students.');
  await expect(own).toBeFocused();
  await page.keyboard.press('Space');
  await expect(own).toBeChecked();
  await page.keyboard.press('ArrowDown');
  await expect(box(page, /^Change, Guardians/)).toBeFocused();
  await expect(page.getByRole('checkbox', { name: 'Health', exact: true })).toBeDisabled();
});

for (const theme of themes) {
  test(`the screens of roles and visibility pass axe in the ${theme} theme`, async ({ app: { page } }) => {
    test.setTimeout(240_000);
    await start(page);
    await call(page, 'preferences.update', { language: 'en', theme, idleMinutes: 0 });
    const listed = await call(page, 'visibility.list', {});
    const [target] = listed.ok ? (listed.value as { departments: { id: string }[] }).departments : [];
    const rule = { role: 'departmentHead', viewerOrgId: null, targetOrgId: target?.id, span: 'year', drafts: true, reason: 'Shared laboratory' };
    await call(page, 'visibility.save', { id: null, rev: null, rule });
    const accounts = await call(page, 'users.list', { text: 'head' });
    const userId = accounts.ok ? (accounts.value as { rows: { id: string }[] }).rows[0]?.id : '';
    const { rows: [student] } = await listStudents(page, { limit: 1 });
    const tried = `roles/visibility?userId=${userId ?? ''}&studentId=${student?.id ?? ''}`;
    for (const path of ['roles', 'roles/of/teacher', 'roles/new', 'roles/compare', 'roles/compare?first=teacher&second=viewer', tried]) {
      await go(page, path);
      await page.waitForLoadState('networkidle');
      await expectAccessible(page, path);
    }
    await page.getByRole('button', { name: /^Edit: Department head/ }).click();
    await expect(page.getByRole('dialog', { name: 'Change the rule' })).toBeVisible();
    await expectAccessible(page, 'rule');
    await go(page, 'roles/of/viewer');
    await page.getByRole('button', { name: 'See the program as this role' }).click();
    await expectAccessible(page, 'preview');
    await go(page, 'roles/new?from=counsellor');
    await box(page, 'View, Students: See students').uncheck();
    await expect(page.getByText('Cleared along', { exact: false })).toBeVisible();
    await expectAccessible(page, 'builder');
  });
}
