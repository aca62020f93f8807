import { Button, NumberInput, Select, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { errorCodes } from '#contract/errors.ts';
import type { Output } from '#contract/index.ts';
import { useCommand, useQueryOf } from '../../../client/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { DateField, DialogForm, useSave } from '../../../ui/index.ts';

/** Where the office marks: a day or lesson that has marks, or a day to be chosen. */
export type MarkPlace = Output<'attendance.student'>['marks'][number] | 'new';

/** The office's mark for a day or a lesson; the teacher's stays beside it. */
export function MarkDialog({ studentId, place, onClose }: { studentId: string; place: MarkPlace; onClose: () => void }) {
  const { t } = useTranslation(['attendance', 'fields']);
  const format = useFormat();
  const command = useCommand('attendance.correct', { handles: errorCodes });
  const codes = useQueryOf('attendance.codes', {});
  const held = place === 'new' ? null : place;
  const office = held?.office ?? null;
  const form = useForm({
    initialValues: {
      date: held?.date ?? new Date().toLocaleDateString('sv-SE'), codeId: office?.codeId ?? held?.teacher?.codeId ?? '', minutes: office?.minutes ?? ('' as number | ''), note: office?.note ?? '', reason: '',
    },
  });
  const { failure, save } = useSave(form, onClose);
  const send = (codeId: string | null) => void save(() => {
    const { date, minutes, note, reason } = form.getValues();
    return command.mutateAsync({
      studentId, date, sectionId: held?.sectionId ?? null, period: held?.period ?? null, codeId, minutes: minutes === '' ? null : minutes, note, reason, rev: office?.rev ?? null,
    });
  });
  const nameOf = (id: string | undefined) => { const code = codes.data?.codes.find((one) => one.id === id); return code ? `${code.code} · ${pickName(format, code.labelEl, code.labelEn)}` : ''; };
  return (
    <DialogForm title={t('correct.title')} busy={command.isPending} failure={failure} isDirty={form.isDirty} onClose={onClose} onSubmit={form.onSubmit((values) => send(values.codeId || null))}>
      <Text size="sm" c="dimmed">{held?.teacher ? t('correct.teacherSays', { code: nameOf(held.teacher.codeId) }) : t('correct.noTeacher')}</Text>
      <DateField label={t('date')} required disabled={held !== null} {...form.getInputProps('date')} />
      <Select label={t('correct.code')} required allowDeselect={false} data-autofocus {...form.getInputProps('codeId')}
        data={(codes.data?.codes ?? []).filter(({ usable }) => usable).map(({ id }) => ({ value: id, label: nameOf(id) }))} />
      <NumberInput label={t('correct.minutes')} min={1} max={720} allowDecimal={false} {...form.getInputProps('minutes')} />
      <TextInput label={t('correct.note')} maxLength={300} {...form.getInputProps('note')} />
      <TextInput label={t('correct.reason')} maxLength={300} {...form.getInputProps('reason')} />
      {office && <Button variant="subtle" color="red" onClick={() => send(null)} style={{ alignSelf: 'flex-start' }}>{t('correct.takeBack')}</Button>}
    </DialogForm>
  );
}
