import { Box, Button, Group, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '#contract/index.ts';
import { useJob } from '../../client/index.ts';
import { readLanguage } from '../../i18n/index.ts';
import { JobProgress, validateWith } from '../../ui/index.ts';

const validate = validateWith(contract['mailServer.test'].input);

/** Sends one message through the saved server, to see whether it works. */
export function MailTest() {
  const { t } = useTranslation('settings');
  const job = useJob('mailServer.test');
  const [to, setTo] = useState('');
  const [error, setError] = useState<string | undefined>();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const input = { to, language: readLanguage() };
    const wrong = validate(input).to;
    setError(wrong);
    if (wrong === undefined && (await job.start(input)) !== null) notifications.show({ message: t('mail.tested'), color: 'teal' });
  };
  if (job.progress) return <Box mt="md" maw={560}><JobProgress progress={job.progress} label={t('mail.testing')} onCancel={job.cancel} /></Box>;
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <Group align="flex-start" mt="md">
        <TextInput label={t('mail.testTo')} type="email" w={300} maxLength={200} autoComplete="off" value={to} error={error} onChange={(event) => setTo(event.currentTarget.value)} />
        <Button type="submit" variant="default" mt={25}>{t('mail.test')}</Button>
      </Group>
    </form>
  );
}
