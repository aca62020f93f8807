import { Button, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconChalkboard, IconFilterOff, IconPlus, IconSearch, IconWand } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sectionFilter, type SectionFilter, type SectionRow } from '#contract/sections.ts';
import { call, useMay, useQueryOf } from '../../../client/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { ExportButton } from '../../../ui/export/index.ts';
import { PagedGrid } from '../../../ui/grid/index.ts';
import { EmptyState, LoadState, Page } from '../../../ui/index.ts';
import { writePerson } from '../names.ts';
import { useYear, YearSelect, type Year } from '../year-select.tsx';
import { GenerateDialog } from './generate-dialog.tsx';
import { useSectionColumns } from './section-columns.tsx';
import { SectionDialog } from './section-dialog.tsx';

const typingPause = 150;

/** The sections of a year: find, narrow, open, add, and make those of a division. */
export function SectionsPage() {
  const { t } = useTranslation(['academics', 'common']);
  const search = useSearch({ from: '/sections' });
  const navigate = useNavigate();
  const mayAdd = useMay()('sections:create');
  const { years, year } = useYear(search.year);
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text, typingPause);
  const [dialog, setDialog] = useState<'add' | 'generate' | null>(null);
  const filter = useMemo(
    () => sectionFilter.parse({ yearId: year?.id ?? null, level: search.level, division: search.division, courseId: search.course, staffId: search.teacher, text: settled.slice(0, 60) }),
    [year?.id, search.level, search.division, search.course, search.teacher, settled]);
  const count = useQueryOf('sections.list', { filter, limit: 1 }, { keep: true, enabled: year !== undefined });
  const go = (next: typeof search) => void navigate({ to: '/sections', search: { ...search, ...next }, replace: true });
  const clear = () => {
    setText('');
    void navigate({ to: '/sections', search: { year: search.year }, replace: true });
  };
  return (
    <Page fill title={t('sections.title')} subtitle={<span role="status">{count.data ? t('sections.count', { count: count.data.total }) : t('common:loading')}</span>}
      actions={year && (
        <>
          <ExportButton list={{ table: 'sections', filter }} />
          {mayAdd && <Button variant="default" leftSection={<IconWand size={16} aria-hidden />} onClick={() => setDialog('generate')}>{t('sections.generate')}</Button>}
          {mayAdd && <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDialog('add')}>{t('sections.add')}</Button>}
        </>
      )}>
      <div style={{ display: 'flex', flexDirection: 'column', height: '100%' }}>
        <Group gap="xs" mb="sm" role="search" aria-label={t('sections.filters')}>
          <YearSelect years={years} year={year} onChange={(id) => go({ year: id, course: undefined, teacher: undefined, level: undefined, division: undefined })} />
          <TextInput aria-label={t('sections.search')} placeholder={t('sections.search')} w={190} leftSection={<IconSearch size={16} aria-hidden />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
          <Narrow year={year} filter={filter} onChange={go} />
          {(text !== '' || filter.level || filter.division || filter.courseId || filter.staffId) && (
            <Button variant="subtle" leftSection={<IconFilterOff size={16} aria-hidden />} onClick={clear}>{t('sections.clear')}</Button>
          )}
        </Group>
        <div style={{ flex: 1, minHeight: 0 }}>
          <LoadState query={count} lines={12}>
            {({ total }) => (total === 0
              ? <EmptyState icon={<IconChalkboard />} title={t('sections.none')} text={t('sections.noneText')}>{mayAdd && <Button onClick={() => setDialog('generate')}>{t('sections.generate')}</Button>}</EmptyState>
              : <SectionsGrid filter={filter} version={count.dataUpdatedAt} />)}
          </LoadState>
        </div>
      </div>
      {dialog === 'add' && year && <SectionDialog year={year} section={null} onClose={() => setDialog(null)} />}
      {dialog === 'generate' && year && <GenerateDialog year={year} onClose={() => setDialog(null)} />}
    </Page>
  );
}

interface NarrowProps { year: Year | undefined; filter: SectionFilter; onChange: (next: { level?: string; division?: string; course?: string; teacher?: string }) => void }

function Narrow({ year, filter, onChange }: NarrowProps) {
  const { t } = useTranslation(['academics', 'fields', 'common']);
  const format = useFormat();
  const { data } = useQueryOf('sections.facets', { yearId: year?.id ?? null }, { keep: true, enabled: year !== undefined });
  const divisions = (data?.divisions ?? []).filter(({ level }) => filter.level === null || level === filter.level).map(({ division }) => division);
  const choice = (label: string) => ({ 'aria-label': label, placeholder: label, clearable: true, searchable: true, clearButtonProps: { 'aria-label': `${t('common:actions.clear')}: ${label}` } });
  return (
    <>
      <Select {...choice(t('fields:level'))} w={110} data={data?.levels ?? []} value={filter.level} onChange={(value) => onChange({ level: value ?? undefined, division: undefined })} />
      <Select {...choice(t('fields:division'))} w={120} data={[...new Set(divisions)]} value={filter.division} onChange={(value) => onChange({ division: value ?? undefined })} />
      <Select {...choice(t('sections.course'))} w={200} data={(data?.courses ?? []).map(({ courseId, courseCode, courseEl, courseEn }) => ({ value: courseId, label: `${courseCode} ${pickName(format, courseEl, courseEn)}` }))}
        value={filter.courseId} onChange={(value) => onChange({ course: value ?? undefined })} />
      <Select {...choice(t('staff.roles.teacher'))} w={190} data={(data?.teachers ?? []).map((one) => ({ value: one.staffId, label: writePerson(format, one) }))}
        value={filter.staffId} onChange={(value) => onChange({ teacher: value ?? undefined })} />
    </>
  );
}

function SectionsGrid({ filter, version }: { filter: SectionFilter; version: number }) {
  const { t } = useTranslation('academics');
  const navigate = useNavigate();
  const columns = useSectionColumns();
  const fetchPage = useCallback((offset: number, limit: number) => call('sections.list', { filter, offset, limit }), [filter]);
  return (
    <PagedGrid<SectionRow> name="sections" label={t('sections.title')} columns={columns} fetchPage={fetchPage} version={version} order={null} onOrder={() => undefined}
      onOpen={({ id }) => void navigate({ to: '/sections/$sectionId', params: { sectionId: id } })} />
  );
}
