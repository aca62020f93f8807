import { createHash, randomBytes } from 'node:crypto';
import { RollbookError } from '#contract/errors.ts';
import type { Reader } from '../store/reader.ts';
import type { Writer } from '../store/writer.ts';
import type { Access, Grant } from './access.ts';

/** A session ends after this long, used or not. */
const sessionLength = 12 * 60 * 60_000;

const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

/** Reads who holds a session token, with the grants in force on `today`. Null for a token that is unknown or has ended. */
export function readAccess(db: Reader, token: string | null, now: number, today: string): Access | null {
  if (!token) return null;
  const row = db.get<{ id: string; userId: string; username: string; displayName: string; lockedAt: number | null; confirmedAt: number | null }>(
    `SELECT s.id, s.userId, u.username, u.displayName, s.lockedAt, s.confirmedAt FROM session s JOIN user u ON u.id = s.userId
     WHERE s.id = ? AND s.expiresAt > ? AND u.disabledAt IS NULL AND u.deletedAt IS NULL`, [hashToken(token), now]);
  if (!row) return null;
  return {
    userId: row.userId, sessionId: row.id, username: row.username, displayName: row.displayName,
    locked: row.lockedAt !== null, confirmedAt: row.confirmedAt, grants: readGrants(db, row.userId, today),
  };
}

function readGrants(db: Reader, userId: string, today: string): Grant[] {
  return db.all<Grant>(
    `SELECT role, scope, orgId FROM role_grant WHERE userId = @userId AND deletedAt IS NULL
       AND (startDate IS NULL OR startDate <= @today) AND (endDate IS NULL OR endDate >= @today)`, { userId, today });
}

/** Opens a session and returns its token, which is not stored, and its end. The password was given just now, which counts as confirmed. */
export function startSession(db: Writer, userId: string, device: string, now: number): { token: string; expiresAt: number } {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = now + sessionLength;
  db.run('DELETE FROM session WHERE expiresAt <= ?', [now]);
  db.run('INSERT INTO session (id, userId, device, createdAt, expiresAt, confirmedAt) VALUES (?, ?, ?, ?, ?, ?)',
    [hashToken(token), userId, device, now, expiresAt, now]);
  return { token, expiresAt };
}

/** Ends a session. */
export function endSession(db: Writer, sessionId: string): void {
  db.run('DELETE FROM session WHERE id = ?', [sessionId]);
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
