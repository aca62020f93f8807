import { setImmediate } from 'node:timers/promises';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { Enclosed } from './rules-tables.ts';

/** What is compressed already only gets larger by it. */
const compressed = /\.(pdf|jpe?g|png|docx|xlsx|odt|ods|zip)$/i;

/** Packs files into one ZIP, one after the other, so that a cancel is heard in between. */
export async function writeZip(files: readonly Enclosed[], at: number, onFile: (done: number) => void): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    failure ??= error;
    if (!error) chunks.push(chunk);
  });
  for (const [done, { path, content }] of files.entries()) {
    onFile(done);
    const entry = compressed.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
    entry.mtime = at;
    zip.add(entry);
    entry.push(content, true);
    if (failure) throw failure;
    await setImmediate();
  }
  zip.end();
  return Buffer.concat(chunks);
}
