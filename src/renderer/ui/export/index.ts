export { Choice } from './choice.tsx';
export { orderColumns, type OrderedColumn } from './column-order.ts';
export { ColumnPicker } from './column-picker.tsx';
export { ExportButton } from './export-button.tsx';
export { ExportDialog, type ExportListInput } from './export-dialog.tsx';
export { openExportHere, useExportHere } from './export-here.ts';
export { takeHeldList, type HeldList } from './held-list.ts';
