import { hash, hashSync, verify } from '@node-rs/argon2';

/** Argon2id with the library's OWASP parameters: 19 MiB, 2 passes. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'));
export const hashPasswordNow = (password: string): string => hashSync(password.normalize('NFC'));

let decoy: Promise<string> | undefined;

/** Checks a password. Without a stored hash it works as long and says no, so that time does not tell who exists. */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash('nobody has this password');
  const matches = await verify(stored ?? (await decoy), password.normalize('NFC'));
  return stored !== null && matches;
}
