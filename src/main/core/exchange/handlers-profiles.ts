import { RollbookError } from '#contract/errors.ts';
import { plainFileName } from '../files/index.ts';
import type { CommandContext } from '../kernel/context.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { needImport } from './load-import.ts';
import { needProfile, noColumns } from './profile-facts.ts';
import { noteProfile } from './repo-jobs.ts';
import { insertProfile, isNameTaken, readProfiles, removeProfile, updateProfile } from './repo-profiles.ts';
import { countImported } from './rules/profile-columns.ts';
import { freeName, readProfileFile, writeProfileFile } from './rules/profile-file.ts';
import { takeProfile } from './rules/take-profile.ts';
import { withoutOwn } from './rules/problem-lines.ts';

function refuseTaken(ctx: CommandContext, name: string, exceptId: string | null): void {
  if (isNameTaken(ctx.db, name, exceptId)) throw new RollbookError('invalidInput', { fields: [{ path: 'name', messageKey: 'profileNameTaken' }] });
}

/** How files are read, kept under names. */
export const importProfileHandlers: Handlers<Named<'importProfiles'>> = {
  'importProfiles.list': (ctx) => ({
    profiles: readProfiles(ctx.db).map(({ content: { target, columns }, ...row }) => ({ ...row, target, columns: countImported(columns) })),
  }),
  'importProfiles.save'(ctx, { importId, id, rev, name }) {
    const { summary, target, source, mapping, header, options } = needImport(ctx, importId);
    if (!source || !mapping) throw new RollbookError('refused', { messageKey: 'import.previewFirst' });
    const own = new Set(withoutOwn(header));
    const content = takeProfile({ target, source, header: header.map((label) => (own.has(label) ? label : '')), mapping, options });
    if (!content) throw noColumns();
    refuseTaken(ctx, name, id);
    const saved = id === null ? { id: insertProfile(ctx.db, name, content), rev: 1 } : { id, rev: updateProfile(ctx.db, id, name, content, rev) };
    if (summary.state === 'ready') noteProfile(ctx.db, importId, { id: saved.id, name });
    return saved;
  },
  'importProfiles.rename'(ctx, { id, rev, name }) {
    refuseTaken(ctx, name, id);
    return { id, rev: updateProfile(ctx.db, id, name, null, rev) };
  },
  'importProfiles.remove'(ctx, { id, rev }) {
    removeProfile(ctx.db, id, rev);
    return {};
  },
  'importProfiles.export'(ctx, { id }) {
    const profile = needProfile(ctx, id);
    return { name: plainFileName(`${profile.name.replaceAll(/[\\/]/g, '-')}.rollbook-profile.json`), mime: 'application/json', content: new Uint8Array(writeProfileFile(profile)) };
  },
  'importProfiles.import'(ctx, input) {
    const { name: wanted, content } = readProfileFile(input.content);
    const name = freeName(wanted, (each) => isNameTaken(ctx.db, each, null));
    return { id: insertProfile(ctx.db, name, content), rev: 1, name };
  },
};
