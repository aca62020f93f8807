import { RollbookError } from '#contract/errors.ts';
import type { ImportRow } from '#contract/exchange.ts';
import type { ImportField } from '#contract/import-targets.ts';
import { bundleFiles } from '#contract/oneroster.ts';
import { saveFile } from '../files/index.ts';
import type { QueryContext } from '../kernel/context.ts';
import { prepared, type Handlers } from '../kernel/handlers.ts';
import { foldText } from '../search/index.ts';
import { fileMimes } from './file-mimes.ts';
import { needImport, needLoaded, type LoadedImport } from './load-import.ts';
import { columnsOfFile } from './one-roster/read-bundle-grid.ts';
import { readWrittenLines } from './repo-written.ts';
import { cleanCell } from './rules/clean-cell.ts';
import { problemHeader, problemLines } from './rules/problem-lines.ts';
import { problemWords } from './rules/problem-words.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

export type RowsName = 'imports.written' | 'imports.rows' | 'imports.row' | 'imports.refusedTexts' | 'imports.questions' | 'imports.bundle' | 'imports.problems';

const mostTexts = 200, mostFindings = 200, step = 500;
interface Made { content: Buffer; rows: number }

/** The rows of a file that was read: what becomes of them, what stands in them, and the refused ones to take away and mend. */
export const importRowHandlers: Handlers<RowsName> = {
  async 'imports.rows'(ctx, input) {
    const loaded = await needLoaded(ctx, input.id);
    const ofFate = loaded.plan.rowsOf(input.fate), wanted = foldText(input.text);
    const rows = wanted === '' ? ofFate : ofFate.filter((row) => holds(loaded, row, wanted));
    return { total: rows.length, rows: loaded.plan.describe(ctx, rows.slice(input.offset, input.offset + input.limit)) };
  },
  async 'imports.row'(ctx, input) {
    const { file, source, options, bundle } = await needLoaded(ctx, input.id);
    const row = input.line - 1, place = bundle?.places[row];
    if (row <= source.headerRow || row >= file.rows) throw new RollbookError('notFound');
    const columns = place ? columnsOfFile(place.file) : Array.from({ length: file.columns }, (_, column) => column);
    return { cells: columns.map((column) => ({ column, text: file.cell(row, column), isEdited: options.edits[`${row}:${column}`] !== undefined })) };
  },
  async 'imports.written'(ctx, input) {
    const { undoneLines } = needImport(ctx, input.id);
    const { file, raw } = await needLoaded(ctx, input.id);
    const columns = raw.mapping.flatMap((field, column) => (field === null || column >= file.columns ? [] : [column]));
    const cellsOf = (line: number) => columns.map((column) => file.cell(line - 1, column));
    const takenBack = new Set(undoneLines), wanted = foldText(input.text);
    const lines = readWrittenLines(ctx.db, input.id).filter((line) => wanted === '' || foldText(cellsOf(line).join(' ')).includes(wanted));
    return { total: lines.length, rows: lines.slice(input.offset, input.offset + input.limit).map((line) => ({ line, cells: cellsOf(line), isTakenBack: takenBack.has(line) })) };
  },
  async 'imports.refusedTexts'(ctx, input) {
    const loaded = await needLoaded(ctx, input.id);
    const { grid, mapping } = loaded.raw;
    const found = new Map<string, { field: ImportField; text: string; count: number }>();
    for (const [row, { problems }] of await describeRefused(ctx, loaded)) {
      for (const field of new Set(problems.map((problem) => problem.field))) {
        const column = field === null ? -1 : mapping.indexOf(field);
        const text = column < 0 ? '' : cleanCell(grid.cell(row, column));
        if (field === null || text === '') continue;
        const known = found.get(`${field} ${text}`);
        if (known) known.count += 1;
        else found.set(`${field} ${text}`, { field, text, count: 1 });
      }
    }
    return { texts: [...found.values()].toSorted((a, b) => b.count - a.count).slice(0, mostTexts) };
  },
  async 'imports.questions'(ctx, input) {
    const { plan: { questions } } = await needLoaded(ctx, input.id);
    if (!questions) return { total: 0, open: 0, questions: [] };
    const rows = input.open ? questions.open : questions.all;
    return { total: rows.length, open: questions.open.length, questions: questions.ask(ctx, rows.slice(input.offset, input.offset + input.limit)) };
  },
  async 'imports.bundle'(ctx, input) {
    const { bundle } = await needLoaded(ctx, input.id);
    if (!bundle) return { bundle: null };
    const rows = new Map<string, number>();
    for (const place of bundle.places) if (place) rows.set(place.file, (rows.get(place.file) ?? 0) + 1);
    return {
      bundle: {
        version: bundle.version, systemName: bundle.systemName, school: bundle.school, year: bundle.year,
        files: bundleFiles.flatMap((file) => { const mode = bundle.modes[file]; return mode === 'bulk' || mode === 'delta' ? [{ file, mode, rows: rows.get(file) ?? 0 }] : []; }),
        findings: bundle.findings.slice(0, mostFindings), findingsTotal: bundle.findings.length,
      },
    };
  },
  'imports.problems': prepared<'imports.problems', Made>({
    async prepare(ctx, input) {
      const loaded = await needLoaded(ctx, input.id);
      const refused = (await describeRefused(ctx, loaded)).map(([, row]) => row);
      if (refused.length === 0) throw new RollbookError('refused', { messageKey: 'import.noProblems' });
      const header = problemHeader(loaded, input.language), lines = problemLines(loaded, refused, input.language);
      const pace = async () => { ctx.checkCancelled(); await breathe(); };
      const content = input.format === 'csv'
        ? await writeCsv(header, lines, input.language, pace)
        : await writeXlsx(problemWords[input.language].file, header.map((label, i) => ({ label, width: i === header.length - 1 ? 60 : 20, kind: 'text' as const })), lines, pace);
      return { content, rows: lines.length };
    },
    run(ctx, input, { content, rows }) {
      const stem = needImport(ctx, input.id).summary.fileName.replace(/\.\w+$/, '');
      const name = `${stem} (${problemWords[input.language].file}).${input.format}`;
      return { fileId: saveFile(ctx.db, { name, mime: fileMimes[input.format], content, purpose: 'export' }), name, rows };
    },
  }),
};

const breathe = () => new Promise((resolve) => setImmediate(resolve));

/** Whether some cell of a row's line in the file holds a text, accents and case apart. */
function holds({ file, raw }: LoadedImport, row: number, wanted: string): boolean {
  const source = raw.sourceRow(row);
  return foldText(Array.from({ length: file.columns }, (_, column) => file.cell(source, column)).join(' ')).includes(wanted);
}

/** All refused rows with what they are about, some hundred at a time. */
async function describeRefused(ctx: QueryContext, { plan }: LoadedImport): Promise<[number, ImportRow][]> {
  const rows = plan.rowsOf('refused'), described: [number, ImportRow][] = [];
  for (let start = 0; start < rows.length; start += step) {
    ctx.checkCancelled();
    ctx.progress(start, rows.length);
    const batch = rows.slice(start, start + step);
    plan.describe(ctx, batch).forEach((row, i) => described.push([batch[i] ?? -1, row]));
    await breathe();
  }
  return described;
}
