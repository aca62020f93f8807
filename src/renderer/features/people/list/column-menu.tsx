import { Button, Menu } from '@mantine/core';
import type { ColDef, GridApi } from 'ag-grid-community';
import { IconColumns3 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedStudent } from '#contract/people.ts';
import { resetColumns } from '../../../ui/grid/index.ts';

export interface ColumnMenuProps {
  api: GridApi<ListedStudent> | null;
  grid: string;
  columns: ColDef<ListedStudent>[];
}

/** Which columns are shown. Their order and width are set in the list itself. */
export function ColumnMenu({ api, grid, columns }: ColumnMenuProps) {
  const { t } = useTranslation('people');
  const [, redraw] = useState(0);
  if (!api) return null;
  const shows = (id: string) => api.getColumn(id)?.isVisible() ?? false;
  const toggle = (id: string) => {
    api.setColumnsVisible([id], !shows(id));
    redraw((n) => n + 1);
  };
  return (
    <Menu closeOnItemClick={false} position="bottom-end" withinPortal>
      <Menu.Target><Button variant="default" leftSection={<IconColumns3 size={16} aria-hidden />}>{t('column.menu')}</Button></Menu.Target>
      <Menu.Dropdown>
        {columns.map(({ colId = '', headerName, lockVisible }) => (
          <Menu.CheckboxItem key={colId} checked={shows(colId)} disabled={lockVisible} onChange={() => toggle(colId)}>{headerName}</Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Item closeMenuOnClick onClick={() => resetColumns(api, grid)}>{t('column.reset')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
