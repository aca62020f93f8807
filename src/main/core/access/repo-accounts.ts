import type { Account, GrantView } from '#contract/accounts.ts';
import { createHash } from 'node:crypto';
import { foldText } from '../search/rules-fold.ts';
import type { Reader, Value } from '../store/reader.ts';
import { readAdministrators } from './repo-grants.ts';
import { readRole } from './repo-roles.ts';

interface Stored {
  id: string; rev: number; username: string; usernameKey: string; displayName: string; language: 'el' | 'en'; disabledAt: number | null; mustChange: number; twoFactor: number;
  lastSignIn: number | null; sessions: number; personId: string | null; personEl: string | null; personLatin: string | null; staffId: string | null;
}
export interface AccountFilter { text: string; state: 'active' | 'disabled' | 'all'; role: string | null }

const columns = `u.id, u.rev, u.username, u.usernameKey, u.displayName, u.language, u.disabledAt, u.mustChange,
  EXISTS (SELECT 1 FROM two_factor t WHERE t.userId = u.id AND t.confirmedAt IS NOT NULL) AS twoFactor,
  (SELECT max(a.createdAt) FROM audit_entry a WHERE a.userId = u.id AND a.kind = 'signIn') AS lastSignIn,
  (SELECT count(*) FROM session s WHERE s.userId = u.id AND s.expiresAt > @now) AS sessions,
  p.id AS personId, p.familyEl || ' ' || p.givenEl AS personEl, p.familyLatin || ' ' || p.givenLatin AS personLatin, st.id AS staffId`;
/* Whose an account is: the person named with it, or the member of staff that is linked to it. */
const source = `user u LEFT JOIN staff st ON st.userId = u.id AND st.deletedAt IS NULL LEFT JOIN person p ON p.id = coalesce(u.personId, st.personId)`;

/** One page of accounts by name, with what is needed to judge each. */
export function readAccounts(db: Reader, filter: AccountFilter, today: string, now: number, paging: { offset: number; limit: number }): { total: number; rows: Account[] } {
  const parts = ['u.deletedAt IS NULL'];
  const params: Record<string, Value> = {};
  if (filter.state !== 'all') parts.push(filter.state === 'active' ? 'u.disabledAt IS NULL' : 'u.disabledAt IS NOT NULL');
  if (filter.role !== null) {
    parts.push(`u.id IN (SELECT userId FROM role_grant WHERE role = @role AND deletedAt IS NULL AND (endDate IS NULL OR endDate >= @today))`);
    Object.assign(params, { role: filter.role, today });
  }
  if (filter.text) {
    parts.push('u.id IN (SELECT value FROM json_each(@found))');
    Object.assign(params, { found: JSON.stringify(findByText(db, foldText(filter.text))) });
  }
  const where = parts.join(' AND ');
  const total = db.get<{ n: number }>(`SELECT count(*) AS n FROM ${source} WHERE ${where}`, params)?.n ?? 0;
  const rows = db.all<Stored>(`SELECT ${columns} FROM ${source} WHERE ${where} ORDER BY u.usernameKey LIMIT @limit OFFSET @offset`, { ...params, now, ...paging });
  return { total, rows: complete(db, rows, today, now) };
}

/** Accounts in whose names a folded text stands: folded here, since SQLite does not fold Greek; a school has hundreds of accounts, not thousands. */
function findByText(db: Reader, text: string): string[] {
  return db.all<{ id: string; usernameKey: string; displayName: string; sortKey: string | null }>(
    `SELECT u.id, u.usernameKey, u.displayName, p.sortKey FROM ${source} WHERE u.deletedAt IS NULL`)
    .filter(({ usernameKey, displayName, sortKey }) => [usernameKey, foldText(displayName), sortKey ?? ''].some((name) => name.includes(text))).map(({ id }) => id);
}

/** One account; undefined when there is none. */
export function readAccount(db: Reader, id: string, today: string, now: number): Account | undefined {
  const row = db.get<Stored>(`SELECT ${columns} FROM ${source} WHERE u.id = @id AND u.deletedAt IS NULL`, { id, now });
  return row && complete(db, [row], today, now)[0];
}

