import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Permission } from '#contract/permissions.ts';
import { useMay } from '../../client/index.ts';
import { Page } from '../../ui/index.ts';
import { CallsPanel } from './office/calls-panel.tsx';
import { MissingPanel } from './office/missing-panel.tsx';
import { SetupPanel } from './setup/setup-panel.tsx';
import { TakePanel } from './take/take-panel.tsx';
import { SummaryPanel } from './totals/summary-panel.tsx';
import { useAttendanceSearch } from './use-attendance-search.ts';

const views = [
  { key: 'take', permission: 'attendance:view', panel: TakePanel }, { key: 'missing', permission: 'attendance:view', panel: MissingPanel },
  { key: 'calls', permission: 'attendance:correct', panel: CallsPanel }, { key: 'summary', permission: 'attendance:view', panel: SummaryPanel },
  { key: 'setup', permission: 'attendance:configure', panel: SetupPanel },
] as const satisfies readonly { key: string; permission: Permission; panel: () => React.ReactNode }[];

/** Attendance: taking it, who has not, whom to call, what it adds up to, and what can be marked. */
export function AttendancePage() {
  const { t } = useTranslation('attendance');
  const may = useMay();
  const { search, show } = useAttendanceSearch();
  const shown = views.filter(({ permission }) => may(permission));
  const view = shown.find(({ key }) => key === search.view) ?? shown[0];
  if (!view) return <Page title={t('title')}>{null}</Page>;
  const Panel = view.panel;
  return (
    <Page title={t('title')}>
      <Tabs value={view.key} activateTabWithKeyboard={false} keepMounted={false}
        onChange={(value) => show({ view: views.find(({ key }) => key === value)?.key })}>
        <Tabs.List mb="md" className="no-print">
          {shown.map(({ key }) => <Tabs.Tab key={key} value={key}>{t(`views.${key}`)}</Tabs.Tab>)}
        </Tabs.List>
        <Tabs.Panel value={view.key}><Panel /></Tabs.Panel>
      </Tabs>
    </Page>
  );
}
