import { ActionIcon, Button, Group, Select, Stack, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconListNumbers, IconSettings } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isoDate } from '#contract/fields.ts';
import { useMay, useQueryOf } from '../../client/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { todayIso } from '../../ui/conduct/index.ts';
import { DateField, EmptyState, LoadState } from '../../ui/index.ts';
import { CategoriesDialog } from './categories-dialog.tsx';
import { PerformanceGrid } from './performance-grid.tsx';
import { shiftWeekday } from './rules-weekday.ts';

/** How a section did on a day: a student a line, a category a column. */
export function PerformanceTab() {
  const { t } = useTranslation(['conduct', 'errors']);
  const format = useFormat();
  const mayConfigure = useMay()('conduct:configure');
  const sections = useQueryOf('performance.sections', {});
  const categories = useQueryOf('performance.categories', {});
  const settings = useQueryOf('conduct.settings', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const [date, setDate] = useState(todayIso());
  const [configuring, setConfiguring] = useState(false);
  const isDate = isoDate.safeParse(date).success;
  const sectionId = chosen ?? sections.data?.sections[0]?.id ?? null;
  const step = (days: 1 | -1) => isDate && setDate(shiftWeekday(date, days));
  return (
    <LoadState query={sections} lines={8}>
      {({ sections: all }) => (
        <Stack>
          <Group justify="space-between" align="flex-end" className="no-print">
            <Group align="flex-end" gap="sm">
              <Select label={t('performance.section')} searchable allowDeselect={false} w={360} value={sectionId} onChange={setChosen} nothingFoundMessage={t('performance.noSection')}
                data={all.map((section) => ({ value: section.id, label: [section.division ?? section.level, pickName(format, section.courseEl, section.courseEn), `(${section.code})`].filter(Boolean).join(' · ') }))} />
              <DateField label={t('performance.date')} w={160} value={date} onChange={setDate} error={isDate ? undefined : t('errors:dateForm')} />
              <Tooltip label={t('performance.before')}><ActionIcon variant="default" size={36} aria-label={t('performance.before')} onClick={() => step(-1)}><IconChevronLeft size={16} aria-hidden /></ActionIcon></Tooltip>
              <Tooltip label={t('performance.after')}><ActionIcon variant="default" size={36} aria-label={t('performance.after')} onClick={() => step(1)}><IconChevronRight size={16} aria-hidden /></ActionIcon></Tooltip>
            </Group>
            {mayConfigure && <Button variant="default" leftSection={<IconSettings size={16} aria-hidden />} onClick={() => setConfiguring(true)}>{t('category.title')}</Button>}
          </Group>
          {sectionId === null ? <EmptyState icon={<IconListNumbers />} title={t('performance.noSections')} text={t('performance.noSectionsText')} /> : (
            <LoadState query={categories} lines={8}>
              {(data) => {
                const live = data.categories.filter(({ archivedAt }) => archivedAt === null);
                if (live.length === 0) return <EmptyState icon={<IconListNumbers />} title={t('category.none')} text={t('category.noneText')} />;
                return isDate && <PerformanceGrid key={`${sectionId} ${date}`} sectionId={sectionId} date={date} categories={live} />;
              }}
            </LoadState>
          )}
          {configuring && settings.data && categories.data && <CategoriesDialog categories={categories.data.categories} settings={settings.data.settings} onClose={() => setConfiguring(false)} />}
        </Stack>
      )}
    </LoadState>
  );
}
