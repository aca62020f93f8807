import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RoleView } from '#contract/roles.ts';
import { useCommand } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { ConfirmDialog } from '../../ui/index.ts';
import { nameOf } from './words.ts';

/** Asks before a role is removed, or says what still stands on it. */
export function RemoveRole({ role, onClose }: { role: RoleView; onClose: () => void }) {
  const { t } = useTranslation(['roles', 'common']);
  const format = useFormat();
  const navigate = useNavigate();
  const remove = useCommand('roles.remove');
  const what = nameOf(format, role);
  if (role.holders > 0 || role.rules > 0) {
    return (
      <Modal opened onClose={onClose} title={t('remove.inUse', { what })} size="sm" closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
        <Stack>
          <Text size="sm">{[role.holders > 0 && t('role.holders', { count: role.holders }), role.rules > 0 && t('role.rules', { count: role.rules })].filter(Boolean).join(' · ')}</Text>
          <Text size="sm">{t('remove.inUseText')}</Text>
          <Group justify="flex-end"><Button onClick={onClose} data-autofocus>{t('remove.understood')}</Button></Group>
        </Stack>
      </Modal>
    );
  }
  const confirm = async () => {
    if (role.rev === null) return;
    // A failure has been shown by the command; the dialog then stays.
    await remove.mutateAsync({ id: role.key, rev: role.rev }).then(() => navigate({ to: '/roles/{-$tab}' })).catch(() => undefined);
  };
  return <ConfirmDialog opened dangerous title={t('remove.title', { what })} text={t('remove.text')} action={t('common:actions.remove')} busy={remove.isPending} onConfirm={() => void confirm()} onClose={onClose} />;
}
