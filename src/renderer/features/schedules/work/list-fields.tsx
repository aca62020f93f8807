import { SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PartProps } from '../form-of.ts';
import { ColumnsField } from './columns-field.tsx';
import { FilterField } from './filter-field.tsx';
import { formOfList } from './form-of-list.ts';

/** By what a list is narrowed, and which of its columns it has. */
export function ListFields({ form }: PartProps) {
  const { t } = useTranslation('schedules');
  const { list } = form.getValues().schedule.work.input;
  const described = formOfList(list);
  const yearId = list.table === 'sections' ? list.filter.yearId : 'yearId' in list ? list.yearId : undefined;
  return (
    <>
      {described === null && <Text size="sm" c="dimmed">{t('form.asSetText')}</Text>}
      {described && described.filters.length > 0 && (
        <SimpleGrid cols={{ base: 1, sm: 3 }} verticalSpacing="sm">{described.filters.map((filter) => <FilterField key={filter.kind === 'choice' ? filter.path : filter.kind} form={form} filter={filter} />)}</SimpleGrid>
      )}
      {yearId !== undefined && <Text size="sm" c="dimmed">{t(yearId === null ? 'form.openYear' : 'form.fixedYear')}</Text>}
      <ColumnsField key={list.table} form={form} table={list.table} />
    </>
  );
}
