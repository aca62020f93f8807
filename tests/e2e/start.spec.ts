import { expect, test } from './fixture.ts';
import { choose, demoPassword, signIn, trySignIn } from './sign-in.ts';

test('the demonstration opens on a sign-in screen with an account for each role; a wrong password and an unknown user get the same answer', async ({ app: { page } }) => {
  await choose(page, 'en');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Registrar/ })).toBeVisible();
  await expect(page.getByText(demoPassword)).toBeVisible();
  const refusals: string[] = [];
  for (const username of ['registrar', 'nobody-here']) {
    await trySignIn(page, username, 'not the password');
    const alert = page.getByRole('alert').first();
    await expect(alert).toBeVisible();
    // The countdown below the sentence may have ended by now.
    refusals.push((await alert.innerText()).split('\n')[0] ?? '');
    await page.reload();
  }
  expect(refusals[1]).toBe(refusals[0]);
});

test('the registrar signs in, a second window is signed in too; after a restart and a power cut the school is there, and nobody is signed in', async ({ app }) => {
  await signIn(app.page);
  await expect(app.page.getByRole('heading', { level: 1 })).toBeVisible();
  const second = await app.newWindow();
  await expect(second.getByRole('navigation')).toBeVisible();
  for (const kill of [false, true]) {
    const page = await app.restart(kill);
    await choose(page, 'en');
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await signIn(page);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});
