import { Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { callOutcomes, type CallOutcome } from '#contract/attendance.ts';
import { errorCodes } from '#contract/errors.ts';
import type { Output } from '#contract/index.ts';
import { useCommand } from '../../../client/index.ts';
import { useFormat } from '../../../i18n/format.ts';
import { writePerson } from '../../../ui/attendance/index.ts';
import { DialogForm, useSave } from '../../../ui/index.ts';

/** What came of a call, with whom, and what was said. Nobody under a no-contact order is offered. */
export function CallDialog({ student, date, onClose }: { student: Output<'attendance.calls'>['students'][number]; date: string; onClose: () => void }) {
  const { t } = useTranslation(['attendance', 'common']);
  const format = useFormat();
  const command = useCommand('attendance.logCall', { handles: errorCodes });
  const callable = student.guardians.filter(({ noContact }) => !noContact);
  const form = useForm<{ guardianLinkId: string | null; outcome: CallOutcome; note: string }>({ initialValues: { guardianLinkId: callable[0]?.id ?? null, outcome: 'reached', note: '' } });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit((values) => void save(() => command.mutateAsync({ studentId: student.id, date, ...values })));
  return (
    <DialogForm title={t('calls.logWhat', { name: writePerson(format, student) })} busy={command.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <Select label={t('calls.whom')} placeholder={t('calls.nobody')} clearable clearButtonProps={{ 'aria-label': t('common:actions.clear') }} {...form.getInputProps('guardianLinkId')}
        data={callable.map((guardian) => ({ value: guardian.id, label: `${guardian.priority}. ${writePerson(format, guardian)} (${t(`common:relation.${guardian.relation}`)})` }))} />
      <Select label={t('calls.outcome.label')} allowDeselect={false} data-autofocus {...form.getInputProps('outcome')}
        data={callOutcomes.map((value) => ({ value, label: t(`calls.outcome.${value}`) }))} />
      <Textarea label={t('calls.note')} maxLength={300} autosize minRows={2} {...form.getInputProps('note')} />
    </DialogForm>
  );
}
