import { Button, Group, Menu } from '@mantine/core';
import type { GridApi } from 'ag-grid-community';
import { IconChevronDown, IconDownload, IconFileImport, IconPrinter, IconUserPlus, IconUsersMinus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedStudent } from '#contract/people.ts';
import { call, useMay, useQueryOf } from '../../../client/index.ts';
import { ExportDialog, useExportHere } from '../../../ui/export/index.ts';
import { PagedGrid } from '../../../ui/grid/index.ts';
import { ButtonLink, LoadState, Page } from '../../../ui/index.ts';
import { AsOfBanner } from '../as-of/as-of-banner.tsx';
import { AsOfButton } from '../as-of/as-of-button.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { FilterBar } from './filter-bar.tsx';
import { NoMatch, NoStudents } from './nothing-here.tsx';
import { PrintDialog } from './print-dialog.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useStudentColumns } from './student-columns.tsx';
import { useListFilter, type ListFilter } from './use-list-filter.ts';

const gridName = 'students';

/** The school's students: find, sort, filter, choose, export, print. */
export function StudentsPage() {
  const { t } = useTranslation(['people', 'common', 'enrolment']);
  const list = useListFilter();
  const count = useQueryOf('students.list', { filter: list.filter, order: list.order, limit: 1 }, { keep: true });
  const everyone = useQueryOf('students.list', { filter: { status: 'all' }, limit: 1 }, { enabled: count.data?.total === 0 && list.filter.asOf === null });
  const isEmptySchool = list.filter.asOf === null && count.data?.total === 0 && everyone.data?.total === 0;
  return (
    <Page fill title={t('title')} actions={<ListActions list={list} />} subtitle={<span role="status">{count.data ? t('common:student', { count: count.data.total }) : t('common:loading')}</span>}>
      {list.filter.asOf !== null && <AsOfBanner date={list.filter.asOf} text={t('enrolment:asOf.listText')} onBack={() => list.narrow({ asOf: null, status: 'enrolled' })} />}
      {isEmptySchool ? <NoStudents /> : (
        <LoadState query={count} lines={12}>{({ total }) => <StudentsGrid list={list} total={total} version={count.dataUpdatedAt} />}</LoadState>
      )}
      <ExportDialog opened={list.dialog === 'export'} onClose={() => list.openDialog(undefined)} lists={(['students', 'guardians'] as const).map((table) => ({ table, filter: list.filter, order: list.order }))} />
      <PrintDialog opened={list.dialog === 'print'} onClose={() => list.openDialog(undefined)} filter={list.filter} order={list.order} total={count.data?.total ?? 0} />
    </Page>
  );
}

function StudentsGrid({ list, total, version }: { list: ListFilter; total: number; version: number }) {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const may = useMay();
  const columns = useStudentColumns(list.filter.asOf);
  const [api, setApi] = useState<GridApi<ListedStudent> | null>(null);
  const [selected, setSelected] = useState<ListedStudent[]>([]);
  const [all, setAll] = useState(false);
  const { filter, order } = list;
  const isPast = filter.asOf !== null;
  const mayChoose = !isPast && (may('students:archive') || may('enrolments:edit'));
  const fetchPage = useCallback((offset: number, limit: number) => call('students.list', { filter, order, offset, limit }), [filter, order]);
  const enterGrid = () => {
    const first = api?.getAllDisplayedColumns()[1];
    if (first) api?.setFocusedCell(0, first);
  };
  return (
    <div style={{ display: 'flex', flexDirection: 'column', height: '100%' }}>
      <Group justify="space-between" align="flex-start" gap="xs" wrap="nowrap">
        <FilterBar list={list} onDown={enterGrid} />
        <ColumnMenu api={api} grid={gridName} columns={columns} />
      </Group>
      {mayChoose && (selected.length > 0 || all) && (
        <SelectionBar selected={selected} filter={filter} total={total} all={all} onAll={() => setAll(true)} onDone={() => { setAll(false); api?.deselectAll(); }} />
      )}
      <div style={{ flex: 1, minHeight: 0 }}>
        {total === 0 ? <NoMatch onClear={list.clear} /> : (
          <PagedGrid<ListedStudent> name={gridName} label={t('title')} columns={columns} fetchPage={fetchPage} version={version} onReady={setApi}
            order={{ colId: order.by, descending: order.descending }} onOrder={list.sort} onSelect={mayChoose ? setSelected : undefined}
            onOpen={({ id }) => void navigate({ to: '/students/$studentId', params: { studentId: id }, search: { asOf: filter.asOf ?? undefined } })} />
        )}
      </div>
    </div>
  );
}

function ListActions({ list }: { list: ListFilter }) {
  const { t } = useTranslation(['people', 'enrolment', 'export']);
  const may = useMay();
  const navigate = useNavigate();
  useExportHere(may('exports:run') ? () => list.openDialog('export') : null);
  return (
    <>
      {may('students:create') && list.filter.asOf === null && <ButtonLink to="/students/new" leftSection={<IconUserPlus size={17} aria-hidden />}>{t('newStudent')}</ButtonLink>}
      <AsOfButton hint={t('enrolment:asOf.pick')} date={list.filter.asOf ?? undefined} onPick={(asOf) => list.narrow({ asOf, status: 'enrolled' })} />
      <Menu position="bottom-end" withinPortal>
        <Menu.Target><Button variant="default" rightSection={<IconChevronDown size={15} aria-hidden />}>{t('more')}</Button></Menu.Target>
        <Menu.Dropdown>
          {may('imports:run') && (
            <Menu.Item leftSection={<IconFileImport size={16} aria-hidden />} onClick={() => void navigate({ to: '/imports' })}>{t('import')}</Menu.Item>
          )}
          {may('exports:run') && <Menu.Item leftSection={<IconDownload size={16} aria-hidden />} onClick={() => list.openDialog('export')}>{t('export:open')}</Menu.Item>}
          {may('documents:print') && <Menu.Item leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => list.openDialog('print')}>{t('print.menu')}</Menu.Item>}
          {may('students:merge') && <Menu.Item leftSection={<IconUsersMinus size={16} aria-hidden />} onClick={() => void navigate({ to: '/duplicates' })}>{t('duplicates')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
