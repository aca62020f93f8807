import { Alert, Badge, Button, Group, Stack, Tabs, Text } from '@mantine/core';
import { IconCalendarTime, IconPrinter } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay, useQueryOf } from '../../../client/index.ts';
import { printPage } from '../../../platform/system.ts';
import { ButtonLink, EmptyState, LoadState, Page } from '../../../ui/index.ts';
import { useYear, YearSelect } from '../year-select.tsx';
import { ClashesTab } from './clashes-tab.tsx';
import { WeekView } from './week-view.tsx';
import { WhoseWeek, type Whose } from './whose-week.tsx';

/** The weekly timetable: of a division, teacher, room or student, and what clashes in the year. */
export function TimetablePage() {
  const { t } = useTranslation('academics');
  const search = useSearch({ from: '/timetable' });
  const navigate = useNavigate();
  const mayEdit = useMay()('sections:edit');
  const { years, year } = useYear(search.year);
  const facets = useQueryOf('sections.facets', { yearId: year?.id ?? null }, { enabled: year !== undefined });
  const bells = useQueryOf('bells.list', {});
  const clashes = useQueryOf('timetable.clashes', { yearId: year?.id ?? '' }, { enabled: mayEdit && year !== undefined });
  const go = (next: Partial<typeof search>) => void navigate({ to: '/timetable', search: { ...search, ...next }, replace: true });
  const by = search.by ?? 'division';
  const [first] = facets.data?.divisions ?? [];
  // The first division shows at once what the screen is for.
  const whose: Whose = search.of === undefined && by === 'division' && first ? { by, level: first.level, of: first.division } : { by, level: search.level, of: search.of };
  const count = clashes.data?.clashes.length ?? 0;
  const isLoading = facets.isPending && search.of === undefined;
  const week = isLoading ? <LoadState query={facets} lines={8}>{() => null}</LoadState> : year && whose.of !== undefined && bells.data
    ? <WeekView key={`${year.id} ${by} ${whose.of}`} year={year} whose={{ ...whose, of: whose.of }} hours={bells.data.periods} rooms={facets.data?.rooms ?? []} />
    : <EmptyState icon={<IconCalendarTime />} title={t('timetable.choose')} text={t('timetable.chooseText')} />;
  return (
    <Page title={t('timetable.title')} actions={(
      <>
        <YearSelect years={years} year={year} onChange={(id) => go({ year: id })} />
        <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={printPage}>{t('timetable.print')}</Button>
      </>
    )}>
      <Tabs defaultValue="week" keepMounted={false} activateTabWithKeyboard={false}>
        {mayEdit && (
          <Tabs.List mb="sm" className="no-print">
            <Tabs.Tab value="week">{t('timetable.title')}</Tabs.Tab>
            <Tabs.Tab value="clashes" rightSection={count > 0 ? <Badge color="red" size="sm" variant="outline">{count}</Badge> : null}>{t('timetable.clashTab')}</Tabs.Tab>
          </Tabs.List>
        )}
        <Tabs.Panel value="week">
          <Stack gap="sm">
            <Group gap="sm" className="no-print"><WhoseWeek whose={whose} facets={facets.data} onChange={(next) => go(next)} /></Group>
            <LoadState query={bells} lines={8}>
              {({ periods }) => (periods.length > 0 ? week : (
                <EmptyState icon={<IconCalendarTime />} title={t('timetable.noHours')} text={t('timetable.noHoursText')}>
                  <ButtonLink to="/structure" search={{ tab: 'hours' }}>{t('structure')}</ButtonLink>
                </EmptyState>
              ))}
            </LoadState>
            {year?.status === 'closed' && mayEdit && <Alert color="gray" variant="outline" className="no-print"><Text size="sm">{year.label}: {t('yearStatus.closed')}</Text></Alert>}
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="clashes">{year && <ClashesTab year={year} />}</Tabs.Panel>
      </Tabs>
    </Page>
  );
}
