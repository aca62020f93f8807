import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isoDate } from '#contract/fields.ts';
import { DateField } from '../../ui/index.ts';

export interface DateLimitProps { label: string; value: string | undefined; onChange: (date: string | undefined) => void }

/** The first or last day of a filter. What is still being typed does not narrow yet. */
export function DateLimit({ label, value, onChange }: DateLimitProps) {
  const { t } = useTranslation('errors');
  const [typed, setTyped] = useState(value ?? '');
  useEffect(() => setTyped(value ?? ''), [value]);
  const isDate = isoDate.safeParse(typed).success;
  const type = (next: string) => {
    setTyped(next);
    if (next === '') onChange(undefined);
    else if (isoDate.safeParse(next).success) onChange(next);
  };
  return <DateField label={label} w={138} value={typed} onChange={type} error={typed !== '' && !isDate ? t('dateForm') : undefined} />;
}
