import { createDecipheriv, randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { expect, it, vi } from 'vitest';
import { hashPassword, hashPasswordNow } from '../access/index.ts';
import { sealKey } from './key-wraps.ts';

vi.unmock('@node-rs/argon2');

it('a password is hashed with Argon2id over 19 MiB in 2 passes', async () => {
  for (const made of [await hashPassword('a password'), hashPasswordNow('a password')]) expect(made).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

it('the database key is sealed under one that Argon2id makes over 64 MiB in 3 passes', async () => {
  const key = randomBytes(32);
  const { salt, nonce, data } = await sealKey(key, 'a secret');
  const under = await hashRaw('a secret', { memoryCost: 65_536, timeCost: 3, parallelism: 1, outputLen: 32, salt: Buffer.from(salt, 'base64') });
  const sealed = Buffer.from(data, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', under, Buffer.from(nonce, 'base64'));
  decipher.setAuthTag(sealed.subarray(-16));
  expect(Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])).toEqual(key);
});
