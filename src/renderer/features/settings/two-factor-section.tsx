import { Alert, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { queryClient, useCommand, useQueryOf } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { ConfirmDialog, LoadState } from '../../ui/index.ts';
import { RenewCodesDialog } from './renew-codes-dialog.tsx';
import { Section } from './section.tsx';
import { TwoFactorDialog, type NewFactor } from './two-factor-dialog.tsx';

/** So few codes left that new ones are due. */
const fewCodes = 3;
// The secret is kept outside the journal: no event tells of it.
const refresh = () => void queryClient.invalidateQueries({ queryKey: ['twoFactor.state'] });

/** A code from the phone at each sign-in: whether it is on, turning it on and off. */
export function TwoFactorSection() {
  const { t } = useTranslation('settings');
  const query = useQueryOf('twoFactor.state', {});
  const [started, setStarted] = useState<NewFactor | null>(null);
  const start = useCommand('twoFactor.start');
  return (
    <Section id="two-factor" title={t('twoFactor.title')} text={t('twoFactor.text')}>
      <LoadState query={query} lines={2}>
        {(state) => (state.on ? <TurnedOn state={state} /> : (
          <Group justify="space-between">
            <Badge variant="default" tt="none" size="lg">{t('twoFactor.off')}</Badge>
            <Button variant="default" loading={start.isPending} onClick={() => start.mutate({}, { onSuccess: setStarted })}>{t('twoFactor.turnOn')}</Button>
          </Group>
        ))}
      </LoadState>
      {started && <TwoFactorDialog factor={started} onClose={() => { setStarted(null); refresh(); }} />}
    </Section>
  );
}

function TurnedOn({ state: { since, codesLeft } }: { state: Output<'twoFactor.state'> }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const [renewing, setRenewing] = useState(false);
  const end = useCommand('twoFactor.end');
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Badge color="teal" variant="light" tt="none" size="lg">{t('twoFactor.on')}</Badge>
        <Text size="sm" c="dimmed">{since !== null && t('twoFactor.since', { date: format.moment(since) })}</Text>
      </Group>
      {codesLeft <= fewCodes
        ? <Alert color="yellow">{t('twoFactor.codesFew', { count: codesLeft })}</Alert>
        : <Text size="sm">{t('twoFactor.codesLeft', { count: codesLeft })}</Text>}
      <Group justify="flex-end">
        <Button variant="default" onClick={() => setRenewing(true)}>{t('twoFactor.renew')}</Button>
        <Button variant="default" loading={end.isPending} onClick={() => setAsking(true)}>{t('twoFactor.turnOff')}</Button>
      </Group>
      {renewing && <RenewCodesDialog onClose={() => { setRenewing(false); refresh(); }} />}
      <ConfirmDialog opened={asking} title={t('twoFactor.turnOffTitle')} text={t('twoFactor.turnOffText')} action={t('twoFactor.turnOff')} dangerous
        onClose={() => setAsking(false)} onConfirm={() => { setAsking(false); end.mutate({}, { onSuccess: refresh }); }} />
    </Stack>
  );
}
