export { Choice } from './choice.tsx';
export { ExportButton } from './export-button.tsx';
export { ExportDialog, type ExportListInput } from './export-dialog.tsx';
export { openExportHere, useExportHere } from './export-here.ts';
