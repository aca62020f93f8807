import type { Handlers, Named } from '../kernel/handlers.ts';
import { org } from '../store/schema/index.ts';
import { readSchoolId, readSchoolSettings, writeSetting } from './repo.ts';

/** What the school decides for itself. */
export const settingsHandlers: Handlers<Named<'settings'>> = {
  'settings.get': (ctx) => ({
    ...readSchoolSettings(ctx.db), dataFolder: ctx.place.dataFolder, keyHolder: ctx.place.keyHolder, version: ctx.place.version,
  }),
  'settings.update'(ctx, input) {
    const rev = writeSetting(ctx.db, 'school', input.settings, input.rev);
    ctx.db.update(org, readSchoolId(ctx.db), { nameEl: input.settings.nameEl, nameEn: input.settings.nameEn });
    ctx.effect({ type: 'settingsChanged' });
    return { rev };
  },
};
