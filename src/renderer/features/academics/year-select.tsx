import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { useQueryOf } from '../../client/index.ts';

export type Year = Output<'years.list'>['years'][number];

/** The school's years and the one that a screen shows: that of its address, else the open one, else the latest. */
export function useYear(chosen: string | undefined): { years: Year[]; year: Year | undefined; query: ReturnType<typeof useYears> } {
  const query = useYears();
  const years = query.data?.years ?? [];
  return { years, year: years.find(({ id }) => id === chosen) ?? years.find(({ status }) => status === 'open') ?? years[0], query };
}

const useYears = () => useQueryOf('years.list', {});

/** Chooses the school year of a screen. */
export function YearSelect({ years, year, onChange }: { years: readonly Year[]; year: Year | undefined; onChange: (id: string) => void }) {
  const { t } = useTranslation('academics');
  return (
    <Select aria-label={t('year')} w={170} allowDeselect={false} value={year?.id ?? null} onChange={(id) => id && onChange(id)}
      data={years.map(({ id, label, status }) => ({ value: id, label: status === 'open' ? label : `${label} (${t(`yearStatus.${status}`)})` }))} />
  );
}
