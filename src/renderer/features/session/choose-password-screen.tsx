import { Alert, Anchor, Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { call, reportFailure, resumeSession, signOut, toFailure, useMe } from '../../client/index.ts';
import { describeFailure } from '../../i18n/dynamic.ts';
import { GateFrame, NewPassword, PasswordDialog, useNewPassword, usePasswordLength } from '../../ui/index.ts';

/** Stands before the program until a password that somebody else gave out, or that is too old, has been replaced by one's own. */
export function ChoosePasswordScreen() {
  const { t } = useTranslation('session');
  const me = useMe();
  const chosen = useNewPassword(usePasswordLength());
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setError(null);
    if (!chosen.check()) return;
    setBusy(true);
    try {
      await call('auth.changePassword', { password: chosen.password });
      await resumeSession();
    } catch (thrown) {
      const failure = toFailure(thrown);
      if (!chosen.take(failure) && failure.code !== 'cancelled') setError(describeFailure(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <GateFrame title={t('choose.title')} text={t('choose.text')} width={440}>
        <form onSubmit={(event) => void submit(event)} noValidate style={{ display: 'contents' }}>
          <NewPassword fields={chosen.fields} known={me ? [me.user.username, me.user.displayName, me.school.nameEl, me.school.nameEn] : []} size="md" autoFocus />
          {error && <Alert color="red" role="alert">{error}</Alert>}
          <Button type="submit" size="md" loading={busy} disabled={chosen.password === ''}>{t('choose.submit')}</Button>
          <Anchor component="button" type="button" size="sm" onClick={() => void signOut().catch(reportFailure)}>{t('choose.signOut')}</Anchor>
        </form>
      </GateFrame>
      <PasswordDialog inPlace />
    </>
  );
}
