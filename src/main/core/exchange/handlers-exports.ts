import { exportTable } from '#contract/export-tables.ts';
import { targetWords } from '#contract/import-words.ts';
import { saveFile } from '../files/index.ts';
import { localDate } from '../kernel/dates.ts';
import { prepared, type Handlers, type Named } from '../kernel/handlers.ts';
import { recordDisclosure } from '../privacy/disclose.ts';
import { listContent } from '../privacy/rules-disclosure-words.ts';
import { fileMimes } from './file-mimes.ts';
import { makeSchoolBundle, type MadeBundle } from './export/school-bundle.ts';
import { readSchoolLists } from './export/school-lists.ts';
import { asOfDay, writeTable, type Made } from './export/write-table.ts';
import { writeTemplate } from './export/write-template.ts';
import { templateWords } from './rules/template-words.ts';

/** Any list as a file, and a year of the school as a bundle. */
export const exportHandlers: Handlers<Named<'exports'>> = {
  'exports.table': prepared<'exports.table', Made>({
    prepare: writeTable,
    run(ctx, input, { content, title, studentIds, columns, rows, leftOut }) {
      const { list, format, language, disclosure } = input;
      // A title may hold a date or two names with a stroke between, which in a file's name would be a folder.
      const name = `${title.replaceAll(/[\\/]/g, '-')} ${asOfDay(list) ?? localDate(ctx.now)}.${format}`;
      const fileId = saveFile(ctx.db, { name, mime: fileMimes[format], content, purpose: 'export' });
      if (disclosure && exportTable(list.table).isAboutStudents) recordDisclosure(ctx, disclosure, { fileId, studentIds, content: listContent(language, name, columns) });
      return { fileId, name, rows, leftOut };
    },
  }),
  'exports.oneRoster': prepared<'exports.oneRoster', MadeBundle>({
    prepare: makeSchoolBundle,
    run(ctx, { language, disclosure }, { content, studentIds, label, records, leftOut }) {
      const name = `OneRoster ${label.replaceAll(/[\\/]/g, '-')} ${localDate(ctx.now)}.zip`;
      const fileId = saveFile(ctx.db, { name, mime: fileMimes.zip, content, purpose: 'export' });
      if (disclosure) recordDisclosure(ctx, disclosure, { fileId, studentIds, content: listContent(language, name) });
      return { fileId, name, rows: records, students: studentIds.length, leftOut };
    },
  }),
  'exports.template': async (ctx, { target, language }) => ({
    name: `${templateWords[language].file} - ${targetWords[target][language]}.xlsx`, mime: fileMimes.xlsx,
    content: await ctx.onSnapshot(async (ask) => writeTemplate(target, language, await readSchoolLists(ask, target, language))),
  }),
};
