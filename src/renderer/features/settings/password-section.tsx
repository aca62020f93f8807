import { Button, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { errorCodes, type Failure } from '#contract/errors.ts';
import { toFailure, useCommand, useMe } from '../../client/index.ts';
import { FormFailure, NewPassword, useNewPassword, usePasswordLength } from '../../ui/index.ts';
import { Section } from './section.tsx';

/** A new password; the program asks for the old one. */
export function PasswordSection() {
  const { t } = useTranslation('settings');
  const me = useMe();
  const change = useCommand('auth.changePassword', { handles: errorCodes });
  const chosen = useNewPassword(usePasswordLength());
  const [failure, setFailure] = useState<Failure | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setFailure(null);
    if (!chosen.check()) return;
    change.mutate({ password: chosen.password }, {
      onSuccess: () => {
        chosen.clear();
        notifications.show({ message: t('password.changed'), color: 'teal' });
      },
      onError: (error) => {
        const refusal = toFailure(error);
        if (!chosen.take(refusal) && refusal.code !== 'cancelled') setFailure(refusal);
      },
    });
  };
  return (
    <Section id="password" title={t('password.title')} text={t('password.text')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <NewPassword fields={chosen.fields} known={me ? [me.user.username, me.user.displayName, me.school.nameEl, me.school.nameEn] : []} />
          <FormFailure failure={failure} />
          <Group justify="flex-end"><Button type="submit" variant="default" loading={change.isPending} disabled={chosen.password === ''}>{t('password.change')}</Button></Group>
        </Stack>
      </form>
    </Section>
  );
}
