import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { password as passwordForm } from '#contract/setup.ts';
import { useCommand, useMe } from '../../client/index.ts';
import { describeFieldError } from '../../i18n/dynamic.ts';
import { NewSecret } from '../../ui/index.ts';
import { Section } from './section.tsx';

/** A new password; the program asks for the old one. */
export function PasswordSection() {
  const { t } = useTranslation('settings');
  const me = useMe();
  const change = useCommand('auth.changePassword');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [errors, setErrors] = useState<{ password?: string; again?: string }>({});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const issue = passwordForm.safeParse(password).error?.issues[0];
    const found = {
      password: issue && describeFieldError({ path: 'password', messageKey: issue.message }), again: password === again ? undefined : t('password.mismatch'),
    };
    setErrors(found);
    if (found.password || found.again) return;
    change.mutate({ password }, {
      onSuccess: () => {
        setPassword('');
        setAgain('');
        notifications.show({ message: t('password.changed'), color: 'teal' });
      },
    });
  };
  return (
    <Section id="password" title={t('password.title')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <NewSecret label={t('password.new')} value={password} onChange={(event) => setPassword(event.currentTarget.value)} error={errors.password}
            known={me ? [me.user.username, me.user.displayName, me.school.nameEl, me.school.nameEn] : []} />
          <PasswordInput label={t('password.repeat')} value={again} onChange={(event) => setAgain(event.currentTarget.value)} error={errors.again}
            autoComplete="new-password" maxLength={200} />
          <Group justify="flex-end"><Button type="submit" variant="default" loading={change.isPending} disabled={password === ''}>{t('password.change')}</Button></Group>
        </Stack>
      </form>
    </Section>
  );
}
