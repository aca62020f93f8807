import { Button, Checkbox, Group, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { signatoryRoles, templateSettings, type IssuedKind, type TemplateSettings } from '#contract/documents.ts';
import { errorCodes } from '#contract/errors.ts';
import type { Output } from '#contract/index.ts';
import { useCommand } from '../../client/index.ts';
import { focusFirstError, FormFailure, LeaveGuard, useSave, validateWith } from '../../ui/index.ts';

type Saved = Output<'documents.templates'>['templates'][number];
type Flag = 'showCrest' | 'showMean' | 'showRank' | 'showAbsences' | 'showConduct';
/** What each kind can show or leave out. */
const flagsOf: Record<IssuedKind, readonly Flag[]> = {
  reportCard: ['showCrest', 'showMean', 'showRank', 'showAbsences', 'showConduct'], transcript: ['showCrest', 'showMean'], enrolmentCertificate: ['showCrest'], attendanceLetter: ['showCrest'],
};
const rolesForm = z.array(z.enum(signatoryRoles));

/** How one kind of document looks: its texts, what it shows, and who signs. */
export function TemplateForm({ saved, onDraft }: { saved: Saved; onDraft: (settings: TemplateSettings) => void }) {
  const { t } = useTranslation(['documents', 'common']);
  const command = useCommand('documents.saveTemplate', { handles: errorCodes });
  const form = useForm<TemplateSettings>({ initialValues: saved.settings, validate: validateWith(templateSettings), onValuesChange: onDraft });
  const { failure, save } = useSave(form, () => form.resetDirty());
  const submit = form.onSubmit(
    (values) => void save(() => command.mutateAsync({ kind: saved.kind, rev: saved.rev, settings: values })), (errors) => focusFirstError(form, Object.keys(errors)));
  return (
    <form onSubmit={submit} noValidate>
      <LeaveGuard isDirty={form.isDirty} />
      <Stack>
        <SimpleGrid cols={2}>
          <TextInput label={t('template.titleEl')} required {...form.getInputProps('titleEl')} />
          <TextInput label={t('template.titleEn')} required {...form.getInputProps('titleEn')} />
          <Textarea label={t('template.introEl')} autosize minRows={2} maxRows={5} {...form.getInputProps('introEl')} />
          <Textarea label={t('template.introEn')} autosize minRows={2} maxRows={5} {...form.getInputProps('introEn')} />
          <Textarea label={t('template.closingEl')} autosize minRows={2} maxRows={5} {...form.getInputProps('closingEl')} />
          <Textarea label={t('template.closingEn')} autosize minRows={2} maxRows={5} {...form.getInputProps('closingEn')} />
          <TextInput label={t('template.footerEl')} {...form.getInputProps('footerEl')} />
          <TextInput label={t('template.footerEn')} {...form.getInputProps('footerEn')} />
        </SimpleGrid>
        <Checkbox.Group label={t('template.signedBy')} value={form.getValues().signedBy} error={form.errors.signedBy}
          onChange={(value) => form.setFieldValue('signedBy', rolesForm.parse(value))}>
          <Group mt={6}>{signatoryRoles.map((role) => <Checkbox key={role} value={role} label={t(`signatory.${role}`)} />)}</Group>
        </Checkbox.Group>
        <SimpleGrid cols={2} verticalSpacing="xs">
          {flagsOf[saved.kind].map((flag) => <Checkbox key={flag} label={t(`template.${flag}`)} {...form.getInputProps(flag, { type: 'checkbox' })} />)}
        </SimpleGrid>
        <FormFailure failure={failure} />
        <Group justify="flex-end"><Button type="submit" loading={command.isPending}>{t('common:actions.save')}</Button></Group>
      </Stack>
    </form>
  );
}
