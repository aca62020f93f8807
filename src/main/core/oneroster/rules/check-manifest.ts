import type { Find } from './check-file.ts';
import { announcedFiles, type BundleVersion } from './format.ts';
import type { FileMode } from './model.ts';
import type { ParsedCsv } from './parse-csv.ts';

export interface Manifest { version: BundleVersion; modes: Map<string, FileMode>; systemName: string; systemCode: string }

const isMode = (value: string): value is FileMode => value === 'bulk' || value === 'delta' || value === 'absent';

/** Reads the manifest against the names of the data files that are there. What it lacks is told, and supposed to be what the files say. */
export function readManifest(csv: ParsedCsv, present: ReadonlySet<string>, find: Find): Manifest {
  for (const { line, key } of csv.problems) find(line, null, key);
  const [header, ...rows] = csv.rows;
  if (header?.cells.join(',') !== 'propertyName,value') find(1, null, 'manifestHeader');
  const values = new Map<string, { value: string; line: number }>();
  for (const { line, cells: [name = '', value = ''] } of rows) {
    if (values.has(name)) find(line, name, 'manifestTwice', { value: name });
    values.set(name, { value, line });
  }
  const said = (name: string) => values.get(name)?.value ?? '';
  if (said('manifest.version') !== '1.0') find(values.get('manifest.version')?.line ?? null, 'manifest.version', 'manifestVersion', { value: said('manifest.version') });
  const version = versionOf(said('oneroster.version'), present);
  if (said('oneroster.version') !== version) find(values.get('oneroster.version')?.line ?? null, 'oneroster.version', 'oneRosterVersion', { value: said('oneroster.version') });
  for (const name of ['source.systemName', 'source.systemCode']) if (!values.has(name)) find(null, name, 'manifestLacks', { value: name });
  const modes = new Map<string, FileMode>();
  for (const name of announcedFiles[version]) modes.set(name, readMode(name, values.get(`file.${name}`), present.has(name), find));
  const known = new Set(['manifest.version', 'oneroster.version', 'source.systemName', 'source.systemCode', ...announcedFiles[version].map((name) => `file.${name}`)]);
  for (const [name, { line }] of values) if (!known.has(name)) find(line, name, 'manifestUnknown', { value: name });
  return { version, modes, systemName: said('source.systemName'), systemCode: said('source.systemCode') };
}

/** A bundle that does not say its version has the one in which roles have a file of their own, if it has that file. */
function versionOf(said: string, present: ReadonlySet<string>): BundleVersion {
  if (said === '1.1' || said === '1.2') return said;
  return said.startsWith('1.2') || present.has('roles') ? '1.2' : '1.1';
}

function readMode(name: string, entry: { value: string; line: number } | undefined, isPresent: boolean, find: Find): FileMode {
  const supposed: FileMode = isPresent ? 'bulk' : 'absent';
  if (!entry) {
    find(null, `file.${name}`, 'manifestLacks', { value: `file.${name}` });
    return supposed;
  }
  if (!isMode(entry.value)) {
    find(entry.line, `file.${name}`, 'manifestValue', { value: entry.value });
    return supposed;
  }
  if (entry.value !== 'absent' && !isPresent) find(entry.line, `file.${name}`, 'fileMissing', { value: `${name}.csv` });
  if (entry.value === 'absent' && isPresent) find(entry.line, `file.${name}`, 'fileNotAnnounced', { value: `${name}.csv` });
  return isPresent && entry.value === 'absent' ? 'bulk' : isPresent ? entry.value : 'absent';
}
