import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { call, resumeSession, toFailure, useQueryOf } from '../../client/index.ts';
import { describeFailure } from '../../i18n/dynamic.ts';
import { GateFrame, useCountdown } from '../../ui/index.ts';
import { DemoAccounts } from './demo-accounts.tsx';

/** Who are you? The refusal says the same whether or not the user exists. */
export function SignInScreen() {
  const { t } = useTranslation('session');
  const { data: status } = useQueryOf('setup.status', {});
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const wait = useCountdown();

  const signIn = async (name: string, secret: string) => {
    setBusy(true);
    setError(null);
    try {
      const answer = await call('auth.signIn', { username: name, password: secret });
      if (answer.state === 'signedIn') return await resumeSession();
      wait.start(answer.waitSeconds);
      setError(t('signIn.refused'));
    } catch (failure) {
      setError(describeFailure(toFailure(failure)));
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void signIn(username, password);
  };
  const demo = status?.demo ?? null;

  return (
    <GateFrame title={t('signIn.title')} below={demo && <DemoAccounts demo={demo} busy={busy} onChoose={(name) => void signIn(name, demo.password)} />}>
      <form onSubmit={submit} style={{ display: 'contents' }}>
        <TextInput label={t('signIn.username')} value={username} onChange={(event) => setUsername(event.currentTarget.value)} size="md"
          autoComplete="username" autoFocus required withAsterisk={false} maxLength={60} spellCheck={false} autoCapitalize="none" />
        <PasswordInput label={t('signIn.password')} value={password} onChange={(event) => setPassword(event.currentTarget.value)} size="md"
          autoComplete="current-password" required withAsterisk={false} maxLength={200} />
        {error && <Alert color="red" role="alert">{error}{wait.seconds > 0 && <div>{t('wait', { count: wait.seconds })}</div>}</Alert>}
        <Button type="submit" size="md" loading={busy} disabled={wait.seconds > 0}>{t('signIn.submit')}</Button>
      </form>
    </GateFrame>
  );
}
