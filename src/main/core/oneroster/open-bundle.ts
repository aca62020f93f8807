import { bundleFiles, type BundleFinding } from '#contract/oneroster.ts';
import { RollbookError } from '#contract/errors.ts';
import { damaged, limits, openZip, quietPace, refuse, type Pace, type ZipArchive } from '../readers/index.ts';
import { finder, type FileToCheck } from './rules/check-file.ts';
import { readManifest, type Manifest } from './rules/check-manifest.ts';
import { announcedFiles, columnsOf } from './rules/format.ts';
import { parseCsv, TooMuch, type ParsedCsv } from './rules/parse-csv.ts';

/** A bundle taken out of its zip: what stands where, and what is wrong with the form of it. */
export interface OpenedBundle { manifest: Manifest; files: FileToCheck[]; findings: BundleFinding[] }

/** Opens a zip held in memory. One that is damaged, behind a password or too large is refused like every other file; the rest is told in findings. */
export async function openBundle(bytes: Uint8Array, pace: Pace = quietPace): Promise<OpenedBundle> {
  if (bytes.length > limits.fileBytes) throw refuse('fileTooLarge', { megabytes: limits.fileBytes / 1024 / 1024 });
  try {
    return await openParts(await openZip(bytes), pace);
  } catch (error) {
    if (error instanceof RollbookError) throw error;
    if (error instanceof TooMuch) throw error.what === 'rows' ? refuse('tooManyRows', { limit: mostRows }) : refuse('tooManyColumns', { limit: limits.columns });
    throw damaged();
  }
}

/** Whether a zip is a bundle by the names of what is in it: the manifest, or some of its files. Never throws. */
export async function isBundle(bytes: Uint8Array): Promise<boolean> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  try {
    return chooseParts(await openZip(bytes), []).size > 0;
  } catch {
    return false;
  }
}

/** More than a table of people may have: a school's results of a year are a row for each student and piece of work. */
const mostRows = 2_000_000;

async function openParts(zip: ZipArchive, pace: Pace): Promise<OpenedBundle> {
  const findings: BundleFinding[] = [];
  const parts = chooseParts(zip, findings);
  if (parts.size === 0) throw refuse('notATable');
  const present = new Set([...parts.keys()].filter((name) => name !== 'manifest'));
  let inflated = 0;
  const read = async (name: string): Promise<ParsedCsv> => {
    const path = parts.get(name);
    if (path === undefined) return { rows: [], problems: [] };
    const chunks: Uint8Array[] = [];
    for await (const chunk of zip.stream(path, limits.heldBytes)) {
      inflated += chunk.length;
      if (inflated > limits.heldBytes) throw refuse('inflatesTooMuch');
      chunks.push(chunk);
    }
    return parseCsv(decode(Buffer.concat(chunks), name, findings), { rows: mostRows, columns: limits.columns });
  };
  if (!parts.has('manifest')) finder('manifest', findings)(null, null, 'manifestMissing');
  const manifest = readManifest(await read('manifest'), present, finder('manifest', findings));
  const files: FileToCheck[] = [];
  for (const [i, file] of bundleFiles.entries()) {
    await pace(i, bundleFiles.length);
    if (!present.has(file)) continue;
    const csv = await read(file);
    const columns = columnsOf(manifest.version, file, csv.rows[0]?.cells ?? []);
    if (columns) files.push({ file, mode: manifest.modes.get(file) ?? 'bulk', columns, csv });
    else finder(file, findings)(null, null, 'unknownFile', { value: `${file}.csv` });
  }
  return { manifest, files, findings };
}

/** Which entry is which file. Files in a folder are read all the same: many a zip is made of the folder and not of what is in it. */
function chooseParts(zip: ZipArchive, findings: BundleFinding[]): Map<string, string> {
  const parts = new Map<string, string>();
  const known = new Set(['manifest', ...announcedFiles['1.1'], ...announcedFiles['1.2']]);
  for (const path of zip.names()) {
    const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    const find = finder(path, findings);
    if (path !== name) find(null, null, 'inFolder', { value: path });
    if (name === '') continue;
    const file = name.endsWith('.csv') ? name.slice(0, -4) : '';
    if (!known.has(file)) find(null, null, 'unknownFile', { value: path });
    else if (parts.has(file)) find(null, null, 'fileTwice', { value: name });
    else parts.set(file, path);
  }
  return parts;
}

function decode(bytes: Uint8Array, name: string, findings: BundleFinding[]): string {
  try {
    // A byte order mark is taken off by the decoder.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    finder(name, findings)(null, null, 'notUtf8');
    return new TextDecoder('utf-8').decode(bytes);
  }
}
