import type { ExportFormat } from '#contract/exports.ts';

/** The types of the files that are written here. */
export const fileMimes: Record<ExportFormat | 'zip', string> = {
  csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', json: 'application/json; charset=utf-8', pdf: 'application/pdf', zip: 'application/zip',
};
