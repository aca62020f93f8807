import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../client/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { ButtonLink, ShownOnce } from '../../ui/index.ts';

/** A password for one sign-in, and for whom. */
export interface NewPassword { id: string; password: string; username: string; name: string; isNew: boolean }

/** Shows a temporary password this once, to be handed over. */
export function TemporaryPassword({ made, onClose }: { made: NewPassword; onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const me = useMe();
  const format = useFormat();
  const { id, password, username, name, isNew } = made;
  return (
    // Nothing but the button closes it: the password is not shown again.
    <Modal opened onClose={onClose} closeOnClickOutside={false} closeOnEscape={false} withCloseButton={false} title={t('temporary.title')}>
      <Stack>
        <Text size="sm">{t(isNew ? 'temporary.created' : 'temporary.reset', { username })} {t('temporary.text', { name })}</Text>
        <ShownOnce label={t('temporary.label')} codes={[password]} sheet={{
          title: t('temporary.sheet'), text: t('temporary.sheetText'),
          lines: [me ? pickName(format, me.school.nameEl, me.school.nameEn) : '', name, t('temporary.sheetUser', { username })],
        }} />
        <Group justify="flex-end">
          {isNew && <ButtonLink to="/accounts/$accountId" params={{ accountId: id }} variant="subtle" onClick={onClose}>{t('temporary.open')}</ButtonLink>}
          <Button onClick={onClose} data-autofocus>{t('temporary.done')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
