import { Checkbox, NumberInput, Select, SimpleGrid, TagsInput, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { errorCodes } from '#contract/errors.ts';
import { contract } from '#contract/index.ts';
import type { RolloverRules } from '#contract/rollover.ts';
import { useCommand } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { DateField, DialogForm, focusFirstError, useSave, validateWith } from '../../ui/index.ts';

type NumberField = 'minimumMean' | 'outOf' | 'maxFailing' | 'maxMissing' | 'hoursPerDay' | 'capacity';
interface Values extends Omit<RolloverRules, NumberField> {
  minimumMean: number | string; outOf: number | string; maxFailing: number | string; maxMissing: number | string; hoursPerDay: number | string; capacity: number | string;
}
const schema = contract['rollover.saveRules'].input;
const divisionsForm = z.enum(['keepNumber', 'unplaced']);
const numberOf = (value: number | string): number | null => (value === '' ? null : Number(value));
const send = ({ minimumMean, outOf, maxFailing, maxMissing, hoursPerDay, capacity, ...rest }: Values) => ({
  ...rest, minimumMean: numberOf(minimumMean) ?? 0, outOf: numberOf(outOf) ?? 0, maxFailing: numberOf(maxFailing), maxMissing: numberOf(maxMissing) ?? 0,
  hoursPerDay: numberOf(hoursPerDay) ?? 0, capacity: numberOf(capacity),
});

export interface RulesDialogProps { rules: RolloverRules; versions: { validFrom: string }[]; validFrom: string; onClose: () => void }

/** Changes the rules from a day on; earlier years stay judged by the earlier ones. */
export function RulesDialog({ rules, versions, validFrom, onClose }: RulesDialogProps) {
  const { t } = useTranslation('rollover');
  const format = useFormat();
  const command = useCommand('rollover.saveRules', { handles: errorCodes });
  const form = useForm<{ validFrom: string; rules: Values }>({
    initialValues: { validFrom, rules: { ...rules, maxFailing: rules.maxFailing ?? '', capacity: rules.capacity ?? '' } },
    validate: (values) => validateWith(schema)({ validFrom: values.validFrom, rules: send(values.rules) }),
  });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit((values) => void save(() => command.mutateAsync({ validFrom: values.validFrom, rules: send(values.rules) })), (errors) => focusFirstError(form, Object.keys(errors)));
  const number = (name: NumberField, more: { description?: string; decimal?: boolean } = {}) => (
    <NumberInput label={t(`rules.${name}`)} description={more.description} inputWrapperOrder={['label', 'input', 'description', 'error']} min={0} allowDecimal={more.decimal ?? false} decimalScale={2}
      decimalSeparator={format.language === 'el' ? ',' : '.'} {...form.getInputProps(`rules.${name}`)} />
  );
  return (
    <DialogForm title={t('rules.edit')} busy={command.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        <DateField label={t('rules.validFrom')} required {...form.getInputProps('validFrom')} />
        <TagsInput label={t('rules.levels')} description={t('rules.levelsHint')} inputWrapperOrder={['label', 'input', 'description', 'error']} required placeholder={t('rules.levelPlaceholder')} {...form.getInputProps('rules.levels')} />
        {number('minimumMean', { decimal: true })}
        {number('outOf', { decimal: true })}
        {number('maxFailing', { description: t('rules.maxFailingHint') })}
        {number('maxMissing')}
        {number('hoursPerDay')}
        {number('capacity', { description: t('rules.capacityHint') })}
      </SimpleGrid>
      <Select label={t('rules.divisions')} allowDeselect={false} value={form.getValues().rules.divisions} data={divisionsForm.options.map((value) => ({ value, label: t(`rules.${value}`) }))}
        onChange={(value) => form.setFieldValue('rules.divisions', divisionsForm.parse(value))} />
      <Checkbox label={t('rules.absenceLimit')} {...form.getInputProps('rules.absenceLimit', { type: 'checkbox' })} />
      {versions.length > 0 && <Text size="xs" c="dimmed">{t('rules.earlier')}: {versions.map((version) => format.date(version.validFrom)).join(', ')}</Text>}
    </DialogForm>
  );
}
