import type { Page } from '@playwright/test';
import { z } from 'zod';
import { expectAccessible, themes } from './axe.ts';
import { call } from './call.ts';
import { expect, test } from './fixture.ts';
import { choose, demoPassword, signIn, trySignIn } from './sign-in.ts';

const ownPassword = 'rain table lemon pencil';
const status = z.object({ ok: z.literal(true), value: z.object({ demo: z.object({ recoveryCode: z.string() }) }) });

/** Goes to the accounts by the menu. */
async function openAccounts(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Accounts', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Accounts' })).toBeVisible();
}

async function openAccount(page: Page, name: string): Promise<void> {
  await openAccounts(page);
  await page.getByRole('table').getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
}

/** Fills in a new account and returns the temporary password that is shown for it. */
async function makeAccount(page: Page, name: string, role: string): Promise<string> {
  await openAccounts(page);
  await page.getByRole('button', { name: 'New account' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name shown in the program' }).fill(name);
  await dialog.getByPlaceholder('Choose a role').click();
  await page.getByRole('option', { name: role, exact: true }).click();
  await dialog.getByRole('button', { name: /Create the account/ }).click();
  const shown = page.getByRole('list', { name: 'Temporary password' });
  await expect(shown).toBeVisible();
  const password = await shown.innerText();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  return password;
}

test('a new account signs in with its temporary password, has to choose one of its own, and gets in no more once it is disabled', async ({ app: { page } }) => {
  await signIn(page, 'administrator');
  const temporary = await makeAccount(page, 'Ελένη Παπαδάκη', 'Viewer');
  const line = page.getByRole('row', { name: /Ελένη Παπαδάκη/ });
  await expect(line).toContainText('e.papadaki');
  await expect(line).toContainText('Viewer · whole school');
  await expect(line).toContainText('Must change password');
  await signOut(page);

  await trySignIn(page, 'e.papadaki', temporary);
  await expect(page.getByRole('heading', { name: 'Choose a password of your own' })).toBeVisible();
  await page.reload();
  await choose(page, 'en');
  const [password, again] = [page.getByLabel('New password', { exact: true }), page.getByLabel('The new password again')];
  const save = page.getByRole('button', { name: 'Save and go on' });
  await password.fill('short');
  await again.fill('short');
  await save.click();
  await expect(page.getByText('At least 10 characters', { exact: true })).toBeVisible();
  await password.fill('Παπαδάκη και θάλασσα');
  await again.fill('Παπαδάκη και θάλασσα');
  await save.click();
  await expect(page.getByText(/contains your name/)).toBeVisible();
  await expect(page.getByRole('navigation')).toBeHidden();
  await password.fill(ownPassword);
  await again.fill(ownPassword);
  await save.click();
  await expect(page.getByRole('navigation')).toBeVisible();
  await expect(page.getByRole('navigation').getByRole('link', { name: /Accounts|Λογαριασμοί/ })).toBeHidden();
  await call(page, 'preferences.update', { language: 'en', theme: 'light', idleMinutes: 0 });
  await page.reload();
  await signOut(page);

  await trySignIn(page, 'administrator');
  await openAccount(page, 'Ελένη Παπαδάκη');
  await page.getByRole('button', { name: 'Disable', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disable', exact: true }).click();
  await expect(page.getByText('This account is disabled')).toBeVisible();
  await signOut(page);
  await trySignIn(page, 'e.papadaki', ownPassword);
  await expect(page.getByRole('main').getByRole('alert')).toContainText('The user name or the password is not right');
});

test('a name that is taken stands at its field, and what was typed stays', async ({ app: { page } }) => {
  await signIn(page, 'administrator');
  await openAccounts(page);
  await page.getByRole('button', { name: 'New account' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name shown in the program' }).fill('Second teacher');
  await dialog.getByRole('textbox', { name: 'User name' }).fill('TEACHER');
  await dialog.getByRole('button', { name: 'Remove role 1' }).click();
  await dialog.getByRole('button', { name: /Create the account/ }).click();
  await expect(dialog.getByText('There is already an account with this user name')).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Name shown in the program' })).toHaveValue('Second teacher');
});

test('roles are given for a department and a time, end by date, and the only administrator stays', async ({ app: { page } }) => {
  await signIn(page, 'administrator');
  await openAccount(page, 'Ειρήνη Δασκαλάκη');
  const roles = page.getByRole('region', { name: 'Roles' });
  await roles.getByRole('button', { name: 'Give a role' }).click();
  const dialog = page.getByRole('dialog');
  await page.getByRole('option', { name: 'Department head', exact: true }).click();
  await dialog.getByRole('button', { name: /Give the role/ }).click();
  await dialog.getByPlaceholder('Choose departments').click();
  await page.getByRole('option', { name: 'Department of Mathematics' }).click();
  await page.keyboard.press('Escape');
  await dialog.getByRole('textbox', { name: 'Until (optional)' }).fill('15/6/2027');
  await dialog.getByRole('button', { name: /Give the role/ }).click();
  const line = roles.getByRole('row', { name: /Department head/ });
  await expect(line).toContainText('Department of Mathematics');
  await expect(line).toContainText('15/06/2027');
  await expect(line).toContainText('In force');

  await line.getByRole('button', { name: /Change dates/ }).click();
  await dialog.getByRole('textbox', { name: 'Until', exact: true }).fill('1/9/2024');
  await dialog.getByRole('button', { name: /Save/ }).click();
  await expect(line).toBeHidden();
  await roles.getByRole('button', { name: 'Show 1 that has ended' }).click();
  await expect(line).toContainText('Ended');

  await openAccount(page, 'Στέφανος Διαχειριστής');
  await expect(page.getByText('The only administrator')).toBeVisible();
  await roles.getByRole('button', { name: /Take away/ }).click();
  await expect(dialog.getByText('This is the only administrator')).toBeVisible();
  await expect(dialog.getByText('You are taking away your own rights')).toBeVisible();
  await dialog.getByRole('button', { name: 'Take away' }).click();
  await expect(page.getByText(/First make somebody else administrator/)).toBeVisible();
  await expect(roles.getByRole('row', { name: /Administrator/ })).toBeVisible();
});

test('a device that was left signed in is signed out from another one', async ({ app: { page } }) => {
  await signIn(page, 'administrator');
  // A second sign-in takes this window over; the first stays as if on another computer.
  await call(page, 'auth.signIn', { username: 'administrator', password: demoPassword, device: 'Laptop in the library' });
  await page.reload();
  await page.getByRole('navigation').getByRole('link', { name: 'Settings', exact: true }).click();
  const sessions = page.getByRole('region', { name: 'Where I am signed in' });
  await expect(sessions.getByRole('row', { name: /Laptop in the library/ })).toContainText('This device');
  await expect(sessions.getByRole('row')).toHaveCount(3);
  await sessions.getByRole('button', { name: /^Sign out/ }).click();
  await expect(sessions.getByRole('row')).toHaveCount(2);
  await openAccount(page, 'Στέφανος Διαχειριστής');
  await expect(page.getByRole('region', { name: 'Signed in on' }).getByRole('row')).toHaveCount(2);
});

test('the school\'s rules of security hold for passwords and idle screens', async ({ app: { page } }) => {
  await signIn(page, 'administrator');
  await page.getByRole('navigation').getByRole('link', { name: 'Settings', exact: true }).click();
  const rules = page.getByRole('region', { name: 'Security rules' });
  await rules.getByLabel('Least length of a password').fill('16');
  await rules.getByLabel(/Idle screen locks/).fill('20');
  await rules.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('At least 16 characters. A few words', { exact: false })).toBeVisible();
  const idle = page.getByLabel('Lock the screen when idle');
  await expect(idle).toHaveValue('20');
  await expect(idle.getByRole('option', { name: 'Never' })).toHaveCount(0);
  await expect(idle.getByRole('option', { name: '60 minutes' })).toHaveCount(0);
});

test('wrong passwords lock one name out, not the computer, and an administrator lets it in again', async ({ app: { page } }) => {
  await signIn(page, 'administrator');
  const policy = { passwordLength: 10, passwordDays: 0, lockAfter: 3, lockMinutes: 30, sessionHours: 12, idleAtMost: 0 };
  expect(await call(page, 'accessPolicy.save', { rev: null, policy })).toMatchObject({ ok: true });
  await signOut(page);
  const refusal = page.getByRole('main').getByRole('alert');
  for (let tries = 0; tries < 3; tries += 1) {
    await trySignIn(page, 'viewer', `wrong ${tries}`);
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).not.toHaveAttribute('data-loading', 'true');
    await expect(refusal).toBeVisible();
  }
  await expect(refusal).toContainText('Try again in 30 minutes');
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeDisabled();
  await trySignIn(page, 'administrator');
  await openAccounts(page);
  await expect(page.getByRole('row', { name: /Άννα Θεατού/ })).toContainText('Locked out until');
  await openAccount(page, 'Άννα Θεατού');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByText('Not locked out')).toBeVisible();
  await signOut(page);
  await trySignIn(page, 'viewer');
  await expect(page.getByRole('navigation')).toBeVisible();
});

test('whoever holds the recovery code makes an account administrator again', async ({ app: { page } }) => {
  await choose(page, 'en');
  const { value: { demo } } = status.parse(await call(page, 'setup.status', {}));
  await page.getByRole('button', { name: 'Nobody can sign in as administrator?' }).click();
  const send = async (code: string) => {
    await page.getByLabel('Recovery code').fill(code);
    await page.getByLabel('User name of an account that exists').fill('viewer');
    await page.getByLabel('New password', { exact: true }).fill(ownPassword);
    await page.getByLabel('The new password again').fill(ownPassword);
    await page.getByRole('button', { name: 'Make administrator' }).click();
  };
  await send('AAAA-BBBB');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('The recovery code is not right');
  await send(demo.recoveryCode.toLowerCase());
  await expect(page.getByRole('heading', { name: 'The way in is open again' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await trySignIn(page, 'viewer', ownPassword);
  await expect(page.getByRole('navigation').getByRole('link', { name: /Accounts|Λογαριασμοί/ })).toBeVisible();
});

for (const theme of themes) {
  test(`the screens of accounts pass axe in the ${theme} theme`, async ({ app: { page } }) => {
    await page.emulateMedia({ colorScheme: theme });
    await choose(page, 'en');
    await page.getByRole('button', { name: 'Nobody can sign in as administrator?' }).click();
    await expectAccessible(page, 'recovery');
    await page.reload();
    await signIn(page, 'administrator');
    await call(page, 'preferences.update', { language: 'en', theme, idleMinutes: 0 });
    await page.reload();
    const temporary = await makeAccount(page, 'Νίκη Ξένου', 'Teacher');
    await expectAccessible(page, 'accounts');
    await page.getByRole('button', { name: 'New account' }).click();
    await expectAccessible(page, 'new account');
    await page.keyboard.press('Escape');
    await openAccount(page, 'Νίκη Ξένου');
    await expect(page.getByText('Whose account is it?')).toBeVisible();
    await expectAccessible(page, 'account');
    await page.getByRole('button', { name: 'Disable', exact: true }).click();
    await expectAccessible(page, 'disable');
    await page.getByRole('dialog').getByRole('button', { name: 'Disable', exact: true }).click();
    await expect(page.getByText('This account is disabled')).toBeVisible();
    await expectAccessible(page, 'disabled account');
    await page.getByRole('button', { name: 'Enable', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Enable', exact: true }).click();
    await expect(page.getByText('This account is disabled')).toBeHidden();
    await signOut(page);
    await trySignIn(page, 'n.xenou', temporary);
    await expect(page.getByRole('heading', { name: 'Choose a password of your own' })).toBeVisible();
    await expectAccessible(page, 'choose a password');
  });
}
