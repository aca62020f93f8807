import type { TFunction } from 'i18next';
import type { When } from '#contract/schedules.ts';
import type { Format } from '../../i18n/format.ts';

/** A Monday, to name the days of the week by. */
const monday = Date.UTC(2026, 10, 30);
const day = 24 * 60 * 60_000;

/** The name of a day of the week, 1 for Monday. */
export const dayName = ({ locale }: Format, number: number): string => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(monday + (number - 1) * day);

/** When something is done, in words: "Every Monday at 07:00". The zone is named where it is not `here`. */
export function describeWhen(t: TFunction<'schedules'>, format: Format, when: When, zone: string, here: string): string {
  const words = wordsOf(t, format, when);
  return zone === here ? words : t('when.inZone', { when: words, zone });
}

function wordsOf(t: TFunction<'schedules'>, format: Format, when: When): string {
  if (when.kind === 'cron') return t('when.cron', { expression: when.expression });
  if (when.kind === 'daily') return t('when.daily', { at: when.at });
  if (when.kind === 'monthly') return when.day === 31 ? t('when.monthEnd', { at: when.at }) : t('when.monthly', { day: when.day, at: when.at });
  const days = when.days.toSorted((a, b) => a - b);
  if (days.join('') === '12345') return t('when.workdays', { at: when.at });
  if (days.length === 7) return t('when.daily', { at: when.at });
  return t('when.weekly', { days: new Intl.ListFormat(format.locale).format(days.map((each) => dayName(format, each))), at: when.at });
}
