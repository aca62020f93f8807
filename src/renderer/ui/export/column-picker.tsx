import { ActionIcon, Button, Checkbox, Fieldset, Group, ScrollArea, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ExportColumn } from '#contract/export-column.ts';
import { readLanguage } from '../../i18n/index.ts';
import { moveColumn, type OrderedColumn } from './column-order.ts';

export interface ColumnPickerProps {
  columns: readonly OrderedColumn[];
  described: Readonly<Record<string, ExportColumn>>;
  /** The columns as they come: what "usual" goes back to. */
  usual: readonly OrderedColumn[];
  onChange: (columns: OrderedColumn[]) => void;
}

/** Which columns a file has, and in which order. */
export function ColumnPicker({ columns, described, usual, onChange }: ColumnPickerProps) {
  const { t } = useTranslation('export');
  const language = readLanguage();
  const chooseAll = (chosen: boolean) => onChange(columns.map((column) => ({ ...column, chosen })));
  return (
    <Fieldset legend={t('columns')} p="xs">
      <Group gap={4} mb={4}>
        <Button size="compact-xs" variant="subtle" onClick={() => chooseAll(true)}>{t('all')}</Button>
        <Button size="compact-xs" variant="subtle" onClick={() => chooseAll(false)}>{t('noneOf')}</Button>
        <Button size="compact-xs" variant="subtle" onClick={() => onChange([...usual])}>{t('usual')}</Button>
        <Text size="xs" c="dimmed" ml="auto" role="status">{t('chosen', { count: columns.filter(({ chosen }) => chosen).length, of: columns.length })}</Text>
      </Group>
      <ScrollArea.Autosize mah={218} type="auto" offsetScrollbars viewportProps={{ tabIndex: -1 }}>
        <Stack gap={2} component="ol" p={0} m={0} style={{ listStyle: 'none' }}>
          {columns.map(({ key, chosen }, index) => {
            const label = described[key]?.[language] ?? key;
            const move = (by: number) => onChange(moveColumn(columns, index, by));
            return (
              <Group key={key} component="li" gap={4} wrap="nowrap">
                <Checkbox size="sm" label={label} checked={chosen} style={{ flex: 1 }}
                  onChange={(event) => onChange(columns.map((column) => (column.key === key ? { key, chosen: event.currentTarget.checked } : column)))} />
                <ActionIcon variant="subtle" color="gray" size="sm" disabled={index === 0} aria-label={t('earlier', { column: label })} onClick={() => move(-1)}><IconArrowUp size={14} aria-hidden /></ActionIcon>
                <ActionIcon variant="subtle" color="gray" size="sm" disabled={index === columns.length - 1} aria-label={t('later', { column: label })} onClick={() => move(1)}><IconArrowDown size={14} aria-hidden /></ActionIcon>
              </Group>
            );
          })}
        </Stack>
      </ScrollArea.Autosize>
    </Fieldset>
  );
}
