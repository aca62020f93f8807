import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { errorCodes } from '#contract/errors.ts';
import { useCommand } from '../../../client/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { DateField, DialogForm, useSave } from '../../../ui/index.ts';
import type { OwnValue } from './own-fields-section.tsx';

/** Fills in the school's own fields of a student. The program checks each value by its field's type. */
export function OwnFieldsDialog({ studentId, values, onClose }: { studentId: string; values: OwnValue[]; onClose: () => void }) {
  const { t } = useTranslation(['family', 'common']);
  const format = useFormat();
  const command = useCommand('customFields.saveValues', { handles: errorCodes });
  const form = useForm({ initialValues: { values: values.map(({ field, value, rev }) => ({ fieldId: field.id, rev, value: value ?? '' })) } });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit((filled) => void save(() => command.mutateAsync({ studentId, ...filled })));
  return (
    <DialogForm title={t('own.editTitle')} busy={command.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        {values.map(({ field }, at) => {
          const input = { ...form.getInputProps(`values.${at}.value`), label: pickName(format, field.labelEl, field.labelEn), required: field.required, autoComplete: 'off' };
          if (field.type === 'date') return <DateField key={field.id} {...input} />;
          if (field.type !== 'choice' && field.type !== 'flag') return <TextInput key={field.id} {...input} inputMode={field.type === 'number' ? 'decimal' : undefined} />;
          const options = field.type === 'flag'
            ? [{ value: '1', label: t('common:yes') }, { value: '0', label: t('common:no') }]
            : field.options.map((option) => ({ value: option.value, label: pickName(format, option.labelEl, option.labelEn) }));
          return (
            <Select key={field.id} {...input} data={options} value={form.getValues().values[at]?.value || null} clearable={!field.required} clearButtonProps={{ 'aria-label': t('own.noValue') }}
              onChange={(value) => form.setFieldValue(`values.${at}.value`, value ?? '')} />
          );
        })}
      </SimpleGrid>
    </DialogForm>
  );
}
