import { RollbookError } from '#contract/errors.ts';
import type { Parsed } from '#contract/index.ts';
import { writeAuditEntry } from '../journal/index.ts';
import type { CommandContext } from '../kernel/context.ts';
import { localDate } from '../kernel/dates.ts';
import { prepared, type Handlers, type Named } from '../kernel/handlers.ts';
import { foldText } from '../search/rules-fold.ts';
import { staff, user } from '../store/schema/index.ts';
import { touchNoBetter } from './give-no-more.ts';
import { addGrants } from './handlers-grants.ts';
import { newTemporaryPassword } from './one-use-codes.ts';
import { hashPassword } from './passwords.ts';
import { findStaff, findStaffOf, findStaffOfUser, isNameTaken, readAccount, readAccounts } from './repo-accounts.ts';
import { endSessions, readSessions } from './repo-sessions.ts';
import { endTwoFactor } from './repo-two-factor.ts';
import { clearAttempts, readUser, type UserRow } from './repo-users.ts';
import { viewSession } from './sessions.ts';
import { signedIn } from './signed-in.ts';

/** People that the picker offers at once. */
const mostPeople = 30;

function needUser(ctx: CommandContext, id: string): UserRow {
  const row = readUser(ctx.db, id);
  if (!row) throw new RollbookError('notFound');
  touchNoBetter(ctx, id);
  return row;
}

type Details = Parsed<'users.update'>['account'];

function checkName(ctx: CommandContext, { username }: Details, exceptId: string | null): void {
  if (isNameTaken(ctx.db, username, exceptId)) throw new RollbookError('invalidInput', { fields: [{ path: 'account.username', messageKey: 'usernameTaken' }] });
}

/** Links an account with the person's entry as a member of staff, from which own sections and the own class division come, and takes it off any other. */
function linkStaff(ctx: CommandContext, userId: string, personId: string | null): void {
  for (const other of findStaffOfUser(ctx.db, userId)) if (other.personId !== personId) ctx.db.update(staff, other.id, { userId: null });
  const entry = personId === null ? undefined : findStaffOf(ctx.db, personId);
  if (!entry) return;
  if (entry.userId !== null && entry.userId !== userId) throw new RollbookError('invalidInput', { fields: [{ path: 'account.personId', messageKey: 'personHasAccount' }] });
  ctx.db.update(staff, entry.id, { userId });
}

const temporary = async () => {
  const password = newTemporaryPassword();
  return { password, passwordHash: await hashPassword(password) };
};

/** Accounts of the people who use the program. */
export const accountHandlers: Handlers<Named<'users'>> = {
  'users.list': (ctx, input) => readAccounts(ctx.db, input, localDate(ctx.now), ctx.now, input),
  'users.get'(ctx, input) {
    const account = readAccount(ctx.db, input.id, localDate(ctx.now), ctx.now);
    if (!account) throw new RollbookError('notFound');
    return account;
  },
  'users.people': (ctx, input) => ({ people: findStaff(ctx.db, input.text, mostPeople) }),
  'users.create': prepared({
    prepare: temporary,
    run(ctx, { account, grants }, { password, passwordHash }) {
      checkName(ctx, account, null);
      const { language, ...details } = account;
      const id = ctx.db.insert(user, {
        ...details, usernameKey: foldText(account.username), passwordHash, language, theme: 'system', idleMinutes: 10, mustChange: true, passwordChangedAt: ctx.now,
      });
      linkStaff(ctx, id, account.personId);
      for (const grant of grants) addGrants(ctx, id, grant);
      return { id, password };
    },
  }),
  'users.update'(ctx, { id, rev, account }) {
    needUser(ctx, id);
    checkName(ctx, account, id);
    const newRev = ctx.db.update(user, id, { ...account, usernameKey: foldText(account.username) }, rev);
    linkStaff(ctx, id, account.personId);
    return { rev: newRev };
  },
  'users.setDisabled'(ctx, { id, rev, disabled }) {
    needUser(ctx, id);
    if (disabled) endSessions(ctx.db, id, null);
    return { rev: ctx.db.update(user, id, { disabledAt: disabled ? ctx.now : null }, rev) };
  },
  'users.resetPassword': prepared({
    prepare: temporary,
    run(ctx, { id }, { password, passwordHash }) {
      const row = needUser(ctx, id);
      ctx.db.update(user, id, { passwordHash, mustChange: true, passwordChangedAt: ctx.now });
      clearAttempts(ctx.db, row.username);
      endSessions(ctx.db, id, null);
      writeAuditEntry(ctx.db, { kind: 'account', detail: 'passwordReset', userId: id });
      return { id, password };
    },
  }),
  'users.endTwoFactor'(ctx, { id }) {
    needUser(ctx, id);
    if (endTwoFactor(ctx.db, id) > 0) writeAuditEntry(ctx.db, { kind: 'account', detail: 'twoFactorOff', userId: id });
    return {};
  },
  'users.unlock'(ctx, { id }) {
    clearAttempts(ctx.db, needUser(ctx, id).username);
    writeAuditEntry(ctx.db, { kind: 'account', detail: 'unlocked', userId: id });
    return {};
  },
  'users.sessions'(ctx, { id }) {
    if (!readUser(ctx.db, id)) throw new RollbookError('notFound');
    return { sessions: readSessions(ctx.db, id, ctx.now).map((row) => viewSession(row, signedIn(ctx).sessionId)) };
  },
  'users.endSessions'(ctx, { id, session }) {
    needUser(ctx, id);
    const ended = endSessions(ctx.db, id, session);
    if (ended > 0) writeAuditEntry(ctx.db, { kind: 'account', detail: 'sessionsEnded', userId: id });
    return { ended };
  },
};
