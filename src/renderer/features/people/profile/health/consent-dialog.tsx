import { Radio, Group, Select, SimpleGrid, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { errorCodes } from '#contract/errors.ts';
import { purposes, type Consent } from '#contract/family.ts';
import { contract } from '#contract/index.ts';
import { useCommand, useMay, useQueryOf } from '../../../../client/index.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { DateField, DialogForm, focusFirstError, useSave, validateWith } from '../../../../ui/index.ts';
import { writeName } from '../../student-name.ts';

const rules = z.object({ consent: contract['consents.save'].input.shape.consent });
const purposeForm = z.enum(purposes);

/** Records or edits what a guardian has allowed or refused. */
export function ConsentDialog({ studentId, consent, onClose }: { studentId: string; consent: Consent | null; onClose: () => void }) {
  const { t } = useTranslation(['family', 'fields']);
  const format = useFormat();
  const guardians = useQueryOf('guardians.list', { studentId }, { enabled: useMay()('guardians:view') });
  const seesHealth = useMay()('health:view');
  const command = useCommand('consents.save', { handles: errorCodes });
  const form = useForm({
    initialValues: {
      consent: {
        purpose: consent?.purpose ?? purposes[0] as Consent['purpose'], given: consent?.given ?? true, date: consent?.date ?? new Date().toLocaleDateString('sv-SE'),
        validUntil: consent?.validUntil ?? '', guardianId: consent?.guardianId ?? null, note: consent?.note ?? '',
      },
    },
    validate: validateWith(rules),
  });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit(
    (values) => void save(() => command.mutateAsync({ studentId, id: consent?.id ?? null, rev: consent?.rev ?? null, ...values })),
    (errors) => focusFirstError(form, Object.keys(errors)),
  );
  const values = form.getValues().consent;
  return (
    <DialogForm title={consent ? t('consent.edit') : t('consent.add')} busy={command.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        <Select label={t('fields:purpose')} required allowDeselect={false} data-autofocus value={values.purpose}
          data={purposes.filter((value) => seesHealth || value !== 'medicalCare').map((value) => ({ value, label: t(`consent.purpose.${value}`) }))}
          onChange={(value) => form.setFieldValue('consent.purpose', purposeForm.parse(value))} />
        <Radio.Group label={t('consent.answer')} value={values.given ? 'yes' : 'no'} onChange={(value) => form.setFieldValue('consent.given', value === 'yes')}>
          <Group mt={8}><Radio value="yes" label={t('consent.yes')} /><Radio value="no" label={t('consent.no')} /></Group>
        </Radio.Group>
        <DateField label={t('fields:date')} required {...form.getInputProps('consent.date')} />
        <DateField label={t('fields:validUntil')} {...form.getInputProps('consent.validUntil')} />
        <Select label={t('consent.by')} clearable clearButtonProps={{ 'aria-label': t('consent.byNobody') }} placeholder={t('consent.byNobody')} value={values.guardianId}
          data={guardians.data?.guardians.map((guardian) => ({ value: guardian.id, label: writeName(format, guardian) })) ?? []}
          onChange={(value) => form.setFieldValue('consent.guardianId', value)} />
      </SimpleGrid>
      <Textarea label={t('fields:note')} autosize minRows={1} maxRows={4} maxLength={500} {...form.getInputProps('consent.note')} />
    </DialogForm>
  );
}
