import { SimpleGrid, Stack } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useQueryOf } from '../../client/index.ts';
import { LoadState, Page } from '../../ui/index.ts';
import { BackupsSection } from './backups-section.tsx';
import { CodesSection } from './codes-section.tsx';
import { CustomFieldsSection } from './custom-fields-section.tsx';
import { DataSection } from './data-section.tsx';
import { MailSection } from './mail-section.tsx';
import { OwnSection } from './own-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { SchoolSection } from './school-section.tsx';
import { SecurityRulesSection } from './security-rules-section.tsx';
import { SessionsSection } from './sessions-section.tsx';
import { TwoFactorSection } from './two-factor-section.tsx';

/** The user's own settings, and the school's for those who may see them. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const may = useMay();
  const seesSchool = may('settings:view');
  const settings = useQueryOf('settings.get', {}, { enabled: seesSchool });
  const hash = useRouterState({ select: (state) => state.location.hash });
  const loaded = settings.data !== undefined;
  useEffect(() => {
    if (!hash) return;
    const section = document.getElementById(hash);
    section?.scrollIntoView({ block: 'start' });
    section?.focus({ preventScroll: true });
  }, [hash, loaded]);
  return (
    <Page title={t('title')}>
      <Stack>
        <SimpleGrid cols={{ base: 1, md: 2 }}><OwnSection /><PasswordSection /><TwoFactorSection /><SessionsSection /></SimpleGrid>
        {seesSchool && (
          <LoadState query={settings}>
            {(data) => <SimpleGrid cols={{ base: 1, md: 2 }}><SchoolSection data={data} /><DataSection data={data} /></SimpleGrid>}
          </LoadState>
        )}
        {seesSchool && <SecurityRulesSection />}
        {seesSchool && <MailSection />}
        {may('structure:view') && may('students:view') && <CodesSection />}
        {(may('customFields:create') || may('customFields:edit')) && <CustomFieldsSection />}
        {may('backups:run') && <BackupsSection settings={settings.data ?? null} />}
      </Stack>
    </Page>
  );
}
