import { Autocomplete, Select, SimpleGrid, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../../client/index.ts';
import { DateField } from '../../../ui/index.ts';
import { CodeSelect } from '../enrolment/code-select.tsx';
import type { EnrolmentValues } from './form-values.ts';

/** Of a form, what its part for a stay needs. */
export interface EnrolmentForm {
  getInputProps: (path: `enrolment.${keyof EnrolmentValues}`) => GetInputPropsReturnType;
  getValues: () => { enrolment: EnrolmentValues };
  setFieldValue: (path: 'enrolment.entryCode' | 'enrolment.exitCode', value: string) => void;
}

/** The fields of a stay at the school; `leaving` adds how it ended. */
export function EnrolmentFields({ form, leaving }: { form: EnrolmentForm; leaving?: boolean }) {
  const { t } = useTranslation(['people', 'fields', 'common', 'enrolment']);
  const facets = useQueryOf('students.facets', {});
  const { level } = form.getValues().enrolment;
  const field = (name: keyof EnrolmentValues) => ({ ...form.getInputProps(`enrolment.${name}`), label: t(`fields:${name}`) });
  const divisions = (facets.data?.divisions ?? []).filter((item) => level === '' || item.level === level).map(({ division }) => division);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" verticalSpacing="sm">
      <Select {...field('yearId')} required allowDeselect={false} data={(facets.data?.years ?? []).map(({ id, label }) => ({ value: id, label }))} />
      <DateField {...field('entryDate')} required />
      <Autocomplete {...field('level')} required data={(facets.data?.levels ?? []).map((item) => item.level)} />
      <Autocomplete {...field('division')} description={leaving ? t('enrolment:edit.divisionHint') : undefined} data={[...new Set(divisions)]} />
      <CodeSelect kind="entry" {...field('entryCode')} value={form.getValues().enrolment.entryCode} onChange={(code) => form.setFieldValue('enrolment.entryCode', code ?? '')} clearable
        clearButtonProps={{ 'aria-label': t('common:actions.clear') }} />
      <TextInput {...field('previousSchool')} />
      {leaving && (
        <>
          <DateField {...field('lastAttendedDate')} description={t('enrolment.lastAttendedHint')} />
          <CodeSelect kind="exit" {...field('exitCode')} value={form.getValues().enrolment.exitCode} onChange={(code) => form.setFieldValue('enrolment.exitCode', code ?? '')} clearable
            clearButtonProps={{ 'aria-label': t('common:actions.clear') }} />
          <TextInput {...field('nextSchool')} />
        </>
      )}
    </SimpleGrid>
  );
}
