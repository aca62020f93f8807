import { crc32, deflateSync } from 'node:zlib';

const size = 240;
type Colour = readonly [number, number, number];
const white: Colour = [255, 255, 255], blue: Colour = [39, 76, 119], gold: Colour = [176, 137, 60];

/** A temple front in a double ring, on the unit square from -1 to 1: the crest of the demonstration school. */
function colourAt(x: number, y: number): Colour {
  const radius = Math.hypot(x, y);
  if (radius > 0.98) return white;
  if (radius > 0.9) return blue;
  if (radius > 0.86) return white;
  if (radius > 0.83) return gold;
  const isPediment = y > -0.46 && y < -0.2 && Math.abs(x) < (y + 0.46) * 2.1;
  const isBeam = y >= -0.17 && y < -0.09 && Math.abs(x) < 0.54;
  const isStep = (y >= 0.36 && y < 0.42 && Math.abs(x) < 0.52) || (y >= 0.44 && y < 0.51 && Math.abs(x) < 0.6);
  const isColumn = y >= -0.06 && y < 0.33 && [-0.42, -0.14, 0.14, 0.42].some((at) => Math.abs(x - at) < 0.055);
  return isPediment || isBeam || isStep || isColumn ? blue : white;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** The demonstration school's crest as a PNG, drawn with four samples for each pixel. */
export function drawCrest(): Uint8Array<ArrayBuffer> {
  const rows = Buffer.alloc(size * (size * 3 + 1));
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const samples = [0.25, 0.75].flatMap((dy) => [0.25, 0.75].map((dx) => colourAt(((column + dx) / size) * 2 - 1, ((row + dy) / size) * 2 - 1)));
      for (let part = 0; part < 3; part += 1) rows[row * (size * 3 + 1) + 1 + column * 3 + part] = Math.round(samples.reduce((sum, colour) => sum + (colour[part] ?? 0), 0) / 4);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return new Uint8Array(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]));
}
