import { RollbookError } from '#contract/errors.ts';
import { prepared, type Handlers, type Named } from '../kernel/handlers.ts';
import { readSchoolSettings, writeSetting } from '../settings/index.ts';
import { mailSetting, readMailServer, secretOf, sendBySchool } from './mail-settings.ts';
import { forgetMailSecrets, keepSecret, readSecret } from './repo-secrets.ts';
import { letters } from './rules-words.ts';

/** How the office sends e-mail. */
export const mailHandlers: Handlers<Named<'mailServer'>> = {
  'mailServer.get'(ctx) {
    const { server, rev } = readMailServer(ctx.db);
    return { server, rev, hasPassword: server !== null && readSecret(ctx.db, secretOf(server)) !== null };
  },
  'mailServer.save'(ctx, { server, password, rev: known }) {
    if (readMailServer(ctx.db).rev !== known) throw new RollbookError('conflict');
    const rev = writeSetting(ctx.db, mailSetting, server, known ?? undefined);
    const secret = server.user === null ? null : password ?? readSecret(ctx.db, secretOf(server));
    if (server.user !== null && secret === null) throw new RollbookError('invalidInput', { fields: [{ path: 'password', messageKey: 'required' }] });
    forgetMailSecrets(ctx.db);
    if (secret !== null) keepSecret(ctx.db, secretOf(server), secret);
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
