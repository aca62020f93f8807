import { ActionIcon, Button, CloseButton, Group, Select, TextInput } from '@mantine/core';
import { IconFilterOff, IconSearch } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { studentFilter } from '#contract/people.ts';
import { useQueryOf } from '../../../client/index.ts';
import { isWriting } from '../../../platform/keys.ts';
import { FilterChips } from './filter-chips.tsx';
import type { ListFilter } from './use-list-filter.ts';

const statuses = ['enrolled', 'left', 'notEnrolled', 'archived', 'all'] as const;

/** As of a day somebody was enrolled or had left. */
const datedStatuses = ['enrolled', 'left', 'all'] as const;

/** Narrows the list: text as it is typed, status, level, class, and what a chart has sent. `/` leads here. */
export function FilterBar({ list, onDown }: { list: ListFilter; onDown: () => void }) {
  const { t } = useTranslation(['people', 'common']);
  const { level, division, status, asOf } = list.filter;
  const facets = useQueryOf('students.facets', { asOf }, { keep: true });
  const field = useRef<HTMLInputElement>(null);
  const levels = facets.data?.levels ?? [];
  const divisions = (facets.data?.divisions ?? []).filter((item) => level === null || item.level === level);
  const labelled = (name: string, students: number) => t('filter.withCount', { name, count: students });

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isWriting(event)) return;
      event.preventDefault();
      field.current?.select();
      field.current?.focus();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);

  return (
    <Group gap="xs" mb="sm" role="search" aria-label={t('filter.label')} className="no-print">
      <TextInput ref={field} aria-label={t('filter.text')} placeholder={t('filter.textHint')} value={list.text} w={260} aria-keyshortcuts="/"
        leftSection={<IconSearch size={16} aria-hidden />} onChange={(event) => list.type(event.currentTarget.value)}
        rightSection={list.text === '' ? null : <CloseButton size="sm" aria-label={t('filter.clearText')} onClick={() => list.type('')} />}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') onDown();
          if (event.key === 'Escape') list.type('');
        }} />
      <Select aria-label={t('filter.status')} w={160} allowDeselect={false} value={status}
        data={(asOf === null ? statuses : datedStatuses).map((value) => ({ value, label: value === 'all' ? t('filter.allStatuses') : t(`common:status.${value}`) }))}
        onChange={(value) => list.narrow({ status: studentFilter.shape.status.parse(value ?? undefined) })} />
      <Select aria-label={t('filter.level')} placeholder={t('filter.level')} w={150} clearable value={level} searchable
        clearButtonProps={{ 'aria-label': t('filter.clearLevel') }}
        data={withOwn(levels.map((item) => ({ value: item.level, label: labelled(item.level, item.students) })), level)}
        onChange={(value) => list.narrow({ level: value, division: null })} />
      <Select aria-label={t('filter.division')} placeholder={t('filter.division')} w={150} clearable value={division} searchable
        clearButtonProps={{ 'aria-label': t('filter.clearDivision') }}
        data={withOwn(mergeDivisions(divisions).map((item) => ({ value: item.division, label: labelled(item.division, item.students) })), division)}
        onChange={(value) => list.narrow({ division: value })} />
      <FilterChips list={list} />
      {list.narrowed && (
        <>
          <Button visibleFrom="md" variant="subtle" leftSection={<IconFilterOff size={16} aria-hidden />} onClick={list.clear}>{t('filter.clear')}</Button>
          <ActionIcon hiddenFrom="md" variant="subtle" size="lg" aria-label={t('filter.clear')} onClick={list.clear}><IconFilterOff size={16} aria-hidden /></ActionIcon>
        </>
      )}
    </Group>
  );
}

interface Option { value: string; label: string }

/** A value from the address that no student has now still has to be shown. */
function withOwn(options: Option[], value: string | null): Option[] {
  return value === null || options.some((option) => option.value === value) ? options : [...options, { value, label: value }];
}

/** Two levels may use the same name for a class; the filter knows it by name only. */
function mergeDivisions(divisions: { division: string; students: number }[]): { division: string; students: number }[] {
  const sums = new Map<string, number>();
  for (const { division, students } of divisions) sums.set(division, (sums.get(division) ?? 0) + students);
  return [...sums].map(([division, students]) => ({ division, students }));
}
