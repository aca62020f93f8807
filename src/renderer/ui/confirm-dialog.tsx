import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface ConfirmDialogProps {
  opened: boolean;
  title: string;
  text: ReactNode;
  /** The verb on the button. */
  action: string;
  /** Red, for what cannot be undone. */
  dangerous?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that Undo does not cover. */
export function ConfirmDialog({ opened, title, text, action, dangerous, busy, onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={title} size="sm" closeButtonProps={{ 'aria-label': t('actions.close') }}>
      <Stack>
        <Text size="sm" component="div">{text}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>{t('actions.cancel')}</Button>
          <Button color={dangerous ? 'red' : undefined} loading={busy} onClick={onConfirm}>{action}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
