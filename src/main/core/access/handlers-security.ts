import { RollbookError } from '#contract/errors.ts';
import { writeAuditEntry } from '../journal/index.ts';
import { prepared, type Handlers, type Named } from '../kernel/handlers.ts';
import { writeSetting } from '../settings/index.ts';
import { openByPerson, readVault } from '../store/vault.ts';
import { grant, user } from '../store/schema/index.ts';
import { localDate } from '../kernel/dates.ts';
import { hashChosen } from './new-password.ts';
import { newOneUseCodes } from './one-use-codes.ts';
import { policySetting, readPolicy } from './policy.ts';
import { readAdministrators } from './repo-grants.ts';
import { hasDepartment, readRole } from './repo-roles.ts';
import { endSessions, setPreview } from './repo-sessions.ts';
import { confirmTwoFactor, endTwoFactor, readTwoFactor, replaceOneUseCodes, startTwoFactor, takeTimedCode } from './repo-two-factor.ts';
import { clearAttempts, findUserByName, readAttempts, readUser } from './repo-users.ts';
import { signedIn } from './signed-in.ts';
import { countWrong } from './try-password.ts';

/** Under this name, which no account can have, wrong recovery codes are counted. */
const recoveryTries = 'recovery code';

/** The second factor, the school's rules of security, looking as somebody else, and the last way back in. */
export const securityHandlers: Handlers<Named<'twoFactor'> | Named<'preview'> | Named<'accessPolicy'> | Named<'recovery'>> = {
  'twoFactor.state': (ctx) => readTwoFactor(ctx.db, ctx.userId()),
  'twoFactor.start'(ctx) {
    const { userId, username } = signedIn(ctx);
    if (readTwoFactor(ctx.db, userId).on) throw new RollbookError('refused', { messageKey: 'twoFactorOn' });
    return startTwoFactor(ctx.db, userId, username);
  },
  'twoFactor.confirm'(ctx, input) {
    const { userId } = signedIn(ctx);
    if (readTwoFactor(ctx.db, userId).on) throw new RollbookError('refused', { messageKey: 'twoFactorOn' });
    if (!takeTimedCode(ctx.db, userId, input.code, ctx.now)) return { codes: null };
    const codes = newOneUseCodes();
    confirmTwoFactor(ctx.db, userId, ctx.now, codes);
    writeAuditEntry(ctx.db, { kind: 'account', detail: 'twoFactorOn', userId });
    return { codes };
  },
  'twoFactor.renewCodes'(ctx, input) {
    const { userId, username } = signedIn(ctx);
    if (!readTwoFactor(ctx.db, userId).on) throw new RollbookError('refused', { messageKey: 'twoFactorNotOn' });
    const { failures, nextAt } = readAttempts(ctx.db, username);
    if (ctx.now < nextAt) return { codes: null, waitSeconds: Math.ceil((nextAt - ctx.now) / 1000) };
    // Counted like wrong codes at sign-in, with them: who has found a window open must not guess until one fits.
    if (!takeTimedCode(ctx.db, userId, input.code, ctx.now)) return { codes: null, waitSeconds: countWrong(ctx, username, failures + 1, userId) };
    clearAttempts(ctx.db, username);
    const codes = newOneUseCodes();
    replaceOneUseCodes(ctx.db, userId, codes);
    writeAuditEntry(ctx.db, { kind: 'account', detail: 'codesRenewed', userId });
    return { codes, waitSeconds: 0 };
  },
  'twoFactor.end'(ctx) {
    const { userId } = signedIn(ctx);
    if (endTwoFactor(ctx.db, userId) > 0) writeAuditEntry(ctx.db, { kind: 'account', detail: 'twoFactorOff', userId });
    return {};
  },
  'preview.start'(ctx, { as }) {
    const isThere = as.kind === 'person' ? readUser(ctx.db, as.userId) : readRole(ctx.db, as.role);
    if (!isThere) throw new RollbookError('notFound');
    if (as.kind === 'role' && as.scope === 'department' && !(as.orgId && hasDepartment(ctx.db, as.orgId))) throw new RollbookError('notFound');
    const { sessionId } = signedIn(ctx);
    setPreview(ctx.db, sessionId, as);
    ctx.effect({ type: 'session', sessionId });
    writeAuditEntry(ctx.db, { kind: 'account', detail: 'preview', userId: as.kind === 'person' ? as.userId : null, targetId: as.kind === 'role' ? as.role : null });
    return {};
  },
  'preview.end'(ctx) {
    const { sessionId } = signedIn(ctx);
    setPreview(ctx.db, sessionId, null);
    ctx.effect({ type: 'session', sessionId });
    return {};
  },
  'accessPolicy.get': (ctx) => readPolicy(ctx.db),
  'accessPolicy.save'(ctx, input) {
    if ((readPolicy(ctx.db).rev ?? null) !== input.rev) throw new RollbookError('conflict');
    return { rev: writeSetting(ctx.db, policySetting, input.policy, input.rev ?? undefined) };
  },
  'recovery.administrator': prepared({
    async prepare(ctx, input) {
      if (ctx.now < readAttempts(ctx.db, recoveryTries).nextAt) return null;
      const vault = readVault(ctx.place.dataFolder);
      const key = vault && await openByPerson(vault, { recoveryCode: input.recoveryCode }).catch(() => null);
      if (!key || !Buffer.from(key).equals(ctx.place.key)) return null;
      return hashChosen(ctx, findUserByName(ctx.db, input.username), input.password);
    },
    run(ctx, input, passwordHash) {
      const { failures, nextAt } = readAttempts(ctx.db, recoveryTries);
      if (ctx.now < nextAt) return { state: 'refused', waitSeconds: Math.ceil((nextAt - ctx.now) / 1000) };
      if (passwordHash === null) return { state: 'refused', waitSeconds: countWrong(ctx, recoveryTries, failures + 1, null) };
      clearAttempts(ctx.db, recoveryTries);
      const row = findUserByName(ctx.db, input.username);
      if (!row) throw new RollbookError('invalidInput', { fields: [{ path: 'username', messageKey: 'unknownAccount' }] });
      ctx.db.update(user, row.id, { passwordHash, disabledAt: null, mustChange: false, passwordChangedAt: ctx.now });
      if (!readAdministrators(ctx.db, localDate(ctx.now)).includes(row.id)) ctx.db.insert(grant, { userId: row.id, role: 'administrator', scope: 'school' });
      clearAttempts(ctx.db, row.username);
      endTwoFactor(ctx.db, row.id);
      endSessions(ctx.db, row.id, null);
      writeAuditEntry(ctx.db, { kind: 'recovery', detail: 'administrator', userId: row.id });
      return { state: 'recovered' };
    },
  }),
};
