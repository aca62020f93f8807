/** A square of modules, row by row: 1 is dark. */
export interface QrCode { size: number; modules: Uint8Array }

/* ISO/IEC 18004, error correction M (15 % of the square may be lost), alphanumeric mode. Index: version. */
const checkPerBlock = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
const blockCounts = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];
const largestVersion = 20;
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Codewords of a version, data and error correction together. */
function codewordsOf(version: number): number {
  let bits = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const marks = Math.floor(version / 7) + 2;
    bits -= (25 * marks - 10) * marks - 55;
    if (version >= 7) bits -= 36;
  }
  return Math.floor(bits / 8);
}
const dataCodewords = (version: number): number => codewordsOf(version) - (checkPerBlock[version] ?? 0) * (blockCounts[version] ?? 0);
const lengthBits = (version: number): number => (version < 10 ? 9 : 11);

/** How many characters a version holds. */
export function qrCapacity(version: number): number {
  const bits = dataCodewords(version) * 8 - 4 - lengthBits(version);
  return Math.floor(bits / 11) * 2 + (bits % 11 >= 6 ? 1 : 0);
}

const exponents = new Uint8Array(512);
const logarithms = new Uint8Array(256);
for (let i = 0, x = 1; i < 255; i += 1) {
  exponents[i] = x;
  exponents[i + 255] = x;
  logarithms[x] = i;
  x = (x << 1) ^ (x & 0x80 ? 0x11d : 0);
}
const at = (list: ArrayLike<number>, index: number): number => list[index] ?? 0;
/** The same for modules only: the loops that run through every module of every mask stay quick where they meet one kind of list. */
const moduleAt = (modules: Uint8Array, index: number): number => modules[index] ?? 0;
const multiply = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : at(exponents, at(logarithms, a) + at(logarithms, b)));

const generators = new Map<number, Uint8Array>();
function generatorOf(degree: number): Uint8Array {
  let generator = generators.get(degree);
  if (!generator) {
    generator = new Uint8Array(degree);
    generator[degree - 1] = 1;
    for (let i = 0, root = 1; i < degree; i += 1, root = multiply(root, 2)) {
      for (let j = 0; j < degree; j += 1) generator[j] = multiply(at(generator, j), root) ^ (j + 1 < degree ? at(generator, j + 1) : 0);
    }
    generators.set(degree, generator);
  }
  return generator;
}

/** The Reed-Solomon remainder of a block: its error correction. */
export function checkWords(data: Uint8Array, degree: number): Uint8Array {
  const generator = generatorOf(degree);
  const rest = new Uint8Array(degree);
  for (const word of data) {
    const factor = word ^ moduleAt(rest, 0);
    rest.copyWithin(0, 1);
    rest[degree - 1] = 0;
    for (let i = 0; i < degree; i += 1) rest[i] = moduleAt(rest, i) ^ multiply(moduleAt(generator, i), factor);
  }
  return rest;
}

/** Text as data codewords, padded to the version's number. */
function encodeText(text: string, version: number): Uint8Array {
  const data = new Uint8Array(dataCodewords(version));
  let length = 0;
  const put = (value: number, bits: number) => {
    for (let bit = bits - 1; bit >= 0; bit -= 1, length += 1) if ((value >>> bit) & 1) data[length >> 3] = at(data, length >> 3) | (0x80 >> (length & 7));
  };
  put(2, 4);
  put(text.length, lengthBits(version));
  for (let i = 0; i < text.length; i += 2) {
    const first = alphabet.indexOf(text.charAt(i));
    if (i + 1 < text.length) put(first * 45 + alphabet.indexOf(text.charAt(i + 1)), 11);
    else put(first, 6);
  }
  put(0, Math.min(4, data.length * 8 - length));
  length = Math.ceil(length / 8) * 8;
  for (let pad = 0xec; length < data.length * 8; pad ^= 0xec ^ 0x11) put(pad, 8);
  return data;
}

