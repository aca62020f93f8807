import { writeCsv } from '../exchange/write-csv.ts';
import { writeXlsx } from '../exchange/write-xlsx.ts';
import { saveFile } from '../files/index.ts';
import { localDate } from '../kernel/dates.ts';
import { prepared } from '../kernel/handlers.ts';
import { needStudent } from '../people/index.ts';
import { readDisclosureLines } from './repo-disclosures.ts';
import { basisWords, disclosureLabels } from './rules-disclosure-words.ts';

const mimes = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
const columns = [['date', 13], ['recipient', 28], ['purpose', 34], ['basis', 24], ['content', 40], ['note', 28], ['studentNo', 16], ['name', 28]] as const;

/** The log of disclosures as a file to keep or to hand over. */
export const exportDisclosures = prepared<'disclosures.export', { content: Buffer; rows: number }>({
  async prepare(ctx, { filter, format, language }) {
    if (filter.studentId !== null) needStudent(ctx, filter.studentId);
    const lines = readDisclosureLines(ctx.db, filter, ctx.rows());
    const pace = async (done: number) => {
      ctx.checkCancelled();
      ctx.progress(done, lines.length);
      await new Promise((resolve) => { setImmediate(resolve); });
    };
    const labels = disclosureLabels[language];
    const cells = lines.map((line) => {
      const values = { ...line, basis: basisWords[language][line.basis], name: `${line.familyEl} ${line.givenEl}` };
      return columns.map(([key]) => values[key]);
    });
    const content = format === 'csv'
      ? await writeCsv(columns.map(([key]) => labels[key]), cells, language, pace)
      : await writeXlsx(labels.file, columns.map(([key, width]) => ({ label: labels[key], width, kind: key === 'date' ? 'date' as const : 'text' as const })), cells, pace);
    return { content, rows: lines.length };
  },
  run(ctx, { format, language }, { content, rows }) {
    const name = `${disclosureLabels[language].file} ${localDate(ctx.now)}.${format}`;
    return { fileId: saveFile(ctx.db, { name, mime: mimes[format], content, purpose: 'export' }), name, rows };
  },
});
