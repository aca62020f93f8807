import { Group, Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { highlightKinds, type Highlight } from '#contract/conduct.ts';
import { errorCodes } from '#contract/errors.ts';
import { contract } from '#contract/index.ts';
import { useCommand } from '../../client/index.ts';
import { DateField } from '../date-field.tsx';
import { DialogForm } from '../dialog-form.tsx';
import { focusFirstError } from '../form-errors.tsx';
import { StudentPicker, type PickedStudent } from '../student-picker.tsx';
import { useSave } from '../use-save.ts';
import { validateWith } from '../validate.ts';
import { todayIso } from './today.ts';

const rules = contract['highlights.add'].input.pick({ highlight: true });
const kindForm = z.enum(highlightKinds);

export interface HighlightDialogProps {
  /** Null: a new one. */
  highlight: Highlight | null;
  /** Of whom a new one is; empty: to be chosen. */
  students?: PickedStudent[];
  onClose: () => void;
}

/** Writes down something good, of one student or several at once. */
export function HighlightDialog({ highlight, students = [], onClose }: HighlightDialogProps) {
  const { t } = useTranslation(['conduct', 'fields']);
  const add = useCommand('highlights.add', { handles: errorCodes });
  const update = useCommand('highlights.update', { handles: errorCodes });
  const form = useForm({
    initialValues: { highlight: { date: highlight?.date ?? todayIso(), kind: highlight?.kind ?? highlightKinds[0], text: highlight?.text ?? '' }, students },
    validate: (values) => {
      const errors = validateWith(rules)(values);
      return highlight === null && values.students.length === 0 ? { ...errors, students: t('chooseStudent') } : errors;
    },
  });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit((values) => void save(() => (highlight
    ? update.mutateAsync({ id: highlight.id, rev: highlight.rev, highlight: values.highlight })
    : add.mutateAsync({ studentIds: values.students.map(({ id }) => id), highlight: values.highlight }))),
  (errors) => focusFirstError(form, Object.keys(errors)));
  const value = form.getValues();
  return (
    <DialogForm title={highlight ? t('highlight.edit') : t('highlight.add')} busy={add.isPending || update.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      {highlight === null && (
        <StudentPicker label={t('students')} required value={value.students} error={form.errors.students} onChange={(next) => form.setFieldValue('students', next)} />
      )}
      <Group grow align="flex-start">
        <DateField label={t('fields:date')} required {...form.getInputProps('highlight.date')} />
        <Select label={t('fields:kind')} required allowDeselect={false} value={value.highlight.kind} data={highlightKinds.map((kind) => ({ value: kind, label: t(`highlight.kind.${kind}`) }))}
          onChange={(kind) => form.setFieldValue('highlight.kind', kindForm.parse(kind))} />
      </Group>
      <Textarea label={t('fields:text')} required autosize minRows={3} maxLength={1000} {...form.getInputProps('highlight.text')} />
    </DialogForm>
  );
}
