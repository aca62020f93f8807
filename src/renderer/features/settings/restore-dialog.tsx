import { Button, FileInput, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#contract/errors.ts';
import type { Backup } from '#contract/setup.ts';
import { call, leaveSession, refreshGate, toFailure } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { FormFailure } from '../../ui/index.ts';

export type RestoreTarget = { kind: 'listed'; backup: Backup } | { kind: 'file' };

/** Puts a backup in place of the present records; asks for the recovery code, and the program for the password. */
export function RestoreDialog({ target, onClose }: { target: RestoreTarget | null; onClose: () => void }) {
  const { t } = useTranslation(['settings', 'common']);
  return (
    <Modal opened={target !== null} onClose={onClose} title={t('backups.restoreTitle')} closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
      {target && <RestoreForm target={target} onClose={onClose} />}
    </Modal>
  );
}

function RestoreForm({ target, onClose }: { target: RestoreTarget; onClose: () => void }) {
  const { t } = useTranslation(['settings', 'common']);
  const format = useFormat();
  const [file, setFile] = useState<File | null>(null);
  const [recoveryCode, setRecoveryCode] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const ready = recoveryCode.trim() !== '' && (target.kind === 'listed' || file !== null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      const source = target.kind === 'listed' ? { name: target.backup.name } : file ? { backup: new Uint8Array(await file.arrayBuffer()) } : {};
      await call('backups.restore', { ...source, recoveryCode });
      notifications.show({ message: t('backups.restored'), color: 'teal', autoClose: 12_000 });
      // The session was of the records that are gone.
      leaveSession();
      await refreshGate();
    } catch (error) {
      const next = toFailure(error);
      if (next.code !== 'cancelled') setFailure(next);
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        {target.kind === 'listed' && <Text fw={600}>{format.moment(target.backup.createdAt)}</Text>}
        <Text size="sm">{t('backups.restoreText')}</Text>
        {target.kind === 'file' && <FileInput label={t('backups.file')} placeholder={t('common:actions.chooseFile')} value={file} onChange={setFile} clearable />}
        <TextInput label={t('backups.code')} value={recoveryCode} onChange={(event) => setRecoveryCode(event.currentTarget.value)} maxLength={100}
          autoComplete="off" spellCheck={false} data-autofocus styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }} />
        <FormFailure failure={failure} />
        {busy && <Text size="sm" c="dimmed" role="status">{t('backups.restoring')}</Text>}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} disabled={busy}>{t('common:actions.cancel')}</Button>
          <Button type="submit" color="red" loading={busy} disabled={!ready}>{t('backups.restore')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
