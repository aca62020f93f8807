import { Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { text as textOf } from '#contract/fields.ts';
import { DialogForm, focusFirstError, useSave, validateWith } from '../../ui/index.ts';

const validate = validateWith(z.object({ name: textOf(100) }));

interface ProfileNameDialogProps { title: string; text?: string; name: string; send: (name: string) => Promise<unknown>; onClose: () => void }

/** Asks what a profile is to be called. */
export function ProfileNameDialog({ title, text, name, send, onClose }: ProfileNameDialogProps) {
  const { t } = useTranslation('exchange');
  const [busy, setBusy] = useState(false);
  const form = useForm({ initialValues: { name }, validate });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit((values) => {
    setBusy(true);
    void save(() => send(values.name)).finally(() => setBusy(false));
  }, (errors) => focusFirstError(form, Object.keys(errors)));
  return (
    <DialogForm title={title} busy={busy} failure={failure} isDirty={() => form.isDirty()} onSubmit={submit} onClose={onClose}>
      {text && <Text size="sm">{text}</Text>}
      <TextInput label={t('profile.name')} required maxLength={100} data-autofocus autoComplete="off" {...form.getInputProps('name')} />
    </DialogForm>
  );
}
