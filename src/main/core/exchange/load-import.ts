import { RollbookError } from '#contract/errors.ts';
import type { ImportMapping, ImportSource } from '#contract/exchange.ts';
import { readFileContent, readFileHead } from '../files/index.ts';
import type { QueryContext } from '../kernel/context.ts';
import { localDate } from '../kernel/dates.ts';
import { findOpenYear } from '../settings/index.ts';
import type { LoadedImport } from './loaded-import.ts';
import { readFile } from './readers/read-file.ts';
import type { Grid } from './readers/grid.ts';
import { readIdentities, readKnown, readLatestChangeSet } from './repo-known.ts';
import { readImport, type ImportRecord } from './repo-jobs.ts';
import { detectHeader } from './rules/detect-header.ts';
import { matchColumns } from './rules/match-columns.ts';
import { IdentityIndex } from './rules/match-rows.ts';
import { planRows } from './rules/plan-rows.ts';
import { findRoleColumn, RowReader } from './rules/read-rows.ts';

const sampleRows = 20, sampleLength = 200;
/** Plans held at once. One holds its whole file, so an office with many imports open reads them again instead. */
const held = 2;
const loadedImports = new Map<string, LoadedImport>();

/** Reads a file and plans its rows against the school as it is now. Source and mapping null: detected. */
export async function loadImport(ctx: QueryContext, fileId: string, chosen: ImportSource | null, mapping: ImportMapping | null): Promise<LoadedImport> {
  const file = readFileHead(ctx.db, fileId);
  const content = file && readFileContent(ctx.db, file.hash);
  if (!content) throw new RollbookError('refused', { messageKey: 'fileCleared' });
  const pace = (from: number) => async (done: number, total: number) => {
    ctx.checkCancelled();
    ctx.progress(from + Math.round((50 * done) / Math.max(total, 1)), 100);
    await new Promise((resolve) => setImmediate(resolve));
  };
  const { grid, ...reading } = await readFile(content, chosen, pace(0));
  const source = { ...reading, headerRow: Math.min(chosen?.headerRow ?? detectHeader(grid), grid.rows - 1) };
  const header = rowTexts(grid, source.headerRow);
  const fitted = mapping ? fitMapping(mapping, grid.columns) : matchColumns(header);
  const seenChangeSet = readLatestChangeSet(ctx.db);
  const year = findOpenYear(ctx.db) ?? null;
  const index = new IdentityIndex(readIdentities(ctx.db));
  const reader = new RowReader(grid, fitted, { headerRow: source.headerRow, today: localDate(ctx.now), roleColumn: findRoleColumn(header, fitted) });
  const loadKnown = (slots: readonly number[]) => {
    const ids = slots.flatMap((slot) => index.identities[slot]?.studentId ?? []);
    const known = readKnown(ctx.db, ids, year?.id ?? null);
    return new Map(slots.flatMap((slot) => {
      const student = known.get(index.identities[slot]?.studentId ?? '');
      return student ? [[slot, student] as const] : [];
    }));
  };
  const plan = await planRows({ reader, index, year, loadKnown, pace: pace(50) });
  const sample: string[][] = [];
  for (let row = source.headerRow + 1; row < Math.min(grid.rows, source.headerRow + 1 + sampleRows); row += 1) sample.push(rowTexts(grid, row));
  return { source, mapping: fitted, header, sample, counts: plan.counts, reader, plan, index, year, seenChangeSet };
}

/** The texts of a row as they are shown; for no row (-1) as many empty ones. */
function rowTexts(grid: Grid, row: number): string[] {
  return Array.from({ length: grid.columns }, (_, column) => (row < 0 ? '' : grid.cell(row, column).slice(0, sampleLength).trim()));
}

/** A chosen mapping, made as long as the table is wide. A field that two columns claim is refused. */
function fitMapping(mapping: ImportMapping, columns: number): ImportMapping {
  const fields = mapping.filter((field) => field !== null);
  if (new Set(fields).size < fields.length) {
    throw new RollbookError('invalidInput', { fields: [{ path: 'mapping', messageKey: 'import.fieldMatchedTwice' }] });
  }
  return Array.from({ length: columns }, (_, column) => mapping[column] ?? null);
}

/** Keeps a plan for the calls that follow, and lets the oldest go. */
export function holdImport(id: string, loaded: LoadedImport): void {
  loadedImports.delete(id);
  loadedImports.set(id, loaded);
  for (const key of loadedImports.keys()) {
    if (loadedImports.size <= held) break;
    loadedImports.delete(key);
  }
}

/** Forgets a plan. */
export function dropImport(id: string): void {
  loadedImports.delete(id);
}

/** True when a plan is the one that an import's record describes. */
export function fits(record: ImportRecord, loaded: LoadedImport): boolean {
  return JSON.stringify([record.source, record.mapping]) === JSON.stringify([loaded.source, loaded.mapping]);
}

/** The plan of an import that was previewed: the held one, or, after a restart, read and planned again. */
export async function needLoaded(ctx: QueryContext, id: string): Promise<LoadedImport> {
  const record = needImport(ctx, id);
  const kept = loadedImports.get(id);
  if (kept && fits(record, kept)) return kept;
  if (!record.source || !record.mapping) throw new RollbookError('refused', { messageKey: 'import.previewFirst' });
  const loaded = await loadImport(ctx, record.fileId, record.source, record.mapping);
  holdImport(id, loaded);
  return loaded;
}

/** An import's record. Throws `notFound`. */
export function needImport(ctx: Pick<QueryContext, 'db'>, id: string): ImportRecord {
  const record = readImport(ctx.db, id);
  if (!record) throw new RollbookError('notFound');
  return record;
}
