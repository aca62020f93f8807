import type { AuditEntry } from '#contract/audit.ts';
import type { Language } from '#contract/fields.ts';
import { writeCsv, writeXlsx } from '../exchange/index.ts';
import { localTime } from '../kernel/dates.ts';
import { auditColumns, recordName } from './rules-words.ts';

export const mimes = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

/** Writes entries as a file in a language of the office. Nothing that somebody typed is computed when it is opened. */
export function writeRecord(entries: Iterable<AuditEntry>, format: keyof typeof mimes, language: Language, pace: (done: number) => Promise<void>): Promise<Buffer> {
  const rows = function* (): Generator<(string | null)[]> {
    for (const entry of entries) yield auditColumns.map(({ cell }) => cell(entry, language, localTime(entry.at)));
  };
  if (format === 'csv') return writeCsv(auditColumns.map(({ label }) => label[language]), rows(), language, pace);
  return writeXlsx(recordName[language], auditColumns.map(({ label, width, kind }) => ({ label: label[language], width, kind })), rows(), pace);
}
