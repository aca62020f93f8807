import { Select, SimpleGrid, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { interventionKinds, type InterventionRow } from '#contract/conduct.ts';
import { errorCodes } from '#contract/errors.ts';
import { contract } from '#contract/index.ts';
import { useCommand, useMe, useQueryOf } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { DateField } from '../date-field.tsx';
import { DialogForm } from '../dialog-form.tsx';
import { focusFirstError } from '../form-errors.tsx';
import { writeStudentAndPlace } from '../student-name.ts';
import { StudentPicker, type PickedStudent } from '../student-picker.tsx';
import { useSave } from '../use-save.ts';
import { validateWith } from '../validate.ts';
import { todayIso } from './today.ts';

const rules = z.object({ intervention: contract['interventions.save'].input.shape.intervention });
const kindForm = z.enum(interventionKinds);
interface Values { kind: (typeof interventionKinds)[number]; goal: string; startDate: string; reviewDate: string; endDate: string; outcome: string; ownerId: string | null; students: PickedStudent[] }

export interface InterventionDialogProps { intervention: InterventionRow | null; students?: PickedStudent[]; onClose: () => void }

/** Writes down what is being done for a student: the goal, who sees to it, when it is looked at again, and what came of it. */
export function InterventionDialog({ intervention, students = [], onClose }: InterventionDialogProps) {
  const { t } = useTranslation(['conduct', 'fields']);
  const format = useFormat();
  const me = useMe();
  const owners = useQueryOf('interventions.owners', {});
  const command = useCommand('interventions.save', { handles: errorCodes });
  const form = useForm<{ intervention: Values }>({
    initialValues: {
      intervention: {
        kind: intervention?.kind ?? 'support', goal: intervention?.goal ?? '', startDate: intervention?.startDate ?? todayIso(), reviewDate: intervention?.reviewDate ?? '',
        endDate: intervention?.endDate ?? '', outcome: intervention?.outcome ?? '', ownerId: intervention ? intervention.ownerId : me?.user.id ?? null,
        students: intervention ? [{ id: intervention.student.studentId, label: writeStudentAndPlace(format, intervention.student) }] : students,
      },
    },
    validate: ({ intervention: { students: chosen, ...values } }) =>
      chosen[0] ? validateWith(rules)({ intervention: { ...values, studentId: chosen[0].id } }) : { 'intervention.students': t('chooseStudent') },
  });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit(({ intervention: { students: [student], ...values } }) => void (student && save(() => command.mutateAsync({
    id: intervention?.id ?? null, rev: intervention?.rev ?? null, intervention: { ...values, studentId: student.id, incidentId: intervention?.incidentId ?? null },
  }))), (errors) => focusFirstError(form, Object.keys(errors)));
  const values = form.getValues().intervention;
  const field = (name: 'goal' | 'startDate' | 'reviewDate' | 'endDate' | 'outcome') => ({ label: t(`fields:${name}`), ...form.getInputProps(`intervention.${name}`) });
  return (
    <DialogForm title={intervention ? t('intervention.edit') : t('intervention.add')} busy={command.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      {intervention === null && (
        <StudentPicker label={t('student')} required max={1} value={values.students} error={form.errors['intervention.students']} onChange={(next) => form.setFieldValue('intervention.students', next)} />
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        <Select label={t('fields:kind')} required allowDeselect={false} value={values.kind} data={interventionKinds.map((kind) => ({ value: kind, label: t(`intervention.kind.${kind}`) }))}
          onChange={(kind) => form.setFieldValue('intervention.kind', kindForm.parse(kind))} />
        <Select label={t('fields:ownerId')} clearable searchable value={values.ownerId} clearButtonProps={{ 'aria-label': t('intervention.noOwner') }}
          data={(owners.data?.owners ?? []).map(({ id, name }) => ({ value: id, label: name }))} onChange={(ownerId) => form.setFieldValue('intervention.ownerId', ownerId)} />
      </SimpleGrid>
      <Textarea {...field('goal')} required autosize minRows={2} maxLength={1000} data-autofocus />
      <SimpleGrid cols={{ base: 1, sm: 3 }} verticalSpacing="sm">
        <DateField {...field('startDate')} required />
        <DateField {...field('reviewDate')} />
        <DateField {...field('endDate')} />
      </SimpleGrid>
      <Textarea {...field('outcome')} autosize minRows={2} maxLength={2000} />
    </DialogForm>
  );
}
