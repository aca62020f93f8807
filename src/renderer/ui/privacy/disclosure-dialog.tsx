import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { disclosureBases, type DisclosureBasis } from '#contract/disclosures.ts';
import { errorCodes } from '#contract/errors.ts';
import { contract, type Output } from '#contract/index.ts';
import { useCommand, useQueryOf } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { DateField } from '../date-field.tsx';
import { DialogForm } from '../dialog-form.tsx';
import { focusFirstError } from '../form-errors.tsx';
import { writeName } from '../person-name.ts';
import { StudentPicker, type PickedStudent } from '../student-picker.tsx';
import { useSave } from '../use-save.ts';
import { validateWith } from '../validate.ts';

type Disclosure = Output<'disclosures.get'>['disclosure'];
type Values = { disclosure: { date: string; recipient: string; purpose: string; basis: DisclosureBasis; content: string; note: string }; students: PickedStudent[] };

const { disclosure: detailsForm, studentIds: idsForm } = contract['disclosures.save'].input.shape;
const rules = z.object({ disclosure: detailsForm, students: idsForm });
const basisForm = z.enum(disclosureBases);
const today = () => new Date().toLocaleDateString('sv-SE');

export interface DisclosureDialogProps {
  /** Null: a new one. */
  id: string | null;
  /** Whom a new one is about, to begin with. */
  students?: PickedStudent[];
  onClose: () => void;
}

/** Writes down, or corrects, what was told to somebody outside the school, to whom, why and on what ground. */
export function DisclosureDialog({ id, students = [], onClose }: DisclosureDialogProps) {
  const known = useQueryOf('disclosures.get', { id: id ?? '' }, { enabled: id !== null });
  if (id === null) return <DisclosureForm disclosure={null} students={students} onClose={onClose} />;
  return known.data ? <DisclosureForm disclosure={known.data.disclosure} students={[]} onClose={onClose} /> : null;
}

function DisclosureForm({ disclosure, students, onClose }: { disclosure: Disclosure | null; students: PickedStudent[]; onClose: () => void }) {
  const { t } = useTranslation(['privacy', 'fields']);
  const format = useFormat();
  const command = useCommand('disclosures.save', { handles: errorCodes });
  const form = useForm<Values>({
    initialValues: {
      disclosure: {
        date: disclosure?.date ?? today(), recipient: disclosure?.recipient ?? '', purpose: disclosure?.purpose ?? '', basis: disclosure?.basis ?? 'consent', content: disclosure?.content ?? '', note: disclosure?.note ?? '',
      },
      students: disclosure?.students.map((student) => ({ id: student.studentId, label: `${writeName(format, student)} · ${student.studentNo}` })) ?? students,
    },
    validate: (values) => validateWith(rules)({ ...values, students: values.students.map((student) => student.id) }),
  });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit(
    (values) => void save(() => command.mutateAsync({
      id: disclosure?.id ?? null, rev: disclosure?.rev ?? null, disclosure: values.disclosure, studentIds: values.students.map((student) => student.id),
    })),
    (errors) => focusFirstError(form, Object.keys(errors)),
  );
  const values = form.getValues();
  return (
    <DialogForm title={t(disclosure ? 'disclosure.edit' : 'disclosure.add')} busy={command.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        <TextInput label={t('fields:recipient')} description={t('disclosure.recipientHint')} required data-autofocus maxLength={200} {...form.getInputProps('disclosure.recipient')} />
        <Select label={t('fields:basis')} description={t('disclosure.basisHint')} required allowDeselect={false} value={values.disclosure.basis} data={disclosureBases.map((basis) => ({ value: basis, label: t(`basis.${basis}`) }))}
          onChange={(basis) => form.setFieldValue('disclosure.basis', basisForm.parse(basis))} />
        <TextInput label={t('fields:purpose')} required maxLength={300} {...form.getInputProps('disclosure.purpose')} />
        <DateField label={t('fields:date')} required {...form.getInputProps('disclosure.date')} />
      </SimpleGrid>
      <Textarea label={t('fields:content')} description={t('disclosure.contentHint')} required autosize minRows={2} maxRows={6} maxLength={500} {...form.getInputProps('disclosure.content')} />
      <StudentPicker label={t('students')} required value={values.students} error={form.errors.students} onChange={(next) => form.setFieldValue('students', next)} />
      <Textarea label={t('fields:note')} autosize minRows={1} maxRows={4} maxLength={1000} {...form.getInputProps('disclosure.note')} />
    </DialogForm>
  );
}
