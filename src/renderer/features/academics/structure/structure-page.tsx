import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LoadState, Page } from '../../../ui/index.ts';
import { useYear, YearSelect } from '../year-select.tsx';
import { BellsTab } from './bells-tab.tsx';
import { CalendarTab } from './calendar-tab.tsx';
import { CoursesTab } from './courses-tab.tsx';
import { DepartmentsTab } from './departments-tab.tsx';
import { HomeroomsTab } from './homerooms-tab.tsx';
import { StaffTab } from './staff-tab.tsx';
import { YearsTab } from './years-tab.tsx';

const tabs = ['years', 'calendar', 'courses', 'departments', 'staff', 'homerooms', 'hours'] as const;
const ofYear: readonly string[] = ['calendar', 'homerooms'];

/** What the school is made up of: years, days, courses, departments, staff, divisions and lesson hours. */
export function StructurePage() {
  const { t } = useTranslation('academics');
  const search = useSearch({ from: '/structure' });
  const navigate = useNavigate();
  const { years, year, query } = useYear(search.year);
  const tab = search.tab ?? 'years';
  const go = (next: typeof search) => void navigate({ to: '/structure', search: { ...search, ...next }, replace: true });
  return (
    <Page title={t('structure')} subtitle={t('structureHint')}
      actions={ofYear.includes(tab) && <YearSelect years={years} year={year} onChange={(id) => go({ year: id })} />}>
      <Tabs value={tab} onChange={(next) => go({ tab: tabs.find((name) => name === next) })} keepMounted={false} activateTabWithKeyboard={false}>
        <Tabs.List mb="md">{tabs.map((name) => <Tabs.Tab key={name} value={name}>{t(`tabs.${name}`)}</Tabs.Tab>)}</Tabs.List>
        <Tabs.Panel value="years"><LoadState query={query} lines={8}>{() => <YearsTab years={years} />}</LoadState></Tabs.Panel>
        <Tabs.Panel value="calendar">{year && <CalendarTab key={year.id} year={year} />}</Tabs.Panel>
        <Tabs.Panel value="courses"><CoursesTab /></Tabs.Panel>
        <Tabs.Panel value="departments"><DepartmentsTab /></Tabs.Panel>
        <Tabs.Panel value="staff"><StaffTab /></Tabs.Panel>
        <Tabs.Panel value="homerooms">{year && <HomeroomsTab year={year} />}</Tabs.Panel>
        <Tabs.Panel value="hours"><BellsTab /></Tabs.Panel>
      </Tabs>
    </Page>
  );
}
