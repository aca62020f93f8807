import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface AskReasonProps { title: string; text?: ReactNode; action: string; busy: boolean; onConfirm: (reason: string) => void; onClose: () => void }

/** Asks before something that needs a reason: unlocking, opening a closed year, correcting it. */
export function AskReason({ title, text, action, busy, onConfirm, onClose }: AskReasonProps) {
  const { t } = useTranslation(['academics', 'common', 'fields']);
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '') onConfirm(reason.trim());
  };
  return (
    <Modal opened onClose={onClose} title={title} size="md">
      <form onSubmit={submit}>
        <Stack>
          {text && <Text size="sm" component="div">{text}</Text>}
          <TextInput data-autofocus required label={t('fields:reason')} value={reason} maxLength={300} onChange={(event) => setReason(event.currentTarget.value)} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('common:actions.cancel')}</Button>
            <Button type="submit" loading={busy} disabled={reason.trim() === ''}>{action}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
