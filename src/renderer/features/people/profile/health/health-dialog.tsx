import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { errorCodes } from '#contract/errors.ts';
import { healthKinds, severities, type HealthAlert } from '#contract/family.ts';
import { contract } from '#contract/index.ts';
import { useCommand } from '../../../../client/index.ts';
import { DateField, DialogForm, focusFirstError, useSave, validateWith } from '../../../../ui/index.ts';

const rules = z.object({ alert: contract['health.save'].input.shape.alert });
const kindForm = z.enum(healthKinds), severityForm = z.enum(severities);

/** Enters or edits a health alert. */
export function HealthDialog({ studentId, alert, onClose }: { studentId: string; alert: HealthAlert | null; onClose: () => void }) {
  const { t } = useTranslation(['family', 'fields']);
  const command = useCommand('health.save', { handles: errorCodes });
  const form = useForm({
    initialValues: {
      alert: {
        kind: alert?.kind ?? healthKinds[0] as HealthAlert['kind'], severity: alert?.severity ?? 'attention' as HealthAlert['severity'], title: alert?.title ?? '',
        instructions: alert?.instructions ?? '', startDate: alert?.startDate ?? new Date().toLocaleDateString('sv-SE'), endDate: alert?.endDate ?? '',
      },
    },
    validate: validateWith(rules),
  });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit(
    (values) => void save(() => command.mutateAsync({ studentId, id: alert?.id ?? null, rev: alert?.rev ?? null, ...values })),
    (errors) => focusFirstError(form, Object.keys(errors)),
  );
  const { kind, severity } = form.getValues().alert;
  return (
    <DialogForm title={alert ? t('health.edit') : t('health.add')} busy={command.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <TextInput label={t('fields:title')} required data-autofocus autoComplete="off" {...form.getInputProps('alert.title')} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        <Select label={t('fields:kind')} required allowDeselect={false} value={kind} data={healthKinds.map((value) => ({ value, label: t(`health.kind.${value}`) }))}
          onChange={(value) => form.setFieldValue('alert.kind', kindForm.parse(value))} />
        <Select label={t('fields:severity')} description={severity === 'emergency' ? t('health.severityHint') : undefined} required allowDeselect={false} value={severity}
          data={severities.map((value) => ({ value, label: t(`health.severity.${value}`) }))} onChange={(value) => form.setFieldValue('alert.severity', severityForm.parse(value))} />
      </SimpleGrid>
      <Textarea label={t('fields:instructions')} autosize minRows={2} maxRows={8} maxLength={2000} {...form.getInputProps('alert.instructions')} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        <DateField label={t('fields:startDate')} required {...form.getInputProps('alert.startDate')} />
        <DateField label={t('fields:endDate')} {...form.getInputProps('alert.endDate')} />
      </SimpleGrid>
    </DialogForm>
  );
}
