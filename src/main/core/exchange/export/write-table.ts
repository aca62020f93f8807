import { RollbookError } from '#contract/errors.ts';
import { exportTable } from '#contract/export-tables.ts';
import type { Parsed } from '#contract/index.ts';
import { fieldClassesSomewhere } from '../../access/index.ts';
import { readLetterhead } from '../../documents/index.ts';
import type { QueryContext } from '../../kernel/context.ts';
import { localDate } from '../../kernel/dates.ts';
import { leaveOut } from '../../privacy/disclose.ts';
import { readSchoolCard } from '../../settings/index.ts';
import { openCsv } from '../write-csv.ts';
import { openXlsx } from '../write-xlsx.ts';
import { openTable } from './open-table.ts';
import { chooseColumns, showColumns, titleOf, type Shown } from './show-columns.ts';
import type { TableWriter } from './table-writer.ts';
import { openJson } from './write-json.ts';
import { openPdf } from './write-pdf.ts';

type ExportInput = Parsed<'exports.table'>;
/** More rows than anybody prints; pages, unlike rows of other files, are held until their number is known. */
const mostOnPaper = 10_000;
/** A finished file, and what it holds. */
export interface Made { content: Uint8Array; title: string; studentIds: string[]; columns: string[]; rows: number; leftOut: number }

function openWriter(ctx: QueryContext, { format, language }: ExportInput, title: string, { columns, leading }: Shown): TableWriter | Promise<TableWriter> {
  if (format === 'xlsx') return openXlsx(title, columns, language);
  if (format === 'csv') return openCsv(columns, language);
  if (format === 'json') return openJson(columns, language);
  const school = readSchoolCard(ctx.db);
  const { settings } = readLetterhead(ctx.db);
  return openPdf({
    resources: ctx.place.resources, lines: language === 'el' ? settings.linesEl : settings.linesEn, school: language === 'el' ? school.nameEl : school.nameEn,
    title, subtitle: school.yearLabel, printedOn: localDate(ctx.now),
  }, columns, leading, language);
}

/** The day as of which a list stands, where it is not today. */
export const asOfDay = (list: ExportInput['list']): string | null => ('filter' in list && 'asOf' in list.filter ? list.filter.asOf : null);

/** A list as a file: rows are read a page at a time on one snapshot and written as they come. */
export const writeTable = (ctx: QueryContext, input: ExportInput): Promise<Made> => ctx.onSnapshot(async (ask, within) => {
  const { list, language, disclosure } = input;
  const { permission, isAboutStudents } = exportTable(list.table);
  const keys = chooseColumns(list.table, input.columns, fieldClassesSomewhere(within, permission));
  if (keys.length === 0) throw new RollbookError('forbidden');
  const open = await openTable(ask, list);
  if (input.format === 'pdf' && open.total > mostOnPaper) throw new RollbookError('refused', { messageKey: 'tooManyForPages', params: { most: mostOnPaper } });
  const shown = showColumns(list.table, keys, open, language);
  const asOf = asOfDay(list);
  const title = titleOf(list.table, open.about, language);
  const writer = await openWriter(ctx, input, asOf === null ? title : `${title} ${asOf}`, shown);
  const studentIds = new Set<string>();
  let rows = 0, leftOut = 0;
  ctx.progress(0, open.total);
  for await (const page of open.pages()) {
    ctx.checkCancelled();
    const about = isAboutStudents && disclosure ? [...new Set(page.rows.flatMap(({ students }) => students))].map((id) => ({ id })) : [];
    const kept = new Set(leaveOut(ctx.db, about, disclosure).rows.map(({ id }) => id));
    for (const row of page.rows) {
      if (about.length > 0 && row.students.some((id) => !kept.has(id))) {
        leftOut += 1;
        continue;
      }
      writer.add(shown.cellsOf(row));
      rows += 1;
      for (const id of row.students) studentIds.add(id);
    }
    ctx.progress(page.done, open.total);
    // Lets a cancel in, and what was written out.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { content: await writer.finish(), title, studentIds: [...studentIds], columns: shown.columns.map(({ label }) => label), rows, leftOut };
});
