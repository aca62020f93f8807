import { Tabs } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../client/index.ts';
import { Page } from '../../ui/index.ts';
import { DisclosuresTab } from './disclosures-tab.tsx';
import { ErasuresTab } from './erasures-tab.tsx';
import { HoldsTab } from './holds-tab.tsx';
import { RetentionTab } from './retention/retention-tab.tsx';

const tabs = ['disclosures', 'retention', 'holds', 'erasures'] as const;

/** What was told to others, how long records are kept, what must not be erased, and what was. */
export function PrivacyPage() {
  const { t } = useTranslation('privacy');
  const { tab: asked } = useParams({ from: '/privacy/{-$tab}' });
  const navigate = useNavigate();
  const may = useMay();
  const shown = tabs.filter((name) => name !== 'disclosures' || may('disclosures:view'));
  const tab = shown.find((name) => name === asked) ?? shown[0] ?? 'retention';
  return (
    <Page title={t('title')} subtitle={t('subtitle')}>
      <Tabs value={tab} onChange={(next) => void navigate({ to: '/privacy/{-$tab}', params: { tab: next ?? undefined } })} keepMounted={false} activateTabWithKeyboard={false}>
        <Tabs.List mb="md" className="no-print">{shown.map((name) => <Tabs.Tab key={name} value={name}>{t(`tabs.${name}`)}</Tabs.Tab>)}</Tabs.List>
        {may('disclosures:view') && <Tabs.Panel value="disclosures"><DisclosuresTab /></Tabs.Panel>}
        <Tabs.Panel value="retention"><RetentionTab /></Tabs.Panel>
        <Tabs.Panel value="holds"><HoldsTab /></Tabs.Panel>
        <Tabs.Panel value="erasures"><ErasuresTab /></Tabs.Panel>
      </Tabs>
    </Page>
  );
}
