import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { isoDate } from '#contract/fields.ts';
import { issuedKinds, type IssuedKind } from '#contract/documents.ts';
import { fromBase32, toBase32 } from './rules-base32.ts';

/** What a document's code says of it. No name: the initials and the student's number are enough to compare with the paper. */
export interface Claim {
  kind: IssuedKind; serial: string; studentNo: string; initials: string; issuedOn: string;
  /** The figures that matter, as printed: a mean, credits, hours of absence, the class. */
  facts: readonly string[];
}

/** The school's key pair for documents: PKCS 8 and SPKI in base64. The private half never leaves the database. */
export const documentKeyForm = z.object({ id: z.string(), privateKey: z.string(), publicKey: z.string() });
export type DocumentKey = z.infer<typeof documentKeyForm>;
/** A key made ready to sign with. */
export interface Signer { keyId: string; key: KeyObject }

const prefix = 'RB1';
const signatureLength = 64;
const letters: Record<IssuedKind, string> = { reportCard: 'R', transcript: 'T', enrolmentCertificate: 'E', attendanceLetter: 'A' };
const body = z.tuple([z.string(), z.string(), z.string(), z.string(), z.string(), isoDate, z.array(z.string())]);

/** Eight characters by which a code says whose key signed it. */
const keyIdOf = (publicKey: Buffer): string => createHash('sha256').update(publicKey).digest('hex').slice(0, 8);

function describeKey(privateKey: KeyObject): DocumentKey {
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return { id: keyIdOf(spki), privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'), publicKey: spki.toString('base64') };
}

/** A new Ed25519 key pair. */
export function createDocumentKey(): DocumentKey {
  return describeKey(generateKeyPairSync('ed25519').privateKey);
}

/** The same key pair for the same seed: for the demonstration only, whose records must not differ from one making to the next. */
export function documentKeyFromSeed(seed: string): DocumentKey {
  // RFC 8410: the header of a PKCS 8 Ed25519 key, then its 32 bytes.
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), createHash('sha256').update(seed).digest()]);
  return describeKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
}

/** Makes a key ready to sign with, once for a batch. */
export function openSigner(key: DocumentKey): Signer {
  return { keyId: key.id, key: createPrivateKey({ key: Buffer.from(key.privateKey, 'base64'), format: 'der', type: 'pkcs8' }) };
}

/** The code of a document: `RB1`, then claim and Ed25519 signature in base 32. */
export function writeCode(signer: Signer, claim: Claim): string {
  const bytes = Buffer.from(JSON.stringify([letters[claim.kind], claim.serial, signer.keyId, claim.studentNo, claim.initials, claim.issuedOn, claim.facts]));
  return prefix + toBase32(Buffer.concat([sign(null, bytes, signer.key), bytes]));
}

/** What a code comes to before the register is asked. */
export type Reading = { verdict: 'signed'; claim: Claim; code: string } | { verdict: 'altered' | 'foreign' | 'unreadable' };

/** A code as people type or paste it: in any case, with spaces and line breaks. */
export const tidyCode = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');

/** Reads a code and checks its signature against the school's public key; null: the school has none yet. */
export function readCode(text: string, key: Pick<DocumentKey, 'id' | 'publicKey'> | null): Reading {
  const code = tidyCode(text);
  if (!code.startsWith(prefix)) return { verdict: 'unreadable' };
  const bytes = fromBase32(code.slice(prefix.length));
  if (!bytes || bytes.length <= signatureLength) return { verdict: 'altered' };
  const claimed = parseClaim(bytes.subarray(signatureLength));
  const publicKey = key && createPublicKey({ key: Buffer.from(key.publicKey, 'base64'), format: 'der', type: 'spki' });
  if (publicKey && claimed && verify(null, bytes.subarray(signatureLength), publicKey, bytes.subarray(0, signatureLength))) {
    return { verdict: 'signed', claim: claimed.claim, code };
  }
  // A code that names our key but does not fit it was changed; one that names another is another school's.
  return { verdict: claimed && claimed.keyId !== key?.id ? 'foreign' : 'altered' };
}

function parseClaim(bytes: Uint8Array): { keyId: string; claim: Claim } | null {
  try {
    const [letter, serial, keyId, studentNo, initials, issuedOn, facts] = body.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    const kind = issuedKinds.find((each) => letters[each] === letter);
    return kind ? { keyId, claim: { kind, serial, studentNo, initials, issuedOn, facts } } : null;
  } catch {
    return null;
  }
}

/** `2026-27/000123`. */
export const writeSerial = (series: string, number: number): string => `${series}/${String(number).padStart(6, '0')}`;
