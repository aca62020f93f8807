import { Button, Code, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { errorCodes } from '#contract/errors.ts';
import type { Output } from '#contract/index.ts';
import { toFailure, useCommand } from '../../client/index.ts';
import { describeFailure } from '../../i18n/dynamic.ts';
import { OneUseCodes } from './one-use-codes.tsx';
import { QrCode } from './qr-code.tsx';
import { TimedCodeField } from './timed-code-field.tsx';

/** A secret that counts once a code from it was given. */
export type NewFactor = Output<'twoFactor.start'>;

/** Brings the secret into the phone, proves that it is there, and hands over the codes for one use each. */
export function TwoFactorDialog({ factor, onClose }: { factor: NewFactor; onClose: () => void }) {
  const { t } = useTranslation(['settings', 'common']);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const close = { 'aria-label': t('common:actions.close') };
  return codes === null ? (
    <Modal opened onClose={onClose} closeOnClickOutside={false} title={t('twoFactor.turnOnTitle')} size="lg" closeButtonProps={close}>
      <Scan factor={factor} onConfirmed={setCodes} onClose={onClose} />
    </Modal>
  ) : <OneUseCodes codes={codes} onClose={onClose} />;
}

/** The secret in groups of four, as people read it out. */
const inGroups = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');

function Scan({ factor, onConfirmed, onClose }: { factor: NewFactor; onConfirmed: (codes: readonly string[]) => void; onClose: () => void }) {
  const { t } = useTranslation(['settings', 'common']);
  const confirm = useCommand('twoFactor.confirm', { handles: errorCodes });
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setError(null);
    confirm.mutate({ code }, {
      onSuccess: ({ codes }) => (codes ? onConfirmed(codes) : setError(t('twoFactor.wrong'))),
      onError: (thrown) => {
        const failure = toFailure(thrown);
        if (failure.code !== 'cancelled') setError(describeFailure(failure));
      },
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Group align="flex-start" wrap="nowrap" gap="lg">
          <QrCode text={factor.uri} label={t('twoFactor.qr')} width={200} />
          <Stack gap="sm">
            <List type="ordered" size="sm" spacing={6}>
              <List.Item>{t('twoFactor.step1')}</List.Item>
              <List.Item>{t('twoFactor.step2')}</List.Item>
              <List.Item>{t('twoFactor.step3')}</List.Item>
            </List>
            <div>
              <Text size="xs" c="dimmed" id="two-factor-secret">{t('twoFactor.secret')}</Text>
              <Code fz="sm" aria-labelledby="two-factor-secret" style={{ userSelect: 'all', overflowWrap: 'anywhere' }}>{inGroups(factor.secret)}</Code>
            </div>
          </Stack>
        </Group>
        <TimedCodeField value={code} onChange={setCode} error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{t('common:actions.cancel')}</Button>
          <Button type="submit" loading={confirm.isPending} disabled={code.trim() === ''}>{t('twoFactor.turnOn')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
