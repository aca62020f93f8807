import { NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { DialogForm } from '../../../ui/index.ts';
import { useDialog } from '../use-dialog.ts';
import type { Course } from './courses-tab.tsx';

interface Props { course: Course | null; departments: Output<'courses.list'>['departments']; scales: Output<'courses.list'>['scales']; onClose: () => void }

/** Enters or edits a course. */
export function CourseDialog({ course, departments, scales, onClose }: Props) {
  const { t } = useTranslation(['academics', 'fields']);
  const format = useFormat();
  const { form, dialog } = useDialog('courses.save', {
    initial: { course: {
      code: course?.code ?? '', nameEl: course?.nameEl ?? '', nameEn: course?.nameEn ?? '', departmentId: course?.departmentId ?? null, level: course?.level ?? '',
      scaleId: course?.scaleId ?? scales[0]?.id ?? null, credits: course?.credits ?? '' as const, ects: course?.ects ?? '' as const, weeklyHours: course?.weeklyHours ?? '' as const,
    } },
    toInput: (values) => ({ id: course?.id ?? null, rev: course?.rev ?? null, course: values.course }),
    onClose,
  });
  const names = (list: Output<'courses.list'>['scales']) => list.map(({ id, nameEl, nameEn }) => ({ value: id, label: pickName(format, nameEl, nameEn) }));
  const decimal = { min: 0, decimalSeparator: format.language === 'el' ? ',' : '.' };
  return (
    <DialogForm title={course ? t('courses.edit') : t('courses.add')} {...dialog}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        <TextInput {...form.getInputProps('course.code')} label={t('fields:code')} required data-autofocus />
        <TextInput {...form.getInputProps('course.level')} label={t('fields:level')} />
        <TextInput {...form.getInputProps('course.nameEl')} label={t('fields:nameEl')} required />
        <TextInput {...form.getInputProps('course.nameEn')} label={t('fields:nameEn')} required />
        <Select {...form.getInputProps('course.departmentId')} label={t('fields:departmentId')} clearable searchable data={names(departments)} />
        <Select {...form.getInputProps('course.scaleId')} label={t('fields:scaleId')} clearable data={names(scales)} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <NumberInput {...form.getInputProps('course.weeklyHours')} label={t('fields:weeklyHours')} {...decimal} allowDecimal={false} />
        <NumberInput {...form.getInputProps('course.credits')} label={t('fields:credits')} {...decimal} />
        <NumberInput {...form.getInputProps('course.ects')} label={t('courses.ects')} {...decimal} />
      </SimpleGrid>
    </DialogForm>
  );
}