function complete(db: Reader, rows: readonly Stored[], today: string, now: number): Account[] {
  const administrators = readAdministrators(db, today);
  return rows.map(({ usernameKey, twoFactor, mustChange, personId, personEl, personLatin, staffId, ...row }) => ({
    ...row, mustChange: mustChange === 1, twoFactor: twoFactor === 1,
    lockedUntil: lockedUntil(db, usernameKey, now),
    person: personId === null ? null : { id: personId, nameEl: personEl ?? '', nameLatin: personLatin, staffId },
    grants: readGrantViews(db, row.id, today),
    isLastAdministrator: administrators.length === 1 && administrators[0] === row.id,
  }));
}

/** Wrong tries are kept by hashed name; a wait of minutes is a lockout, one of seconds only a pause. */
function lockedUntil(db: Reader, usernameKey: string, now: number): number | null {
  const id = createHash('sha256').update(usernameKey).digest('hex');
  const { nextAt } = db.get<{ nextAt: number }>('SELECT nextAt FROM sign_in_attempt WHERE id = ?', [id]) ?? { nextAt: 0 };
  return nextAt - now > 60_000 ? nextAt : null;
}

interface StoredView { id: string; rev: number; role: string; scope: GrantView['scope']; orgId: string | null; orgEl: string | null; orgEn: string | null; startDate: string | null; endDate: string | null }

/** The grants of an account, those in force first. */
export function readGrantViews(db: Reader, userId: string, today: string): GrantView[] {
  const rows = db.all<StoredView>(
    `SELECT g.id, g.rev, g.role, g.scope, g.orgId, o.nameEl AS orgEl, o.nameEn AS orgEn, g.startDate, g.endDate
     FROM role_grant g LEFT JOIN org o ON o.id = g.orgId WHERE g.userId = ? AND g.deletedAt IS NULL ORDER BY g.id`, [userId]);
  const order = { current: 0, future: 1, ended: 2 };
  return rows.map(({ orgId, orgEl, orgEn, ...row }): GrantView => {
    const role = readRole(db, row.role);
    return {
      ...row, roleEl: role?.nameEl ?? '', roleEn: role?.nameEn ?? '', state: stateOf(row, today),
      department: orgId === null ? null : { id: orgId, nameEl: orgEl ?? '', nameEn: orgEn ?? '' },
    };
  }).toSorted((a, b) => order[a.state] - order[b.state]);
}

const stateOf = ({ startDate, endDate }: { startDate: string | null; endDate: string | null }, today: string): GrantView['state'] =>
  (endDate !== null && endDate < today ? 'ended' : startDate !== null && startDate > today ? 'future' : 'current');

/** Members of staff by a part of their name, to say whose an account is. */
export function findStaff(db: Reader, text: string, limit: number): { personId: string; nameEl: string; nameLatin: string | null; userId: string | null }[] {
  return db.all(
    `SELECT p.id AS personId, p.familyEl || ' ' || p.givenEl AS nameEl, p.familyLatin || ' ' || p.givenLatin AS nameLatin, st.userId
     FROM staff st JOIN person p ON p.id = st.personId
     WHERE st.deletedAt IS NULL AND st.archivedAt IS NULL AND (instr(p.sortKey, @text) > 0 OR instr(lower(coalesce(p.familyLatin, '') || ' ' || coalesce(p.givenLatin, '')), lower(@text)) > 0)
     ORDER BY p.sortKey LIMIT @limit`, { text: foldText(text), limit });
}

/** The entry as a member of staff that a person has, with the account linked to it. */
export function findStaffOf(db: Reader, personId: string): { id: string; userId: string | null } | undefined {
  return db.get('SELECT id, userId FROM staff WHERE personId = ? AND deletedAt IS NULL', [personId]);
}

/** The members of staff that an account is linked to. */
export function findStaffOfUser(db: Reader, userId: string): { id: string; personId: string }[] {
  return db.all('SELECT id, personId FROM staff WHERE userId = ? AND deletedAt IS NULL', [userId]);
}

/** A grant with whose it is. */
export function readGrant(db: Reader, id: string): { id: string; userId: string; role: string; scope: GrantView['scope']; orgId: string | null } | undefined {
  return db.get('SELECT id, userId, role, scope, orgId FROM role_grant WHERE id = ? AND deletedAt IS NULL', [id]);
}

/** True when another account has a user name, whatever its case and accents; the names of removed accounts are taken as well. */
export function isNameTaken(db: Reader, username: string, exceptId: string | null): boolean {
  return db.get('SELECT 1 FROM user WHERE usernameKey = ? AND id IS NOT ?', [foldText(username), exceptId]) !== undefined;
}
