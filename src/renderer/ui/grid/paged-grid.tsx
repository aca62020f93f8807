import type {
  CellDoubleClickedEvent, CellKeyDownEvent, ColDef, ColumnState, GridApi, GridReadyEvent, IDatasource, RowSelectionOptions, SelectionChangedEvent,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { reportFailure } from '../../client/index.ts';
import { forgetColumnLayout, readColumnLayout, writeColumnLayout } from './column-memory.ts';
import './modules.ts';
import { gridTheme } from './theme.ts';
import { useGridTexts } from './use-grid-texts.ts';

export interface GridOrder { colId: string; descending: boolean }
export interface GridPage<Row> { total: number; rows: Row[] }

export interface PagedGridProps<Row extends { id: string }> {
  /** Under this name the column layout is remembered on this computer. */
  name: string;
  label: string;
  columns: ColDef<Row>[];
  /** Reads rows `offset` up to `offset + limit`. A new function empties the grid and starts again at the top. */
  fetchPage: (offset: number, limit: number) => Promise<GridPage<Row>>;
  /** Changes when the same rows may have new values: they are then read again without moving the view. */
  version: number;
  order: GridOrder | null;
  onOrder: (order: GridOrder | null) => void;
  onOpen: (row: Row) => void;
  onSelect?: (rows: Row[]) => void;
  onReady?: (api: GridApi<Row>) => void;
}

const blockSize = 100;
const layoutEvents = ['columnMoved', 'columnResized', 'columnVisible', 'columnPinned'] as const;

/** A grid over any number of rows: reads them page by page as they come into view. */
export function PagedGrid<Row extends { id: string }>(props: PagedGridProps<Row>) {
  const { name, label, columns, fetchPage, version, order, onOrder, onOpen, onSelect, onReady } = props;
  const api = useRef<GridApi<Row> | null>(null);
  const host = useRef<HTMLDivElement>(null);
  const texts = useGridTexts();
  const datasource = useMemo<IDatasource>(() => ({
    getRows({ startRow, endRow, successCallback, failCallback }) {
      fetchPage(startRow, endRow - startRow).then(
        ({ rows, total }) => successCallback(rows, total),
        (error: unknown) => {
          failCallback();
          reportFailure(error);
        },
      );
    },
  }), [fetchPage]);

  // The first version after a new source is the one that it reads anyway.
  const fresh = useRef(true);
  useEffect(() => {
    fresh.current = true;
  }, [fetchPage]);
  useEffect(() => {
    if (!fresh.current) api.current?.refreshInfiniteCache();
    fresh.current = false;
  }, [version]);
  useEffect(() => showOrder(api.current, order), [order]);

  const ready = (event: GridReadyEvent<Row>) => {
    api.current = event.api;
    const remembered = readColumnLayout(name);
    if (remembered) event.api.applyColumnState({ state: remembered, applyOrder: true });
    showOrder(event.api, order);
    const keep = () => writeColumnLayout(name, event.api.getColumnState().map(({ colId, width, hide }) => ({ colId, width, hide })));
    for (const type of layoutEvents) event.api.addEventListener(type, keep);
    nameGrid(host.current, label);
    onReady?.(event.api);
  };
  const sorted = useCallback(() => {
    const column = api.current?.getColumnState().find(({ sort }) => sort != null);
    const next = column ? { colId: column.colId, descending: column.sort === 'desc' } : null;
    if (!sameOrder(next, order)) onOrder(next);
  }, [order, onOrder]);
  const pressed = (event: CellKeyDownEvent<Row>) => {
    const key = event.event instanceof KeyboardEvent ? event.event.key : '';
    if (key === 'Enter' && event.data) onOpen(event.data);
  };

  return (
    <div ref={host} style={{ height: '100%', width: '100%' }}>
      <AgGridReact<Row>
        theme={gridTheme} columnDefs={columns} defaultColDef={{ sortable: false, resizable: true, suppressHeaderMenuButton: true, minWidth: 70 }}
        rowModelType="infinite" datasource={datasource} cacheBlockSize={blockSize} maxBlocksInCache={20} blockLoadDebounceMillis={60}
        infiniteInitialRowCount={1} getRowId={({ data }) => data.id} getLocaleText={texts} onGridReady={ready} onSortChanged={sorted}
        rowSelection={onSelect ? selection : undefined} selectionColumnDef={{ width: 46, resizable: false, suppressMovable: true, pinned: 'left' }}
        onSelectionChanged={(event: SelectionChangedEvent<Row>) => onSelect?.(event.api.getSelectedRows())}
        onCellKeyDown={pressed} onCellDoubleClicked={(event: CellDoubleClickedEvent<Row>) => event.data && onOpen(event.data)}
        suppressDragLeaveHidesColumns suppressMultiSort animateRows={false}
      />
    </div>
  );
}

const selection: RowSelectionOptions = { mode: 'multiRow', checkboxes: true, headerCheckbox: false, enableClickSelection: false };

const sameOrder = (a: GridOrder | null, b: GridOrder | null): boolean => a?.colId === b?.colId && a?.descending === b?.descending;

function showOrder<Row>(api: GridApi<Row> | null, order: GridOrder | null): void {
  if (!api) return;
  const state: ColumnState[] = order ? [{ colId: order.colId, sort: order.descending ? 'desc' : 'asc' }] : [];
  api.applyColumnState({ state, defaultState: { sort: null } });
}

/** The grid gives its own root no name; a screen reader needs one. */
function nameGrid(host: HTMLElement | null, label: string): void {
  host?.querySelector('[role="grid"], [role="treegrid"]')?.setAttribute('aria-label', label);
}

/** Shows the columns as they come, also next time. */
export function resetColumns<Row>(api: GridApi<Row>, name: string): void {
  api.resetColumnState();
  forgetColumnLayout(name);
}
