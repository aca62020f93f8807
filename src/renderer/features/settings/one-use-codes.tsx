import { Button, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../client/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { ShownOnce } from '../../ui/index.ts';

/** The codes for one use each, to print or save. They are not shown again: a click beside the dialog must not lose them. */
export function OneUseCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const me = useMe();
  const format = useFormat();
  const whose = me ? [pickName(format, me.school.nameEl, me.school.nameEn), `${me.user.displayName} (${me.user.username})`] : [];
  return (
    <Modal opened onClose={onClose} closeOnClickOutside={false} closeOnEscape={false} withCloseButton={false} title={t('twoFactor.codesTitle')} size="lg">
      <Stack>
        <Text size="sm">{t('twoFactor.codesText')}</Text>
        <ShownOnce label={t('twoFactor.codesTitle')} codes={codes} fileName={t('twoFactor.fileName')}
          sheet={{ title: t('twoFactor.codesTitle'), lines: [...whose, format.moment(Date.now())], text: t('twoFactor.codesText') }} />
        <Button onClick={onClose} data-autofocus>{t('twoFactor.kept')}</Button>
      </Stack>
    </Modal>
  );
}
