import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { errorCodes } from '#contract/errors.ts';
import { contract, type Output } from '#contract/index.ts';
import { useCommand, useQueryOf } from '../../../client/index.ts';
import { DialogForm, focusFirstError, useSave, validateWith } from '../../../ui/index.ts';
import { ReasonField } from '../enrolment/reason-field.tsx';
import { EnrolmentFields } from '../form/enrolment-fields.tsx';
import { newEnrolment, toEnrolmentValues, type EnrolmentValues } from '../form/form-values.ts';

export interface EnrolmentDialogProps {
  studentId: string;
  /** Null: a new one. */
  enrolment: Output<'students.get'>['enrolments'][number] | null;
  onClose: () => void;
}

const rules = z.object({ enrolment: contract['enrolments.save'].input.shape.enrolment, reason: contract['enrolments.save'].input.shape.reason });

/** Enters or edits one stay at the school. */
export function EnrolmentDialog(props: EnrolmentDialogProps) {
  const facets = useQueryOf('students.facets', {});
  return facets.data ? <EnrolmentForm {...props} years={facets.data.years} /> : null;
}

function EnrolmentForm({ studentId, enrolment, onClose, years }: EnrolmentDialogProps & { years: Output<'students.facets'>['years'] }) {
  const { t } = useTranslation('people');
  const command = useCommand('enrolments.save', { handles: errorCodes });
  const openYear = years.find(({ status }) => status === 'open') ?? years.at(-1);
  const form = useForm<{ enrolment: EnrolmentValues; reason: string }>({
    initialValues: { enrolment: enrolment ? toEnrolmentValues(enrolment) : newEnrolment(openYear, new Date().toLocaleDateString('sv-SE')), reason: '' },
    validate: validateWith(rules),
  });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit(
    (values) => void save(() => command.mutateAsync({ studentId, id: enrolment?.id ?? null, rev: enrolment?.rev ?? null, enrolment: values.enrolment, reason: values.reason })),
    (errors) => focusFirstError(form, Object.keys(errors)),
  );
  return (
    <DialogForm title={enrolment ? t('enrolment.edit') : t('enrolment.add')} busy={command.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <EnrolmentFields form={form} leaving />
      <ReasonField yearId={form.getValues().enrolment.yearId} {...form.getInputProps('reason')} />
    </DialogForm>
  );
}
