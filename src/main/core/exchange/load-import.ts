import { RollbookError } from '#contract/errors.ts';
import type { ImportMapping, ImportSource } from '#contract/exchange.ts';
import { noOptions, type ImportOptions } from '#contract/import-options.ts';
import type { ProfileContent } from '#contract/import-profiles.ts';
import { fieldsOf, importTargets, type ImportTarget } from '#contract/import-targets.ts';
import type { Permission } from '#contract/permissions.ts';
import { readFileContent, readFileHead } from '../files/index.ts';
import type { QueryContext } from '../kernel/context.ts';
import { localDate } from '../kernel/dates.ts';
import { findOpenYear } from '../settings/index.ts';
import { buildView, chooseMarks, fitOptions } from './build-view.ts';
import { withEdits, withReadings, type View } from './overlay.ts';
import { planRecords } from './record-plan.ts';
import { planBundle, type BundlePlan } from './one-roster/plan-bundle.ts';
import type { BundleGrid } from './one-roster/read-bundle-grid.ts';
import { choiceBy, readFileBy } from './read-by-profile.ts';
import { readImportFile } from './read-import.ts';
import { readImport, type ImportRecord } from './repo-jobs.ts';
import { detectHeader, type Cells } from './rules/detect-header.ts';
import { chooseTarget, matchColumns } from './rules/match-columns.ts';
import { marksBy } from './rules/profile-columns.ts';
import { isMarkSheet } from './rules/wide-sheet.ts';
import { planStudents } from './students-plan.ts';
import type { TargetPlan } from './target-plan.ts';
import { recordTargets } from './targets/index.ts';
import { inspectFiles } from './zip-files.ts';

const sampleRows = 20, sampleLength = 200;
/** Plans held at once. One holds its whole file, so an office with many imports open reads them again instead. */
const held = 2;
const loadedImports = new Map<string, LoadedImport>();

/** A file that was read and planned, kept in memory of the import thread until another one needs the room. */
export interface LoadedImport {
  source: ImportSource; mapping: ImportMapping; target: ImportTarget; options: ImportOptions; header: string[]; sample: string[][]; plan: TargetPlan;
  /** The file with its mended cells, and its rows as they are planned before texts are read as others. */
  file: Cells; raw: View;
  /** Of a bundle what it says of itself; null for a table. */
  bundle: (BundleGrid & Pick<BundlePlan, 'school' | 'year'>) | null;
}

/** What the user has chosen of how a file is read; null: detected. */
export interface Choice { source: ImportSource | null; target: ImportTarget | null; mapping: ImportMapping | null; options: ImportOptions | null }

