import {
  CellStyleModule, ColumnApiModule, EventApiModule, InfiniteRowModelModule, LocaleModule, ModuleRegistry, RowApiModule, RowSelectionModule,
  ScrollApiModule,
} from 'ag-grid-community';

/** The parts of the grid that the screens use; what is not named here is not in the bundle. */
ModuleRegistry.registerModules([
  CellStyleModule, ColumnApiModule, EventApiModule, InfiniteRowModelModule, LocaleModule, RowApiModule, RowSelectionModule, ScrollApiModule,
]);
