import { RollbookError } from '#contract/errors.ts';
import { importTargets } from '#contract/import-targets.ts';
import { readFileContent, readFileHead, saveFile } from '../files/index.ts';
import { prepared } from '../kernel/handlers.ts';
import { fileMimes } from './file-mimes.ts';
import { mustHave, needImport } from './load-import.ts';
import { withEdits } from './overlay.ts';
import { readImportFile } from './read-import.ts';
import { readWrittenLines } from './repo-written.ts';
import { writeXlsx } from './write-xlsx.ts';

interface Made { content: Buffer; name: string; rows: number }
const words = { el: { line: 'Γραμμή', sheet: 'Καταχωρισμένες γραμμές', prefix: 'Καταχωρίστηκαν' }, en: { line: 'Line', sheet: 'Rows written', prefix: 'Written' } } as const;
const width = 20;

/** The rows of a file that an import wrote and that were not taken back since, read from the file anew, with the line of each. */
export const makeAppliedFile = prepared<'imports.applied', Made>({
  async prepare(ctx, { id, language }) {
    const { summary, fileId, source, target, options, undoneLines } = needImport(ctx, id);
    mustHave(ctx, importTargets[target].needs);
    if (summary.state !== 'committed' || !source) throw new RollbookError('refused', { messageKey: 'import.notCommitted' });
    const gone = new Set(undoneLines);
    const lines = readWrittenLines(ctx.db, id).filter((line) => !gone.has(line));
    const file = readFileHead(ctx.db, fileId);
    const bytes = file && readFileContent(ctx.db, file.hash);
    if (!bytes) throw new RollbookError('refused', { messageKey: 'fileCleared' });
    const pace = async (done: number, total: number) => {
      ctx.checkCancelled();
      ctx.progress(done, total);
      await new Promise((resolve) => setImmediate(resolve));
    };
    const grid = withEdits((await readImportFile(bytes, source, pace)).grid, options.edits);
    const columns = Array.from({ length: grid.columns }, (_, column) => column);
    const header = columns.map((column) => ({ label: source.headerRow < 0 ? '' : grid.cell(source.headerRow, column), width, kind: 'text' as const }));
    const rows = function* (): Generator<string[]> {
      for (const line of lines) yield [String(line), ...columns.map((column) => grid.cell(line - 1, column))];
    };
    const { line, sheet, prefix } = words[language];
    const content = await writeXlsx(sheet, [{ label: line, width: 8, kind: 'number' }, ...header], rows(), (done) => pace(done, lines.length));
    return { content, rows: lines.length, name: `${prefix} ${summary.fileName.replace(/\.[^.]*$/, '')}.xlsx` };
  },
  run: (ctx, _input, { content, name, rows }) =>
    ({ fileId: saveFile(ctx.db, { name, mime: fileMimes.xlsx, content, purpose: 'export' }), name, rows }),
});
