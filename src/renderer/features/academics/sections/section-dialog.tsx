import { MultiSelect, NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { useQueryOf } from '../../../client/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { DialogForm } from '../../../ui/index.ts';
import { ReasonField } from '../reason-field.tsx';
import { orNull, useDialog } from '../use-dialog.ts';
import type { Year } from '../year-select.tsx';

/** Enters or edits a section. */
export function SectionDialog({ year, section, onClose }: { year: Year; section: Output<'sections.get'> | null; onClose: () => void }) {
  const { t } = useTranslation(['academics', 'fields']);
  const format = useFormat();
  const courses = useQueryOf('courses.list', {});
  const row = section?.section;
  const { form, dialog } = useDialog('sections.save', {
    initial: { section: {
      courseId: row?.courseId ?? '', code: row?.code ?? '', level: row?.level ?? '', division: row?.division ?? '', room: row?.room ?? '', capacity: row?.capacity ?? '' as const, termIds: section?.termIds ?? [],
    }, reason: '' },
    toInput: (values) => ({ id: row?.id ?? null, rev: row?.rev ?? null, section: { ...values.section, yearId: year.id }, reason: orNull(values.reason) }),
    onClose,
  });
  const listed = (courses.data?.courses ?? []).map(({ id, code, nameEl, nameEn }) => ({ value: id, label: `${code} ${pickName(format, nameEl, nameEn)}` }));
  // The course of the section may have been archived since.
  const own = row && !listed.some(({ value }) => value === row.courseId) ? [{ value: row.courseId, label: `${row.courseCode} ${pickName(format, row.courseEl, row.courseEn)}` }] : [];
  return (
    <DialogForm title={row ? t('sections.edit') : t('sections.add')} {...dialog}>
      <Select {...form.getInputProps('section.courseId')} label={t('sections.course')} required searchable allowDeselect={false} data={[...listed, ...own]} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        <TextInput {...form.getInputProps('section.code')} label={t('sections.code')} required />
        <TextInput {...form.getInputProps('section.level')} label={t('fields:level')} />
        <TextInput {...form.getInputProps('section.division')} label={t('fields:division')} />
        <TextInput {...form.getInputProps('section.room')} label={t('fields:room')} />
        <NumberInput {...form.getInputProps('section.capacity')} label={t('fields:capacity')} min={1} max={2000} allowDecimal={false} />
        <MultiSelect {...form.getInputProps('section.termIds')} label={t('sections.terms')} clearable description={t('sections.allYear')} inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={year.terms.filter(({ type }) => type !== 'year').map(({ id, nameEl, nameEn }) => ({ value: id, label: pickName(format, nameEl, nameEn) }))} />
      </SimpleGrid>
      <ReasonField form={form} year={year} />
    </DialogForm>
  );
}
