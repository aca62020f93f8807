import { useTranslation } from 'react-i18next';
import type { Language } from '#contract/fields.ts';

const locales: Record<Language, string> = { el: 'el-GR', en: 'en-GB' };

/** Dates and numbers as a reader of the language writes them. ISO dates are school-local and never shifted by a time zone. */
export function createFormat(language: Language) {
  const locale = locales[language];
  const date = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' });
  const longDate = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const onDay = (form: Intl.DateTimeFormat) => (iso: string | null | undefined) => (iso ? form.format(new Date(`${iso}T00:00:00Z`)) : '');
  return {
    language, locale,
    /** `2026-09-11` as 11/09/2026. */
    date: onDay(date),
    longDate: onDay(longDate),
    shortDay: onDay(shortDay),
    /** Milliseconds since 1970 as date and time of this computer. */
    moment: (at: number) => moment.format(at),
    /** The same without the date. */
    time: (at: number) => time.format(at),
    number: (value: number) => number.format(value),
    /** 0.934 as 93.4 %. */
    percent: (share: number) => percent.format(share),
    /** Sorts texts as the language does. */
    compare: new Intl.Collator(locale, { numeric: true, sensitivity: 'base' }).compare,
  };
}
export type Format = ReturnType<typeof createFormat>;

const formats: Record<Language, Format> = { el: createFormat('el'), en: createFormat('en') };

/** The formats of the window's language. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  return formats[i18n.language === 'en' ? 'en' : 'el'];
}

/** Of a pair of names, the one in the window's language; the other where that is missing. */
export function pickName(format: Format, el: string | null, en: string | null): string {
  return (format.language === 'el' ? el || en : en || el) ?? '';
}
