import { RollbookError } from '#contract/errors.ts';
import type { StudentRow } from '#contract/people.ts';
import { saveFile } from '../files/index.ts';
import { localDate } from '../kernel/dates.ts';
import { prepared, type Handlers, type Named } from '../kernel/handlers.ts';
import { readStudentPage } from '../people/index.ts';
import { leaveOut, recordDisclosure } from '../privacy/disclose.ts';
import { listContent } from '../privacy/rules-disclosure-words.ts';
import { fileMimes } from './file-mimes.ts';
import { columnLabels, listNames, statusLabels, type ExportColumn } from './rules/export-labels.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

/** Columns that hold a person's contacts: exported only for those who may see them. */
const contactColumns: ReadonlySet<ExportColumn> = new Set<ExportColumn>(['email', 'phone']);
const widths: Partial<Record<ExportColumn, number>> = { studentNo: 16, birthDate: 14, level: 8, division: 10, status: 16, email: 30, phone: 18 };

interface Made { content: Buffer; studentIds: string[]; columns: string[]; leftOut: number }

/** The list of students as a file. */
export const exportHandlers: Handlers<Named<'exports'>> = {
  'exports.students': prepared<'exports.students', Made>({
    async prepare(ctx, input) {
      const all = readStudentPage(ctx.db, input.filter, input.order, ctx.rows(), { offset: 0, limit: 1_000_000 });
      const { rows, leftOut } = leaveOut(ctx.db, all.rows, input.disclosure);
      const classesOf = ctx.classesOf(rows.map(({ id }) => id));
      const mayShow = (row: StudentRow, column: ExportColumn) => !contactColumns.has(column) || classesOf(row.id).has('contact');
      const columns = input.columns.filter((column) => !contactColumns.has(column) || ctx.classes().includes('contact') || rows.some((row) => mayShow(row, column)));
      if (columns.length === 0) throw new RollbookError('forbidden');
      const pace = async (done: number) => {
        ctx.checkCancelled();
        ctx.progress(done, rows.length);
        await new Promise((resolve) => setImmediate(resolve));
      };
      await pace(0);
      const labels = columnLabels[input.language];
      const cells = function* (): Generator<(string | null)[]> {
        for (const row of rows) yield columns.map((column) => (mayShow(row, column) ? cellOf(row, column, input.language) : null));
      };
      const made = { studentIds: rows.map(({ id }) => id), columns: columns.map((column) => labels[column]), leftOut };
      if (input.format === 'csv') return { ...made, content: await writeCsv(made.columns, cells(), input.language, pace) };
      const sheetColumns = columns.map((column) => ({ label: labels[column], width: widths[column] ?? 22, kind: column === 'birthDate' ? 'date' as const : 'text' as const }));
      return { ...made, content: await writeXlsx(listNames[input.language], sheetColumns, cells(), pace) };
    },
    run(ctx, input, { content, studentIds, columns, leftOut }) {
      const name = `${listNames[input.language]} ${input.filter.asOf ?? localDate(ctx.now)}.${input.format}`;
      const fileId = saveFile(ctx.db, { name, mime: fileMimes[input.format], content, purpose: 'export' });
      if (input.disclosure) recordDisclosure(ctx, input.disclosure, { fileId, studentIds, content: listContent(input.language, name, columns) });
      return { fileId, name, rows: studentIds.length, leftOut };
    },
  }),
};

function cellOf(row: StudentRow, column: ExportColumn, language: 'el' | 'en'): string | null {
  return column === 'status' ? statusLabels[language][row.status] : row[column];
}
