import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { call, toFailure } from '../../client/index.ts';
import { describeFailure, describeFieldError } from '../../i18n/dynamic.ts';
import { GateFrame, leastLength, NewPassword, useCountdown, useNewPassword } from '../../ui/index.ts';
import { Refusal } from './refusal.tsx';

/** The last way back in: whoever holds the school's recovery code makes an account administrator and gives it a new password. */
export function AdministratorRecovery({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation(['session', 'common']);
  const chosen = useNewPassword(leastLength);
  const [recoveryCode, setRecoveryCode] = useState('');
  const [username, setUsername] = useState('');
  const [nameError, setNameError] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [state, setState] = useState<'asking' | 'busy' | 'done'>('asking');
  const wait = useCountdown();

  const explain = (error: unknown) => {
    const refusal = toFailure(error);
    const wrongName = refusal.fields?.find(({ path }) => path === 'username');
    if (wrongName) return setNameError(describeFieldError(wrongName));
    if (chosen.take(refusal)) return;
    // The door of the office network does not know this procedure.
    setFailure(refusal.code === 'unknownProcedure' ? t('recovery.onlyThere') : describeFailure(refusal));
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(null);
    setNameError(null);
    if (!chosen.check()) return;
    setState('busy');
    try {
      const answer = await call('recovery.administrator', { recoveryCode, username, password: chosen.password });
      if (answer.state === 'recovered') return setState('done');
      wait.start(answer.waitSeconds);
      setFailure(t('recovery.refused'));
    } catch (error) {
      explain(error);
    }
    setState('asking');
  };

  if (state === 'done') {
    return (
      <GateFrame title={t('recovery.doneTitle')} text={t('recovery.doneText', { username })} width={480}>
        <Button size="md" autoFocus onClick={onBack}>{t('recovery.toSignIn')}</Button>
      </GateFrame>
    );
  }
  return (
    <GateFrame title={t('recovery.title')} text={t('recovery.text')} width={480}>
      <form onSubmit={(event) => void submit(event)} style={{ display: 'contents' }}>
        <TextInput label={t('recovery.code')} description={t('recovery.codeHint')} value={recoveryCode} onChange={(event) => setRecoveryCode(event.currentTarget.value)} autoFocus required withAsterisk={false}
          maxLength={100} autoComplete="off" spellCheck={false} styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }} />
        <TextInput label={t('recovery.username')} value={username} onChange={(event) => setUsername(event.currentTarget.value)} error={nameError} required withAsterisk={false}
          autoComplete="username" maxLength={60} spellCheck={false} autoCapitalize="none" />
        <NewPassword fields={chosen.fields} known={[username]} />
        <Text size="xs" c="dimmed">{t('recovery.recorded')}</Text>
        <Refusal failure={failure} seconds={wait.seconds} />
        <Group justify="space-between">
          <Button variant="default" onClick={onBack} disabled={state === 'busy'}>{t('common:actions.back')}</Button>
          <Button type="submit" loading={state === 'busy'} disabled={wait.seconds > 0 || recoveryCode.trim() === ''}>{t('recovery.submit')}</Button>
        </Group>
      </form>
    </GateFrame>
  );
}
