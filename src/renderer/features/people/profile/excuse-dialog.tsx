import { Checkbox, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { isoDate } from '#contract/fields.ts';
import { errorCodes } from '#contract/errors.ts';
import type { Input } from '#contract/index.ts';
import { useCommand, useQueryOf } from '../../../client/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { DateField, DialogForm, LoadState, useSave } from '../../../ui/index.ts';

/** Excuses a range of days: what would change stands beneath the fields before anything is written. */
export function ExcuseDialog({ studentId, onClose }: { studentId: string; onClose: () => void }) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  const command = useCommand('attendance.excuse', { handles: errorCodes });
  const codes = useQueryOf('attendance.codes', {});
  const excusing = (codes.data?.codes ?? []).filter(({ usable, excused, presence }) => usable && (excused || presence === 'notExpected'));
  const today = new Date().toLocaleDateString('sv-SE');
  const form = useForm({ initialValues: { from: today, to: today, codeId: '', note: '', attachmentId: '', ahead: true } });
  const values = form.getValues();
  const codeId = values.codeId || excusing[0]?.id;
  const input: Input<'attendance.excusePreview'> = { studentId, ...values, codeId: codeId ?? '', attachmentId: values.attachmentId || null };
  const isReady = codeId !== undefined && isoDate.safeParse(values.from).success && isoDate.safeParse(values.to).success && values.from <= values.to;
  const preview = useQueryOf('attendance.excusePreview', { ...input, note: null }, { enabled: isReady, keep: true });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit(() => void save(() => command.mutateAsync(input)));
  return (
    <DialogForm title={t('excuse.title')} busy={command.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        <DateField label={t('excuse.from')} required data-autofocus {...form.getInputProps('from')} />
        <DateField label={t('excuse.to')} required {...form.getInputProps('to')} />
        <Select label={t('excuse.code')} allowDeselect={false} value={codeId ?? null} onChange={(value) => form.setFieldValue('codeId', value ?? '')}
          data={excusing.map((code) => ({ value: code.id, label: `${code.code} · ${pickName(format, code.labelEl, code.labelEn)}` }))} />
        <Select label={t('excuse.document')} allowDeselect={false} value={values.attachmentId} onChange={(value) => form.setFieldValue('attachmentId', value ?? '')}
          data={[{ value: '', label: t('excuse.noDocument') }, ...(preview.data?.documents ?? []).map(({ id, title }) => ({ value: id, label: title }))]} />
      </SimpleGrid>
      <TextInput label={t('excuse.note')} maxLength={300} {...form.getInputProps('note')} />
      <Checkbox label={t('excuse.ahead')} {...form.getInputProps('ahead', { type: 'checkbox' })} />
      {isReady && (
        <LoadState query={preview} lines={2}>
          {({ days, changes }) => (
            <Stack gap={4} component="section" aria-label={t('excuse.preview')}>
              <Text size="sm" fw={600}>{t('excuse.preview')}: {t('excuse.changes', { count: changes })}</Text>
              {changes === 0 && <Text size="sm" c="dimmed">{t('excuse.none')}</Text>}
              <Stack gap={2} component="ul" p={0} m={0} mah={180} style={{ listStyle: 'none', overflowY: 'auto' }} tabIndex={0} aria-label={t('excuse.preview')}>
                {days.map((day) => (
                  <Group key={day.date} component="li" gap="sm">
                    <Text size="sm" w={92} c={day.change ? undefined : 'dimmed'}>{format.date(day.date)}</Text>
                    <Text size="sm" c="dimmed">
                      {[day.change ? [day.whole ? t('excuse.wholeDay') : null, day.lessons > 0 ? t('excuse.lessons', { count: day.lessons }) : null].filter(Boolean).join(', ') : t('excuse.stays'),
                        day.ahead ? t('excuse.aheadDay') : day.nowCode && t('excuse.now', { code: day.nowCode })].filter(Boolean).join(' · ')}
                    </Text>
                  </Group>
                ))}
              </Stack>
            </Stack>
          )}
        </LoadState>
      )}
    </DialogForm>
  );
}
