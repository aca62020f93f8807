import { NumberInput, SegmentedControl, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dayKinds } from '#contract/academics.ts';
import type { Output } from '#contract/index.ts';
import { DateField, DialogForm } from '../../../ui/index.ts';
import { ReasonField } from '../reason-field.tsx';
import { orNull, useDialog } from '../use-dialog.ts';
import type { Year } from '../year-select.tsx';
import type { DayRange } from './calendar-tab.tsx';

/** Marks a day or a range: no lessons, lessons, a short day, or as its weekday says. */
export function MarkDialog({ range, days, year, onClose }: { range: DayRange; days: Output<'calendar.get'>['days']; year: Year; onClose: () => void }) {
  const { t } = useTranslation('academics');
  const known = days.find(({ date }) => date === range.from);
  type Kind = (typeof dayKinds)[number];
  const kind = (!known?.isSchoolDay ? 'holiday' : known.minutes === null ? 'school' : 'short') satisfies Kind as Kind;
  const { form, values, dialog } = useDialog('calendar.mark', {
    initial: { ...range, kind, minutes: known?.minutes ?? 180, labelEl: known?.labelEl ?? '', labelEn: known?.labelEn ?? '', reason: '' },
    toInput: (typed) => ({ ...typed, minutes: typed.kind === 'short' ? typed.minutes : null, reason: orNull(typed.reason) }),
    onClose,
  });
  return (
    <DialogForm title={t('calendar.mark')} {...dialog}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <DateField {...form.getInputProps('from')} label={t('calendar.from')} required />
        <DateField {...form.getInputProps('to')} label={t('calendar.to')} required />
      </SimpleGrid>
      <Stack gap={4}>
        <Text size="sm" fw={500} id="day-kind">{t('calendar.kindLabel')}</Text>
        <SegmentedControl value={values.kind} onChange={(value) => form.setFieldValue('kind', value)} aria-labelledby="day-kind" data={dayKinds.map((value) => ({ value, label: t(`calendar.kind.${value}`) }))} />
      </Stack>
      {values.kind === 'short' && <NumberInput {...form.getInputProps('minutes')} label={t('calendar.minutes')} min={1} max={900} allowDecimal={false} />}
      {values.kind !== 'usual' && (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput {...form.getInputProps('labelEl')} label={t('calendar.labelEl')} maxLength={100} />
          <TextInput {...form.getInputProps('labelEn')} label={t('calendar.labelEn')} maxLength={100} />
        </SimpleGrid>
      )}
      <ReasonField form={form} year={year} />
    </DialogForm>
  );
}
