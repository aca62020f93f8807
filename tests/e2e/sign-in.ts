import type { Page } from '@playwright/test';
import type { Language } from '#contract/fields.ts';
import { call } from './call.ts';
import { expect } from './fixture.ts';

export const demoPassword = 'rollbook-demo';
const names: Record<Language, string> = { el: 'Ελληνικά', en: 'English' };

/** Turns the sign-in or set-up screen to a language; the page remembers the one of who was there last. */
export async function choose(page: Page, language: Language): Promise<void> {
  await page.getByText(names[language], { exact: true }).first().click();
}

/** Types a name and a password into the sign-in screen, in English, and sends them. */
export async function trySignIn(page: Page, username: string, password = demoPassword): Promise<void> {
  await choose(page, 'en');
  await page.getByLabel('User name').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Signs in to the demonstration through the form, with the account's own language set to `language`, and waits for the home screen. */
export async function signIn(page: Page, username = 'registrar', language: Language = 'en'): Promise<void> {
  await trySignIn(page, username);
  await expect(page.getByRole('navigation')).toBeVisible();
  await call(page, 'preferences.update', { language, theme: 'light', idleMinutes: 0 });
  await page.reload();
  await expect(page.getByRole('navigation')).toBeVisible();
}
