import { Anchor, Button, PasswordInput, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { GateFrame } from '../../ui/index.ts';
import { DemoAccounts } from './demo-accounts.tsx';
import { Refusal, type Tried } from './refusal.tsx';

interface Account { username: string; password: string }
interface PasswordStepProps extends Tried {
  typed: Account;
  demo: Output<'setup.status'>['demo'];
  onType: (typed: Account) => void;
  onSubmit: (account: Account) => void;
  onRecover: () => void;
}

/** Name and password. */
export function PasswordStep({ typed, demo, onType, onSubmit, onRecover, busy, failure, seconds }: PasswordStepProps) {
  const { t } = useTranslation('session');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(typed);
  };
  return (
    <GateFrame title={t('signIn.title')} below={demo && <DemoAccounts demo={demo} busy={busy} onChoose={(username) => onSubmit({ username, password: demo.password })} />}>
      <form onSubmit={submit} style={{ display: 'contents' }}>
        <TextInput label={t('signIn.username')} value={typed.username} onChange={(event) => onType({ ...typed, username: event.currentTarget.value })} size="md"
          autoComplete="username" autoFocus required withAsterisk={false} maxLength={60} spellCheck={false} autoCapitalize="none" />
        <PasswordInput label={t('signIn.password')} value={typed.password} onChange={(event) => onType({ ...typed, password: event.currentTarget.value })} size="md"
          autoComplete="current-password" required withAsterisk={false} maxLength={200} />
        <Refusal failure={failure} seconds={seconds} />
        <Button type="submit" size="md" loading={busy} disabled={seconds > 0}>{t('signIn.submit')}</Button>
        <Anchor component="button" type="button" size="xs" c="dimmed" underline="always" onClick={onRecover}>{t('recovery.link')}</Anchor>
      </form>
    </GateFrame>
  );
}
