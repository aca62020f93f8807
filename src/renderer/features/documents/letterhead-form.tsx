import { Button, Divider, Group, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { letterheadSettings, signatoryRoles, type LetterheadSettings } from '#contract/documents.ts';
import { errorCodes } from '#contract/errors.ts';
import type { Output } from '#contract/index.ts';
import { useCommand } from '../../client/index.ts';
import { focusFirstError, FormFailure, LeaveGuard, useSave, validateWith } from '../../ui/index.ts';
import { ImageField } from './image-field.tsx';

type Saved = Output<'documents.templates'>['letterhead'];
/** The lines above the school's name are typed one below the other. */
const splitLines = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean);
const toValues = ({ linesEl, linesEn, ...rest }: LetterheadSettings) => ({ ...rest, linesEl: linesEl.join('\n'), linesEn: linesEn.join('\n') });
type Values = ReturnType<typeof toValues>;
const toSettings = (values: Values): LetterheadSettings => ({ ...values, linesEl: splitLines(values.linesEl), linesEn: splitLines(values.linesEn) });
const lines = z.string().refine((text) => letterheadSettings.shape.linesEl.safeParse(splitLines(text)).success, 'tooLong');
const rules = z.object({ ...letterheadSettings.shape, linesEl: lines, linesEn: lines });

/** What stands on every document: lines, place, crest, and who signs. */
export function LetterheadForm({ saved, onDraft }: { saved: Saved; onDraft: (settings: LetterheadSettings) => void }) {
  const { t } = useTranslation(['documents', 'common']);
  const command = useCommand('documents.saveLetterhead', { handles: errorCodes });
  const form = useForm<Values>({ initialValues: toValues(saved.settings), validate: validateWith(rules), onValuesChange: (values) => onDraft(toSettings(values)) });
  const { failure, save } = useSave(form, () => form.resetDirty());
  const submit = form.onSubmit(
    (values) => void save(() => command.mutateAsync({ rev: saved.rev, settings: toSettings(values) })), (errors) => focusFirstError(form, Object.keys(errors)));
  const both = (name: 'place' | 'contact') => (['El', 'En'] as const).map((end) => (
    <TextInput key={end} label={t(`letterhead.${name}${end}`)} {...form.getInputProps(`${name}${end}`)} />
  ));
  return (
    <form onSubmit={submit} noValidate>
      <LeaveGuard isDirty={form.isDirty} />
      <Stack>
        <SimpleGrid cols={2}>
          <Textarea label={t('letterhead.linesEl')} autosize minRows={3} maxRows={5} {...form.getInputProps('linesEl')} />
          <Textarea label={t('letterhead.linesEn')} autosize minRows={3} maxRows={5} {...form.getInputProps('linesEn')} />
          {both('place')}
          {both('contact')}
        </SimpleGrid>
        <ImageField label={t('letterhead.crest')} hint={t('image.hint')} fileId={form.getValues().crestId} onChange={(id) => form.setFieldValue('crestId', id)} />
        {signatoryRoles.map((role) => (
          <Stack key={role} gap="xs">
            <Divider label={t(`signatory.${role}`)} labelPosition="left" styles={{ label: { color: 'var(--mantine-color-text)', fontSize: 'var(--mantine-font-size-sm)', fontWeight: 600 } }} />
            <SimpleGrid cols={2} verticalSpacing="xs">
              {(['nameEl', 'nameEn', 'titleEl', 'titleEn'] as const).map((name) => (
                <TextInput key={name} label={t(`signatory.${name}`)} {...form.getInputProps(`signatories.${role}.${name}`)} aria-label={`${t(`signatory.${role}`)}: ${t(`signatory.${name}`)}`} />
              ))}
            </SimpleGrid>
            <ImageField label={t('signatory.image', { who: t(`signatory.${role}`) })} fileId={form.getValues().signatories[role].signatureId}
              onChange={(id) => form.setFieldValue(`signatories.${role}.signatureId`, id)} />
          </Stack>
        ))}
        <FormFailure failure={failure} />
        <Group justify="flex-end"><Button type="submit" loading={command.isPending}>{t('common:actions.save')}</Button></Group>
      </Stack>
    </form>
  );
}
