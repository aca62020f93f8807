import { RollbookError } from '#contract/errors.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { clearExports, exportsKeptFor, readFileContent, readFileHead, saveFile } from './repo.ts';

/** Larger files are refused: a school's lists are far below. */
const largestFile = 50 * 1024 * 1024;

/** Files in and out, one way for all of them. */
export const fileHandlers: Handlers<Named<'files'>> = {
  'files.upload'(ctx, input) {
    if (input.content.byteLength === 0) throw new RollbookError('refused', { messageKey: 'fileEmpty' });
    if (input.content.byteLength > largestFile) throw new RollbookError('refused', { messageKey: 'fileTooLarge', params: { megabytes: 50 } });
    clearExports(ctx.db, ctx.now - exportsKeptFor);
    return { fileId: saveFile(ctx.db, { name: input.name, mime: 'application/octet-stream', content: input.content, purpose: 'import' }) };
  },
  'files.download'(ctx, input) {
    const file = readFileHead(ctx.db, input.fileId);
    // What was dropped to be imported has a door of its own, `imports.file`, that the audit watches.
    if (!file || file.createdBy !== ctx.userId() || file.purpose === 'import') throw new RollbookError('notFound');
    const content = readFileContent(ctx.db, file.hash);
    if (!content) throw new RollbookError('refused', { messageKey: 'fileCleared' });
    return { name: file.name, mime: file.mime, content };
  },
};
