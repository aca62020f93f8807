import { RollbookError } from '#contract/errors.ts';
import { readFileHead } from '../files/index.ts';
import { describeObstacles, undoChangeSet } from '../journal/index.ts';
import { prepared, type Handlers, type Named } from '../kernel/handlers.ts';
import { dropImport, fits, holdImport, loadImport, needImport, needLoaded, type LoadedImport } from './load-import.ts';
import type { RowsName } from './handlers-import-rows.ts';
import { withoutOwn } from './rules/problem-lines.ts';
import { insertImport, readEarlier, readImports, removeImport, saveCommitted, savePreview, saveUndone } from './repo-jobs.ts';

/** A file becomes records: upload, preview, commit, and back again. */
export const importHandlers: Handlers<Exclude<Named<'imports'>, RowsName>> = {
  'imports.create'(ctx, input) {
    const file = readFileHead(ctx.db, input.fileId);
    if (!file || file.purpose !== 'import') throw new RollbookError('notFound');
    return { id: insertImport(ctx.db, input.fileId) };
  },
  'imports.list': (ctx, input) => readImports(ctx.db, input),
  'imports.get'(ctx, input) {
    const { summary, source, mapping, options, header, sample, failure, late } = needImport(ctx, input.id);
    const earlier = summary.state === 'ready' ? readEarlier(ctx.db, input.id, withoutOwn(header)) : undefined;
    return {
      import: summary, source, mapping, options, header, sample, failure, late,
      earlier: earlier?.mapping ? {
        fileName: earlier.summary.fileName, createdAt: earlier.summary.createdAt, target: earlier.target, mapping: earlier.mapping, options: { ...earlier.options, edits: {}, allOrNothing: false },
      } : null,
    };
  },
  'imports.preview': prepared<'imports.preview', LoadedImport>({
    prepare(ctx, input) {
      const { summary, fileId } = needImport(ctx, input.id);
      if (summary.state === 'committed') throw new RollbookError('refused', { messageKey: 'import.alreadyCommitted' });
      return loadImport(ctx, fileId, input);
    },
    run(ctx, input, loaded) {
      if (needImport(ctx, input.id).summary.state === 'committed') throw new RollbookError('conflict');
      savePreview(ctx.db, input.id, { ...loaded, counts: loaded.plan.counts });
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
      const late = loaded.plan.write(ctx);
      if (allOrNothing && late[0]) throw refuseAll(late.length, late[0].line);
      saveCommitted(ctx.db, input.id, { changeSetId: ctx.stamp.changeSetId, late }, input.rev);
      ctx.describe({ reason: record.summary.fileName });
      return { counts: loaded.plan.counts, changeSetId: ctx.stamp.changeSetId, late };
    },
  }),
  'imports.undo'(ctx, input) {
    const { state, changeSetId } = needImport(ctx, input.id).summary;
    if (state !== 'committed' || changeSetId === null) throw new RollbookError('refused', { messageKey: 'import.notCommitted' });
    ctx.describe({ undoes: changeSetId });
    const onProgress = (done: number, total: number) => { ctx.checkCancelled(); ctx.progress(done, total); };
    const obstacles = undoChangeSet(ctx.db, ctx.stamp, changeSetId, { partial: true, onProgress });
    saveUndone(ctx.db, input.id, changeSetId, ctx.stamp.changeSetId);
    const kept = describeObstacles(ctx.db, obstacles).map(({ entity, rowId, label, fields }) => ({ entity, rowId, label, fields }));
    return { changeSetId: ctx.stamp.changeSetId, kept, keptTotal: obstacles.length };
  },
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
