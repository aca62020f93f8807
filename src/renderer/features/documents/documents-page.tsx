import { Box, Button, Tabs } from '@mantine/core';
import { IconFileCertificate } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../client/index.ts';
import { Page } from '../../ui/index.ts';
import { IssueDialog } from '../../ui/documents/index.ts';
import { CheckTab } from './check-tab.tsx';
import { RegisterTab } from './register-tab.tsx';
import { TemplatesTab } from './templates-tab.tsx';

/** The documents that the school gives out: their register, checking one, and how they look. */
export function DocumentsPage() {
  const { t } = useTranslation('documents');
  const may = useMay();
  const [tab, setTab] = useState<string | null>('register');
  const [issuing, setIssuing] = useState(false);
  const grow = { flex: 1, minHeight: 0 } as const;
  return (
    <Page fill title={t('title')} subtitle={t('subtitle')} actions={may('documents:issue') && (
      <Button leftSection={<IconFileCertificate size={17} aria-hidden />} onClick={() => setIssuing(true)}>{t('issue.open')}</Button>
    )}>
      <Tabs value={tab} onChange={setTab} keepMounted={false} activateTabWithKeyboard={false} style={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
        <Tabs.List mb="md">
          <Tabs.Tab value="register">{t('register.tab')}</Tabs.Tab>
          <Tabs.Tab value="check">{t('check.tab')}</Tabs.Tab>
          {may('documents:configure') && <Tabs.Tab value="templates">{t('templates.tab')}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="register" style={grow}><RegisterTab onIssue={() => setIssuing(true)} /></Tabs.Panel>
        <Tabs.Panel value="check"><CheckTab /></Tabs.Panel>
        {may('documents:configure') && <Tabs.Panel value="templates"><Box maw={1240} pb="xl"><TemplatesTab /></Box></Tabs.Panel>}
      </Tabs>
      {issuing && <IssueDialog onClose={() => setIssuing(false)} />}
    </Page>
  );
}
