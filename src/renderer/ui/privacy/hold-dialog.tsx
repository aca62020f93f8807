import { SimpleGrid, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { errorCodes } from '#contract/errors.ts';
import { contract } from '#contract/index.ts';
import type { LegalHold } from '#contract/privacy.ts';
import { useCommand } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { DateField } from '../date-field.tsx';
import { DialogForm } from '../dialog-form.tsx';
import { focusFirstError } from '../form-errors.tsx';
import { writeName } from '../person-name.ts';
import { StudentPicker, type PickedStudent } from '../student-picker.tsx';
import { useSave } from '../use-save.ts';
import { validateWith } from '../validate.ts';

type Values = { hold: { reason: string; startDate: string; endDate: string }; studentId: PickedStudent[] };
const { hold: holdForm, studentId: studentForm } = contract['legalHolds.save'].input.shape;
const rules = z.object({ hold: holdForm, studentId: studentForm });
const today = () => new Date().toLocaleDateString('sv-SE');
/** Nobody chosen reads as an empty field, which has a sentence of its own. */
const idOf = (students: readonly PickedStudent[]): string => students[0]?.id ?? '';

/** Adds or changes a legal hold. `student`: whose, where the screen knows it. */
export function HoldDialog({ hold, student, onClose }: { hold: LegalHold | null; student?: PickedStudent; onClose: () => void }) {
  const { t } = useTranslation(['privacy', 'fields']);
  const format = useFormat();
  const command = useCommand('legalHolds.save', { handles: errorCodes });
  const own = hold ? { id: hold.studentId, label: `${writeName(format, hold)} · ${hold.studentNo}` } : student;
  const form = useForm<Values>({
    initialValues: { hold: { reason: hold?.reason ?? '', startDate: hold?.startDate ?? today(), endDate: hold?.endDate ?? '' }, studentId: own ? [own] : [] },
    validate: (values) => validateWith(rules)({ ...values, studentId: idOf(values.studentId) }),
  });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit(
    (values) => void save(() => command.mutateAsync({ id: hold?.id ?? null, rev: hold?.rev ?? null, studentId: idOf(values.studentId), hold: values.hold })),
    (errors) => focusFirstError(form, Object.keys(errors)),
  );
  return (
    <DialogForm title={t(hold ? 'hold.edit' : 'hold.add')} busy={command.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      {!own && <StudentPicker label={t('student')} required max={1} value={form.getValues().studentId} error={form.errors.studentId} onChange={(next) => form.setFieldValue('studentId', next)} />}
      <Textarea label={t('fields:reason')} required data-autofocus autosize minRows={2} maxRows={6} maxLength={500} {...form.getInputProps('hold.reason')} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <DateField label={t('hold.start')} required {...form.getInputProps('hold.startDate')} />
        <DateField label={t('hold.end')} description={t('hold.endHint')} inputWrapperOrder={['label', 'input', 'description', 'error']} {...form.getInputProps('hold.endDate')} />
      </SimpleGrid>
    </DialogForm>
  );
}
