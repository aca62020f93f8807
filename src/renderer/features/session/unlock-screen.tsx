import { Alert, Anchor, Button, PasswordInput, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { call, refreshGate, toFailure, useQueryOf } from '../../client/index.ts';
import { describeFailure } from '../../i18n/dynamic.ts';
import { GateFrame } from '../../ui/index.ts';

/** The school's file is there but its key is not: the passphrase, or the recovery code. */
export function UnlockScreen() {
  const { t } = useTranslation(['session', 'common']);
  const problem = useQueryOf('setup.status', {}).data?.problem ?? null;
  // No key opens these: asking for one would only mislead.
  const closed = problem === 'damagedFile' || problem === 'newerFile';
  const [byCode, setByCode] = useState(false);
  const [secret, setSecret] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await call('setup.unlock', byCode ? { recoveryCode: secret } : { passphrase: secret });
      await refreshGate();
    } catch (failure) {
      setError(describeFailure(toFailure(failure)));
    } finally {
      setBusy(false);
    }
  };
  const swap = () => {
    setByCode(!byCode);
    setSecret('');
    setError(null);
  };
  return (
    <GateFrame title={t('unlock.title')} text={!closed && t(byCode ? 'unlock.codeText' : 'unlock.text')}>
      {problem && <Alert color="red" role="alert">{describeFailure({ code: problem })}</Alert>}
      {closed && <Button variant="default" onClick={() => void refreshGate()}>{t('common:actions.retry')}</Button>}
      {!closed && <form onSubmit={(event) => void submit(event)} style={{ display: 'contents' }}>
        {byCode
          ? <TextInput key="code" label={t('unlock.code')} value={secret} onChange={(event) => setSecret(event.currentTarget.value)} size="md" autoFocus
              autoComplete="off" spellCheck={false} maxLength={100} styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }} />
          : <PasswordInput key="phrase" label={t('unlock.passphrase')} value={secret} onChange={(event) => setSecret(event.currentTarget.value)} size="md"
              autoFocus autoComplete="off" maxLength={200} />}
        {error && <Alert color="red" role="alert">{error}</Alert>}
        <Button type="submit" size="md" loading={busy} disabled={secret.trim() === ''}>{t('unlock.submit')}</Button>
        <Anchor component="button" type="button" size="sm" onClick={swap}>{t(byCode ? 'unlock.usePassphrase' : 'unlock.useCode')}</Anchor>
      </form>}
    </GateFrame>
  );
}
