import { Checkbox, Fieldset, Select, SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { language as languageForm } from '#contract/fields.ts';
import { exportFormats } from '#contract/exports.ts';
import { studentColumns, studentFilter } from '#contract/people.ts';
import { useQueryOf } from '../../client/index.ts';
import type { PartProps } from './form-of.ts';

const columnList = z.array(z.enum(studentColumns));
const formats = z.enum(exportFormats);
const statuses = ['enrolled', 'left', 'notEnrolled', 'archived', 'all'] as const;

/** What is exported: which students, which of their columns, in which form. */
export function StudentListFields({ form }: PartProps) {
  const { t } = useTranslation(['schedules', 'common', 'fields', 'export']);
  const facets = useQueryOf('students.facets', { asOf: null });
  const { input } = form.getValues().schedule.work;
  const levels = [...new Set([...(facets.data?.levels ?? []).map(({ level }) => level), ...(input.list.filter.level === null ? [] : [input.list.filter.level])])];
  return (
    <Fieldset legend={t('form.what')}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 4 }} verticalSpacing="sm">
          <Select label={t('form.status')} allowDeselect={false} value={input.list.filter.status}
            data={statuses.map((value) => ({ value, label: value === 'all' ? t('form.allStatuses') : t(`common:status.${value}`) }))}
            onChange={(value) => form.setFieldValue('schedule.work.input.list.filter.status', studentFilter.shape.status.parse(value ?? undefined))} />
          <Select label={t('form.level')} placeholder={t('form.allLevels')} clearable clearButtonProps={{ 'aria-label': t('form.allLevels') }} data={levels} value={input.list.filter.level}
            onChange={(value) => form.setFieldValue('schedule.work.input.list.filter.level', value)} />
          <Select label={t('form.format')} allowDeselect={false} value={input.format} data={exportFormats.map((value) => ({ value, label: t(`export:formats.${value}`) }))}
            onChange={(value) => form.setFieldValue('schedule.work.input.format', formats.parse(value))} />
          <Select label={t('form.language')} allowDeselect={false} value={form.getValues().schedule.language}
            data={[{ value: 'el', label: t('common:language.el') }, { value: 'en', label: t('common:language.en') }]}
            onChange={(value) => form.setFieldValue('schedule.language', languageForm.parse(value))} />
        </SimpleGrid>
        <Checkbox.Group label={t('form.columns')} required value={input.columns} error={form.errors['schedule.work.input.columns']}
          onChange={(chosen) => form.setFieldValue('schedule.work.input.columns', columnList.parse(studentColumns.filter((column) => chosen.includes(column))))}>
          <SimpleGrid cols={{ base: 2, sm: 4 }} mt={6} spacing={8} verticalSpacing={8}>
            {studentColumns.map((column) => <Checkbox key={column} value={column} label={t(`fields:${column}`)} />)}
          </SimpleGrid>
        </Checkbox.Group>
      </Stack>
    </Fieldset>
  );
}
