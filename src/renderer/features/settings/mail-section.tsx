import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay, useQueryOf } from '../../client/index.ts';
import { LoadState } from '../../ui/index.ts';
import { MailForm } from './mail-form.tsx';
import { MailTest } from './mail-test.tsx';
import { Section } from './section.tsx';

/** The server through which the office sends e-mail, and whether it works. */
export function MailSection() {
  const { t } = useTranslation('settings');
  const query = useQueryOf('mailServer.get', {});
  const mayEdit = useMay()('settings:edit');
  return (
    <Section id="mail" title={t('mail.title')} text={t(mayEdit ? 'mail.text' : 'mail.readOnly')}>
      <LoadState query={query}>
        {(data) => (!mayEdit && data.server === null ? <Text size="sm">{t('mail.none')}</Text> : (
          <>
            <MailForm key={data.rev} data={data} readOnly={!mayEdit} />
            {mayEdit && data.server !== null && <MailTest />}
          </>
        ))}
      </LoadState>
    </Section>
  );
}
