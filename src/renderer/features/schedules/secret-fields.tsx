import { Alert, Checkbox, PasswordInput, Stack } from '@mantine/core';
import { IconLockOpen } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PartProps } from './form-of.ts';

/** Whether the file only opens with a password; without, what that means is said where it is chosen. */
export function SecretFields({ form, hasPassword }: PartProps & { hasPassword: boolean }) {
  const { t } = useTranslation(['schedules', 'common']);
  const { encrypt, target } = form.getValues().schedule;
  return (
    <Stack gap="sm">
      <Checkbox label={t('form.encrypt')} {...form.getInputProps('schedule.encrypt', { type: 'checkbox' })} />
      {encrypt ? (
        <PasswordInput label={t('form.password')} description={t('form.passwordHint')} inputWrapperOrder={['label', 'input', 'description', 'error']} required={!hasPassword}
          placeholder={hasPassword ? t('form.passwordKept') : undefined} maxLength={200} autoComplete="new-password" visibilityToggleButtonProps={{ 'aria-label': t('common:showPassword') }}
          {...form.getInputProps('password')} />
      ) : (
        <Alert color="orange" variant="outline" icon={<IconLockOpen aria-hidden />} title={t('form.plainTitle')} role="status">{t(target.kind === 'folder' ? 'form.plainFolder' : 'form.plainMail')}</Alert>
      )}
    </Stack>
  );
}
