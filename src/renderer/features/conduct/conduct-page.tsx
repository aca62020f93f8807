import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useMay } from '../../client/index.ts';
import { Page } from '../../ui/index.ts';
import { HighlightsTab } from './highlights-tab.tsx';
import { IncidentsTab } from './incidents-tab.tsx';
import { InterventionsTab } from './interventions-tab.tsx';
import { PerformanceTab } from './performance-tab.tsx';

export const conductTabs = ['performance', 'highlights', 'incidents', 'interventions'] as const;
const tabForm = z.enum(conductTabs);

/** How the students do from day to day: daily performance, highlights, incidents, interventions. */
export function ConductPage() {
  const { t } = useTranslation('conduct');
  const may = useMay();
  const { tab = 'performance' } = useSearch({ from: '/conduct' });
  const navigate = useNavigate();
  return (
    <Page title={t('title')}>
      <Tabs value={tab} keepMounted={false} activateTabWithKeyboard={false} onChange={(next) => void navigate({ to: '/conduct', search: { tab: tabForm.parse(next) } })}>
        <Tabs.List mb="md" className="no-print">
          {conductTabs.filter((name) => name !== 'interventions' || may('interventions:view')).map((name) => <Tabs.Tab key={name} value={name}>{t(`tab.${name}`)}</Tabs.Tab>)}
        </Tabs.List>
        <Tabs.Panel value="performance"><PerformanceTab /></Tabs.Panel>
        <Tabs.Panel value="highlights"><HighlightsTab /></Tabs.Panel>
        <Tabs.Panel value="incidents"><IncidentsTab /></Tabs.Panel>
        {may('interventions:view') && <Tabs.Panel value="interventions"><InterventionsTab /></Tabs.Panel>}
      </Tabs>
    </Page>
  );
}