/** Splits data into blocks, adds error correction to each, and interleaves them. */
function interleave(data: Uint8Array, version: number): Uint8Array {
  const count = at(blockCounts, version), degree = at(checkPerBlock, version), total = codewordsOf(version);
  const short = Math.floor(total / count) - degree;
  const shortBlocks = count - (total % count);
  const blocks: { data: Uint8Array; check: Uint8Array }[] = [];
  for (let i = 0, from = 0; i < count; i += 1) {
    const block = data.subarray(from, from + short + (i < shortBlocks ? 0 : 1));
    from += block.length;
    blocks.push({ data: block, check: checkWords(block, degree) });
  }
  const result: number[] = [];
  for (let i = 0; i <= short; i += 1) for (const block of blocks) if (i < block.data.length) result.push(at(block.data, i));
  for (let i = 0; i < degree; i += 1) for (const { check } of blocks) result.push(at(check, i));
  return Uint8Array.from(result);
}

/** What all codes of a version share: fixed modules, the way in which data runs, and the eight masks. */
interface Frame { size: number; fixed: Uint8Array; dark: Uint8Array; path: Uint16Array; masks: Uint8Array[] }
const frames = new Map<number, Frame>();

const maskRules: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0, (_x, y) => y % 2 === 0, (x) => x % 3 === 0, (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0, (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

function frameOf(version: number): Frame {
  const known = frames.get(version);
  if (known) return known;
  const size = version * 4 + 17;
  const fixed = new Uint8Array(size * size), dark = new Uint8Array(size * size);
  const set = (x: number, y: number, isDark: boolean) => {
    if (x < 0 || y < 0 || x >= size || y >= size) return;
    fixed[y * size + x] = 1;
    dark[y * size + x] = isDark ? 1 : 0;
  };
  for (let i = 0; i < size; i += 1) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  for (const [cx, cy] of [[3, 3], [size - 4, 3], [3, size - 4]] as const) {
    for (let dy = -4; dy <= 4; dy += 1) for (let dx = -4; dx <= 4; dx += 1) {
      const ring = Math.max(Math.abs(dx), Math.abs(dy));
      set(cx + dx, cy + dy, ring !== 2 && ring !== 4);
    }
  }
  const places = alignmentOf(version, size);
  for (const [i, y] of places.entries()) for (const [j, x] of places.entries()) {
    const last = places.length - 1;
    if ((i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0)) continue;
    for (let dy = -2; dy <= 2; dy += 1) for (let dx = -2; dx <= 2; dx += 1) set(x + dx, y + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
  }
  drawFormat(size, 0, set);
  if (version >= 7) drawVersion(version, size, set);
  const masks = maskRules.map((rule) => Uint8Array.from({ length: size * size }, (_, i) => (at(fixed, i) === 0 && rule(i % size, Math.floor(i / size)) ? 1 : 0)));
  const frame = { size, fixed, dark, path: pathOf(size, fixed), masks };
  frames.set(version, frame);
  return frame;
}

function alignmentOf(version: number, size: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const places = Array.from({ length: count - 1 }, (_, i) => size - 7 - i * step);
  return [6, ...places.toReversed()];
}

/** The order in which data fills the square: in columns of two, up and down by turns, from the right. */
function pathOf(size: number, fixed: Uint8Array): Uint16Array {
  const path: number[] = [];
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) for (let j = 0; j < 2; j += 1) {
      const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
      const place = y * size + right - j;
      if (at(fixed, place) === 0) path.push(place);
    }
  }
  return Uint16Array.from(path);
}

type Set = (x: number, y: number, isDark: boolean) => void;

function drawFormat(size: number, mask: number, set: Set): void {
  let rest = mask;
  for (let i = 0; i < 10; i += 1) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  const bits = ((mask << 10) | rest) ^ 0x5412;
  const bit = (i: number) => ((bits >>> i) & 1) === 1;
  for (let i = 0; i <= 5; i += 1) set(8, i, bit(i));
  set(8, 7, bit(6));
  set(8, 8, bit(7));
  set(7, 8, bit(8));
  for (let i = 9; i < 15; i += 1) set(14 - i, 8, bit(i));
  for (let i = 0; i < 8; i += 1) set(size - 1 - i, 8, bit(i));
  for (let i = 8; i < 15; i += 1) set(8, size - 15 + i, bit(i));
  set(8, size - 8, true);
}

function drawVersion(version: number, size: number, set: Set): void {
  let rest = version;
  for (let i = 0; i < 12; i += 1) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
  const bits = (version << 12) | rest;
  for (let i = 0; i < 18; i += 1) {
    const a = size - 11 + (i % 3), b = Math.floor(i / 3);
    set(a, b, ((bits >>> i) & 1) === 1);
    set(b, a, ((bits >>> i) & 1) === 1);
  }
}

/** How hard a square is to read, by the standard's four rules; some number above `enough` as soon as it is more. */
function penaltyOf(modules: Uint8Array, size: number, enough: number): number {
  let penalty = 0, darks = 0;
  for (let line = 0; line < size && penalty <= enough; line += 1) {
    penalty += linePenalty(modules, line * size, 1, size) + linePenalty(modules, line, size, size);
    for (let x = 0; x < size; x += 1) {
      const place = line * size + x;
      darks += moduleAt(modules, place);
      if (line + 1 === size || x + 1 === size) continue;
      const sum = moduleAt(modules, place) + moduleAt(modules, place + 1) + moduleAt(modules, place + size) + moduleAt(modules, place + size + 1);
      if (sum === 0 || sum === 4) penalty += 3;
    }
  }
  return penalty + Math.floor(Math.abs((darks * 20) / (size * size) - 10)) * 10;
}

/** Runs of five and more, and what looks like a corner mark (1011101 beside four light modules). */
function linePenalty(modules: Uint8Array, from: number, step: number, size: number): number {
  let penalty = 0, run = 0, last = -1, window = 0;
  for (let i = 0, place = from; i < size; i += 1, place += step) {
    const now = moduleAt(modules, place);
    run = now === last ? run + 1 : 1;
    last = now;
    if (run === 5) penalty += 3;
    else if (run > 5) penalty += 1;
    window = ((window << 1) | now) & 0x7ff;
    if (i >= 10 && (window === 0b10111010000 || window === 0b00001011101)) penalty += 40;
  }
  return penalty;
}

/**
 * Penalty for each module with which a square is as easy to read as half of all random ones, which a signed code is like (measured: the median of 1,600
 * is 0.70, the least 0.57). The standard has all eight masks compared; readers accept any of them, and a batch of a thousand takes half the time.
 */
const goodPenalty = 0.7;

/** A text of capital letters, digits and `$%*+-./: ` as a QR code. Throws when it does not fit version 20 (970 characters). */
export function encodeQr(text: string): QrCode {
  let version = 1;
  while (version <= largestVersion && qrCapacity(version) < text.length) version += 1;
  if (version > largestVersion) throw new Error('too long for a QR code');
  const words = interleave(encodeText(text, version), version);
  const { size, dark, path, masks } = frameOf(version);
  const plain = dark.slice();
  for (let i = 0; i < words.length * 8; i += 1) plain[path[i] ?? 0] = (moduleAt(words, i >> 3) >>> (7 - (i & 7))) & 1;
  let best: Uint8Array = plain, least = Infinity;
  for (const [number, mask] of masks.entries()) {
    const modules = plain.slice();
    for (let i = 0; i < modules.length; i += 1) modules[i] = moduleAt(modules, i) ^ moduleAt(mask, i);
    drawFormat(size, number, (x, y, isDark) => { modules[y * size + x] = isDark ? 1 : 0; });
    const penalty = penaltyOf(modules, size, least);
    if (penalty < least) {
      least = penalty;
      best = modules;
    }
    if (penalty <= goodPenalty * modules.length) break;
  }
  return { size, modules: best };
}
