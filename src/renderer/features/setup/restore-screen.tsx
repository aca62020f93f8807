import { Button, FileInput, Group, Text, TextInput } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#contract/errors.ts';
import { call, refreshGate, toFailure, useQueryOf } from '../../client/index.ts';
import { FormFailure, GateFrame, NewSecret } from '../../ui/index.ts';

/** A school from a backup: of this computer or another. */
export function RestoreScreen({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation(['setup', 'common']);
  const { data: status } = useQueryOf('setup.status', {});
  const [file, setFile] = useState<File | null>(null);
  const [recoveryCode, setRecoveryCode] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const asksPassphrase = status?.keyHolder === 'passphrase';
  const ready = file !== null && recoveryCode.trim() !== '' && (!asksPassphrase || passphrase.length >= 10);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!file) return;
    setBusy(true);
    setFailure(null);
    try {
      const backup = new Uint8Array(await file.arrayBuffer());
      await call('setup.restore', { backup, recoveryCode, passphrase: asksPassphrase ? passphrase : undefined });
      await refreshGate();
    } catch (error) {
      setFailure(toFailure(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <GateFrame title={t('restore.title')} text={t('restore.text')} width={480}>
      <form onSubmit={(event) => void submit(event)} style={{ display: 'contents' }}>
        <FileInput label={t('restore.file')} placeholder={t('common:actions.chooseFile')} value={file} onChange={setFile} required
          leftSection={<IconFile size={16} aria-hidden />} clearable />
        <TextInput label={t('restore.code')} value={recoveryCode} onChange={(event) => setRecoveryCode(event.currentTarget.value)} required maxLength={100}
          autoComplete="off" spellCheck={false} styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }} />
        {asksPassphrase && (
          <NewSecret label={t('restore.passphrase')} value={passphrase} onChange={(event) => setPassphrase(event.currentTarget.value)} required />
        )}
        <FormFailure failure={failure} />
        <Group justify="space-between">
          <Button variant="default" onClick={onBack} disabled={busy}>{t('common:actions.back')}</Button>
          <Button type="submit" loading={busy} disabled={!ready}>{t('restore.submit')}</Button>
        </Group>
        {busy && <Text size="sm" c="dimmed" role="status">{t('restore.busy')}</Text>}
      </form>
    </GateFrame>
  );
}
