import { createHash } from 'node:crypto';
import { foldText } from '../search/rules-fold.ts';
import type { Reader } from '../store/reader.ts';
import type { Writer } from '../store/writer.ts';

export interface UserRow {
  id: string; username: string; displayName: string; passwordHash: string;
  language: 'el' | 'en'; theme: 'light' | 'dark' | 'system'; idleMinutes: number; disabledAt: number | null;
}

/** Finds a user by name, whatever its case and accents. */
export function findUserByName(db: Reader, username: string): UserRow | undefined {
  return db.get<UserRow>('SELECT * FROM user WHERE usernameKey = ? AND deletedAt IS NULL', [foldText(username)]);
}

/** Reads a user by id. */
export function readUser(db: Reader, id: string): UserRow | undefined {
  return db.get<UserRow>('SELECT * FROM user WHERE id = ? AND deletedAt IS NULL', [id]);
}

const attemptKey = (username: string) => createHash('sha256').update(foldText(username)).digest('hex');

/** Wrong tries for a name so far, and when the next one is let in. Names are kept hashed, known or not. */
export function readAttempts(db: Reader, username: string): { failures: number; nextAt: number } {
  return db.get<{ failures: number; nextAt: number }>('SELECT failures, nextAt FROM sign_in_attempt WHERE id = ?', [attemptKey(username)]) ?? { failures: 0, nextAt: 0 };
}

/** Notes a wrong try. */
export function saveAttempt(db: Writer, username: string, failures: number, nextAt: number): void {
  db.run(`INSERT INTO sign_in_attempt (id, failures, nextAt) VALUES (?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET failures = excluded.failures, nextAt = excluded.nextAt`, [attemptKey(username), failures, nextAt]);
}

/** Forgets the wrong tries after a right one. */
export function clearAttempts(db: Writer, username: string): void {
  db.run('DELETE FROM sign_in_attempt WHERE id = ?', [attemptKey(username)]);
}
