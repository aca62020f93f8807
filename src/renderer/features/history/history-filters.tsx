import { Button, Group, Select } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isoDate } from '#contract/fields.ts';
import { findProcedure, procedureNames, type Input } from '#contract/index.ts';
import { describeProcedure } from '../../i18n/dynamic.ts';
import { useFormat } from '../../i18n/format.ts';
import { DateField } from '../../ui/index.ts';

export interface HistoryFilterValues { procedure: string | null; from: string; to: string }

/** Everything. */
export const noFilter: HistoryFilterValues = { procedure: null, from: '', to: '' };

const dateOf = (typed: string): string | null => isoDate.safeParse(typed).data ?? null;
const mistyped = (typed: string): boolean => typed !== '' && dateOf(typed) === null;

/** The filter as the program takes it; a date that is still being typed does not narrow yet. */
export function toQuery({ procedure, from, to }: HistoryFilterValues): Pick<Input<'history.list'>, 'procedure' | 'from' | 'to'> {
  return { procedure, from: dateOf(from), to: dateOf(to) };
}

/** Procedures that change records, and so can stand in the history. */
const recorded = procedureNames.filter((name) => {
  const procedure = findProcedure(name);
  return procedure?.kind === 'command' && procedure.permission !== 'public' && !name.startsWith('auth.') && !name.startsWith('jobs.');
});

/** Narrows the history by action and dates. */
export function HistoryFilters({ filter, onFilter }: { filter: HistoryFilterValues; onFilter: (filter: HistoryFilterValues) => void }) {
  const { t } = useTranslation(['history', 'errors']);
  const format = useFormat();
  const options = useMemo(
    () => recorded.map((value) => ({ value, label: describeProcedure(value) })).toSorted((a, b) => format.compare(a.label, b.label)),
    [format],
  );
  const date = (name: 'from' | 'to') => (
    <DateField label={t(`filter.${name}`)} value={filter[name]} onChange={(value) => onFilter({ ...filter, [name]: value })} w={170}
      error={mistyped(filter[name]) ? t('errors:dateForm') : undefined} />
  );
  return (
    <Group align="flex-start" gap="sm" role="search" aria-label={t('filter.label')} className="no-print">
      <Select label={t('filter.procedure')} placeholder={t('filter.anything')} data={options} value={filter.procedure} searchable clearable w={280}
        clearButtonProps={{ 'aria-label': t('filter.clear') }} onChange={(procedure) => onFilter({ ...filter, procedure })} />
      {date('from')}
      {date('to')}
      {filter !== noFilter && (
        <Button variant="subtle" mt={22} leftSection={<IconFilterOff size={16} aria-hidden />} onClick={() => onFilter(noFilter)}>{t('filter.clear')}</Button>
      )}
    </Group>
  );
}
