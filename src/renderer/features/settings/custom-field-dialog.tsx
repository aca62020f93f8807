import { ActionIcon, Button, Checkbox, Fieldset, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { customFieldTypes, type CustomField } from '#contract/custom-fields.ts';
import { errorCodes } from '#contract/errors.ts';
import { contract } from '#contract/index.ts';
import { fieldClasses } from '#contract/permissions.ts';
import { useCommand, useMe } from '../../client/index.ts';
import { DialogForm, focusFirstError, useSave, validateWith } from '../../ui/index.ts';

const rules = z.object({ field: contract['customFields.save'].input.shape.field });
const typeForm = z.enum(customFieldTypes), classForm = z.enum(fieldClasses);
/** A key that no option of this field has had; the labels may change, the key stays with the students. */
const newOption = () => ({ value: crypto.randomUUID().slice(0, 8), labelEl: '', labelEn: '' });

/** Defines or edits a field of the school's own. */
export function CustomFieldDialog({ field, onClose }: { field: CustomField | null; onClose: () => void }) {
  const { t } = useTranslation(['family', 'fields']);
  const classes = useMe()?.fieldClasses ?? [];
  const command = useCommand('customFields.save', { handles: errorCodes });
  const form = useForm({
    initialValues: {
      field: {
        labelEl: field?.labelEl ?? '', labelEn: field?.labelEn ?? '', type: field?.type ?? 'text' as CustomField['type'], options: field?.options ?? [newOption()],
        required: field?.required ?? false, fieldClass: field?.fieldClass ?? 'ordinary' as CustomField['fieldClass'],
      },
    },
    validate: ({ field: draft }) => validateWith(rules)({ field: draft.type === 'choice' ? draft : { ...draft, options: [] } }),
  });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit(({ field: draft }) => void save(() => command.mutateAsync({
    id: field?.id ?? null, rev: field?.rev ?? null, field: draft.type === 'choice' ? draft : { ...draft, options: [] },
  })), (errors) => focusFirstError(form, Object.keys(errors)));
  const { type, options, fieldClass } = form.getValues().field;
  return (
    <DialogForm title={field ? t('fields.edit') : t('fields.new')} busy={command.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        <TextInput label={t('fields:labelEl')} required data-autofocus autoComplete="off" {...form.getInputProps('field.labelEl')} />
        <TextInput label={t('fields:labelEn')} required autoComplete="off" {...form.getInputProps('field.labelEn')} />
        <Select label={t('fields.type')} required allowDeselect={false} value={type} error={form.errors['field.type']} data={customFieldTypes.map((value) => ({ value, label: t(`fields.types.${value}`) }))}
          onChange={(value) => form.setFieldValue('field.type', typeForm.parse(value))} />
        <Select label={t('fields:fieldClass')} required allowDeselect={false} value={fieldClass} error={form.errors['field.fieldClass']}
          data={fieldClasses.filter((value) => classes.includes(value)).map((value) => ({ value, label: t(`fieldClass.${value}`) }))}
          onChange={(value) => form.setFieldValue('field.fieldClass', classForm.parse(value))} />
      </SimpleGrid>
      <Checkbox label={t('fields.required')} {...form.getInputProps('field.required', { type: 'checkbox' })} />
      {type === 'choice' && (
        <Fieldset legend={t('fields.options')}>
          <Stack gap="xs">
            {options.map((option, at) => (
              <Group key={option.value} gap="xs" wrap="nowrap" align="flex-start">
                <TextInput flex={1} aria-label={t('fields.optionEl', { number: at + 1 })} placeholder={t('fields.optionEl', { number: at + 1 })} {...form.getInputProps(`field.options.${at}.labelEl`)} />
                <TextInput flex={1} aria-label={t('fields.optionEn', { number: at + 1 })} placeholder={t('fields.optionEn', { number: at + 1 })} {...form.getInputProps(`field.options.${at}.labelEn`)} />
                <ActionIcon variant="subtle" color="gray" mt={4} aria-label={t('fields.removeOption', { number: at + 1 })} onClick={() => form.removeListItem('field.options', at)}><IconTrash size={16} aria-hidden /></ActionIcon>
              </Group>
            ))}
            {form.errors['field.options'] && <Text size="sm" c="var(--mantine-color-error)" role="alert">{form.errors['field.options']}</Text>}
            <Group><Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => form.insertListItem('field.options', newOption())}>{t('fields.addOption')}</Button></Group>
          </Stack>
        </Fieldset>
      )}
    </DialogForm>
  );
}
