import { PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NewSecret } from '../../ui/index.ts';
import type { WizardForm } from './wizard-form.ts';

/** The administrator's account. */
export function AccountStep({ form }: { form: WizardForm }) {
  const { t } = useTranslation('setup');
  const { admin, nameEl, nameEn } = form.values;
  return (
    <Stack>
      <Text size="sm">{t('account.text')}</Text>
      <TextInput label={t('account.displayName')} required maxLength={120} autoFocus autoComplete="name" {...form.getInputProps('admin.displayName')} />
      <TextInput label={t('account.username')} description={t('account.usernameHint', { example: t('account.usernameExample') })} required maxLength={60}
        autoComplete="username" autoCapitalize="none" spellCheck={false} {...form.getInputProps('admin.username')} />
      <NewSecret label={t('account.password')} required known={[admin.username, admin.displayName, nameEl, nameEn]} {...form.getInputProps('admin.password')} value={admin.password} />
      <PasswordInput label={t('account.repeat')} required maxLength={200} autoComplete="new-password" {...form.getInputProps('passwordAgain')} />
    </Stack>
  );
}

/** The passphrase of a computer that has no key store. */
export function PassphraseStep({ form }: { form: WizardForm }) {
  const { t } = useTranslation('setup');
  const { admin, nameEl, nameEn, passphrase } = form.values;
  return (
    <Stack>
      <Text size="sm">{t('passphrase.text')}</Text>
      <NewSecret label={t('passphrase.label')} required autoFocus known={[admin.username, admin.displayName, nameEl, nameEn]} {...form.getInputProps('passphrase')} value={passphrase} />
      <PasswordInput label={t('passphrase.repeat')} required maxLength={200} autoComplete="new-password" {...form.getInputProps('passphraseAgain')} />
    </Stack>
  );
}
