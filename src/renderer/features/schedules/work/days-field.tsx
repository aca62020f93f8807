import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { relativeDays } from '#contract/scheduled-lists.ts';
import type { PartProps } from '../form-of.ts';
import { pathOf } from './form-of-list.ts';
import type { DaysFilter } from './list-forms.ts';

const daysForm = z.enum(relativeDays);

/** Which days the list is of, counted from the day of the run. */
export function DaysField({ form, filter: { needed } }: PartProps & { filter: DaysFilter }) {
  const { t } = useTranslation('schedules');
  const { list } = form.getValues().schedule.work.input;
  if (!('days' in list)) return null;
  const isFixed = list.days === null && (list.from !== null || list.to !== null);
  const choose = (value: string | null) => {
    form.getInputProps(pathOf('days')).onChange(value === 'all' ? null : daysForm.parse(value));
    for (const end of ['from', 'to']) form.getInputProps(pathOf(end)).onChange(null);
  };
  return (
    <Select label={t('form.period')} allowDeselect={false} error={form.errors[pathOf('days')]} value={list.days ?? (isFixed ? 'fixed' : 'all')} onChange={choose}
      data={[
        ...(needed ? [] : [{ value: 'all', label: t('form.allDays') }]), ...(isFixed ? [{ value: 'fixed', label: t('form.asSet'), disabled: true }] : []),
        ...relativeDays.map((value) => ({ value, label: t(`form.relativeDays.${value}`) })),
      ]} />
  );
}
