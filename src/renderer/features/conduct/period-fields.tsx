import { useTranslation } from 'react-i18next';
import { isoDate } from '#contract/fields.ts';
import { DateField } from '../../ui/index.ts';

export interface Period { from: string; to: string }
export const anyTime: Period = { from: '', to: '' };
const dateOf = (typed: string): string | null => isoDate.safeParse(typed).data ?? null;

/** The period as the program takes it; a date that is still being typed does not narrow yet. */
export const toPeriod = ({ from, to }: Period) => ({ from: dateOf(from), to: dateOf(to) });

/** From when to when. */
export function PeriodFields({ period, onPeriod }: { period: Period; onPeriod: (period: Period) => void }) {
  const { t } = useTranslation(['conduct', 'errors']);
  return (['from', 'to'] as const).map((name) => (
    <DateField key={name} label={t(name)} w={160} value={period[name]} onChange={(value) => onPeriod({ ...period, [name]: value })}
      error={period[name] !== '' && dateOf(period[name]) === null ? t('errors:dateForm') : undefined} />
  ));
}
