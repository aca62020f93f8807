import type { Reader } from '../store/reader.ts';
import type { Writer } from '../store/writer.ts';

/** Whose password a kept one is. */
export type SecretOf = `mailServer/${string}` | `schedule/${string}`;

/** A password that the program has to give by itself; null where none is kept. */
export function readSecret(db: Reader, of: SecretOf): string | null {
  return db.get<{ value: string }>('SELECT value FROM kept_secret WHERE id = ?', [of])?.value ?? null;
}

/** Whether a password is kept, without reading it. */
export function hasSecret(db: Reader, of: SecretOf): boolean {
  return db.get('SELECT 1 FROM kept_secret WHERE id = ?', [of]) !== undefined;
}

/** Keeps a password in place of the one before. */
export function keepSecret(db: Writer, of: SecretOf, value: string): void {
  db.run('INSERT INTO kept_secret (id, value) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value', [of, value]);
}

/** Forgets the passwords of all mail servers. */
export function forgetMailSecrets(db: Writer): void {
  db.run("DELETE FROM kept_secret WHERE id LIKE 'mailServer/%'");
}

/** Forgets a password. */
export function forgetSecret(db: Writer, of: SecretOf): void {
  db.run('DELETE FROM kept_secret WHERE id = ?', [of]);
}
