import { RollbookError } from '#contract/errors.ts';
import { prepared, type Handlers, type Named } from '../kernel/handlers.ts';
import { readSchoolSettings, writeSetting } from '../settings/index.ts';
import { mailSetting, readMailServer, sendBySchool } from './mail-settings.ts';
import { forgetSecret, hasSecret, keepSecret } from './repo-secrets.ts';
import { letters } from './rules-words.ts';

/** How the office sends e-mail. */
export const mailHandlers: Handlers<Named<'mailServer'>> = {
  'mailServer.get': (ctx) => ({ ...readMailServer(ctx.db), hasPassword: hasSecret(ctx.db, 'mailServer') }),
  'mailServer.save'(ctx, input) {
    const before = readMailServer(ctx.db);
    if (before.rev !== input.rev) throw new RollbookError('conflict');
    const rev = writeSetting(ctx.db, mailSetting, input.server, input.rev ?? undefined);
    // A password is given to the server that it was typed for, and to no other.
    const isSame = before.server?.host === input.server.host && before.server.user === input.server.user;
    if (input.password !== null && input.server.user !== null) keepSecret(ctx.db, 'mailServer', input.password);
    else if (!isSame || input.server.user === null) forgetSecret(ctx.db, 'mailServer');
    if (input.server.user !== null && !hasSecret(ctx.db, 'mailServer')) throw new RollbookError('invalidInput', { fields: [{ path: 'password', messageKey: 'required' }] });
    return { rev };
  },
  'mailServer.test': prepared({
    async prepare(ctx, { to, language }) {
      const { nameEl, nameEn } = readSchoolSettings(ctx.db).settings;
      await sendBySchool(ctx, { to: [to], ...letters.tried[language](language === 'el' ? nameEl : nameEn) });
    },
    run: () => ({}),
  }),
};
