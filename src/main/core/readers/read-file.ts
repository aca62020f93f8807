import type { ImportSource } from '#contract/exchange.ts';
import { RollbookError } from '#contract/errors.ts';
import { limits } from './limits.ts';
import { quietPace, type Pace } from './pace.ts';
import { readCsv } from './read-csv.ts';
import { looksLikeJson, readJson } from './read-json.ts';
import { readLegacy } from './read-legacy.ts';
import { readOds } from './read-ods.ts';
import { readXlsx } from './read-xlsx.ts';
import { readZipFiles } from './read-zip-files.ts';
import type { Reading } from './reading.ts';
import { damaged, refuse } from './refusal.ts';
import { openZip, type ZipArchive } from './zip.ts';

/**
 * Reads a table out of a file's bytes, whatever its name says. `source` holds what the user has chosen; null detects everything.
 * Every file either gives a grid or throws a RollbookError that says why not.
 */
export async function readFile(bytes: Uint8Array, source: ImportSource | null = null, pace: Pace = quietPace): Promise<Reading> {
  if (bytes.length > limits.fileBytes) throw refuse('fileTooLarge', { megabytes: limits.fileBytes / 1024 / 1024 });
  if (bytes.length === 0) throw refuse('empty');
  try {
    return await readByContent(bytes, source, pace);
  } catch (error) {
    if (error instanceof RollbookError) throw error;
    // Whatever a broken file makes a parser throw, to the user it is a broken file.
    throw damaged();
  }
}

async function readByContent(bytes: Uint8Array, source: ImportSource | null, pace: Pace): Promise<Reading> {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return readZip(bytes, source, pace);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return readCompound(bytes, source, pace);
  // The oldest workbooks are a bare stream of records that begins with one of these.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) && (bytes[2] ?? 99) <= 16 && bytes[3] === 0) {
    return readLegacy(bytes, 'xls', source, pace);
  }
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) throw refuse('notATable');
  if (looksLikeJson(bytes)) return readJson(bytes, source, pace);
  const markup = markupKind(bytes);
  if (markup === 'other') throw refuse('notATable');
  return markup === 'table' ? readLegacy(bytes, 'xls', source, pace) : readCsv(bytes, source, pace);
}

async function readZip(bytes: Uint8Array, source: ImportSource | null, pace: Pace): Promise<Reading> {
  const zip = await openZip(bytes);
  if (zip.has('content.xml')) return readOds(zip, source, pace);
  if (zip.has('xl/workbook.bin')) return readHeld(bytes, zip, source, pace);
  if (!zip.paths().some((path) => path.endsWith('.xml') && path.includes('workbook')) && !zip.has('_rels/.rels')) return readZipFiles(zip);
  if (zip.has('word/document.xml') || zip.has('ppt/presentation.xml')) throw refuse('notATable');
  try {
    return await readXlsx(zip, source, pace);
  } catch (error) {
    // A package that our reader finds broken may still be readable to a more forgiving one.
    if (error instanceof RollbookError && error.failure.code === 'damagedFile') return readHeld(bytes, zip, source, pace);
    throw error;
  }
}

/** The library inflates everything at once, so each part is measured first by really inflating it. */
async function readHeld(bytes: Uint8Array, zip: ZipArchive, source: ImportSource | null, pace: Pace): Promise<Reading> {
  let inflated = 0;
  for (const path of zip.paths()) {
    if (path.endsWith('/')) continue;
    for await (const chunk of zip.stream(path, limits.heldBytes)) {
      inflated += chunk.length;
      if (inflated > limits.heldBytes) throw refuse('inflatesTooMuch');
    }
  }
  return readLegacy(bytes, 'xlsx', source, pace);
}

/** Compound files are `.xls`, documents of other programs, or modern workbooks behind a password. */
function readCompound(bytes: Uint8Array, source: ImportSource | null, pace: Pace): Promise<Reading> {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (name: string) => names.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) throw refuse('passwordProtected');
  if (holds('WordDocument') || holds('PowerPoint Document')) throw refuse('notATable');
  return readLegacy(bytes, 'xls', source, pace);
}

/** Web tables and XML workbooks saved with the ending `.xls`: school systems export those. Other markup is no table. */
function markupKind(bytes: Uint8Array): 'table' | 'other' | null {
  const start = Buffer.from(bytes.subarray(0, 8192)).toString('latin1').replaceAll('\0', '').replace(/^(ï»¿|ÿþ|þÿ)/, '').trimStart().toLowerCase();
  if (!/^<(\?xml|!doctype|html|table|meta|head)/.test(start)) return null;
  return /<(table|workbook|[a-z]+:workbook)[\s>]/.test(start) || /^<(!doctype )?html/.test(start) ? 'table' : 'other';
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}
