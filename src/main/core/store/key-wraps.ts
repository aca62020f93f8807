import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { z } from 'zod';
import { RollbookError } from '#contract/errors.ts';

/** The database key, sealed with AES-256-GCM under a key that Argon2id makes of a secret. Binary values in base64. */
export const sealedKey = z.object({ salt: z.string(), nonce: z.string(), data: z.string() });
export type SealedKey = z.infer<typeof sealedKey>;

const tagLength = 16;
/** Argon2id: 64 MiB, 3 passes. Slower than for signing in, because a stolen file can be tried at leisure. */
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1, outputLen: 32 };
const deriveKey = (secret: string, salt: Uint8Array) => hashRaw(secret, { ...cost, salt });

/** Seals the database key under a secret. */
export async function sealKey(key: Uint8Array, secret: string): Promise<SealedKey> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await deriveKey(secret, salt), nonce);
  const data = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return { salt: salt.toString('base64'), nonce: nonce.toString('base64'), data: data.toString('base64') };
}

/** Opens a sealed key. Throws `wrongKey` for another secret. */
export async function openKey(sealed: SealedKey, secret: string): Promise<Uint8Array> {
  const data = Buffer.from(sealed.data, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', await deriveKey(secret, Buffer.from(sealed.salt, 'base64')), Buffer.from(sealed.nonce, 'base64'));
  decipher.setAuthTag(data.subarray(-tagLength));
  try {
    return Buffer.concat([decipher.update(data.subarray(0, -tagLength)), decipher.final()]);
  } catch {
    throw new RollbookError('wrongKey');
  }
}

/** Crockford's base 32: no I, L, O or U, so that a printed code is read back right. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new recovery code: 160 random bits in eight groups of four. */
export function newRecoveryCode(): string {
  const letters = Array.from(randomBytes(32), (byte) => alphabet[byte % 32]).join('');
  return letters.match(/.{4}/g)?.join('-') ?? letters;
}

/** A recovery code as typed, brought to the form that was sealed: case, spaces, dashes and look-alike letters (Greek ones too) do not matter. */
export function normaliseRecoveryCode(typed: string): string {
  const lookalikes: Record<string, string> = { O: '0', I: '1', L: '1', Α: 'A', Β: 'B', Ε: 'E', Ζ: 'Z', Η: 'H', Ι: '1', Κ: 'K', Μ: 'M', Ν: 'N', Ο: '0', Ρ: 'P', Τ: 'T', Χ: 'X', Υ: 'Y' };
  const letters = [...typed.toUpperCase()].filter((letter) => /[\p{L}\p{N}]/u.test(letter)).map((letter) => lookalikes[letter] ?? letter).join('');
  return letters.match(/.{1,4}/g)?.join('-') ?? '';
}
