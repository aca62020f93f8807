import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, refreshGate, reportFailure } from '../../client/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { GateFrame, RecoveryCode } from '../../ui/index.ts';
import type { CreatedSchool } from './wizard-form.ts';

/** The code that opens the records without this computer: it must be kept before the wizard ends. */
export function RecoveryScreen({ created: { recoveryCode, school } }: { created: CreatedSchool }) {
  const { t } = useTranslation('setup');
  const format = useFormat();
  const [kept, setKept] = useState(false);
  const [busy, setBusy] = useState(false);
  const finish = async () => {
    setBusy(true);
    try {
      const answer = await call('auth.signIn', { username: school.admin.username, password: school.admin.password });
      if (answer.state === 'signedIn') await call('keys.confirmRecovery', {});
    } catch (error) {
      reportFailure(error);
    } finally {
      // Whatever happened, the school is there: the sign-in screen or the program comes next.
      setBusy(false);
      await refreshGate();
    }
  };
  return (
    <GateFrame title={t('recovery.title')} text={t('recovery.text')} width={560}>
      <RecoveryCode code={recoveryCode} school={pickName(format, school.nameEl, school.nameEn)} onKept={() => setKept(true)} />
      <Button size="md" disabled={!kept} loading={busy} onClick={() => void finish()} aria-describedby="keep-first">{t('recovery.continue')}</Button>
      <Text id="keep-first" size="sm" c="dimmed" ta="center" role="status">{kept ? (busy ? t('recovery.signIn') : '') : t('recovery.mustKeep')}</Text>
    </GateFrame>
  );
}
