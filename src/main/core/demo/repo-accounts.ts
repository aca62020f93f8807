import type { Reader } from '../store/reader.ts';

/** The key of an account of the demonstration. */
export function findAccount(db: Reader, username: string): string | null {
  return db.get<{ id: string }>('SELECT id FROM user WHERE username = ?', [username])?.id ?? null;
}
