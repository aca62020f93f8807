import { Checkbox, NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { presences, type AttendanceCode } from '#contract/attendance.ts';
import { errorCodes } from '#contract/errors.ts';
import { contract } from '#contract/index.ts';
import { useCommand } from '../../../client/index.ts';
import { DialogForm, focusFirstError, useSave, validateWith } from '../../../ui/index.ts';

const rules = z.object({ code: contract['attendance.saveCode'].input.shape.code });
const flags = ['excused', 'tardy', 'countsMembership', 'penalises', 'teacherMayUse'] as const;
const fresh = (position: number) => ({
  code: '', labelEl: '', labelEn: '', presence: 'absent' as AttendanceCode['presence'], excused: false, tardy: false, fraction: 0, countsMembership: true, penalises: false,
  teacherMayUse: true, officialCode: '', position,
});

/** Enters or edits a code. */
export function CodeDialog({ code, nextPosition, onClose }: { code: AttendanceCode | null; nextPosition: number; onClose: () => void }) {
  const { t } = useTranslation(['attendance', 'fields']);
  const command = useCommand('attendance.saveCode', { handles: errorCodes });
  const form = useForm({
    initialValues: { code: code ? { ...fresh(0), ...Object.fromEntries(Object.keys(fresh(0)).map((key) => [key, code[key as keyof AttendanceCode] ?? ''])) } : fresh(nextPosition) },
    validate: validateWith(rules),
  });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit((values) => void save(() => command.mutateAsync({ id: code?.id ?? null, rev: code?.rev ?? null, code: values.code })), (errors) => focusFirstError(form, Object.keys(errors)));
  const field = (name: 'code' | 'labelEl' | 'labelEn' | 'officialCode' | 'position' | 'fraction') => ({ ...form.getInputProps(`code.${name}`), label: t(`fields:${name}`) });
  return (
    <DialogForm title={code ? t('setup.editCode') : t('setup.addCode')} busy={command.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        <TextInput {...field('code')} required data-autofocus maxLength={8} />
        <Select {...form.getInputProps('code.presence')} label={t('fields:presence')} allowDeselect={false} data={presences.map((value) => ({ value, label: t(`setup.presence.${value}`) }))} />
        <TextInput {...field('labelEl')} required />
        <TextInput {...field('labelEn')} required />
        <NumberInput {...field('fraction')} min={0} max={1} step={0.1} decimalScale={2} />
        <NumberInput {...field('position')} min={0} max={999} allowDecimal={false} />
        <TextInput {...field('officialCode')} />
      </SimpleGrid>
      {flags.map((flag) => <Checkbox key={flag} label={t(`fields:${flag}`)} {...form.getInputProps(`code.${flag}`, { type: 'checkbox' })} />)}
    </DialogForm>
  );
}
