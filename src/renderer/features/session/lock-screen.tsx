import { Anchor, Button, PasswordInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { call, reportFailure, resumeSession, signOut, toFailure, useMe } from '../../client/index.ts';
import { describeFailure } from '../../i18n/dynamic.ts';
import { GateFrame, useCountdown } from '../../ui/index.ts';
import { Refusal } from './refusal.tsx';

/** Covers the program until the same user's password is given. */
export function LockScreen() {
  const { t } = useTranslation('session');
  const me = useMe();
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const wait = useCountdown();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      const answer = await call('auth.unlock', { password });
      if (answer.unlocked) return await resumeSession();
      wait.start(answer.waitSeconds);
      setPassword('');
      setFailure(t('lock.refused'));
    } catch (error) {
      setFailure(describeFailure(toFailure(error)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <GateFrame title={me ? `${t('lock.title')}: ${me.user.displayName}` : t('lock.title')} text={t('lock.text')}>
      <form onSubmit={(event) => void submit(event)} style={{ display: 'contents' }}>
        <PasswordInput label={t('lock.password')} value={password} onChange={(event) => setPassword(event.currentTarget.value)} size="md"
          autoComplete="current-password" autoFocus required withAsterisk={false} maxLength={200} />
        <Refusal failure={failure} seconds={wait.seconds} />
        <Button type="submit" size="md" loading={busy} disabled={wait.seconds > 0}>{t('lock.submit')}</Button>
        <Anchor component="button" type="button" size="sm" onClick={() => void signOut().catch(reportFailure)}>{t('lock.other')}</Anchor>
      </form>
    </GateFrame>
  );
}
