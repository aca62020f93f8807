import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { errorCodes } from '#contract/errors.ts';
import { toFailure, useCommand } from '../../client/index.ts';
import { describeFailure } from '../../i18n/dynamic.ts';
import { OneUseCodes } from './one-use-codes.tsx';
import { TimedCodeField } from './timed-code-field.tsx';

/** Asks for a code from the phone, and hands over new one-use codes in the place of the old ones. */
export function RenewCodesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['settings', 'common']);
  const renew = useCommand('twoFactor.renewCodes', { handles: errorCodes });
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setError(null);
    renew.mutate({ code }, {
      onSuccess(answer) {
        if (answer.codes) setCodes(answer.codes);
        else setError(answer.waitSeconds > 0 ? `${t('twoFactor.wrong')} ${t('common:password.wait', { count: answer.waitSeconds })}.` : t('twoFactor.wrong'));
      },
      onError(thrown) {
        const failure = toFailure(thrown);
        if (failure.code !== 'cancelled') setError(describeFailure(failure));
      },
    });
  };
  if (codes) return <OneUseCodes codes={codes} onClose={onClose} />;
  return (
    <Modal opened onClose={onClose} title={t('twoFactor.renew')} closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{t('twoFactor.renewText')}</Text>
          <TimedCodeField value={code} onChange={setCode} error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>{t('common:actions.cancel')}</Button>
            <Button type="submit" loading={renew.isPending} disabled={code.trim() === ''}>{t('twoFactor.renewAction')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
