import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { errorCodes } from '#contract/errors.ts';
import { contract } from '#contract/index.ts';
import { decisions, type RolloverDecision, type RolloverRow } from '#contract/rollover.ts';
import { useCommand } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { DialogForm, useSave, validateWith } from '../../ui/index.ts';
import { writeStudentName } from '../../ui/student-name.ts';

const schema = contract['rollover.override'].input.pick({ decision: true, level: true, division: true, reason: true });
const decisionForm = z.enum(decisions);

/** Decides for one student beside the rules, with a reason that stays. */
export function DecideDialog({ row, fromYearId, onClose }: { row: RolloverRow; fromYearId: string; onClose: () => void }) {
  const { t } = useTranslation('rollover');
  const format = useFormat();
  const command = useCommand('rollover.override', { handles: errorCodes });
  const first: RolloverDecision = decisions.find((one) => one === row.outcome && one !== 'undecided') ?? 'promote';
  const form = useForm({ initialValues: { decision: first, level: '', division: '', reason: row.override?.reason ?? '' }, validate: validateWith(schema) });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit((values) => void save(() => command.mutateAsync({ fromYearId, studentId: row.studentId, ...values })));
  const { decision } = form.getValues();
  const goesOn = decision === 'promote' || decision === 'retain';
  return (
    <DialogForm title={t('decideDialog.title', { name: writeStudentName(format, row) })} busy={command.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <SimpleGrid cols={{ base: 1, sm: goesOn ? 3 : 1 }}>
        <Select label={t('decideDialog.decision')} allowDeselect={false} data-autofocus value={decision} data={decisions.map((value) => ({ value, label: t(`decision.${value}`) }))}
          onChange={(value) => form.setFieldValue('decision', decisionForm.parse(value))} />
        {goesOn && <TextInput label={t('decideDialog.level')} placeholder={t('decideDialog.byRule')} maxLength={20} {...form.getInputProps('level')} />}
        {goesOn && <TextInput label={t('decideDialog.division')} placeholder={t('decideDialog.byRule')} maxLength={20} {...form.getInputProps('division')} />}
      </SimpleGrid>
      <Textarea label={t('decideDialog.reason')} description={t('decideDialog.reasonHint')} required maxLength={300} autosize minRows={2} {...form.getInputProps('reason')} />
    </DialogForm>
  );
}
