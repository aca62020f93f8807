import { Checkbox, NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { AttendanceLimit } from '#contract/attendance.ts';
import { errorCodes } from '#contract/errors.ts';
import { contract } from '#contract/index.ts';
import { useCommand } from '../../../client/index.ts';
import { DateField, DialogForm, focusFirstError, useSave, validateWith } from '../../../ui/index.ts';
import { today } from '../use-attendance-search.ts';

const rules = z.object({ limit: contract['attendance.saveLimit'].input.shape.limit });
type Values = Omit<AttendanceLimit, 'id' | 'rev' | 'level' | 'validTo'> & { level: string; validTo: string };
const toValues = (limit: AttendanceLimit | null): Values => ({
  nameEl: limit?.nameEl ?? '', nameEn: limit?.nameEn ?? '', level: limit?.level ?? '', hours: limit?.hours ?? 114, counts: limit?.counts ?? 'all',
  validFrom: limit?.validFrom ?? today(), validTo: limit?.validTo ?? '', active: limit?.active ?? true,
});

/** Enters or edits a limit of absences. */
export function LimitDialog({ limit, onClose }: { limit: AttendanceLimit | null; onClose: () => void }) {
  const { t } = useTranslation(['attendance', 'fields']);
  const command = useCommand('attendance.saveLimit', { handles: errorCodes });
  const form = useForm({ initialValues: { limit: toValues(limit) }, validate: validateWith(rules) });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit((values) => void save(() => command.mutateAsync({ id: limit?.id ?? null, rev: limit?.rev ?? null, limit: values.limit })), (errors) => focusFirstError(form, Object.keys(errors)));
  return (
    <DialogForm title={limit ? t('setup.editLimit') : t('setup.addLimit')} busy={command.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        <TextInput label={t('fields:nameEl')} required data-autofocus {...form.getInputProps('limit.nameEl')} />
        <TextInput label={t('fields:nameEn')} required {...form.getInputProps('limit.nameEn')} />
        <NumberInput label={t('fields:hours')} required min={1} max={2000} {...form.getInputProps('limit.hours')} />
        <TextInput label={t('fields:level')} placeholder={t('setup.everyLevel')} {...form.getInputProps('limit.level')} />
        <Select label={t('fields:counts')} allowDeselect={false} data={(['all', 'unexcused'] as const).map((value) => ({ value, label: t(`setup.counts.${value}`) }))} {...form.getInputProps('limit.counts')} />
        <span />
        <DateField label={t('fields:validFrom')} required {...form.getInputProps('limit.validFrom')} />
        <DateField label={t('fields:validTo')} {...form.getInputProps('limit.validTo')} />
      </SimpleGrid>
      <Checkbox label={t('fields:active')} {...form.getInputProps('limit.active', { type: 'checkbox' })} />
    </DialogForm>
  );
}
