import { RollbookError } from '#contract/errors.ts';
import { permissions } from '#contract/permissions.ts';
import { writeAuditEntry } from '../journal/index.ts';
import { prepared, type Handlers, type Named } from '../kernel/handlers.ts';
import { readSchoolCard } from '../settings/index.ts';
import { user } from '../store/schema/index.ts';
import { fieldClassesOf, holdsForSchool } from './access.ts';
import { hashChosen } from './new-password.ts';
import { readPolicy } from './policy.ts';
import { readRoleNames } from './repo-roles.ts';
import { endOtherSessions, endSessions, readSessions, setConfirmed, setLocked, startSession } from './repo-sessions.ts';
import { checkFactor } from './repo-two-factor.ts';
import { viewSession } from './sessions.ts';
import { ownAccount, signedIn } from './signed-in.ts';
import { checkTry, settleTry } from './try-password.ts';
import { usablePermissions } from './usable-permissions.ts';

/** Signing in and out, locking, the own password, sessions and preferences. */
export const authHandlers: Handlers<Named<'auth'> | Named<'preferences'>> = {
  'auth.signIn': prepared({
    prepare: (ctx, input) => checkTry(ctx, input.username, input.password),
    run(ctx, input, checked) {
      const tried = settleTry(ctx, input.username, checked, (row) => checkFactor(ctx.db, row.id, input.code, ctx.now));
      if (tried.state === 'codeNeeded') return { state: 'codeNeeded' };
      if (tried.state === 'wrong') return { state: 'refused', waitSeconds: tried.waitSeconds };
      const device = input.device || ctx.device;
      writeAuditEntry(ctx.db, { kind: 'signIn', detail: device, userId: tried.user.id });
      return { state: 'signedIn', ...startSession(ctx.db, tried.user.id, device, ctx.now, readPolicy(ctx.db).policy.sessionHours) };
    },
  }),
  'auth.me'(ctx) {
    const access = signedIn(ctx);
    const { id, username, displayName, language, theme, idleMinutes } = ownAccount(ctx);
    const { idleAtMost } = readPolicy(ctx.db).policy;
    return {
      user: { id, username, displayName },
      roles: readRoleNames(ctx.db, access.grants.map((grant) => grant.role)),
      permissions: usablePermissions(access), schoolPermissions: permissions.filter((permission) => holdsForSchool(access, permission)), fieldClasses: fieldClassesOf(access),
      preferences: { language, theme, idleMinutes: capIdle(idleMinutes, idleAtMost) }, idleAtMost,
      locked: access.locked, preview: access.preview, school: readSchoolCard(ctx.db),
    };
  },
  'auth.signOut'(ctx) {
    const { userId, sessionId } = signedIn(ctx);
    endSessions(ctx.db, userId, sessionId);
    return {};
  },
  'auth.lock'(ctx) {
    const { sessionId } = signedIn(ctx);
    setLocked(ctx.db, sessionId, ctx.now);
    ctx.effect({ type: 'session', sessionId });
    return {};
  },
  'auth.unlock': prepared({
    prepare: (ctx, input) => checkTry(ctx, signedIn(ctx).username, input.password),
    run(ctx, _input, checked) {
      const { username, sessionId } = signedIn(ctx);
      const tried = settleTry(ctx, username, checked);
      if (tried.state !== 'right') return { unlocked: false, waitSeconds: tried.state === 'wrong' ? tried.waitSeconds : 0 };
      setLocked(ctx.db, sessionId, null);
      ctx.effect({ type: 'session', sessionId });
      return { unlocked: true, waitSeconds: 0 };
    },
  }),
  'auth.confirm': prepared({
    prepare: (ctx, input) => checkTry(ctx, signedIn(ctx).username, input.password),
    run(ctx, _input, checked) {
      const { username, sessionId } = signedIn(ctx);
      const tried = settleTry(ctx, username, checked);
      if (tried.state !== 'right') return { confirmed: false, waitSeconds: tried.state === 'wrong' ? tried.waitSeconds : 0 };
      setConfirmed(ctx.db, sessionId, ctx.now);
      return { confirmed: true, waitSeconds: 0 };
    },
  }),
  'auth.changePassword': prepared({
    prepare: (ctx, input) => hashChosen(ctx, ownAccount(ctx), input.password),
    run(ctx, _input, passwordHash) {
      const { userId, sessionId } = signedIn(ctx);
      ctx.db.update(user, userId, { passwordHash, mustChange: false, passwordChangedAt: ctx.now });
      endOtherSessions(ctx.db, userId, sessionId);
      writeAuditEntry(ctx.db, { kind: 'account', detail: 'passwordChanged', userId });
      return {};
    },
  }),
  'auth.passwordRules': (ctx) => ({ length: readPolicy(ctx.db).policy.passwordLength }),
  'auth.sessions'(ctx) {
    const access = signedIn(ctx);
    return { sessions: readSessions(ctx.db, access.userId, ctx.now).map((row) => viewSession(row, access.sessionId)) };
  },
  'auth.endSession'(ctx, input) {
    if (endSessions(ctx.db, signedIn(ctx).userId, input.id) === 0) throw new RollbookError('notFound');
    return {};
  },
  'preferences.update'(ctx, input) {
    const { idleAtMost } = readPolicy(ctx.db).policy;
    const preferences = { ...input, idleMinutes: capIdle(input.idleMinutes, idleAtMost) };
    ctx.db.update(user, ctx.userId(), preferences);
    return preferences;
  },
};

/** A person's idle time within the school's rule; 0 means never, which a rule does not allow. */
const capIdle = (minutes: number, atMost: number): number => (atMost > 0 && (minutes === 0 || minutes > atMost) ? atMost : minutes);
