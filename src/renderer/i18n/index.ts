import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { language, type Language } from '#contract/fields.ts';
import { el } from './el.ts';
import { en } from './en.ts';

const remembered = 'rollbook.language';

/** The language before anybody has signed in: the last one used here, else the system's, else Greek. */
function guessLanguage(): Language {
  const stored = language.safeParse(localStorage.getItem(remembered));
  if (stored.success) return stored.data;
  return navigator.languages.some((tag) => tag.startsWith('el')) || !navigator.language.startsWith('en') ? 'el' : 'en';
}

void i18next.use(initReactI18next).init({
  resources: { en, el },
  lng: guessLanguage(),
  fallbackLng: 'en',
  defaultNS: 'common',
  ns: Object.keys(en),
  interpolation: { escapeValue: false },
  returnNull: false,
  initAsync: false,
});
document.documentElement.lang = i18next.language;
i18next.on('languageChanged', (next) => {
  document.documentElement.lang = next;
  localStorage.setItem(remembered, next);
});

/** The language of the window now. */
export function readLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'el';
}

/** Changes the window's language at once. */
export function setLanguage(next: Language): void {
  if (next !== i18next.language) void i18next.changeLanguage(next);
}

export { i18next };
