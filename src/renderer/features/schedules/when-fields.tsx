import { Checkbox, Fieldset, Group, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useFormat } from '../../i18n/format.ts';
import { dayName } from './describe-when.ts';
import type { PartProps } from './form-of.ts';

const kinds = ['daily', 'weekly', 'monthly', 'cron'] as const;
const kindForm = z.enum(kinds);
const zones = Intl.supportedValuesOf('timeZone');

/** When: every day, on days of the week, every month, or by a cron line, in the time of a zone. */
export function WhenFields({ form }: PartProps) {
  const { t } = useTranslation('schedules');
  const format = useFormat();
  const { when, timeZone } = form.getValues().schedule;
  return (
    <Fieldset legend={t('form.when')}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 3 }} verticalSpacing="sm">
          <Select label={t('form.rhythm')} allowDeselect={false} value={when.kind} data={kinds.map((value) => ({ value, label: t(`form.rhythms.${value}`) }))}
            onChange={(value) => form.setFieldValue('schedule.when.kind', kindForm.parse(value))} />
          {when.kind === 'cron' ? <TextInput label={t('form.expression')} description={t('form.expressionHint')} inputWrapperOrder={['label', 'input', 'description', 'error']} required maxLength={100} spellCheck={false} autoComplete="off" {...form.getInputProps('schedule.when.expression')} />
            : <TextInput label={t('form.at')} required maxLength={5} inputMode="numeric" autoComplete="off" {...form.getInputProps('schedule.when.at')} />}
          <Select label={t('form.timeZone')} required searchable allowDeselect={false} data={zones.includes(timeZone) ? zones : [timeZone, ...zones]} {...form.getInputProps('schedule.timeZone')} />
        </SimpleGrid>
        {when.kind === 'weekly' && (
          <Checkbox.Group label={t('form.days')} required value={when.days.map(String)} error={form.errors['schedule.when.days']}
            onChange={(days) => form.setFieldValue('schedule.when.days', days.map(Number))}>
            <Group gap="md" mt={6}>{[1, 2, 3, 4, 5, 6, 7].map((day) => <Checkbox key={day} value={String(day)} label={dayName(format, day)} />)}</Group>
          </Checkbox.Group>
        )}
        {when.kind === 'monthly' && <NumberInput label={t('form.day')} description={t('form.dayHint')} required min={1} max={31} allowDecimal={false} maw={260} {...form.getInputProps('schedule.when.day')} />}
      </Stack>
    </Fieldset>
  );
}
