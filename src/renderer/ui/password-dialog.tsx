import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { call, toFailure } from '../client/index.ts';
import { describeFailure } from '../i18n/dynamic.ts';

let ask: ((own: boolean) => Promise<boolean>) | null = null;

/** Asks for the password again; true once the program has confirmed it. `own`: for what touches nobody but the user. */
export async function askPassword(own: boolean): Promise<boolean> {
  return (await ask?.(own)) ?? false;
}

/** The dialog behind `askPassword`; stands once in the window. `inPlace`: within what is around it, where the place of dialogs is covered. */
export function PasswordDialog({ inPlace = false }: { inPlace?: boolean }) {
  const { t } = useTranslation();
  const [answer, setAnswer] = useState<((confirmed: boolean) => void) | null>(null);
  const [own, setOwn] = useState(false);
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  ask = (forOwn) => new Promise((resolve) => {
    setOwn(forOwn);
    setPassword('');
    setError(null);
    setAnswer(() => resolve);
  });
  const finish = (confirmed: boolean) => {
    answer?.(confirmed);
    setAnswer(null);
    setPassword('');
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      const reply = await call('auth.confirm', { password });
      if (reply.confirmed) return finish(true);
      setError(reply.waitSeconds > 0 ? t('password.wait', { count: reply.waitSeconds }) : t('password.wrong'));
    } catch (failure) {
      setError(describeFailure(toFailure(failure)));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal opened={answer !== null} onClose={() => finish(false)} title={t('password.askTitle')} size="sm" zIndex={300} withinPortal={!inPlace}
      closeButtonProps={{ 'aria-label': t('actions.close') }}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <Text size="sm" c="dimmed">{t(own ? 'password.askOwn' : 'password.askText')}</Text>
          <PasswordInput label={t('password.label')} value={password} onChange={(event) => setPassword(event.currentTarget.value)}
            error={error} autoComplete="current-password" data-autofocus required />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => finish(false)}>{t('actions.cancel')}</Button>
            <Button type="submit" loading={busy} disabled={password === ''}>{t('actions.confirm')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
