import { strToU8, zipSync } from 'fflate';
import { bundleFiles } from '#contract/oneroster.ts';
import { announcedFiles, format12 } from './rules/format.ts';
import { isBundleFile, type Bundle } from './rules/model.ts';

/**
 * Writes a bundle as a zip of version 1.2. Files without records are left out and announced as absent, as the format wants it.
 *
 * Texts that begin with `=` or `+` are not changed, as they are in tables for people: this is for machines to read, no spreadsheet opens the zip,
 * and a guard would come back from the next system as a part of the name.
 */
export function writeBundle(bundle: Bundle): Uint8Array {
  const parts: Record<string, Uint8Array> = {};
  for (const file of bundleFiles) {
    const columns = Object.keys(format12[file]);
    const records: readonly Record<string, string>[] = bundle.records[file];
    if (records.length === 0) continue;
    parts[`${file}.csv`] = csvOf([columns, ...records.map((record) => columns.map((column) => record[column] ?? ''))]);
  }
  const modes = announcedFiles['1.2'].map((name) => [`file.${name}`, isBundleFile(name) && `${name}.csv` in parts ? bundle.modes[name] : 'absent']);
  const manifest = csvOf([
    ['propertyName', 'value'], ['manifest.version', '1.0'], ['oneroster.version', '1.2'], ...modes,
    ['source.systemName', bundle.source.systemName], ['source.systemCode', bundle.source.systemCode],
  ]);
  return zipSync({ 'manifest.csv': manifest, ...parts });
}

const csvOf = (rows: readonly (readonly string[])[]): Uint8Array => strToU8(rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join(''));

/** Line breaks are not allowed inside a field; half a character cannot be written. */
function cellOf(value: string): string {
  const line = value.toWellFormed().replaceAll(/[\r\n]+/g, ' ');
  return /[",]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}
