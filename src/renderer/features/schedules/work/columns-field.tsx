import { Checkbox, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportTable, type TableName } from '#contract/export-tables.ts';
import { useMe } from '../../../client/index.ts';
import { ColumnPicker, orderColumns, type OrderedColumn } from '../../../ui/export/index.ts';
import type { PartProps } from '../form-of.ts';

const path = 'schedule.work.input.columns';

/** The table's usual columns, whichever they are at the time, or chosen ones in their order. */
export function ColumnsField({ form, table }: PartProps & { table: TableName }) {
  const { t } = useTranslation('schedules');
  const classes = useMe()?.fieldClasses ?? [];
  const { columns } = form.getValues().schedule.work.input;
  const described = exportTable(table).columns;
  // What another has chosen stays to be seen, whatever this user may see of it.
  const offered = Object.entries(described).filter(([key, { fieldClass }]) => fieldClass === undefined || classes.includes(fieldClass) || columns?.includes(key));
  const keys = offered.map(([key]) => key), usualKeys = offered.filter(([, { isExtra }]) => !isExtra).map(([key]) => key);
  const [ordered, setOrdered] = useState(() => orderColumns(keys, columns, usualKeys));
  const choose = (next: OrderedColumn[]) => {
    setOrdered(next);
    form.setFieldValue(path, next.filter(({ chosen }) => chosen).map(({ key }) => key));
  };
  return (
    <Stack gap="xs">
      <Checkbox label={t('form.usualColumns')} checked={columns === null} onChange={(event) => (event.currentTarget.checked ? form.setFieldValue(path, null) : choose(ordered))} />
      {columns !== null && <ColumnPicker columns={ordered} described={described} usual={orderColumns(keys, null, usualKeys)} onChange={choose} />}
      {form.errors[path] && <Text size="sm" c="red" role="alert">{t('form.noColumns')}</Text>}
    </Stack>
  );
}
