import { Secret, TOTP } from 'otpauth';
import { z } from 'zod';
import type { Reader } from '../store/reader.ts';
import type { Writer } from '../store/writer.ts';
import { hashOneUseCode } from './one-use-codes.ts';

/* RFC 6238 with what every authenticator program knows: SHA-1, six digits, thirty seconds. A phone's clock may be one step off. */
const period = 30;
const totpOf = (secret: string, label: string) => new TOTP({ issuer: 'Rollbook', label, algorithm: 'SHA1', digits: 6, period, secret: Secret.fromBase32(secret) });
const steps = 1;
const codesForm = z.array(z.string());

interface Row { secret: string; confirmedAt: number | null; lastStep: number; codes: string }
const read = (db: Reader, userId: string): Row | undefined => db.get<Row>('SELECT secret, confirmedAt, lastStep, codes FROM two_factor WHERE userId = ?', [userId]);

/** Whether the second factor of an account is on, since when, and how many one-use codes are left. */
export function readTwoFactor(db: Reader, userId: string): { on: boolean; since: number | null; codesLeft: number } {
  const row = read(db, userId);
  return { on: row !== undefined && row.confirmedAt !== null, since: row?.confirmedAt ?? null, codesLeft: row ? codesForm.parse(JSON.parse(row.codes)).length : 0 };
}

/** Keeps a new secret that does not count yet, and returns it with the address that authenticator programs read as a QR code. */
export function startTwoFactor(db: Writer, userId: string, username: string): { secret: string; uri: string } {
  const secret = new Secret({ size: 20 }).base32;
  db.run(`INSERT INTO two_factor (userId, secret, confirmedAt, lastStep, codes) VALUES (?, ?, NULL, 0, '[]')
    ON CONFLICT (userId) DO UPDATE SET secret = excluded.secret, confirmedAt = NULL, lastStep = 0, codes = '[]'`, [userId, secret]);
  return { secret, uri: totpOf(secret, username).toString() };
}

/** Turns the second factor on with the hashes of its one-use codes. */
export function confirmTwoFactor(db: Writer, userId: string, now: number, codes: readonly string[]): void {
  db.run('UPDATE two_factor SET confirmedAt = ?, codes = ? WHERE userId = ?', [now, JSON.stringify(codes.map(hashOneUseCode)), userId]);
}

/** Puts the hashes of new one-use codes in the place of the old ones. */
export function replaceOneUseCodes(db: Writer, userId: string, codes: readonly string[]): void {
  db.run('UPDATE two_factor SET codes = ? WHERE userId = ?', [JSON.stringify(codes.map(hashOneUseCode)), userId]);
}

/** Takes the second factor away. */
export function endTwoFactor(db: Writer, userId: string): number {
  return db.run('DELETE FROM two_factor WHERE userId = ?', [userId]);
}

/** Checks a code from an authenticator program against a secret that is on or waiting. A code that was used is spent, so that looking over a shoulder does not help. */
export function takeTimedCode(db: Writer, userId: string, code: string, now: number): boolean {
  const row = read(db, userId);
  if (!row || !/^\d{6}$/.test(code.replaceAll(' ', ''))) return false;
  const delta = totpOf(row.secret, '').validate({ token: code.replaceAll(' ', ''), timestamp: now, window: steps });
  if (delta === null) return false;
  const step = Math.floor(now / 1000 / period) + delta;
  if (step <= row.lastStep) return false;
  db.run('UPDATE two_factor SET lastStep = ? WHERE userId = ?', [step, userId]);
  return true;
}

/** Checks a timed or one-use code at sign-in. `missing`: the account asks for one and none was given. */
export function checkFactor(db: Writer, userId: string, code: string, now: number): 'right' | 'wrong' | 'missing' {
  const row = read(db, userId);
  if (!row || row.confirmedAt === null) return 'right';
  if (code === '') return 'missing';
  return takeTimedCode(db, userId, code, now) || takeOneUseCode(db, userId, row, code) ? 'right' : 'wrong';
}

function takeOneUseCode(db: Writer, userId: string, row: Row, code: string): boolean {
  const codes = codesForm.parse(JSON.parse(row.codes));
  const hash = hashOneUseCode(code);
  if (!codes.includes(hash)) return false;
  db.run('UPDATE two_factor SET codes = ? WHERE userId = ?', [JSON.stringify(codes.filter((each) => each !== hash)), userId]);
  return true;
}
