import type { Page } from '@playwright/test';
import type { Language } from '#contract/fields.ts';
import { expectAccessible, themes } from './axe.ts';
import { call } from './call.ts';
import { expect, test } from './fixture.ts';
import { signIn } from './sign-in.ts';

const links: Record<Language, Record<'home' | 'students' | 'imports' | 'history' | 'settings' | 'gradebook' | 'attendance' | 'results' | 'conduct' | 'rollover' | 'sections' | 'timetable' | 'structure' | 'documents' | 'accounts' | 'schedules', string>> = {
  en: { home: 'Home', students: 'Students', imports: 'Imports', history: 'History', settings: 'Settings', gradebook: 'Gradebook', attendance: 'Attendance', results: 'Results', conduct: 'Conduct', rollover: 'New year', sections: 'Sections', timetable: 'Timetable', structure: 'Year and courses', documents: 'Documents', accounts: 'Accounts', schedules: 'Schedules' },
  el: { home: 'Αρχική', students: 'Μαθητές', imports: 'Εισαγωγές', history: 'Ιστορικό', settings: 'Ρυθμίσεις', gradebook: 'Βαθμολόγιο', attendance: 'Φοίτηση', results: 'Αποτελέσματα', conduct: 'Παρακολούθηση μαθητών', rollover: 'Νέο σχολικό έτος', sections: 'Μαθήματα τμημάτων', timetable: 'Ωρολόγιο πρόγραμμα', structure: 'Έτος και μαθήματα', documents: 'Έγγραφα', accounts: 'Λογαριασμοί', schedules: 'Προγραμματισμοί' },
};

async function dress(page: Page, language: Language, theme: 'light' | 'dark'): Promise<void> {
  await call(page, 'preferences.update', { language, theme, idleMinutes: 0 });
  await page.reload();
  await expect(page.getByRole('navigation')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

const settled = (page: Page) => page.waitForLoadState('networkidle');

const looks = [['en', 'light'], ['el', 'dark']] as const;
for (const [language, theme] of looks.filter(([, one]) => themes.includes(one))) {
  test(`every screen is accessible: ${language}, ${theme}`, async ({ app }) => {
    test.setTimeout(240_000);
    const { page } = app;
    await settled(page);
    await expectAccessible(page, 'sign in');
    await signIn(page, 'administrator');
    await dress(page, language, theme);
    for (const [screen, name] of Object.entries(links[language])) {
      await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await settled(page);
      await expectAccessible(page, screen);
    }
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await page.keyboard.type('παπα');
    await expect(page.getByRole('option', { name: /Παπα/ }).first()).toBeVisible();
    await settled(page);
    await expectAccessible(page, 'palette');
    await page.keyboard.press('Enter');
    const tabs = page.getByRole('tab');
    await expect(tabs.first()).toBeVisible();
    for (let i = 0; i < await tabs.count(); i += 1) {
      await tabs.nth(i).click();
      await settled(page);
      await expectAccessible(page, `profile ${i}`);
    }
    await page.keyboard.press('Control+l');
    await expect(page.locator('input[type=password]')).toBeVisible();
    await expectAccessible(page, 'locked');
  });
}