/** Reads a file and plans its rows against the school as it is now. With a profile, that decides what its headings are. */
export async function loadImport(ctx: QueryContext, fileId: string, asked: Choice, profile: ProfileContent | null = null): Promise<LoadedImport> {
  const file = readFileHead(ctx.db, fileId);
  const content = file && readFileContent(ctx.db, file.hash);
  if (!content) throw new RollbookError('refused', { messageKey: 'fileCleared' });
  const pace = (from: number) => async (done: number, total: number) => {
    ctx.checkCancelled();
    ctx.progress(from + Math.round((50 * done) / Math.max(total, 1)), 100);
    await new Promise((resolve) => setImmediate(resolve));
  };
  const found = profile ? await readFileBy(profile, content, asked.source, pace(0)) : { reading: await readImportFile(content, asked.source, pace(0)), headerRow: null };
  const { grid: read, source: reading, bundle, knownHeader, files: places } = found.reading;
  const grid = withEdits(read, asked.options?.edits ?? {});
  const source = { ...reading, headerRow: bundle ? 0 : Math.min(found.headerRow ?? asked.source?.headerRow ?? knownHeader ?? detectHeader(grid), grid.rows - 1) };
  const header = rowTexts(grid, source.headerRow);
  const chosen = profile ? choiceBy(profile, header, asked) : asked;
  const target = bundle ? 'oneRoster' : chosen.target ?? (places ? 'documents' : isMarkSheet({ grid, header, headerRow: source.headerRow }) ? 'scores' : chooseTarget(header));
  mustHave(ctx, importTargets[target].needs);
  if (!bundle && target === 'oneRoster') throw new RollbookError('refused', { messageKey: 'import.notATable' });
  const mapping = chosen.mapping ? fitMapping(chosen.mapping, target, grid.columns) : matchColumns(header, target);
  const table = { grid, header, headerRow: source.headerRow };
  const fitted = fitOptions(chosen.options ?? noOptions, target);
  const detectMarks = () => { const marks = chooseMarks(ctx.db, table, mapping); return profile ? marksBy(profile.columns, header, marks) : marks; };
  const options = target === 'scores' ? { ...fitted, wide: fitted.wide ?? detectMarks() } : fitted;
  const files = target === 'documents' && places ? await inspectFiles(content, file.hash, places, pace(0)) : null;
  const raw = buildView(table, mapping, options);
  const sheet = { view: withReadings(raw, options), header, headerRow: source.headerRow, year: findOpenYear(ctx.db) ?? null, today: localDate(ctx.now), options, files, pace: pace(50) };
  const planned = bundle && (await planBundle(ctx, bundle, sheet));
  const plan = planned ? planned.plan : target === 'students' || target === 'oneRoster' ? await planStudents(ctx, sheet) : await planRecords(ctx, recordTargets[target], sheet);
  const sample: string[][] = [];
  for (let row = source.headerRow + 1; row < Math.min(grid.rows, source.headerRow + 1 + sampleRows); row += 1) sample.push(rowTexts(grid, row));
  return { source, mapping, target, options, header, sample, plan, file: grid, raw, bundle: bundle && planned ? { ...bundle, school: planned.school, year: planned.year } : null };
}

/** An import changes what its rows are about: whoever may not do that by hand may not do it with a file. Throws `forbidden`. */
export function mustHave(ctx: Pick<QueryContext, 'rows'>, permissions: readonly Permission[]): void {
  for (const permission of permissions) if (!ctx.rows(permission).all) throw new RollbookError('forbidden');
}

/** The texts of a row as they are shown; for no row (-1) as many empty ones. */
function rowTexts(grid: Cells, row: number): string[] {
  return Array.from({ length: grid.columns }, (_, column) => (row < 0 ? '' : grid.cell(row, column).slice(0, sampleLength).trim()));
}

/** A chosen mapping, made as long as the table is wide and without fields of another target. A field that two columns claim is refused. */
function fitMapping(chosen: ImportMapping, target: ImportTarget, columns: number): ImportMapping {
  const known = fieldsOf(target);
  const mapping = chosen.map((field) => (field !== null && known[field] ? field : null));
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
  return JSON.stringify([record.source, record.target, record.mapping, record.options]) === JSON.stringify([loaded.source, loaded.target, loaded.mapping, loaded.options]);
}

/** The plan of an import that was previewed: the held one, or, after a restart, read and planned again. */
export async function needLoaded(ctx: QueryContext, id: string): Promise<LoadedImport> {
  const record = needImport(ctx, id);
  // Whoever has read the file may be somebody else.
  mustHave(ctx, importTargets[record.target].needs);
  const kept = loadedImports.get(id);
  if (kept && fits(record, kept)) return kept;
  if (!record.source || !record.mapping) throw new RollbookError('refused', { messageKey: 'import.previewFirst' });
  const loaded = await loadImport(ctx, record.fileId, record);
  holdImport(id, loaded);
  return loaded;
}

/** An import's record. Throws `notFound`. */
export function needImport(ctx: Pick<QueryContext, 'db'>, id: string): ImportRecord {
  const record = readImport(ctx.db, id);
  if (!record) throw new RollbookError('notFound');
  return record;
}
