import type { Handlers, Named } from '../kernel/handlers.ts';
import { prepared } from '../kernel/handlers.ts';
import type { Access } from './access.ts';
import { fieldClassesOf, permissionsOf } from './access.ts';
import { RollbookError } from '#contract/errors.ts';
import { readSchoolCard } from '../settings/index.ts';
import { user } from '../store/schema/index.ts';
import { hashPassword } from './passwords.ts';
import { endOtherSessions, endSession, setConfirmed, setLocked, startSession } from './repo-sessions.ts';
import { readUser } from './repo-users.ts';
import { checkTry, settleTry } from './try-password.ts';

function signedIn(access: Access | null): Access {
  if (!access) throw new RollbookError('notSignedIn');
  return access;
}

/** Signing in and out, locking, the own password and preferences. */
export const accessHandlers: Handlers<Named<'auth'> | Named<'preferences'>> = {
  'auth.signIn': prepared({
    prepare: (ctx, input) => checkTry(ctx, input.username, input.password),
    run(ctx, input, checked) {
      const result = settleTry(ctx, input.username, checked);
      if ('waitSeconds' in result) return { state: 'refused', waitSeconds: result.waitSeconds };
      return { state: 'signedIn', ...startSession(ctx.db, result.user.id, input.device || ctx.device, ctx.now) };
    },
  }),
  'auth.me'(ctx) {
    const access = signedIn(ctx.access);
    const row = readUser(ctx.db, access.userId);
    if (!row) throw new RollbookError('notSignedIn');
    return {
      user: { id: row.id, username: row.username, displayName: row.displayName },
      roles: [...new Set(access.grants.map((grant) => grant.role))],
      permissions: permissionsOf(access), fieldClasses: fieldClassesOf(access),
      preferences: { language: row.language, theme: row.theme, idleMinutes: row.idleMinutes },
      locked: access.locked, school: readSchoolCard(ctx.db),
    };
  },
  'auth.signOut'(ctx) {
    endSession(ctx.db, signedIn(ctx.access).sessionId);
    return {};
  },
  'auth.lock'(ctx) {
    setLocked(ctx.db, signedIn(ctx.access).sessionId, ctx.now);
    return {};
  },
  'auth.unlock': prepared({
    prepare: (ctx, input) => checkTry(ctx, signedIn(ctx.access).username, input.password),
    run(ctx, _input, checked) {
      const access = signedIn(ctx.access);
      const result = settleTry(ctx, access.username, checked);
      if ('waitSeconds' in result) return { unlocked: false, waitSeconds: result.waitSeconds };
      setLocked(ctx.db, access.sessionId, null);
      return { unlocked: true, waitSeconds: 0 };
    },
  }),
  'auth.confirm': prepared({
    prepare: (ctx, input) => checkTry(ctx, signedIn(ctx.access).username, input.password),
    run(ctx, _input, checked) {
      const access = signedIn(ctx.access);
      const result = settleTry(ctx, access.username, checked);
      if ('waitSeconds' in result) return { confirmed: false, waitSeconds: result.waitSeconds };
      setConfirmed(ctx.db, access.sessionId, ctx.now);
      return { confirmed: true, waitSeconds: 0 };
    },
  }),
  'auth.changePassword': prepared({
    prepare: (_ctx, input) => hashPassword(input.password),
    run(ctx, _input, passwordHash) {
      const access = signedIn(ctx.access);
      ctx.db.update(user, access.userId, { passwordHash });
      endOtherSessions(ctx.db, access.userId, access.sessionId);
      return {};
    },
  }),
  'preferences.update'(ctx, input) {
    ctx.db.update(user, ctx.userId(), input);
    return input;
  },
};
