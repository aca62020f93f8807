import { Select, SimpleGrid } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { errorCodes } from '#contract/errors.ts';
import { isoDate } from '#contract/fields.ts';
import { contract } from '#contract/index.ts';
import { useCommand, useQueryOf } from '../../../client/index.ts';
import { DateField, DialogForm, focusFirstError, useSave, validateWith } from '../../../ui/index.ts';
import { today, type StoredStay } from './leave-dialog.tsx';
import { CrowdedNotice, PlanPreview } from './plan-preview.tsx';
import { ReasonField } from './reason-field.tsx';

const rules = contract['enrolments.move'].input.omit({ id: true, rev: true }).extend({ division: contract['enrolments.move'].input.shape.division.refine((value) => value !== null, 'required') });

/** Another division from a day on, and what that does to the classes. */
export function MoveDialog({ stay, onClose }: { stay: StoredStay; onClose: () => void }) {
  const { t } = useTranslation(['enrolment', 'fields']);
  const command = useCommand('enrolments.move', { handles: errorCodes });
  const facets = useQueryOf('students.facets', {});
  const form = useForm({ initialValues: { date: today(), division: '', allowOver: false, reason: '' }, validate: validateWith(rules) });
  const { failure, save } = useSave(form, onClose);
  const { date, division, allowOver } = form.getValues();
  const preview = useQueryOf('enrolments.moving', { id: stay.id, date, division }, { enabled: division !== '' && isoDate.safeParse(date).success, keep: true });
  const divisions = (facets.data?.divisions ?? []).filter((item) => item.level === stay.level && item.division !== stay.division).map((item) => item.division);
  const submit = form.onSubmit(
    (sent) => void save(() => command.mutateAsync({ id: stay.id, rev: stay.rev, ...sent })),
    (errors) => focusFirstError(form, Object.keys(errors)),
  );
  return (
    <DialogForm title={t('move.title')} busy={command.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        <Select {...form.getInputProps('division')} label={t('move.to')} description={stay.division ? `${t('fields:division')}: ${stay.division}` : undefined} required searchable
          value={division || null} data={[...new Set(divisions)]} onChange={(value) => form.setFieldValue('division', value ?? '')} data-autofocus />
        <DateField {...form.getInputProps('date')} label={t('move.date')} description={t('move.hint')} required />
        <ReasonField yearId={stay.yearId} {...form.getInputProps('reason')} />
      </SimpleGrid>
      {division !== '' && preview.data && (
        <>
          <PlanPreview preview={preview.data} nothing={t('leave.none')} />
          <CrowdedNotice crowded={preview.data.crowded} allowOver={allowOver} onAllow={(allow) => form.setFieldValue('allowOver', allow)} />
        </>
      )}
    </DialogForm>
  );
}
