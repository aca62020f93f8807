import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { resultFilters } from '#contract/results.ts';

const filters = z.enum(resultFilters);
export type Filter = z.infer<typeof filters>;

export interface FilterChoiceProps { value: Filter; onChange: (value: Filter) => void; counts: Record<Filter, number>; isRanked: boolean }

/** All, failing, honoured or incomplete, each with how many they are. */
export function FilterChoice({ value, onChange, counts, isRanked }: FilterChoiceProps) {
  const { t } = useTranslation('results');
  const offered = filters.options.filter((filter) => isRanked || filter !== 'honour');
  return (
    <SegmentedControl className="no-print" aria-label={t('filter.label')} value={value} onChange={(next) => onChange(filters.parse(next))}
      data={offered.map((filter) => ({ value: filter, label: t(`filter.${filter}`, { count: counts[filter] }) }))} />
  );
}
