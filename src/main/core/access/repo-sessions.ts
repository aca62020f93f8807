import { randomBytes } from 'node:crypto';
import type { Preview } from '#contract/access.ts';
import { RollbookError } from '#contract/errors.ts';
import { isBuiltIn } from '#contract/roles-built-in.ts';
import { roleWords } from '#contract/role-words.ts';
import { sessionIdOf } from '../kernel/core.ts';
import type { Reader } from '../store/reader.ts';
import type { Writer } from '../store/writer.ts';
import type { Access } from './access.ts';
import { readGrants, readRoleGrant } from './repo-grants.ts';
import { givesForSchool, narrowTo } from './rules-grants.ts';

const hour = 60 * 60_000;
const day = 24 * hour;

interface PasswordState { mustChange: number; passwordAt: number; passwordDays: number | null }
interface Row extends PasswordState {
  id: string; userId: string; username: string; displayName: string; lockedAt: number | null; confirmedAt: number | null; preview: string | null;
}
const passwordState = `u.mustChange, coalesce(u.passwordChangedAt, u.createdAt) AS passwordAt,
       (SELECT json_extract(value, '$.passwordDays') FROM setting WHERE id = 'access' AND deletedAt IS NULL) AS passwordDays`;

/** Whether a password is a temporary one, or older than the school allows. */
function hasToChange({ mustChange, passwordAt, passwordDays }: PasswordState, now: number): boolean {
  return mustChange === 1 || ((passwordDays ?? 0) > 0 && now - passwordAt > (passwordDays ?? 0) * day);
}

/** Reads who holds a session token, with the grants in force on `today`. Null for a token that is unknown or has ended. */
export function readAccess(db: Reader, token: string | null, now: number, today: string): Access | null {
  if (!token) return null;
  const row = db.get<Row>(
    `SELECT s.id, s.userId, u.username, u.displayName, s.lockedAt, s.confirmedAt, s.preview, ${passwordState}
     FROM session s JOIN user u ON u.id = s.userId
     WHERE s.id = ? AND s.expiresAt > ? AND u.disabledAt IS NULL AND u.deletedAt IS NULL`, [sessionIdOf(token), now]);
  if (!row) return null;
  const self: Access = {
    userId: row.userId, sessionId: row.id, username: row.username, displayName: row.displayName, rowsOf: row.userId, preview: null,
    locked: row.lockedAt !== null, mustChange: hasToChange(row, now), confirmedAt: row.confirmedAt, grants: readGrants(db, row.userId, today),
  };
  return row.preview === null ? self : lookAs(db, self, JSON.parse(row.preview) as Preview, today);
}

/** What a user may do without being signed in, as when something runs by schedule in their name: as after giving the password just now. Null for an account that is disabled or gone. */
export function readAccessOf(db: Reader, userId: string, now: number, today: string): Access | null {
  const row = db.get<PasswordState & { username: string; displayName: string }>(
    `SELECT u.username, u.displayName, ${passwordState} FROM user u WHERE u.id = ? AND u.disabledAt IS NULL AND u.deletedAt IS NULL`, [userId]);
  if (!row) return null;
  const { username, displayName } = row;
  return {
    userId, sessionId: '', username, displayName, rowsOf: userId, preview: null, locked: false, mustChange: hasToChange(row, now), confirmedAt: now,
    grants: readGrants(db, userId, today),
  };
}

/** The same caller with the grants of a role or of another person, without whatever they could not see or do themselves. */
function lookAs(db: Reader, self: Access, as: Preview, today: string): Access {
  const own = givesForSchool(self.grants);
  if (as.kind === 'role') return { ...self, preview: nameOfRole(db, as.role), grants: narrowTo(readRoleGrant(db, as), own) };
  const { displayName } = db.get<{ displayName: string }>('SELECT displayName FROM user WHERE id = ?', [as.userId]) ?? { displayName: '' };
  return { ...self, rowsOf: as.userId, preview: { nameEl: displayName, nameEn: displayName }, grants: narrowTo(readGrants(db, as.userId, today), own) };
}

function nameOfRole(db: Reader, role: string): { nameEl: string; nameEn: string } {
  if (isBuiltIn(role)) return { nameEl: roleWords[role].el, nameEn: roleWords[role].en };
  return db.get<{ nameEl: string; nameEn: string }>('SELECT nameEl, nameEn FROM role WHERE id = ?', [role]) ?? { nameEl: '', nameEn: '' };
}

/** Opens a session of some hours and returns its token, which is not stored, and its end. The password was given just now, which counts as confirmed. */
export function startSession(db: Writer, userId: string, device: string, now: number, hours: number): { token: string; expiresAt: number } {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = now + hours * hour;
  db.run('DELETE FROM session WHERE expiresAt <= ?', [now]);
  db.run('INSERT INTO session (id, userId, device, createdAt, expiresAt, confirmedAt) VALUES (?, ?, ?, ?, ?, ?)',
    [sessionIdOf(token), userId, device, now, expiresAt, now]);
  return { token, expiresAt };
}

export interface SessionRow { id: string; device: string; createdAt: number; expiresAt: number; lockedAt: number | null }

/** The open sessions of a user, latest first. */
export function readSessions(db: Reader, userId: string, now: number): SessionRow[] {
  return db.all<SessionRow>('SELECT id, device, createdAt, expiresAt, lockedAt FROM session WHERE userId = ? AND expiresAt > ? ORDER BY createdAt DESC', [userId, now]);
}

/** Ends one session of a user, or all of them; returns how many there were. */
export function endSessions(db: Writer, userId: string, sessionId: string | null): number {
  return sessionId === null ? db.run('DELETE FROM session WHERE userId = ?', [userId]) : db.run('DELETE FROM session WHERE userId = ? AND id = ?', [userId, sessionId]);
}

/** Ends the other sessions of a user, after a change of password. */
export function endOtherSessions(db: Writer, userId: string, sessionId: string): void {
  db.run('DELETE FROM session WHERE userId = ? AND id <> ?', [userId, sessionId]);
}

/** Locks or unlocks a session. */
export function setLocked(db: Writer, sessionId: string, lockedAt: number | null): void {
  db.run('UPDATE session SET lockedAt = ? WHERE id = ?', [lockedAt, sessionId]);
}

/** Remembers that the password was given again. */
export function setConfirmed(db: Writer, sessionId: string, now: number): void {
  if (db.run('UPDATE session SET confirmedAt = ? WHERE id = ?', [now, sessionId]) === 0) throw new RollbookError('notSignedIn');
}

/** Sets as whom a session looks at the program; null for oneself. */
export function setPreview(db: Writer, sessionId: string, preview: Preview | null): void {
  db.run('UPDATE session SET preview = ? WHERE id = ?', [preview && JSON.stringify(preview), sessionId]);
}
