import type { Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { expectAccessible, themes } from './axe.ts';
import { call } from './call.ts';
import { expect, test } from './fixture.ts';
import { signIn, trySignIn } from './sign-in.ts';

/** A step ahead: a code that was used is spent, and the phone's clock may be one step off. */
const nextCode = (secret: string) => new TOTP({ secret }).generate({ timestamp: Date.now() + 30_000 });
const section = (page: Page) => page.getByRole('region', { name: 'Two-step verification' });

/** Opens the dialog and returns the key that it shows as text. */
async function begin(page: Page): Promise<string> {
  await page.getByRole('navigation').getByRole('link', { name: 'Settings', exact: true }).click();
  await section(page).getByRole('button', { name: 'Turn on' }).click();
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
  return (await page.getByRole('dialog').locator('code').innerText()).replaceAll(' ', '');
}

async function sendCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code', { exact: true }).fill(code);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
}

test('with two-step verification on, signing in asks for a code from the phone, or for a one-use code, each once', async ({ app: { page } }) => {
  await signIn(page, 'registrar');
  const secret = await begin(page);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Code from the app').fill('000000');
  await dialog.getByRole('button', { name: 'Turn on' }).click();
  await expect(dialog.getByText(/The code is not right/)).toBeVisible();
  await dialog.getByLabel('Code from the app').fill(new TOTP({ secret }).generate());
  await dialog.getByRole('button', { name: 'Turn on' }).click();
  const list = page.getByRole('list', { name: 'One-use codes' });
  await expect(list.getByRole('listitem')).toHaveCount(10);
  const [oneUse = ''] = await list.getByRole('listitem').allInnerTexts();
  await page.getByRole('button', { name: 'I have put them in a safe place' }).click();
  await expect(section(page)).toContainText('10 one-use codes are left');
  await leave(page);

  await trySignIn(page, 'registrar');
  await expect(page.getByText('You are signing in as registrar')).toBeVisible();
  await sendCode(page, '000000');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('The code is not right');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByLabel('User name')).toHaveValue('registrar');
  await trySignIn(page, 'registrar');
  await sendCode(page, oneUse.toUpperCase());
  await expect(page.getByRole('navigation')).toBeVisible();
  await leave(page);

  await trySignIn(page, 'registrar');
  await sendCode(page, oneUse);
  await expect(page.getByRole('main').getByRole('alert')).toContainText('has been used already');
  await sendCode(page, nextCode(secret));
  await expect(page.getByRole('navigation')).toBeVisible();

  await page.getByRole('navigation').getByRole('link', { name: 'Settings', exact: true }).click();
  await expect(section(page)).toContainText('9 one-use codes are left');
  await section(page).getByRole('button', { name: 'Turn off' }).click();
  await dialog.getByRole('button', { name: 'Turn off' }).click();
  await expect(section(page).getByRole('button', { name: 'Turn on' })).toBeVisible();
  await leave(page);
  await trySignIn(page, 'registrar');
  await expect(page.getByRole('navigation')).toBeVisible();
});

test('an administrator turns it off for somebody whose phone is lost', async ({ app: { page } }) => {
  await signIn(page, 'registrar');
  const secret = await begin(page);
  await call(page, 'twoFactor.confirm', { code: new TOTP({ secret }).generate() });
  await page.reload();
  await leave(page);
  await trySignIn(page, 'administrator');
  await expect(page.getByRole('navigation')).toBeVisible();
  await call(page, 'preferences.update', { language: 'en', theme: 'light', idleMinutes: 0 });
  await page.reload();
  await page.getByRole('navigation').getByRole('link', { name: 'Accounts', exact: true }).click();
  await expect(page.getByRole('row', { name: /registrar/ })).toContainText('Two-step');
  await page.getByRole('link', { name: 'Μαρίνα Γραμματέα' }).click();
  const panel = page.getByRole('region', { name: 'Sign-in and security' });
  await panel.getByRole('button', { name: 'Turn off' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Turn off' }).click();
  await expect(panel.getByRole('button', { name: 'Turn off' })).toBeHidden();
  await leave(page);
  await trySignIn(page, 'registrar');
  await expect(page.getByRole('navigation')).toBeVisible();
});

for (const theme of themes) {
  test(`two-step verification passes axe in the ${theme} theme`, async ({ app: { page } }) => {
    await page.emulateMedia({ colorScheme: theme });
    await signIn(page, 'registrar');
    await call(page, 'preferences.update', { language: 'en', theme, idleMinutes: 0 });
    await page.reload();
    const secret = await begin(page);
    await expectAccessible(page, 'QR code');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Code from the app').fill(new TOTP({ secret }).generate());
    await dialog.getByRole('button', { name: 'Turn on' }).click();
    await expect(page.getByRole('list', { name: 'One-use codes' })).toBeVisible();
    await expectAccessible(page, 'one-use codes');
    const old = await page.getByRole('list', { name: 'One-use codes' }).getByRole('listitem').allInnerTexts();
    await page.getByRole('button', { name: 'I have put them in a safe place' }).click();
    await expectAccessible(page, 'settings');
    await section(page).getByRole('button', { name: 'New one-use codes' }).click();
    await dialog.getByLabel('Code from the app').fill('000000');
    await dialog.getByRole('button', { name: 'Issue new codes' }).click();
    await expect(dialog.getByText(/The code is not right/)).toBeVisible();
    await expectAccessible(page, 'a code for new one-use codes');
    await dialog.getByLabel('Code from the app').fill(nextCode(secret));
    await dialog.getByRole('button', { name: 'Issue new codes' }).click();
    const renewed = page.getByRole('list', { name: 'One-use codes' }).getByRole('listitem');
    await expect(renewed).toHaveCount(10);
    expect(old).not.toContain(await renewed.first().innerText());
    await page.getByRole('button', { name: 'I have put them in a safe place' }).click();
    await leave(page);
    await trySignIn(page, 'registrar');
    await expect(page.getByLabel('Code', { exact: true })).toBeVisible();
    await expectAccessible(page, 'code');
  });
}
