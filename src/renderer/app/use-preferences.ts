import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import type { Me } from '#contract/access.ts';
import { setLanguage } from '../i18n/index.ts';

/** Gives the window the language and theme of the signed-in user, also when they change elsewhere. */
export function usePreferencesOf(me: Me | null): void {
  const { setColorScheme } = useMantineColorScheme();
  const language = me?.preferences.language;
  const theme = me?.preferences.theme;
  useEffect(() => {
    if (language) setLanguage(language);
  }, [language]);
  useEffect(() => {
    if (theme) setColorScheme(theme === 'system' ? 'auto' : theme);
  }, [theme, setColorScheme]);
}
