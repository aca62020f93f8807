import { Alert, Button, Group, NumberInput, PasswordInput, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { errorCodes } from '#contract/errors.ts';
import { contract, type Output } from '#contract/index.ts';
import { useCommand, useMay } from '../../client/index.ts';
import { focusFirstError, FormFailure, useSave, validateWith } from '../../ui/index.ts';

const rules = z.object({ server: contract['mailServer.save'].input.shape.server });
const securityForm = z.enum(['tls', 'starttls', 'none']);
/** The ports that servers usually have for each. */
const ports = { tls: 465, starttls: 587, none: 25 };
const below: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

/** Where the mail server is and how it is spoken to. Its password can be set, never seen. */
export function MailForm({ data: { server, rev, hasPassword }, readOnly }: { data: Output<'mailServer.get'>; readOnly: boolean }) {
  const { t } = useTranslation(['settings', 'common']);
  const mayEdit = useMay()('settings:edit');
  const command = useCommand('mailServer.save', { handles: errorCodes });
  const form = useForm({
    initialValues: {
      server: {
        host: server?.host ?? '', port: server?.port ?? ports.tls, security: server?.security ?? 'tls' as keyof typeof ports, user: server?.user ?? '', from: server?.from ?? '',
        certificate: server?.certificate ?? '',
      },
      password: '',
    },
    validate: validateWith(rules),
  });
  const { failure, save } = useSave(form, () => form.resetDirty());
  const submit = form.onSubmit(({ password, server: draft }) => void save(() => command.mutateAsync({ rev, server: draft, password: password === '' ? null : password })),
    (errors) => focusFirstError(form, Object.keys(errors)));
  const { security, user } = form.getValues().server;
  const choose = (value: string | null) => {
    const next = securityForm.parse(value);
    form.setFieldValue('server.security', next);
    // A port that was typed stays; the usual one goes along.
    if (form.getValues().server.port === ports[security]) form.setFieldValue('server.port', ports[next]);
  };
  const field = (name: 'host' | 'user' | 'from', hint: 'mail.hostHint' | 'mail.userHint' | 'mail.fromHint') => ({
    ...form.getInputProps(`server.${name}`), label: t(`mail.${name}`), description: t(hint), inputWrapperOrder: below, readOnly, maxLength: 200, autoComplete: 'off', spellCheck: false,
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }} verticalSpacing="sm">
          <TextInput {...field('host', 'mail.hostHint')} required />
          <Select label={t('mail.security')} required allowDeselect={false} readOnly={readOnly} value={security} data={securityForm.options.map((value) => ({ value, label: t(`mail.securities.${value}`) }))} onChange={choose} />
          <NumberInput label={t('mail.port')} required min={1} max={65535} allowDecimal={false} readOnly={readOnly} hideControls {...form.getInputProps('server.port')} />
          <TextInput {...field('user', 'mail.userHint')} />
          <PasswordInput label={t('mail.password')} disabled={user === ''} readOnly={readOnly} required={user !== '' && !hasPassword} placeholder={hasPassword ? t('mail.passwordKept') : undefined} maxLength={200}
            autoComplete="new-password" visibilityToggleButtonProps={{ 'aria-label': t('common:showPassword') }} {...form.getInputProps('password')} />
          <TextInput {...field('from', 'mail.fromHint')} required />
        </SimpleGrid>
        {security === 'none' ? <Alert color="orange" variant="outline" role="status">{t('mail.plain')}</Alert> : (
          <Textarea label={t('mail.certificate')} description={t('mail.certificateHint')} inputWrapperOrder={below} readOnly={readOnly} autosize minRows={1} maxRows={6} spellCheck={false}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } }} {...form.getInputProps('server.certificate')} />
        )}
        <FormFailure failure={failure} />
        {mayEdit && <Group justify="flex-end"><Button type="submit" variant="default" loading={command.isPending} disabled={!form.isDirty()}>{t('common:actions.save')}</Button></Group>}
      </Stack>
    </form>
  );
}
