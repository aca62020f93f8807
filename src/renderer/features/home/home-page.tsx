import { SimpleGrid } from '@mantine/core';
import { IconLayoutSidebar } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useMe, useQueryOf } from '../../client/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { EmptyState, LoadState, Page } from '../../ui/index.ts';
import { EmptySchool } from './empty-school.tsx';
import { RecentPanel } from './recent-panel.tsx';
import { TasksPanel } from './tasks-panel.tsx';
import { TodayTiles } from './today-tiles.tsx';

// The chart library is as large as the rest of the screen: it must not delay the numbers above it.
const Charts = lazy(() => import('./charts.tsx'));

/** Today, what is unfinished, recent records, and the school in a few charts. */
export function HomePage() {
  const { t } = useTranslation('home');
  const format = useFormat();
  const may = useMay();
  const isKnown = useMe() !== null;
  const overview = useQueryOf('home.overview', {}, { enabled: may('students:view') });
  const today = overview.data;
  const subtitle = today && [
    format.longDate(today.today), today.isSchoolDay ? pickName(format, today.termEl, today.termEn) || t('today.noTerm') : t('today.noSchool'),
  ].join(' · ');
  if (isKnown && !may('students:view')) return <Page title={t('title')}><EmptyState icon={<IconLayoutSidebar />} title={t('noStudents.title')} text={t('noStudents.text')} /></Page>;
  return (
    <Page title={t('title')} subtitle={subtitle}>
      <LoadState query={overview}>
        {(data) => (data.tasks.some(({ kind }) => kind === 'emptySchool')
          ? <><EmptySchool /><TasksPanel tasks={data.tasks.filter(({ kind }) => kind !== 'emptySchool')} /></>
          : <>
              <TodayTiles overview={data} />
              <SimpleGrid cols={{ base: 1, md: 2 }} mt="md">
                <TasksPanel tasks={data.tasks} />
                <RecentPanel />
              </SimpleGrid>
              {may('insight:view') && <Suspense fallback={null}><Charts /></Suspense>}
            </>)}
      </LoadState>
    </Page>
  );
}
