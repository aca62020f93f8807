import { Fieldset, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { sexes } from '#contract/people.ts';
import { greekToLatin } from '#contract/transliterate.ts';
import { DateField } from '../../../ui/index.ts';
import type { DetailField, DetailValues } from './form-values.ts';

/** Of a form, what its part for the student's details needs; whatever else the form holds. */
export interface DetailForm {
  getInputProps: (path: `details.${DetailField}`) => GetInputPropsReturnType;
  getValues: () => { details: DetailValues };
  setFieldValue: (path: 'details.familyLatin' | 'details.givenLatin', value: string) => void;
}

const latinOf = { familyEl: 'familyLatin', givenEl: 'givenLatin' } as const;
const required = new Set<DetailField>(['studentNo', 'familyEl', 'givenEl']);

/** The fields of a student. Latin names are proposed from the Greek ones while they are empty. */
export function DetailFields({ form, autoFocus }: { form: DetailForm; autoFocus: DetailField }) {
  const { t } = useTranslation(['people', 'fields', 'common']);
  const field = (name: DetailField) => ({
    ...form.getInputProps(`details.${name}`), label: t(`fields:${name}`), required: required.has(name), autoComplete: 'off',
    'data-autofocus': name === autoFocus || undefined, autoFocus: name === autoFocus,
  });
  const proposeLatin = (greek: keyof typeof latinOf) => () => {
    const { details } = form.getValues();
    if (details[latinOf[greek]].trim() === '' && details[greek].trim() !== '') form.setFieldValue(`details.${latinOf[greek]}`, greekToLatin(details[greek].trim()));
  };
  return (
    <Stack>
      <Group legend={t('form.names')}>
        <TextInput {...field('familyEl')} onBlur={proposeLatin('familyEl')} />
        <TextInput {...field('givenEl')} onBlur={proposeLatin('givenEl')} />
        <TextInput {...field('familyLatin')} />
        <TextInput {...field('givenLatin')} />
        <TextInput {...field('fatherEl')} />
        <TextInput {...field('motherEl')} />
        <TextInput {...field('preferred')} />
      </Group>
      <Group legend={t('form.identity')}>
        <TextInput {...field('studentNo')} />
        <DateField {...field('birthDate')} />
        <Select {...field('sex')} data={sexes.map((value) => ({ value, label: t(`common:sex.${value}`) }))} clearable
          clearButtonProps={{ 'aria-label': t('form.clearSex') }} />
        <TextInput {...field('nationalId')} />
      </Group>
      <Group legend={t('form.contact')}>
        <TextInput {...field('mobile')} type="tel" />
        <TextInput {...field('phone')} type="tel" />
        <TextInput {...field('email')} type="text" inputMode="email" />
        <Textarea {...field('address')} autosize minRows={1} maxRows={4} />
      </Group>
    </Stack>
  );
}

function Group({ legend, children }: { legend: string; children: React.ReactNode }) {
  return (
    <Fieldset legend={legend} bg="var(--rollbook-surface)">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">{children}</SimpleGrid>
    </Fieldset>
  );
}
