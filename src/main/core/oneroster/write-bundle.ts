import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { bundleFiles, type BundleFile } from '#contract/oneroster.ts';
import { announcedFiles, ownColumns, type BundleRecord } from './rules/format.ts';
import { isBundleFile, type Bundle, type FileMode } from './rules/model.ts';

/** Writes a bundle a few records at a time, in the order of `bundleFiles`. */
export interface BundleWriter {
  add: <F extends BundleFile>(file: F, records: readonly BundleRecord<F>[]) => void;
  /** Writes the manifest and gives the zip. */
  finish: () => Uint8Array;
}

/**
 * Opens a bundle of version 1.2 as a zip. Files without records are left out and announced as absent, as the format wants it.
 *
 * Texts that begin with `=` or `+` are not changed, as they are in tables for people: this is for machines to read, no spreadsheet opens the zip,
 * and a guard would come back from the next system as a part of the name.
 */
export function openBundleWriter(source: Bundle['source'], modeOf: (file: BundleFile) => FileMode): BundleWriter {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const written = new Set<BundleFile>();
  let open: { file: BundleFile; columns: readonly string[]; part: ZipDeflate } | null = null;
  const close = () => open?.part.push(new Uint8Array(), true);
  const openFile = (file: BundleFile) => {
    close();
    if (written.has(file)) throw new Error(`${file} was closed`);
    written.add(file);
    const part = new ZipDeflate(`${file}.csv`);
    zip.add(part);
    const columns = Object.keys(ownColumns(file));
    part.push(csvOf([columns]));
    return { file, columns, part };
  };
  return {
    add(file, records) {
      if (records.length === 0) return;
      if (open?.file !== file) open = openFile(file);
      const { columns, part } = open;
      part.push(csvOf(records.map((record: Readonly<Record<string, string>>) => columns.map((column) => record[column] ?? ''))));
    },
    finish() {
      close();
      const modes = announcedFiles['1.2'].map((name) => [`file.${name}`, isBundleFile(name) && written.has(name) ? modeOf(name) : 'absent']);
      const manifest = new ZipPassThrough('manifest.csv');
      zip.add(manifest);
      manifest.push(csvOf([
        ['propertyName', 'value'], ['manifest.version', '1.0'], ['oneroster.version', '1.2'], ...modes,
        ['source.systemName', source.systemName], ['source.systemCode', source.systemCode],
      ]), true);
      zip.end();
      return Buffer.concat(chunks);
    },
  };
}

/** Writes a whole bundle. */
export function writeBundle(bundle: Bundle): Uint8Array {
  const writer = openBundleWriter(bundle.source, (file) => bundle.modes[file]);
  for (const file of bundleFiles) writer.add(file, bundle.records[file]);
  return writer.finish();
}

const csvOf = (rows: readonly (readonly string[])[]): Uint8Array => strToU8(rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join(''));

/** Line breaks are not allowed inside a field; half a character cannot be written. */
function cellOf(value: string): string {
  const line = value.toWellFormed().replaceAll(/[\r\n]+/g, ' ');
  return /[",]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}
