import type { ImportSource } from '#contract/exchange.ts';
import { refuse } from './refusal.ts';

/** The encodings that the contract names. */
export type Encoding = NonNullable<ImportSource['encoding']>;

/**
 * Turns the bytes of a text file into text. Without a chosen encoding it is found: by the byte order mark, by being valid
 * UTF-8, by the zero bytes of UTF-16, else it is one of the two Greek single-byte sets.
 */
export function decodeText(bytes: Uint8Array, chosen: Encoding | null): { text: string; encoding: Encoding } {
  const encoding = chosen ?? markedEncoding(bytes);
  if (encoding) return { text: new TextDecoder(encoding).decode(bytes), encoding };
  const wide = wideEncoding(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide };
  if (bytes.subarray(0, 65_536).includes(0)) throw refuse('notATable');
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    const greek = greekEncoding(bytes);
    return { text: new TextDecoder(greek).decode(bytes), encoding: greek };
  }
}

function markedEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Delimiters, digits and line ends have a zero half in UTF-16; a text in it is recognised by where those stand. */
function wideEncoding(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, 4096);
  let even = 0, odd = 0;
  sample.forEach((byte, i) => {
    if (byte === 0) i % 2 === 0 ? (even += 1) : (odd += 1);
  });
  const enough = Math.max(4, sample.length / 20);
  if (odd >= enough && even <= odd / 10) return 'utf-16le';
  if (even >= enough && odd <= even / 10) return 'utf-16be';
  return null;
}

/**
 * The two sets differ in little: Ά is 0xA2 in Windows-1253 and 0xB6 in ISO-8859-7, and only Windows has
 * printable characters (quotes, dashes, the euro sign) from 0x80 to 0x9F.
 */
function greekEncoding(bytes: Uint8Array): Encoding {
  let windows = 0, iso = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte >= 0x80 && byte <= 0x9f) windows += 1;
    else if ((byte === 0xa2 || byte === 0xb6) && (bytes[i + 1] ?? 0) >= 0xc0) byte === 0xa2 ? (windows += 1) : (iso += 1);
  }
  return iso > windows ? 'iso-8859-7' : 'windows-1253';
}
