import { crc32, inflateRawSync } from 'node:zlib';
import { damaged, refuse } from './refusal.ts';

/** Where a file stands in a zip: enough to read it later from the zip's bytes, without its table of contents. Sizes in bytes. */
export interface ZipPlace { path: string; offset: number; compressed: number; size: number; method: number; crc: number; isEncrypted: boolean }

const localHeader = 0x04034b50, headerSize = 30;

/** One file out of a zip's bytes, at once: a transaction cannot wait. Never inflates past the size that the zip declares. Throws when locked, larger than `limit`, or broken. */
export function readPlace(zip: Uint8Array, place: ZipPlace, limit: number): Uint8Array<ArrayBuffer> {
  if (place.isEncrypted) throw refuse('passwordProtected');
  if (place.size > limit) throw refuse('inflatesTooMuch');
  try {
    const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
    if (view.getUint32(place.offset, true) !== localHeader) throw damaged();
    const start = place.offset + headerSize + view.getUint16(place.offset + 26, true) + view.getUint16(place.offset + 28, true);
    const raw = zip.subarray(start, start + place.compressed);
    const content = new Uint8Array(place.method === 0 ? raw : inflate(raw, place));
    if (content.length !== place.size || crc32(content) !== place.crc) throw damaged();
    return content;
  } catch {
    throw damaged();
  }
}

function inflate(raw: Uint8Array, { method, size }: ZipPlace): Uint8Array {
  if (method !== 8) throw damaged();
  return inflateRawSync(raw, { maxOutputLength: Math.max(size, 1) });
}
