import type { Readable } from 'node:stream';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { limits } from './limits.ts';
import { damaged, refuse } from './refusal.ts';
import { zipName } from './zip-name.ts';
import type { ZipPlace } from './zip-place.ts';

export type { ZipPlace };

/** The parts of a zip by their path, in lower case: writers disagree about case and slashes. */
export interface ZipArchive {
  has(path: string): boolean;
  /** Declared size of a part after inflation; 0 when it is not there. */
  size(path: string): number;
  paths(): string[];
  /** The names of all entries as they are written in the zip, folders too. */
  names(): string[];
  /** Where each entry stands, by its name as written, slashes apart; folders too. */
  places(): ZipPlace[];
  /** Streams a part; ends in an error when it is missing, damaged or grows past `limit` bytes. */
  stream(path: string, limit?: number): AsyncIterable<Uint8Array>;
}

/** Opens a zip held in memory. Nothing is inflated yet. */
export async function openZip(bytes: Uint8Array): Promise<ZipArchive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Entry>();
  const names: string[] = [], places: ZipPlace[] = [];
  let zip: ZipFile;
  try {
    // Names are decoded here: yauzl refuses whole archives for a leading slash, which some writers put there.
    zip = await fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false, autoClose: false });
    for await (const entry of zip.eachEntry()) {
      const name = zipName(Buffer.from(entry.fileName));
      entries.set(tidyPath(name), entry);
      names.push(name);
      places.push(placeOf(entry, name));
      if (names.length > 10_000) throw damaged();
    }
  } catch {
    throw damaged();
  }
  const find = (path: string) => entries.get(tidyPath(path));
  return {
    has: (path) => find(path) !== undefined,
    size: (path) => find(path)?.uncompressedSize ?? 0,
    paths: () => [...entries.keys()],
    names: () => [...names],
    places: () => [...places],
    async *stream(path, limit = limits.inflatedBytes) {
      const entry = find(path);
      if (!entry) throw damaged();
      if (entry.generalPurposeBitFlag & 1) throw refuse('passwordProtected');
      if (entry.uncompressedSize > limit) throw refuse('inflatesTooMuch');
      let inflated = 0;
      for await (const chunk of await openPart(zip, entry)) {
        if (!(chunk instanceof Uint8Array)) throw damaged();
        inflated += chunk.length;
        if (inflated > limit) throw refuse('inflatesTooMuch');
        yield chunk;
      }
    },
  };
}

const placeOf = (entry: Entry, name: string): ZipPlace => ({
  path: name.replaceAll('\\', '/').replace(/^\/+/, ''), offset: entry.relativeOffsetOfLocalHeader, compressed: entry.compressedSize, size: entry.uncompressedSize,
  method: entry.compressionMethod, crc: entry.crc32, isEncrypted: (entry.generalPurposeBitFlag & 1) !== 0,
});

async function openPart(zip: ZipFile, entry: Entry): Promise<Readable> {
  return zip.openReadStreamPromise(entry);
}

/** `/xl\Workbook.XML` and `xl/workbook.xml` are the same part. */
export function tidyPath(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}
