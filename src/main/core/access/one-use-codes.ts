import { createHash, randomInt } from 'node:crypto';

/** Letters and digits that are not mistaken for one another when read from paper. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const pick = (count: number) => Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)]).join('');

/** A password for one sign-in, easy to read out: three groups of four, 59 bits. */
export const newTemporaryPassword = (): string => [pick(4), pick(4), pick(4)].join('-');

/** Ten codes for one use each, for the day when the phone is not at hand. */
export const newOneUseCodes = (): string[] => Array.from({ length: 10 }, () => `${pick(5)}-${pick(5)}`);

/** How a one-use code is kept: hashed, however it was typed. */
export const hashOneUseCode = (code: string): string => createHash('sha256').update(code.toLowerCase().replaceAll(/[^a-z0-9]/g, '')).digest('hex');
