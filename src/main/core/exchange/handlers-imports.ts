import { RollbookError } from '#contract/errors.ts';
import { importTargets } from '#contract/import-targets.ts';
import { readFileContent, readFileHead } from '../files/index.ts';
import { describeObstacles, undoChangeSet } from '../journal/index.ts';
import { prepared, type Handlers, type Named } from '../kernel/handlers.ts';
import { makeAppliedFile } from './applied-file.ts';
import { dropImport, fits, holdImport, loadImport, mustHave, needImport, needLoaded, type LoadedImport } from './load-import.ts';
import type { RowsName } from './handlers-import-rows.ts';
import { needProfile, readProfileFacts } from './profile-facts.ts';
import { insertImport, noteProfile, readEarlier, readImports, removeImport, saveCommitted, savePreview, saveUndone, saveUndoneLines } from './repo-jobs.ts';
import { readProfile } from './repo-profiles.ts';
import { beginWritten, markWritten, readChangesOf, readLastChange, readWrittenLines } from './repo-written.ts';
import { dropUnused, readContentsOf } from './repo-content.ts';
import { withoutOwn } from './rules/problem-lines.ts';

/** A file becomes records: upload, preview, commit, and back again. */
export const importHandlers: Handlers<Exclude<Named<'imports'>, RowsName>> = {
  'imports.create'(ctx, input) {
    const file = readFileHead(ctx.db, input.fileId);
    if (!file || file.purpose !== 'import') throw new RollbookError('notFound');
    return { id: insertImport(ctx.db, input.fileId) };
  },
  'imports.list': (ctx, input) => readImports(ctx.db, input),
  'imports.get'(ctx, input) {
    const found = needImport(ctx, input.id);
    const { summary, fileId: _file, ...record } = found;
    const earlier = summary.state === 'ready' ? readEarlier(ctx.db, input.id, withoutOwn(record.header)) : undefined;
    return {
      import: summary, ...record, ...readProfileFacts(ctx, found), written: summary.state === 'committed' ? readWrittenLines(ctx.db, input.id).length : 0,
      earlier: earlier?.mapping ? {
        fileName: earlier.summary.fileName, createdAt: earlier.summary.createdAt, target: earlier.target, mapping: earlier.mapping, options: { ...earlier.options, edits: {}, decisions: {}, allOrNothing: false }, profile: earlier.summary.profile,
      } : null,
    };
  },
  'imports.preview': prepared<'imports.preview', LoadedImport>({
    prepare(ctx, input) {
      const { summary, fileId } = needImport(ctx, input.id);
      if (summary.state === 'committed') throw new RollbookError('refused', { messageKey: 'import.alreadyCommitted' });
      return loadImport(ctx, fileId, input, input.profileId ? needProfile(ctx, input.profileId).content : null);
    },
    run(ctx, input, loaded) {
      if (needImport(ctx, input.id).summary.state === 'committed') throw new RollbookError('conflict');
      savePreview(ctx.db, input.id, { ...loaded, counts: loaded.plan.counts });
      if (input.profileId !== undefined) noteProfile(ctx.db, input.id, (input.profileId !== null && readProfile(ctx.db, input.profileId)) || null);
      holdImport(input.id, loaded);
      return { counts: loaded.plan.counts, rows: loaded.plan.rowsOf(null).length };
    },
  }),
  'imports.commit': prepared<'imports.commit', LoadedImport>({
    prepare: (ctx, input) => needLoaded(ctx, input.id),
    run(ctx, input, loaded) {
      const record = needImport(ctx, input.id);
      if (record.summary.state !== 'ready') throw new RollbookError('refused', { messageKey: 'import.notReady' });
      if (record.summary.rev !== input.rev || !fits(record, loaded)) throw new RollbookError('conflict', { messageKey: 'import.previewAgain' });
      const { allOrNothing } = loaded.options;
      const [firstRefused] = loaded.plan.rowsOf('refused');
      if (allOrNothing && firstRefused !== undefined) throw refuseAll(loaded.plan.counts.refused, loaded.raw.sourceRow(firstRefused) + 1);
      beginWritten(ctx.db, input.id);
      const late = loaded.plan.write(ctx, (line) => markWritten(ctx.db, input.id, line));
      if (allOrNothing && late[0]) throw refuseAll(late.length, late[0].line);
      saveCommitted(ctx.db, input.id, { changeSetId: ctx.stamp.changeSetId, late, profileName: record.summary.profile?.name ?? null }, input.rev);
      ctx.describe({ reason: record.summary.fileName });
      return { counts: loaded.plan.counts, changeSetId: ctx.stamp.changeSetId, late };
    },
  }),
  'imports.undo'(ctx, input) {
    const { summary: { state, changeSetId, fileName }, target, undoneLines } = needImport(ctx, input.id);
    mustHave(ctx, importTargets[target].needs);
    if (state !== 'committed' || changeSetId === null) throw new RollbookError('refused', { messageKey: 'import.notCommitted' });
    const gone = new Set(undoneLines), asked = input.lines && new Set(input.lines);
    const left = readWrittenLines(ctx.db, input.id).filter((line) => !gone.has(line));
    const lines = asked ? left.filter((line) => asked.has(line)) : left;
    // With its last row the import itself is taken back.
    const isWhole = lines.length === left.length;
    const onProgress = (done: number, total: number) => { ctx.checkCancelled(); ctx.progress(done, total); };
    ctx.describe(isWhole ? { undoes: changeSetId } : { reason: fileName });
    const contents = readContentsOf(ctx.db, changeSetId);
    const obstacles = undoChangeSet(ctx.db, ctx.stamp, changeSetId, {
      partial: true, onProgress, ...(isWhole ? {} : { only: { ranges: readChangesOf(ctx.db, input.id, lines), followUpsAfter: readLastChange(ctx.db, input.id) } }), ...(isWhole && undoneLines.length > 0 ? { except: readChangesOf(ctx.db, input.id, undoneLines) } : {}),
    });
    if (isWhole) saveUndone(ctx.db, input.id, changeSetId, ctx.stamp.changeSetId);
    else saveUndoneLines(ctx.db, input.id, [...undoneLines, ...lines]);
    dropUnused(ctx.db, contents);
    const kept = describeObstacles(ctx.db, obstacles).map(({ entity, rowId, label, fields }) => ({ entity, rowId, label, fields }));
    return { changeSetId: ctx.stamp.changeSetId, kept, keptTotal: obstacles.length };
  },
  'imports.file'(ctx, input) {
    const { fileId, target } = needImport(ctx, input.id);
    mustHave(ctx, importTargets[target].needs);
    const file = readFileHead(ctx.db, fileId);
    const content = file && readFileContent(ctx.db, file.hash);
    if (!content) throw new RollbookError('refused', { messageKey: 'fileCleared' });
    return { name: file.name, mime: file.mime, content };
  },
  'imports.applied': makeAppliedFile,
  'imports.discard'(ctx, input) {
    const { summary, fileId } = needImport(ctx, input.id);
    if (summary.state === 'committed') throw new RollbookError('refused', { messageKey: 'import.alreadyCommitted' });
    removeImport(ctx.db, input.id, fileId);
    dropImport(input.id);
    return {};
  },
};

/** Why nothing of a file is written of which everything should be. */
const refuseAll = (count: number, line: number) => new RollbookError('refused', { messageKey: 'import.allOrNothing', params: { count, line } });
