import { Alert, Checkbox, NumberInput, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { errorCodes } from '#contract/errors.ts';
import { contract } from '#contract/index.ts';
import { relations } from '#contract/people.ts';
import { greekToLatin } from '#contract/transliterate.ts';
import { useCommand } from '../../../client/index.ts';
import { useFormat } from '../../../i18n/format.ts';
import { DateField, DialogForm, focusFirstError, useSave, validateWith } from '../../../ui/index.ts';
import { writeName } from '../student-name.ts';
import type { Guardian } from './guardians-section.tsx';

const relationForm = z.enum(relations);
const rules = z.object({ guardian: contract['guardians.save'].input.shape.guardian });

const toValues = (guardian: Guardian) => ({
  familyEl: guardian.familyEl, givenEl: guardian.givenEl, familyLatin: guardian.familyLatin ?? '', givenLatin: guardian.givenLatin ?? '',
  relation: guardian.relation, priority: guardian.priority, custody: guardian.custody, mayPickUp: guardian.mayPickUp, noContact: guardian.noContact,
  receivesReports: guardian.receivesReports, noContactNote: guardian.noContactNote ?? '', noContactUntil: guardian.noContactUntil ?? '', email: guardian.email ?? '', phone: guardian.phone ?? '', mobile: guardian.mobile ?? '',
});
type Values = ReturnType<typeof toValues>;
const emptyValues = (priority: number): Values => ({
  familyEl: '', givenEl: '', familyLatin: '', givenLatin: '', relation: 'mother', priority, custody: true, mayPickUp: true, noContact: false, receivesReports: true,
  noContactNote: '', noContactUntil: '', email: '', phone: '', mobile: '',
});

export interface GuardianDialogProps {
  studentId: string;
  /** Null: a new one. */
  guardian: Guardian | null;
  nextPriority: number;
  onClose: () => void;
}

const flags = ['custody', 'mayPickUp', 'receivesReports', 'noContact'] as const;

/** Enters or edits a guardian. */
export function GuardianDialog({ studentId, guardian, nextPriority, onClose }: GuardianDialogProps) {
  const { t } = useTranslation(['people', 'fields', 'common', 'family']);
  const format = useFormat();
  const command = useCommand('guardians.save', { handles: errorCodes });
  const form = useForm<{ guardian: Values }>({
    initialValues: { guardian: guardian ? toValues(guardian) : emptyValues(nextPriority) }, validate: validateWith(rules),
  });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit(
    (values) => void save(() => command.mutateAsync({ studentId, id: guardian?.id ?? null, rev: guardian?.rev ?? null, guardian: values.guardian })),
    (errors) => focusFirstError(form, Object.keys(errors)),
  );
  const field = (name: keyof Values) => ({ ...form.getInputProps(`guardian.${name}`), label: t(`fields:${name}`), autoComplete: 'off' });
  const proposeLatin = (greek: 'familyEl' | 'givenEl', latin: 'familyLatin' | 'givenLatin') => () => {
    const values = form.getValues().guardian;
    if (values[latin].trim() === '' && values[greek].trim() !== '') form.setFieldValue(`guardian.${latin}`, greekToLatin(values[greek].trim()));
  };
  return (
    <DialogForm title={guardian ? t('guardian.edit') : t('guardian.add')} busy={command.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      {guardian && guardian.otherChildren.length > 0 && (
        <Alert color="gray" variant="light" c="var(--mantine-color-text)">{t('family:guardian.shared', { names: guardian.otherChildren.map((child) => writeName(format, child)).join(', ') })}</Alert>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        <TextInput {...field('familyEl')} required data-autofocus onBlur={proposeLatin('familyEl', 'familyLatin')} />
        <TextInput {...field('givenEl')} required onBlur={proposeLatin('givenEl', 'givenLatin')} />
        <TextInput {...field('familyLatin')} />
        <TextInput {...field('givenLatin')} />
        <Select label={t('fields:relation')} required allowDeselect={false} value={form.getValues().guardian.relation}
          data={relations.map((value) => ({ value, label: t(`common:relation.${value}`) }))}
          onChange={(value) => form.setFieldValue('guardian.relation', relationForm.parse(value))} />
        <NumberInput {...field('priority')} min={1} max={9} clampBehavior="strict" allowDecimal={false} />
        <TextInput {...field('mobile')} type="tel" />
        <TextInput {...field('phone')} type="tel" />
        <TextInput {...field('email')} inputMode="email" />
      </SimpleGrid>
      <Stack gap="xs">
        {flags.map((flag) => (
          <Checkbox key={flag} label={t(`fields:${flag}`)} {...form.getInputProps(`guardian.${flag}`, { type: 'checkbox' })}
            description={flag === 'noContact' ? t('guardian.noContactHint') : undefined} />
        ))}
        {form.getValues().guardian.noContact && (
          <SimpleGrid cols={{ base: 1, sm: 2 }} pl="xl">
            <Textarea {...field('noContactNote')} autosize minRows={1} maxRows={4} maxLength={500} />
            <DateField {...field('noContactUntil')} />
          </SimpleGrid>
        )}
      </Stack>
    </DialogForm>
  );
}
