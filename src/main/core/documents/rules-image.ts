/** Crests and signatures are small; more would only make every document heavy. */
export const largestImage = 1024 * 1024;
const mostPixels = 3000;

/** What an image is by its content, whatever its name says; null for anything but a PNG or baseline-readable JPEG of sensible size. */
export function imageType(content: Uint8Array): 'image/png' | 'image/jpeg' | null {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const starts = (...bytes: number[]) => bytes.every((byte, i) => content[i] === byte);
  const fits = (width: number, height: number) => width > 0 && height > 0 && width <= mostPixels && height <= mostPixels;
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) && content.length > 33) return fits(view.getUint32(16), view.getUint32(20)) ? 'image/png' : null;
  if (!starts(0xff, 0xd8, 0xff)) return null;
  for (let at = 2; at + 9 < content.length && content[at] === 0xff;) {
    const marker = content[at + 1] ?? 0;
    // A start of frame holds the size; C4, C8 and CC are other segments between them.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return fits(view.getUint16(at + 7), view.getUint16(at + 5)) ? 'image/jpeg' : null;
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}
