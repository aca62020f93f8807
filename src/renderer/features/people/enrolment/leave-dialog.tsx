import { SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { errorCodes } from '#contract/errors.ts';
import { isoDate } from '#contract/fields.ts';
import { contract, type Output } from '#contract/index.ts';
import { useCommand, useQueryOf } from '../../../client/index.ts';
import { DateField, DialogForm, focusFirstError, useSave, validateWith } from '../../../ui/index.ts';
import { CodeSelect } from './code-select.tsx';
import { PlanPreview } from './plan-preview.tsx';
import { ReasonField } from './reason-field.tsx';

export type StoredStay = Output<'students.get'>['enrolments'][number];
const rules = contract['enrolments.leave'].input.omit({ id: true, rev: true });
export const today = () => new Date().toLocaleDateString('sv-SE');

/** Withdrawal or transfer out: the last day, why, where to; and what ends with it. */
export function LeaveDialog({ stay, onClose }: { stay: StoredStay; onClose: () => void }) {
  const { t } = useTranslation(['enrolment', 'fields']);
  const command = useCommand('enrolments.leave', { handles: errorCodes });
  const form = useForm({
    initialValues: { lastAttendedDate: stay.lastAttendedDate ?? today(), exitCode: stay.exitCode ?? '', nextSchool: stay.nextSchool ?? '', reason: '' },
    validate: validateWith(rules),
  });
  const { failure, save } = useSave(form, onClose);
  const values = form.getValues();
  const preview = useQueryOf('enrolments.leaving', { id: stay.id, lastAttendedDate: values.lastAttendedDate, exitCode: values.exitCode || '-' },
    { enabled: isoDate.safeParse(values.lastAttendedDate).success, keep: true });
  const submit = form.onSubmit(
    (sent) => void save(() => command.mutateAsync({ id: stay.id, rev: stay.rev, ...sent })),
    (errors) => focusFirstError(form, Object.keys(errors)),
  );
  return (
    <DialogForm title={t('leave.title')} busy={command.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        <DateField {...form.getInputProps('lastAttendedDate')} label={t('fields:lastAttendedDate')} description={t('leave.hint')} required data-autofocus />
        <CodeSelect kind="exit" {...form.getInputProps('exitCode')} value={values.exitCode} label={t('fields:exitCode')} required allowDeselect={false}
          onChange={(code) => form.setFieldValue('exitCode', code ?? '')} />
        <TextInput {...form.getInputProps('nextSchool')} label={t('fields:nextSchool')} autoComplete="off" />
        <ReasonField yearId={stay.yearId} {...form.getInputProps('reason')} />
      </SimpleGrid>
      {preview.data && <PlanPreview preview={preview.data} nothing={t('leave.none')} />}
    </DialogForm>
  );
}
