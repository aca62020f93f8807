import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';

/** Packs one file into a ZIP that only opens with the password: AES-256 as WinZip and 7-Zip write it (AE-2), the file's name left readable. */
export async function packEncrypted(name: string, content: Uint8Array, password: string, at: number, isCancelled: () => void): Promise<Uint8Array> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { password, encryptionStrength: 3, useWebWorkers: false, lastModDate: new Date(at) });
  await zip.add(name, new Uint8ArrayReader(content), { onprogress: async () => isCancelled() });
  return zip.close();
}
