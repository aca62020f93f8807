import { SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateField, DialogForm } from '../../../ui/index.ts';
import { ReasonField } from '../reason-field.tsx';
import { orNull, useDialog } from '../use-dialog.ts';
import type { Year } from '../year-select.tsx';

const later = (date: string): string => `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;

/** The year that follows another, with the same days. */
function followingYear(latest: Year | undefined): { label: string; startDate: string; endDate: string } {
  if (!latest) return { label: '', startDate: '', endDate: '' };
  const startDate = later(latest.startDate);
  const endDate = later(latest.endDate);
  return { label: `${startDate.slice(0, 4)}-${endDate.slice(2, 4)}`, startDate, endDate };
}

/** Plans a new year, or changes the name and dates of one. */
export function YearDialog({ year, latest, onClose }: { year: Year | null; latest?: Year; onClose: () => void }) {
  const { t } = useTranslation(['academics', 'fields']);
  const { form, dialog } = useDialog('years.save', {
    initial: { year: year ? { label: year.label, startDate: year.startDate, endDate: year.endDate } : followingYear(latest), reason: '' },
    toInput: (values) => ({ id: year?.id ?? null, rev: year?.rev ?? null, year: values.year, reason: orNull(values.reason) }),
    onClose,
  });
  return (
    <DialogForm title={year ? t('years.edit') : t('years.add')} {...dialog}>
      <TextInput {...form.getInputProps('year.label')} label={t('fields:label')} required data-autofocus />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <DateField {...form.getInputProps('year.startDate')} label={t('fields:startDate')} required />
        <DateField {...form.getInputProps('year.endDate')} label={t('fields:endDate')} required />
      </SimpleGrid>
      <ReasonField form={form} year={year ?? undefined} />
    </DialogForm>
  );
}
